"""What she mixes up, from her log alone: counted lately, until three chances went well."""

import random
from datetime import date, timedelta

from elearn.mastery import Answer, Confused, weakest
from tests.mastery.log import MONDAY, answer

TODAY = MONDAY + timedelta(days=6)


def mixed(question: int, name: str, day: int = 0, minute: int = 0, draw: int = 0) -> Answer:
    """A wrong answer that shows a confusion."""
    return answer(question, False, day, minute, draw=draw, confusion=name)


def names(answers: list[Answer], today: date = TODAY) -> list[tuple[str, int]]:
    """What is left, and how often."""
    return [(one.name, one.times) for one in weakest(answers, today)]


def test_what_shows_most_often_comes_first() -> None:
    log = [mixed(1, "b-d"), mixed(2, "m-n", minute=1), mixed(3, "m-n", minute=2)]
    assert names(log) == [("m-n", 2), ("b-d", 1)]


def test_the_latest_is_told_first() -> None:
    log = [mixed(1, "b-d"), mixed(2, "b-d", day=1)]
    assert weakest(log, TODAY) == (Confused(
        name="b-d", times=2, last=MONDAY + timedelta(days=1),
        questions=("baca-03-2", "baca-03-1"), lessons=("baca-03-m-b",), latest=log[1].id,
    ),)  # fmt: skip


def test_a_question_shows_it_once_a_day_however_often_she_tries() -> None:
    log = [mixed(1, "b-d"), mixed(1, "b-d", minute=1), mixed(1, "b-d", day=1)]
    assert names(log) == [("b-d", 2)]


def test_it_is_over_when_the_last_three_chances_were_right() -> None:
    log = [mixed(1, "b-d"), mixed(2, "b-d", minute=1)]
    log += [answer(1, True, 1), answer(2, True, 1, 1)]
    assert names(log) == [("b-d", 2)]
    assert names([*log, answer(1, True, 2)]) == []
    assert names([*log, answer(1, False, 2), answer(2, True, 2, 1)]) == [("b-d", 2)]


def test_only_first_tries_at_its_own_questions_are_chances() -> None:
    log = [mixed(1, "b-d")]
    log += [answer(1, True, 0, minute) for minute in (1, 2, 3)]         # the same question again
    log += [answer(other, True, 1) for other in (7, 8, 9)]              # other questions
    assert names(log) == [("b-d", 1)]


def test_it_comes_back_when_it_shows_again() -> None:
    log = [mixed(1, "b-d"), *(answer(1, True, day) for day in (1, 2, 3))]
    assert names(log) == []
    assert names([*log, mixed(1, "b-d", 4)]) == [("b-d", 2)]


def test_what_is_four_weeks_old_is_forgotten() -> None:
    log = [mixed(1, "b-d")]
    assert names(log, MONDAY + timedelta(days=27)) == [("b-d", 1)]
    assert names(log, MONDAY + timedelta(days=28)) == []


def test_answers_that_do_not_count_show_nothing() -> None:
    assert names([answer(1, False, confusion="b-d", counted=False)]) == []


def test_order_and_repetition_change_nothing() -> None:
    log = [
        *(mixed(one, name, one % 3, one) for one, name in enumerate(["b-d", "m-n"] * 5)),
        *(answer(one, True, 4, one) for one in range(0, 6, 2)),
    ]
    expected = weakest(log, TODAY)
    assert expected
    chance = random.Random(5)  # noqa: S311  # no secret
    for _ in range(20):
        again = [*log, *chance.sample(log, 5)]
        chance.shuffle(again)
        assert weakest(again, TODAY) == expected
