"""What changes a voice is seen by every process, and by pages that were made before."""

from pathlib import Path

import pytest

from elearn.narration import epoch as epochs
from elearn.narration.epoch import Epoch


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epochs, "OFTEN", 0.0)


def test_what_one_process_changes_the_other_sees(tmp_path: Path) -> None:
    here, there = (Epoch(tmp_path / "suara" / "zaman", ()) for _ in range(2))
    before = there.now
    assert there.now == before
    here.end()
    assert there.now == here.now != before


def test_a_file_that_somebody_copied_there_begins_another_epoch(tmp_path: Path) -> None:
    (tmp_path / "id").mkdir()
    watching = Epoch(tmp_path / "zaman", (tmp_path / "id", tmp_path / "en"))
    before = watching.now
    (tmp_path / "id" / "baru.wav").write_bytes(b"")
    assert watching.now != before


def test_where_nothing_can_be_written_nothing_is_raised(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    Epoch(tmp_path / "berkas" / "zaman", ()).end()


def test_the_disk_is_not_asked_for_every_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(epochs, "OFTEN", 60.0)
    here, there = (Epoch(tmp_path / "zaman", ()) for _ in range(2))
    before = there.now
    here.end()
    assert there.now == before
    assert here.now != before                # who changed it knows at once
