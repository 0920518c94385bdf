"""The shipped reading lessons keep what their goals promise."""

from collections import Counter

import pytest

from elearn import paths
from elearn.content.catalogue import Catalogue
from elearn.content.compose import compose
from elearn.content.lesson import Lesson
from elearn.content.values import QuestionScreen
from tests.content.written import say
from tests.shipped import catalogue as shipped_lessons

STEMS = sorted(
    path.stem
    for path in paths.shipped("lessons").glob("literasi/baca-*.md")
    if "." not in path.stem
)

MISTAKEN = {"baca-05-n-s": {"m", "n"}, "baca-06-l-d": {"b", "d"}}
"""Letters that the goal of a lesson wants told apart, "5 of 6"."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped_lessons()


@pytest.fixture
def lesson(catalogue: Catalogue, stem: str) -> Lesson:
    found = catalogue.lesson(stem)
    assert found is not None
    return found


@pytest.mark.parametrize("stem", STEMS)
def test_every_new_letter_is_answered_right_in_two_questions(lesson: Lesson) -> None:
    for audience in lesson.audiences:
        shown = Counter(
            letter
            for question in compose(lesson, audience, 0, say).questions
            for letter in question.evidence
        )
        assert all(shown[letter] >= 2 for letter in lesson.meta.graphemes), (audience, shown)


@pytest.mark.parametrize("stem", STEMS)
def test_every_mistake_that_is_foreseen_is_answered_by_words_that_teach(lesson: Lesson) -> None:
    for question in lesson.questions:
        assert question.explanation is not None, question.code
        if lesson.meta.test:
            continue         # it neither hints nor answers before its end
        wrong = [one for one in question.options if not one.accepted]
        silent = [one.line for one in wrong if not one.feedback]
        if question.kind == "ketuk":         # any word can be tapped; the likely ones are answered
            assert len(silent) < len(wrong), question.code
        else:
            assert not silent, (question.code, silent)
        assert question.hints, question.code


@pytest.mark.parametrize("stem", MISTAKEN)
def test_letters_that_are_easily_mistaken_meet_in_six_questions(stem: str, lesson: Lesson) -> None:
    for audience in lesson.audiences:
        questions = compose(lesson, audience, 0, say).questions
        met = [one.code for one in questions if tells_apart(one, MISTAKEN[stem])]
        assert len(met) >= 6, (audience, met)


def tells_apart(question: QuestionScreen, letters: set[str]) -> bool:
    """Whether a wrong option differs from a right one by exactly these two letters."""
    if not question.reading:
        return False
    right = [choice.body.spoken[0] for choice in question.choices if choice.accepted]
    wrong = [choice.body.spoken[0] for choice in question.choices if not choice.accepted]
    return any(
        len(one) == len(other)
        and {letter for pair in zip(one, other, strict=True) for letter in pair
             if pair[0] != pair[1]} == letters
        for one in right
        for other in wrong
    )
