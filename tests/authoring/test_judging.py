"""Any text has an answer: the lesson it is, or every fault by its line, and the mended text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.authoring.judging import judge, named, naming_fault, tidied
from elearn.content.catalogue import Catalogue
from elearn.content.mend import codes_of
from tests.content.written import FRONT, written
from tests.shipped import catalogue as shipped_lessons

EMPTY = Catalogue()


@pytest.mark.parametrize(
    ("name", "stem", "language", "subject", "file"),
    [
        ("baca-03-m-b.md", "baca-03-m-b", "id", "literasi", "baca-03-m-b.md"),
        ("baca-03-m-b.md.txt", "baca-03-m-b", "id", "literasi", "baca-03-m-b.md"),
        (r"C:\Dewi\baca-03-m-b.TXT", "baca-03-m-b", "id", "literasi", "baca-03-m-b.md"),
        ("hitung-01-satu.en.md", "hitung-01-satu", "en", "numerasi", "hitung-01-satu.en.md"),
    ],
)
def test_a_name_says_which_lesson_it_is(
    name: str, stem: str, language: str, subject: str, file: str
) -> None:
    what = named(name)
    assert (what.stem, what.language, what.subject, what.file) == (stem, language, subject, file)
    assert naming_fault(what) is None


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "CON", "a/b.md", "x" * 300 + ".md", "pelajaran saya.md", "", "\0",
             "bacá-01-x.md", "..%2f"]
)
def test_b3_a_name_that_is_none_is_refused_in_words(name: str) -> None:
    what = named(name)
    assert "/" not in what.file
    assert naming_fault(what) is not None


@pytest.mark.parametrize(
    "bytes_",
    [
        written().encode("utf-16"),
        b"\xef\xbb\xbf" + written().replace("\n", "\r\n").encode(),
        written(step="Harga “ubi” – dua.\n").encode("cp1252"),
    ],
)
def test_what_other_programs_save_is_mended_into_a_clean_file(bytes_: bytes) -> None:
    judged = judge(bytes_, named("baca-03-m-b.md.txt"), EMPTY)
    assert judged.lesson is not None
    assert judged.notes
    assert not set("\r\ufeff“”") & set(judged.text)
    again = judge(judged.text.encode(), judged.named, EMPTY)
    assert (again.text, again.notes) == (judged.text, ())


def test_b9_a_code_of_another_lesson_is_refused() -> None:
    catalogue = shipped_lessons()
    taken = catalogue.lessons["baca-03-m-b"]["id"].questions[0].code
    text = written().replace("baca-03-aaaa", taken)
    judged = judge(text, named("baca-90-baru.md"), catalogue)
    assert judged.lesson is None
    assert any(taken in fault.text for fault in judged.faults)
    own = judge(catalogue.lessons["baca-03-m-b"]["id"].source, named("baca-03-m-b.md"), catalogue)
    assert own.faults == ()                             # a new version of the same lesson is fine


@settings(max_examples=25)
@given(st.binary(max_size=400) | st.text(max_size=400))
def test_c9_any_bytes_have_an_answer(source: bytes | str) -> None:
    judged = judge(source, named("baca-03-m-b.md"), EMPTY)
    assert (judged.lesson is None) == bool(judged.faults)


def test_the_hub_gives_a_missing_code_that_no_lesson_has() -> None:
    catalogue, what = shipped_lessons(), named("baca-90-baru.md")
    text = re.sub("Kode: .*\n", "", written()).replace("- [x] mama", "-[X] mama")
    assert judge(text, what, catalogue).lesson is None
    kept = tidied(text.replace("\n", "\r\n"), what, catalogue)
    assert isinstance(kept, str)
    judged = judge(kept, what, catalogue)
    assert judged.faults == judged.notes == ()
    assert len(set(codes_of(kept))) == 10
    assert tidied(kept, what, catalogue) == kept


def test_a_text_whose_letters_are_in_doubt_is_kept_as_it_was_given() -> None:
    source = written(step="Ini \u202e ibu.\n").encode()
    assert tidied(source, named("baca-90-baru.md"), EMPTY) is source


def test_a_lesson_ahead_of_those_before_it_can_be_looked_at_though_it_has_a_fault() -> None:
    front = FRONT + "prasyarat: baca-89-belum-ada\n"
    judged = judge(written(front=front), named("baca-90-baru.md"), EMPTY)
    assert [fault.message for fault in judged.faults] == [
        "Prasyarat '{stem}' tidak ada. Periksa nama berkasnya."
    ]
    assert judged.lesson is not None
    assert judged.lesson.steps
