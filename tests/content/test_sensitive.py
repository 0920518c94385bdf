"""What the file of a sensitive lesson must hold, and when learners may meet it."""

import pytest

from elearn.content import sensitive as rules
from elearn.content.lesson import Lesson, Reading
from elearn.content.reader import read
from tests.content.written import AROUND, line_of
from tests.web.sample import SENSITIVE, SENSITIVE_FRONT, SENSITIVE_QUESTIONS, sensitive

ISIAN = """### Soal: isian
Ceritakan.
- [x] apa saja
Kode: hak-17-kccc
"""
OFF = SENSITIVE_FRONT.replace("perlindungan 2026-11-23", "perlindungan –")


def reading(text: str, stem: str = SENSITIVE) -> Reading:
    return read(text, stem, "hak", AROUND)


def told(text: str, stem: str = SENSITIVE) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in reading(text, stem).faults]


def lesson(text: str) -> Lesson:
    found = reading(text).lesson
    assert found is not None
    return found


def test_a_sensitive_lesson_asks_as_few_questions_as_it_likes() -> None:
    assert told(sensitive()) == []
    assert told(sensitive(questions="")) == []


@pytest.mark.parametrize("stem", ["hak-17-kdrt", "hak-17-2"])
def test_its_stem_tells_nothing(stem: str) -> None:
    ((line, text),) = told(sensitive(), stem)
    assert line == line_of(sensitive(), "peka: ya")
    assert "'hak-17.md'" in text


@pytest.mark.parametrize(
    "title", ["Kekerasan di rumah", "Tentang KDRT", "Pernikahan anak", "Domestic violence"]
)
def test_its_title_tells_nothing(title: str) -> None:
    ((_line, text),) = told(sensitive(SENSITIVE_FRONT.replace("Keluarga aman", title)))
    assert "harus netral" in text


def test_words_that_only_look_alike_are_no_fault() -> None:
    assert told(sensitive(SENSITIVE_FRONT.replace("Keluarga aman", "Membaca dengan saksama"))) == []


def test_nobody_is_asked_to_write_her_own_story() -> None:
    text = sensitive(questions=SENSITIVE_QUESTIONS + "\n" + ISIAN)
    assert told(text) == [(
        line_of(text, "### Soal: isian"),
        "Pelajaran peka tidak memakai soal 'isian': jangan ada tempat untuk menulis cerita "
        "sendiri. Pakai 'pilih'.",
    )]


@pytest.mark.parametrize("fact", ["F-112", "F-110", "F-SAPA"])
def test_its_last_step_says_whom_to_call_and_when_that_was_checked(fact: str) -> None:
    for text in (
        sensitive().replace(f" {{{fact} dicek}}", ""),
        sensitive().replace(f"{{{fact} dicek}}", f"{{{fact}}}"),
        sensitive() + "\n## Dadah\n\nSampai nanti.\n",
        sensitive() + "\n" + SENSITIVE_QUESTIONS.partition("\n\n")[0].replace("kaaa", "kddd"),
        sensitive().replace("## Minta tolong", "## Minta tolong (anak)"),
    ):
        last = text[: text.rindex("\n## ")].count("\n") + 2
        assert told(text)[0] == (
            last if "(anak)" not in text else line_of(text, "## Rumah"),
            "Langkah terakhir pelajaran peka adalah kartu penutup tanpa soal, dengan "
            "{F-112 dicek} {F-110 dicek} {F-SAPA dicek}.",
        )


def test_without_a_review_for_protection_it_is_off_and_says_so() -> None:
    for front in (OFF, SENSITIVE_FRONT.replace(", perlindungan 2026-11-23", "")):
        found = lesson(sensitive(front))
        assert not rules.offered(found, ())
        assert not rules.offered(found, ("hak-18",))
        assert rules.offered(found, ("hak-17",))
        (note,) = reading(sensitive(front)).notes
        assert "ELEARN_SENSITIVE=hak-17" in note.text
    assert rules.offered(lesson(sensitive()), ())
    assert reading(sensitive()).notes == ()
