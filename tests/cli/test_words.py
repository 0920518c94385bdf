"""`elearn words`: what can be read after a lesson."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elearn.cli.words import words
from tests.content.written import FRONT, written


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reading lessons: a i u m b, then k t and what ends with k; and one that is heard."""
    put(tmp_path, "baca-02-m-b", FRONT, "> ibu mau ubi.\n\nIni mata, kata Ibu Atik.\n")
    second = FRONT.replace("a, i, u, m, b", "k, t\nfitur: c:k\nhuruf-besar: ya")
    put(tmp_path, "baca-03-k-t", second.replace("ma dan ba", "ka dan ta"), "> Itu buku.\n")
    heard = FRONT.replace("huruf: a, i, u, m, b\n", "")
    put(tmp_path, "hitung-01-x", heard, "Satu bata.\n", "numerasi")
    monkeypatch.setenv("ELEARN_LESSONS", str(tmp_path))
    return tmp_path


def put(folder: Path, stem: str, front: str, step: str, subject: str = "literasi") -> None:
    path = folder / subject / f"{stem}.md"
    path.parent.mkdir(exist_ok=True)
    number = "-".join(stem.split("-")[:2])
    path.write_text(written(front=front, step=step).replace("baca-03-", f"{number}-"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(words, [*arguments])


def listed(result: Result) -> list[tuple[str, str]]:
    """Return the words that were listed, each with its syllables."""
    lines = result.output.splitlines()
    return [(line.split()[0], line.split()[1]) for line in lines if line.startswith("  ")]


def test_the_words_of_all_lessons_that_can_be_read_come_by_syllables_then_by_the_alphabet() -> None:
    result = run("--after", "baca-02")
    assert result.exit_code == 0
    assert result.output.startswith(
        "Sesudah 'Suku kata ma dan ba' (baca-02-m-b) bisa dibaca: 6 kata.\n\n2 suku kata:\n"
    )
    assert listed(result) == [
        ("ibu", "i-bu"), ("mama", "ma-ma"), ("mau", "ma-u"), ("mimi", "mi-mi"), ("mumu", "mu-mu"),
        ("ubi", "u-bi"),
    ]  # fmt: skip


def test_a_later_lesson_adds_words_wherever_they_stand() -> None:
    later = dict(listed(run("--after", "baca-03-k-t")))
    assert later["bata"] == "ba-ta"          # of the lesson that is heard
    assert later["Atik"] == "A-tik"          # a name
    assert "ibu" in later
    assert "satu" not in later


def test_only_what_is_new() -> None:
    result = run("--after", "baca-03", "--new")
    assert result.output.startswith("Baru dengan 'Suku kata ka dan ta' (baca-03-k-t): ")
    assert {word for word, _ in listed(result)} == {"Atik", "bata", "buku", "itu", "kata", "mata"}


@pytest.mark.parametrize("name", ["baca-03", "baca-03-k-t", "baca-03-k-t.md", "BACA-03", "3"])
def test_a_lesson_has_a_short_name(name: str) -> None:
    assert "(baca-03-k-t)" in run("--after", name).output


@pytest.mark.parametrize(("name", "told"), [
    ("baca-33", "Pelajaran membaca 'baca-33' tidak ada; maksudnya 'baca-03-k-t'?"),
    ("baca-03-k-r", "Pelajaran membaca 'baca-03-k-r' tidak ada; maksudnya 'baca-03-k-t'?"),
    ("hitung-01", "Pelajaran membaca 'hitung-01' tidak ada. Yang ada: baca-02, baca-03."),
    ("", "Pelajaran membaca '' tidak ada. Yang ada: baca-02, baca-03."),
])
def test_an_unknown_lesson_is_told_with_the_one_that_was_meant(name: str, told: str) -> None:
    result = run("--after", name)
    assert (result.exit_code, result.output) == (1, f"{told}\n")


def test_a_folder_without_reading_lessons_says_so(folder: Path) -> None:
    for path in folder.glob("literasi/*"):
        path.unlink()
    assert run("--after", "baca-03").output == "Di folder ini belum ada pelajaran membaca.\n"


def test_in_english() -> None:
    output = run("--after", "baca-02", "--lang", "en").output
    assert output.startswith("Readable after 'Suku kata ma dan ba' (baca-02-m-b): 6 words.")
