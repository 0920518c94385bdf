"""Recordings are whole or not there, one for each sentence, and go as they came."""

import os
import threading
from pathlib import Path

import pytest

from elearn.narration import ENGINES, Narrator, keeping
from elearn.narration.keeping import About, name_in
from elearn.narration.takes import taken
from tests.narration.recorded import around, awake, take, voice, wav

__all__ = ["awake"]

pytestmark = pytest.mark.audio

SENTENCE = "Ibu mau ubi."


def flac(text: str = "ibu mau ubi", loud: float = 0.3) -> bytes:
    return taken(wav(around(voice(text, loud))), text, "id", ENGINES["espeak"]()).file()


def narrator(home: Path) -> Narrator:
    return Narrator(home / "audio", ENGINES["espeak"](), recorded=home / "rekaman")


def test_what_is_kept_overrides_at_once_and_what_is_removed_is_the_machines_again(
    tmp_path: Path
) -> None:
    made, folder = narrator(tmp_path), tmp_path / "rekaman"
    before = made.say((SENTENCE,), "id")
    assert made.voice(SENTENCE, "id") == "espeak"
    name = keeping.keep(folder, "id", flac(), About(SENTENCE, "2026-11-24", "baca-01"))
    made.changed()
    assert made.voice(SENTENCE, "id") == "orang"
    assert made.say((SENTENCE,), "id") != before
    assert keeping.remove(folder, "id", name)
    made.changed()
    assert (made.voice(SENTENCE, "id"), made.say((SENTENCE,), "id")) == ("espeak", before)
    assert not keeping.remove(folder, "id", name)
    assert list(folder.rglob("*.*")) == []


def test_a_new_take_takes_the_place_of_any_file_of_that_sentence(tmp_path: Path) -> None:
    home = tmp_path / "id"
    home.mkdir()
    name = name_in(SENTENCE, "id")
    for ending in ("wav", "bu-maya.mp3", "ogg"):
        (home / f"{name}.{ending}").write_bytes(take("ibu mau ubi"))
    other = home / f"{name_in('Ini ibu.', 'id')}.wav"
    other.write_bytes(take("ini ibu"))
    keeping.keep(tmp_path, "id", flac(), About(SENTENCE))
    assert sorted(path.name for path in home.iterdir()) == sorted(
        [f"{name}.flac", f"{name}.json", other.name])


def test_two_who_record_it_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    takes = [flac(loud=loud) for loud in (0.1, 0.2, 0.3, 0.4)]
    start = threading.Barrier(len(takes))

    def keep(data: bytes) -> None:
        start.wait()
        for _ in range(20):
            keeping.keep(tmp_path, "id", data, About(SENTENCE))

    threads = [threading.Thread(target=keep, args=(data,)) for data in takes]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    (found,) = keeping.all_kept(tmp_path)
    assert found.path.read_bytes() in takes
    assert found.about.sentence == SENTENCE
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = keeping.keep(tmp_path, "id", flac(), About(SENTENCE))
    was = (tmp_path / "id" / f"{name}.flac").read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keeping.keep(tmp_path, "id", flac(loud=0.1), About(SENTENCE))
    assert (tmp_path / "id" / f"{name}.flac").read_bytes() == was
    assert not list(tmp_path.rglob("*.tmp"))


@pytest.mark.parametrize(("language", "name"), [
    ("id", "../../elearn"), ("..", "a" * 12), ("id", "*"), ("ID", "a" * 12), ("id", "A" * 12),
])
def test_a_name_is_never_a_way_out(tmp_path: Path, language: str, name: str) -> None:
    (tmp_path / "elearn.wav").write_bytes(b"")
    assert not keeping.remove(tmp_path / "rekaman", language, name)
    assert keeping.kept(tmp_path / "rekaman", language, name) is None
    assert (tmp_path / "elearn.wav").exists()


@pytest.mark.parametrize("told", [b"", b"[]", b"{", b'{"sentence": 7}', b"\xff"])
def test_a_torn_note_beside_it_costs_nothing(tmp_path: Path, told: bytes) -> None:
    name = keeping.keep(tmp_path, "id", flac(), About(SENTENCE))
    (tmp_path / "id" / f"{name}.json").write_bytes(told)
    found = keeping.kept(tmp_path, "id", name)
    assert found is not None
    assert found.about.sentence in {"", "7"}
