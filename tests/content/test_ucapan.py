"""How words are said: ucapan.md for all lessons, a line in the head of one."""

import copy
import re
from pathlib import Path

import pytest

from elearn.content.around import Around
from elearn.content.catalogue import Shelf
from elearn.content.compose import compose
from elearn.content.lesson import Lesson
from elearn.content.reader import read
from elearn.content.ucapan import pronounced, read_sayings
from elearn.content.values import Pronounced, Recorded
from elearn.language.sayings import Sayings, Told
from tests.content.test_cache import Counted, folder_of_three, reads  # noqa: F401  # a fixture
from tests.content.test_catalogue import coded, put, told
from tests.content.written import FRONT, STEM, faults, say, written

TEXT = written(step="Ikut KB di PKBM.\n\n> ibu mau ubi.\n")


def among(text: str, said: dict[str, str] | None = None) -> Lesson:
    around = Around(sayings={"id": Sayings(said or {})})
    found = read(text, STEM, "literasi", around).lesson
    assert found is not None
    return found


def sayings_of(lesson: Lesson) -> dict[str, Told]:
    """Return what goes with each sentence of a lesson that is said otherwise."""
    found: dict[str, Told] = {}

    def say(sentences: tuple[str, ...], language: str) -> str:
        found.update({str(one): one.told for one in sentences if isinstance(one, Pronounced)})
        return language

    compose(lesson, "dewasa", 0, say)
    return found


@pytest.mark.parametrize(("line", "message"), [
    ("- KB", "'KB' bukan ucapan. Tulis dulu kata yang tertulis: 'KB = ka be'."),
    ("- = ka be", "'= ka be' bukan ucapan. Tulis dulu kata yang tertulis: 'KB = ka be'."),
    ("- KB =", "Isi 'KB:' kosong. Tulis isinya, atau hapus barisnya."),
    ("- KB = ka 2", "Ucapan 'ka 2' memuat angka. Tulis dengan kata, misalnya 'lima'."),
    ("- KB = [[k@]]", "Ucapan '[[k@]]' memuat tanda yang tidak dapat diucapkan. Tulis huruf dan "
                      "spasi saja."),
    (f"- KB = {'a' * 61}", "Terlalu panjang: paling banyak 60 huruf."),
    ("- PKBM = pusat", "'PKBM' sudah ada di baris 1. Hapus salah satu."),
])
def test_a_bad_line_is_told_and_the_others_count(line: str, message: str) -> None:
    said, found = read_sayings(f"- PKBM = pe ka be em\n{line}\n")
    assert said == {"PKBM": "pe ka be em"}
    assert [(fault.line, fault.text) for fault in found] == [(2, message)]


def test_prose_and_headings_are_for_people() -> None:
    assert read_sayings("# Ucapan\n\nSatu baris = satu kata.\n\n* AC = a se\n") == (
        {"AC": "a se"}, [])


def test_lone_letters_are_named_as_the_voice_names_them() -> None:
    assert read_sayings("- P-IRT = P I R T\n")[0] == {"P-IRT": "p i r t"}


def test_a_sentence_carries_what_is_said_otherwise_in_it() -> None:
    lesson = among(TEXT, {"KB": "ka be", "AC": "a se"})
    assert sayings_of(lesson) == {"Ikut KB di PKBM.": (("KB", "ka be"),)}


def test_a_lesson_tells_for_itself_and_before_the_site() -> None:
    front = f"{FRONT}ucapan: KB = keluarga berencana, PKBM = pusat belajar\n"
    lesson = among(written(front, "Ikut KB di PKBM.\n\n> ibu mau ubi.\n"), {"KB": "ka be"})
    assert sayings_of(lesson) == {"Ikut KB di PKBM.": (
        ("KB", "keluarga berencana"), ("PKBM", "pusat belajar"))}


def test_a_phrase_of_bacaan_is_one_word_that_is_tapped() -> None:
    front = f"{FRONT}ucapan: mau ubi = mau ubi jalar\n".replace("huruf: a, i, u, m, b\n", "")
    lesson = among(written(front, "Baca.\n\n> ibu mau ubi.\n"))
    body = compose(lesson, "dewasa", 0, say).screens[0].body  # type: ignore[union-attr]
    assert re.findall('<a class="kata"[^>]*>([^<]*)</a>', body.html) == ["ibu", "mau ubi."]


@pytest.mark.parametrize(("value", "message"), [
    ("KB", "'KB' bukan ucapan. Tulis dulu kata yang tertulis: 'KB = ka be'."),
    ("KB = ka 2", "Ucapan 'ka 2' memuat angka. Tulis dengan kata, misalnya 'lima'."),
    ("KB = ka be, KB = kabe", "'KB' sudah ada di baris ini. Hapus salah satu."),
])
def test_a_bad_head_is_a_fault(value: str, message: str) -> None:
    text = written(f"{FRONT}ucapan: {value}\n")
    assert faults(text) == [(7, message)]


def test_a_recording_says_its_sentence_whatever_is_told() -> None:
    (same,) = pronounced([Recorded("KB", "mark")], (("KB", "ka be"),))
    assert isinstance(same, Recorded)


def test_a_copy_of_a_sentence_is_said_the_same() -> None:
    sentence = Pronounced("Ikut KB.", (("KB", "ka be"),))
    again = copy.deepcopy(sentence)
    assert (str(again), again.told) == (str(sentence), sentence.told)


def test_only_what_concerns_a_lesson_makes_another_version_of_it() -> None:
    plain = among(TEXT)
    assert among(TEXT, {"AC": "a se"}).version == plain.version
    assert among(TEXT, {"KB": "ka be"}).version != plain.version
    assert among(TEXT, {"KB": "ka be"}).version != among(TEXT, {"KB": "kabe"}).version


def test_a_word_of_ucapan_has_only_the_lessons_read_that_hold_it(
    tmp_path: Path, reads: Counted  # noqa: F811  # the fixture
) -> None:
    home, own = tmp_path / "lessons", tmp_path / "own"
    folder_of_three(home)
    put(home, "baca-04-x.md", coded("baca-04", step="Ikut KB.\n\n> ibu mau ubi.\n"))
    (home / "ucapan.md").write_text("- AC = a se\n")
    shelf = Shelf(home, own, kept=tmp_path / "kept.db")
    reads.stems.clear()
    (home / "ucapan.md").write_text("- AC = a se\n- KB = ka be\n- TV\n")
    assert shelf.refresh()
    assert reads.stems == ["baca-04-x"]
    lesson = shelf.current.lesson("baca-04-x")
    assert lesson
    assert lesson.sayings == (("KB", "ka be"),)
    assert told(shelf.current, home / "ucapan.md") == [
        (3, "'TV' bukan ucapan. Tulis dulu kata yang tertulis: 'KB = ka be'.")]
    own.mkdir()
    (own / "ucapan.md").write_text("- KB = kabe\n")      # a hub's own comes first
    assert shelf.refresh()
    assert shelf.current.around.site_told("id") == (("AC", "a se"), ("KB", "kabe"))
    reads.stems.clear()
    again = Shelf(home, own, kept=tmp_path / "kept.db").current
    assert reads.stems == []
    assert again.lessons == shelf.current.lessons
