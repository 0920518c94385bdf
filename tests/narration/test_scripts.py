"""What pages ask to be said outlives the process that rendered them, and does not fill memory."""

import sqlite3
from pathlib import Path

import pytest

from elearn.content.values import Pronounced, Recorded
from elearn.narration.script import Script
from elearn.narration.scripts import Scripts


def script(number: int) -> Script:
    return Script((f"Ini kalimat {number}.", "Dan satu lagi."), "id")


def add(scripts: Scripts, number: int) -> str:
    """Know a script by a name; return that."""
    name = script(number).named([str(number)])
    scripts.add(name, script(number))
    return name


def test_another_process_can_say_what_was_written_down(tmp_path: Path) -> None:
    one, other = Scripts(tmp_path / "naskah.db", 5), Scripts(tmp_path / "naskah.db", 5)
    name = add(one, 1)
    assert other.get(name) is None
    one.remember()
    assert other[name] == script(1)
    assert name in other


def test_only_the_latest_are_at_hand_and_none_is_lost(tmp_path: Path) -> None:
    scripts = Scripts(tmp_path / "naskah.db", 5)
    names = [add(scripts, number) for number in range(40)]
    scripts.remember()
    names += [add(scripts, number) for number in range(40, 60)]
    scripts.remember()
    add(scripts, 60)
    assert len(scripts) <= 7
    assert all(scripts[name] == script(number) for number, name in enumerate(names))


def test_what_is_new_is_at_hand_until_it_is_written(tmp_path: Path) -> None:
    scripts = Scripts(tmp_path / "naskah.db", 2)
    names = [add(scripts, number) for number in range(30)]
    assert all(scripts[name] == script(number) for number, name in enumerate(names))


def test_d8_a_broken_or_unwritable_file_never_keeps_a_page_from_leaving(tmp_path: Path) -> None:
    (tmp_path / "naskah.db").write_bytes(b"half a file" * 100)
    (tmp_path / "file").write_text("")
    for file in (tmp_path / "naskah.db", tmp_path / "file" / "naskah.db"):
        scripts = Scripts(file, 5)
        name = add(scripts, 1)
        scripts.remember()
        assert scripts[name] == script(1)
        assert scripts.get("aaaaaaaaaaaa") is None


def test_what_another_process_kept_from_being_written_is_written_with_the_next_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("elearn.narration.scripts.WAIT_S", 0.0)
    one, other = Scripts(tmp_path / "naskah.db", 5), Scripts(tmp_path / "naskah.db", 5)
    add(one, 1)
    one.remember()
    name = add(one, 2)
    busy = sqlite3.connect(tmp_path / "naskah.db")
    busy.execute("BEGIN EXCLUSIVE")
    one.remember()
    busy.rollback()
    busy.close()
    assert other.get(name) is None
    one.remember()
    assert other[name] == script(2)


def test_without_a_file_all_are_at_hand() -> None:
    scripts = Scripts()
    names = [add(scripts, number) for number in range(50)]
    scripts.remember()
    assert list(scripts) == names


def test_a_script_is_written_once(tmp_path: Path) -> None:
    for _ in range(2):
        scripts = Scripts(tmp_path / "naskah.db", 5)
        add(scripts, 1)
        scripts.remember()
    with sqlite3.connect(tmp_path / "naskah.db") as database:
        assert database.execute("SELECT count(*) FROM script").fetchone() == (1,)


def test_the_recording_that_stands_at_a_sentence_is_not_forgotten(tmp_path: Path) -> None:
    told = Script(("Dengar.", Recorded("ma", "0123456789abcdef0123")), "id")
    scripts = Scripts(tmp_path / "naskah.db", 5)
    scripts.add("abcdefghij23", told)
    scripts.remember()
    assert Scripts(tmp_path / "naskah.db", 5)["abcdefghij23"].recorded == told.recorded
    assert told != Script(("Dengar.", "ma"), "id")


def test_what_is_said_otherwise_is_written_down_with_its_sentence(tmp_path: Path) -> None:
    told = Script((Pronounced("Ikut KB.", (("KB", "ka be"),)), "Ya.", Recorded("ma", "x")), "id")
    one = Scripts(tmp_path / "naskah.db", 5)
    one.add("aaaaaaaaaaaa", told)
    one.remember()
    assert Scripts(tmp_path / "naskah.db", 5)["aaaaaaaaaaaa"] == told
