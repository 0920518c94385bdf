"""A lesson of a catalogue is light, and can be unpacked whenever a page needs it."""

import shutil
from pathlib import Path

import pytest

from elearn.content import packed
from elearn.content.catalogue import Shelf, load
from tests.content.own_files import photograph
from tests.content.test_catalogue import coded, put


@pytest.fixture(autouse=True)
def nothing_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be unpacked already."""
    monkeypatch.setattr(packed, "_LATEST", packed._Latest())


def test_steps_are_unpacked_once_and_kept_for_the_lessons_used_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "UNPACKED", 2)
    for number in range(4):
        put(tmp_path, f"baca-{number:02}-x.md", coded(f"baca-{number:02}"))
    lessons = load(tmp_path).subject("literasi")
    first = lessons[0].steps
    assert lessons[0].steps is first
    assert [one.steps for one in lessons]
    assert len(packed._LATEST._held) == 2
    assert lessons[0].steps == first
    assert lessons[0].steps is not first


def test_the_last_good_version_is_shown_after_its_picture_has_gone(tmp_path: Path) -> None:
    text = coded("baca-01", step="![Seekor ikan](gambar/ikan.jpg)\n\nIni ikan.\n")
    path = put(tmp_path, "baca-01-x.md", text)
    picture = tmp_path / "literasi" / "gambar" / "ikan.jpg"
    picture.parent.mkdir()
    picture.write_bytes(photograph((60, 40)))
    shelf = Shelf(tmp_path)
    assert not shelf.current.faults
    shutil.rmtree(picture.parent)
    assert shelf.refresh()
    assert path in shelf.current.faults
    lesson = shelf.current.lesson("baca-01-x")
    assert lesson is not None
    assert "Seekor ikan" in repr(lesson.steps[0])
