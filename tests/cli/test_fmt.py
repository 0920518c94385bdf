"""`elearn fmt`: Dewi's files are tidied where they lie, whole or not at all."""

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elearn import paths
from elearn.cli.fmt import fmt
from elearn.content.catalogue import load
from elearn.content.mend import codes_of
from tests.content.written import FRONT, line_of, written


def run(*arguments: object) -> Result:
    return CliRunner().invoke(fmt, [str(one) for one in arguments])


def untidy(number: str) -> str:
    text = written().replace("baca-03-", f"baca-{number}-")
    return text.replace("- [x] mama", "-[X] mama").replace("\n", "\r\n")


def tidy(number: str) -> str:
    return written().replace("baca-03-", f"baca-{number}-")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Dewi's lessons: two untidy ones and a tidy one."""
    inside = tmp_path / "lessons" / "literasi"
    inside.mkdir(parents=True)
    (inside / "baca-01-x.md").write_bytes(untidy("01").encode())
    (inside / "baca-02-x.md").write_bytes(untidy("02").encode("cp1252"))
    (inside / "baca-04-x.md").write_text(tidy("04"))
    return tmp_path / "lessons"


def test_the_shipped_lessons_are_tidy() -> None:
    result = run("--check", paths.shipped("lessons"))
    assert (result.exit_code, result.output) == (0, "Semua sudah rapi.\n")


def test_a_folder_is_tidied_and_then_is_tidy(folder: Path) -> None:
    result = run(folder)
    first, second = folder / "literasi" / "baca-01-x.md", folder / "literasi" / "baca-02-x.md"
    assert (result.exit_code, result.output.splitlines()) == (
        0, [f"{first}: dirapikan", f"{second}: dirapikan", "2 berkas dirapikan."]
    )
    assert first.read_bytes() == tidy("01").encode()
    assert second.read_bytes() == tidy("02").encode()
    assert run(folder).output == "Semua sudah rapi.\n"
    assert sorted(path.name for path in first.parent.iterdir()) == [
        "baca-01-x.md", "baca-02-x.md", "baca-04-x.md"
    ]


def test_check_writes_nothing_and_names_what_is_untidy(folder: Path) -> None:
    path = folder / "literasi" / "baca-01-x.md"
    result = run("--check", path)
    assert (result.exit_code, result.output.splitlines()) == (
        1, [f"{path}: belum rapi", "1 berkas belum rapi."]
    )
    assert path.read_bytes() == untidy("01").encode()
    assert run("--check", folder / "literasi" / "baca-04-x.md").exit_code == 0


def test_diff_shows_what_would_change(folder: Path) -> None:
    path = folder / "literasi" / "baca-02-x.md"
    path.write_text(tidy("02").replace("- [x] mama", "-[X] mama"))
    result = run("--diff", path)
    assert result.exit_code == 1
    assert "\n--[X] mama\n+- [x] mama\n" in result.output
    assert "-[X] mama" in path.read_text()


def test_missing_codes_are_added_and_are_new_in_the_folder(folder: Path) -> None:
    for number in ("01", "02", "04"):
        path = folder / "literasi" / f"baca-{number}-x.md"
        path.write_text(re.sub("Kode: .*\n", "", tidy(number)))
    assert run(folder).exit_code == 0
    found = [
        code for path in sorted((folder / "literasi").iterdir())
        for code in codes_of(path.read_bytes())
    ]
    assert len(found) == len(set(found)) == 30
    assert load(folder).faults == {}


def test_a_code_that_another_lesson_has_is_not_given_again(folder: Path) -> None:
    first, other = folder / "literasi" / "baca-01-x.md", folder / "literasi" / "baca-04-x.md"
    first.write_text(tidy("01").replace("Kode: baca-01-aaaa\n", ""))
    run(first)
    given = codes_of(first.read_bytes())[0]
    first.write_text(tidy("01").replace("Kode: baca-01-aaaa\n", ""))
    other.write_text(tidy("04").replace("baca-04-aaaa", given))
    run(first)
    assert codes_of(first.read_bytes())[0] not in {"", given}


