"""Lanjut never opens for ever what nobody could finish."""

from dataclasses import replace
from datetime import UTC, date, datetime

from elearn.content.lesson import Lesson
from elearn.learning.progress import Asked, offered, progress
from elearn.mastery import Answer
from tests.shipped import catalogue as shipped_lessons

TODAY = date(2026, 11, 24)
LESSONS = offered(shipped_lessons(), "dewasa", "id")
FIRST, SECOND = LESSONS[0].stem, LESSONS[1].stem


def few_in_the_first(lesson: Lesson) -> int:
    """Ask four questions in the first lesson, ten in the others."""
    return 4 if lesson.stem == FIRST else 10


def onward(log: tuple[Answer, ...] = (), asked: tuple[Asked, ...] = ()) -> str | None:
    found = progress(LESSONS, log, TODAY, asked, few_in_the_first).onward()
    return found.stem if found else None


def test_a_lesson_that_asks_too_few_questions_is_passed_over() -> None:
    assert progress(LESSONS, (), TODAY).onward() == LESSONS[0]
    assert onward() == SECOND


def test_also_when_a_tutor_asks_for_it() -> None:
    assert onward(asked=(Asked(FIRST, TODAY),)) == SECOND


def test_but_what_she_is_in_the_middle_of_goes_on() -> None:
    at = datetime(2026, 11, 24, 2, tzinfo=UTC)
    one = Answer("a", FIRST, "q1", 0, True, at, TODAY, asked=4)
    assert onward((one,)) == FIRST


def test_nothing_is_left_when_no_page_can_be_judged() -> None:
    assert progress(LESSONS, (), TODAY, (), lambda _lesson: 4).onward() is None


def test_a_lesson_that_builds_on_an_unwritten_one_is_not_opened_before_the_others() -> None:
    first = replace(LESSONS[0], meta=replace(LESSONS[0].meta, prerequisites=("baca-99-nanti",)))
    lessons = (first, LESSONS[-1])
    assert progress(lessons, (), TODAY).onward() == first
    waits = progress(lessons, (), TODAY, unwritten=frozenset({"baca-99-nanti"}))
    assert waits.onward() == LESSONS[-1]
