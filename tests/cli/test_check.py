"""`elearn check`: every fault as `file:line: what`, and the number of the shell."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elearn.cli.check import check
from tests.content.written import FRONT, line_of, written


def run(*arguments: object) -> Result:
    return CliRunner().invoke(check, [str(one) for one in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Dewi's lessons: one good, one with two slips."""
    inside = tmp_path / "lessons" / "literasi"
    inside.mkdir(parents=True)
    (inside / "baca-01-x.md").write_text(written().replace("baca-03-", "baca-01-"))
    (inside / "baca-02-x.md").write_text(broken())
    return tmp_path / "lessons"


def broken() -> str:
    text = written(front=FRONT.replace("judul", "jdul"), step="![](titk:7)\n\n“Ibu”\n")
    return text.replace("baca-03-", "baca-02-")


def test_the_shipped_lessons_are_good(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("ELEARN_")]:
        monkeypatch.delenv(name)
    result = run()
    assert (result.exit_code, result.output) == (0, "Semua baik.\n")


def test_every_fault_is_told_with_its_file_and_line(folder: Path) -> None:
    result = run(folder)
    path = folder / "literasi" / "baca-02-x.md"
    figure, quote = line_of(broken(), "titk"), line_of(broken(), "Ibu”")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{path}:2: 'jdul' tidak dikenal; maksudnya 'judul'?",
        f"{path}:{figure}: Gambar hitung 'titk' tidak dikenal; maksudnya 'titik'?",
        f"{path}:{quote}: catatan: Tanda kutip miring dibaca sebagai tanda kutip "
        "lurus.",
        "Ada 2 hal yang harus diperbaiki.",
    ]


def test_a_note_alone_is_no_fault(folder: Path) -> None:
    (folder / "literasi" / "baca-02-x.md").unlink()
    path = folder / "literasi" / "baca-01-x.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    result = run(folder)
    assert result.exit_code == 0
    assert "catatan" in result.output


def test_one_file_is_checked_among_its_neighbours(folder: Path) -> None:
    good, bad = folder / "literasi" / "baca-01-x.md", folder / "literasi" / "baca-02-x.md"
    assert run(good).exit_code == 0
    assert run(bad).exit_code == 1
    copy = folder / "literasi" / "baca-03-x.md"
    copy.write_text(good.read_text())
    result = run(copy)
    assert "sudah dipakai di baca-01-x.md" in result.output
    assert run(good).exit_code == 0


def test_the_folder_of_a_subject_can_be_checked(folder: Path) -> None:
    assert run(folder / "literasi").exit_code == 1
    (folder / "numerasi").mkdir()
    assert run(folder / "numerasi").output == "Semua baik.\n"


def test_a_path_from_where_one_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "literasi")
    assert run("baca-02-x.md").output.startswith("baca-02-x.md:2: 'jdul'")
    monkeypatch.chdir(folder)
    assert run("literasi/baca-02-x.md").output.startswith("literasi/baca-02-x.md:2: 'jdul'")


def test_a_file_in_a_place_of_its_own_is_checked_alone(tmp_path: Path) -> None:
    path = tmp_path / "baca-01-x.md"
    path.write_text(written())
    assert run(path).output == "Semua baik.\n"
    named = path.rename(tmp_path / "baca-01.md.txt")
    assert run(named).output.startswith(
        f"{named}:1: Nama berkas 'baca-01.md.txt' harus berakhir '.md'; maksudnya 'baca-01.md'?"
    )


def test_two_places_at_once(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "baca-01-y.md"
    path.write_text("halo")
    result = run(folder, path)
    assert str(path) in result.output
    assert str(folder) in result.output


def test_a_path_that_is_not_there_is_told() -> None:
    assert run("tidak-ada.md").exit_code == 2


def test_a_setting_that_is_not_known_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELEARN_LESONS", "x")
    result = run()
    assert result.exit_code == 1
    assert "ELEARN_LESSONS" in result.output


def test_messages_in_english_have_no_gaps(folder: Path) -> None:
    result = run("--lang", "en", folder)
    assert result.exit_code == 1
    assert "{" not in result.output
    assert f"{folder / 'literasi' / 'baca-02-x.md'}:2: " in result.output