def test_an_english_reading_takes_the_codes_of_its_original(folder: Path) -> None:
    english = folder / "literasi" / "baca-04-x.en.md"
    english.write_text(
        re.sub("Kode: .*\n", "", tidy("04")).replace(FRONT, FRONT + "bahasa: en\n")
    )
    assert run(english).exit_code == 0
    original = folder / "literasi" / "baca-04-x.md"
    assert codes_of(english.read_bytes()) == codes_of(original.read_bytes())


def test_faults_are_told_and_the_rest_goes_on(folder: Path) -> None:
    path = folder / "literasi" / "baca-01-x.md"
    broken = untidy("01").replace("Kode: baca-01-aaaa", "Kdoe: baca-01-aaaa")
    path.write_bytes(broken.encode())
    result = run(folder)
    assert result.exit_code == 1
    line = line_of(broken.replace("\r\n", "\n"), "Kdoe")
    assert f"{path}:{line}: 'Kdoe:' tidak dikenal; maksudnya 'Kode:'?" in result.output
    assert path.read_bytes() == broken.replace("\r\n", "\n").encode()
    assert (folder / "literasi" / "baca-02-x.md").read_bytes() == tidy("02").encode()


def test_letters_in_doubt_are_left_alone(folder: Path) -> None:
    path = folder / "literasi" / "baca-01-x.md"
    source = untidy("01").replace("Ini ibu.", "Ini \u202e ibu.").encode()
    path.write_bytes(source)
    result = run(path)
    assert result.exit_code == 1
    assert "U+202E" in result.output
    assert path.read_bytes() == source


def test_a_name_is_told_and_put_right_only_when_asked(tmp_path: Path) -> None:
    named = tmp_path / "baca-33.md.txt"
    named.write_bytes(untidy("33").encode())
    result = run(named)
    assert result.exit_code == 1
    assert "maksudnya 'baca-33.md'?" in result.output
    assert named.read_bytes() == tidy("33").encode()
    result = run("--rename", named)
    assert result.exit_code == 0
    assert "namanya sekarang baca-33.md" in result.output
    assert (tmp_path / "baca-33.md").read_bytes() == tidy("33").encode()
    assert not named.exists()


def test_a_rename_overwrites_nothing(tmp_path: Path) -> None:
    named, there = tmp_path / "baca-33.md.txt", tmp_path / "baca-33.md"
    named.write_text(tidy("33"))
    there.write_text("lain")
    result = run("--rename", named)
    assert result.exit_code == 1
    assert "'baca-33.md' sudah ada" in result.output
    assert (named.read_text(), there.read_text()) == (tidy("33"), "lain")


def test_a_file_that_may_not_be_changed_is_told_and_the_rest_goes_on(folder: Path) -> None:
    locked = folder / "literasi" / "baca-01-x.md"
    locked.chmod(0o444)
    result = run(folder)
    assert result.exit_code == 1
    assert f"{locked}:1: Berkas ini tidak boleh diubah." in result.output
    assert locked.read_bytes() == untidy("01").encode()
    assert (folder / "literasi" / "baca-02-x.md").read_bytes() == tidy("02").encode()


def test_rights_and_links_stay(folder: Path, tmp_path: Path) -> None:
    path = folder / "literasi" / "baca-01-x.md"
    path.chmod(0o640)
    link = tmp_path / "baca-01-x.md"
    link.symlink_to(path)
    assert run(link).exit_code == 0
    assert link.is_symlink()
    assert path.read_bytes() == tidy("01").encode()
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_is_no_ordinary_file_is_told(tmp_path: Path) -> None:
    pipe = tmp_path / "baca-05-x.md"
    os.mkfifo(pipe)
    result = run(pipe)
    assert result.exit_code == 1
    assert "tidak bisa dibaca atau ditulis" in result.output


def test_what_is_no_lesson_is_left_alone(folder: Path) -> None:
    facts = folder / "fakta.md"
    facts.write_bytes(b"# Fakta\r\n")
    assert run(facts).output == "Semua sudah rapi.\n"
    assert facts.read_bytes() == b"# Fakta\r\n"


def test_messages_are_english_where_that_is_asked(folder: Path) -> None:
    assert run("--lang", "en", folder).output.splitlines()[-1] == "2 files tidied."
