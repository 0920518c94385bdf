"""What was read is kept for the next start, and never stands in the way of what is true now."""

import pickle
import sqlite3
from pathlib import Path

import pytest

from elearn.content import looking, reader
from elearn.content.cache import Cache, code
from elearn.content.catalogue import Shelf
from tests.content.test_catalogue import coded, put, told
from tests.content.written import written


class Counted:
    """The files that were read; the real reading goes on behind it."""

    def __init__(self) -> None:
        self.stems: list[str] = []


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted, really = Counted(), reader.read

    def read(source: bytes, stem: str, *rest: object) -> object:
        counted.stems.append(stem)
        return really(source, stem, *rest)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(looking, "read", read)
    return counted


def folder_of_three(home: Path) -> None:
    for number in ("01", "02", "03"):
        put(home, f"baca-{number}-x.md", coded(f"baca-{number}"))


def test_a_second_start_reads_nothing(tmp_path: Path, reads: Counted) -> None:
    home, kept = tmp_path / "lessons", tmp_path / "kept.db"
    folder_of_three(home)
    first = Shelf(home, kept=kept).current
    assert len(reads.stems) == 3
    again = Shelf(home, kept=kept).current
    assert len(reads.stems) == 3
    assert again.lessons == first.lessons
    one, other = first.lesson("baca-02-x"), again.lesson("baca-02-x")
    assert one
    assert other
    assert other.source == one.source
    assert other.steps == one.steps


def test_a_file_that_changed_while_nothing_ran_is_read(tmp_path: Path, reads: Counted) -> None:
    home, kept = tmp_path / "lessons", tmp_path / "kept.db"
    folder_of_three(home)
    Shelf(home, kept=kept)
    put(home, "baca-02-x.md", coded("baca-02", step="Baru.\n"))
    (home / "literasi" / "baca-03-x.md").unlink()
    reads.stems.clear()
    now = Shelf(home, kept=kept).current
    assert reads.stems == ["baca-02-x"]
    assert set(now.lessons) == {"baca-01-x", "baca-02-x"}
    reads.stems.clear()
    assert Shelf(home, kept=kept).current.lessons == now.lessons
    assert reads.stems == []


def test_a_word_of_gambar_has_only_the_lessons_read_that_show_it(
    tmp_path: Path, reads: Counted
) -> None:
    folder_of_three(tmp_path)
    put(tmp_path, "baca-04-x.md", coded("baca-04", step="🍚\n\nMakan.\n"))
    (tmp_path / "gambar.md").write_text("- 🐟 = ikan\n")
    shelf = Shelf(tmp_path)
    reads.stems.clear()
    (tmp_path / "gambar.md").write_text("- 🐟 = ikan\n- 🍚 = nasi\n")
    assert shelf.refresh()
    assert reads.stems == ["baca-04-x"]
    lesson = shelf.current.lesson("baca-04-x")
    assert lesson
    assert "nasi" in repr(lesson.steps[0])


def test_the_last_good_version_outlives_a_restart(tmp_path: Path) -> None:
    home, kept = tmp_path / "lessons", tmp_path / "kept.db"
    folder_of_three(home)
    Shelf(home, kept=kept)
    broken = put(home, "baca-02-x.md", coded("baca-02").replace("judul", "jdul"))
    for _ in range(2):
        now = Shelf(home, kept=kept).current
        lesson = now.lesson("baca-02-x")
        assert lesson
        assert lesson.steps
        assert told(now, broken) == [(2, "'jdul' tidak dikenal; maksudnya 'judul'?")]


def test_b13_a_stick_that_is_not_there_at_the_start_shows_what_was_on_it(tmp_path: Path) -> None:
    home, away, kept = tmp_path / "stick", tmp_path / "away", tmp_path / "kept.db"
    folder_of_three(home)
    Shelf(home, kept=kept)
    home.rename(away)
    shelf = Shelf(home, kept=kept)
    assert set(shelf.current.lessons) == {"baca-01-x", "baca-02-x", "baca-03-x"}
    assert told(shelf.current, home) == [
        (1, "Folder pelajaran tidak bisa dibaca. Periksa apakah masih terpasang.")
    ]
    lesson = shelf.current.lesson("baca-01-x")
    assert lesson
    assert lesson.steps
    home.mkdir()                                   # the empty place where a stick is put in
    assert not shelf.refresh()
    assert len(shelf.current.lessons) == 3
    home.rmdir()
    away.rename(home)
    assert shelf.refresh()
    assert not shelf.current.faults


def test_what_other_code_has_read_is_not_used(
    tmp_path: Path, reads: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, kept = tmp_path / "lessons", tmp_path / "kept.db"
    folder_of_three(home)
    Shelf(home, kept=kept)
    with sqlite3.connect(kept) as database:
        database.execute("UPDATE kept SET code = 'an older checker'")
    reads.stems.clear()
    Shelf(home, kept=kept)
    assert len(reads.stems) == 3
    assert code() == code()


@pytest.mark.parametrize("bytes_", [b"", b"no database at all" * 200])
def test_a_broken_file_of_kept_readings_is_made_anew(tmp_path: Path, bytes_: bytes) -> None:
    home, kept = tmp_path / "lessons", tmp_path / "kept.db"
    folder_of_three(home)
    kept.write_bytes(bytes_)
    assert len(Shelf(home, kept=kept).current.lessons) == 3
    assert Cache(kept).folder(home) is not None


def test_half_a_kept_reading_is_read_again(tmp_path: Path) -> None:
    home, kept = tmp_path / "lessons", tmp_path / "kept.db"
    folder_of_three(home)
    Shelf(home, kept=kept)
    with sqlite3.connect(kept) as database:
        database.execute("UPDATE kept SET made = substr(made, 1, 40)")
    assert len(Shelf(home, kept=kept).current.lessons) == 3


class _Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("run",)


def test_nothing_but_lessons_is_made_of_the_kept_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, kept = tmp_path / "lessons", tmp_path / "kept.db"
    folder_of_three(home)
    Shelf(home, kept=kept)
    with sqlite3.connect(kept) as database:
        database.execute("UPDATE kept SET made = ?", (pickle.dumps(_Evil()),))
    assert len(Shelf(home, kept=kept).current.lessons) == 3
    assert "run" not in capsys.readouterr().out


def test_d6_a_folder_that_cannot_be_written_only_makes_starts_slower(tmp_path: Path) -> None:
    home = tmp_path / "lessons"
    folder_of_three(home)
    (tmp_path / "file").write_text("")
    assert len(Shelf(home, kept=tmp_path / "file" / "kept.db").current.lessons) == 3


def test_many_files_are_read_by_several_processes_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gambar.md").write_text("- 🐟 = iwak\n")
    for number in range(12):
        put(tmp_path, f"baca-{number:02}-x.md", coded(f"baca-{number:02}", step="🐟\n"))
    put(tmp_path, "baca-50-x.md", written().replace("judul", "jdul"))
    alone = Shelf(tmp_path).current
    monkeypatch.setattr(looking, "MANY", 5)
    together = Shelf(tmp_path).current
    assert together.lessons == alone.lessons
    assert together.faults == alone.faults
    one, other = alone.lesson("baca-07-x"), together.lesson("baca-07-x")
    assert one
    assert other
    assert one.steps == other.steps
    assert "iwak" in repr(other.steps)
