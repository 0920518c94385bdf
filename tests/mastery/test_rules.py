"""What Sari's answers in one lesson amount to."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.mastery import Answer, FirstTry, Standing, standing
from tests.mastery.log import MONDAY, answer, sitting

GOOD, BAD = "vvvvvvvvvv", "v.v.v.v.v."


def after(*days: str) -> Standing:
    return standing(chain.from_iterable(sitting(marks, day) for day, marks in enumerate(days)))


def test_one_who_has_not_begun_stands_at_belum() -> None:
    assert standing([]) == Standing(status="belum")


@pytest.mark.parametrize(("marks", "status"), [
    ("vvvvvvvvvv", "hampir"),
    ("..vvvvvvvv", "hampir"),        # 8 of 10, the last five right
    (".vvvvvvvv.", "hampir"),        # 4 of the last five
    ("vvvvvv.v.v", "belum"),         # 8 of 10, but 3 of the last five
    ("...vvvvvvv", "belum"),         # 7 of 10
    ("vvvvvvvvv", "belum"),          # nine are no sitting
    ("..vvvvvvvvvvv", "hampir"),     # thirteen: 11 right
    ("....vvvvvvvvv", "belum"),      # thirteen: 9 right, less than four fifths
])
def test_one_good_sitting_is_almost_there(marks: str, status: str) -> None:
    assert after(marks).status == status


def test_it_takes_a_later_day_to_be_able() -> None:
    assert after(GOOD).status == "hampir"
    assert after(GOOD, GOOD).status == "bisa"
    twice_in_a_day = [*sitting(GOOD), *(answer(n, True, minute=60 + n) for n in range(10))]
    assert standing(twice_in_a_day).status == "hampir"


def test_a_bad_day_between_two_good_ones_takes_nothing_away() -> None:
    assert after(GOOD, BAD).status == "hampir"
    assert after(GOOD, BAD, GOOD).status == "bisa"


def test_only_the_first_try_of_the_day_counts() -> None:
    again = [answer(number, True, minute=30 + number) for number in range(10)]
    assert standing([*sitting(BAD), *again]).status == "belum"


def test_the_first_try_is_the_earliest_and_then_the_smaller_id() -> None:
    wrong = answer(0, False, name="a")
    right = answer(0, True, name="b")
    assert standing([right, wrong]).tries == (FirstTry("baca-03-0", 0, False),)


def test_the_same_question_with_other_numbers_is_a_different_one() -> None:
    drawn = [answer(0, True, minute=draw, draw=draw) for draw in range(10)]
    assert standing(drawn).status == "hampir"


def test_impossible_answers_are_left_out() -> None:
    forged = [answer(n, True, n // 10, n, name=f"x{n}", counted=False) for n in range(40)]
    assert standing(forged) == Standing()
    assert standing([*forged, *sitting(BAD)]) == standing(sitting(BAD))


def test_a_flagged_answer_does_not_use_up_the_first_try() -> None:
    flagged = answer(0, False, minute=-1, counted=False)
    assert standing([flagged, *sitting(GOOD)]).status == "hampir"


def test_every_letter_of_the_lesson_must_have_been_shown() -> None:
    log = [answer(n, True, day, n, evidence="m") for day in (0, 1) for n in range(10)]
    assert standing(log, frozenset("mb")).status == "belum"
    assert standing(log, frozenset("mb")).missing == {"b"}
    assert standing(log, frozenset("m")).status == "bisa"


def test_a_letter_shown_on_an_earlier_day_stays_shown() -> None:
    monday = [answer(n, n == 0, 0, n, evidence="b") for n in range(10)]
    tuesday = [answer(n, True, 1, n, evidence="m") for n in range(10)]
    assert standing([*monday, *tuesday], frozenset("mb")).status == "hampir"


def test_a_letter_is_not_shown_by_a_wrong_or_a_second_answer() -> None:
    log = [answer(0, False, evidence="m"), answer(0, True, minute=1, evidence="m")]
    assert standing(log, frozenset("m")).missing == {"m"}


def test_a_failed_review_asks_again_and_remembers() -> None:
    failed = after(GOOD, GOOD, BAD)
    assert failed.status == "ulang"
    assert failed.ever_able
    mended = after(GOOD, GOOD, BAD, GOOD)
    assert mended.status == "bisa"


def test_the_tries_are_those_that_made_it_so() -> None:
    held = after(GOOD, "v.vvvvvvvv", "v.")
    assert held.status == "bisa"
    assert [first.right for first in held.tries] == [mark == "v" for mark in "v.vvvvvvvv"]
    unfinished = after(BAD, "v.v")
    assert [first.right for first in unfinished.tries] == [True, False, True]


def test_sittings_without_a_good_one_are_counted_for_the_tutor() -> None:
    assert after(BAD, "vv", BAD, BAD).sittings_without == 3
    assert after(BAD, GOOD).sittings_without == 0
    assert after(BAD, GOOD, BAD).sittings_without == 1


def test_the_review_falls_due_later_the_surer_she_is() -> None:
    assert after(GOOD).due is None
    able = after(GOOD, GOOD).due
    helped = after(GOOD, "hvvvvvvvvv").due
    failed = after(GOOD, GOOD, BAD).due
    assert able == MONDAY + timedelta(days=3)
    assert helped == MONDAY + timedelta(days=2)
    assert failed == MONDAY + timedelta(days=3)


def test_a_slow_sitting_counts_as_a_hard_one() -> None:
    slow = [answer(n, True, 1, n, slow=n == 3) for n in range(10)]
    assert standing([*sitting(GOOD), *slow]).due == after(GOOD, "hvvvvvvvvv").due


def test_the_last_judged_day_is_known() -> None:
    assert after("vvv").last is None
    assert after(GOOD, "vvv").last == MONDAY


# whole sittings that mostly go well, so that a quarter of the logs reach hampir, bisa or ulang,
# and stray answers to the same questions on the same days
STRAY = st.builds(
    lambda name, question, right, day, minute, counted: answer(
        question, right, day, minute, name=str(name), evidence="m", counted=counted),
    st.uuids(), st.integers(0, 12), st.booleans(), st.integers(0, 4), st.integers(-2, 9),
    st.booleans(),
)
SITTINGS = st.lists(st.text(st.sampled_from("vvvvvvvvh."), min_size=9, max_size=12), max_size=5)
LOGS = st.builds(
    lambda days, strays: [
        *chain.from_iterable(sitting(marks, day) for day, marks in enumerate(days)), *strays],
    SITTINGS, st.lists(STRAY, unique_by=lambda one: one.id, max_size=6),
)


@given(LOGS, st.randoms(use_true_random=False))
def test_order_repetition_and_delay_change_nothing(log: list[Answer], dice: Random) -> None:
    shuffled = [*log, *log[::2]]
    dice.shuffle(shuffled)
    assert standing(shuffled, frozenset("mb")) == standing(log, frozenset("mb"))


@given(LOGS)
def test_every_able_learner_has_a_next_review(log: list[Answer]) -> None:
    held = standing(log)
    assert held.ever_able == (held.status in ("bisa", "ulang")) == (held.due is not None)


@given(LOGS, LOGS)
def test_a_later_day_never_takes_away_what_she_reached(
    log: list[Answer], more: list[Answer],
) -> None:
    later = [replace(one, id=f"later {one.id}", day=one.day + timedelta(days=10),
                     at=one.at + timedelta(days=10)) for one in more]
    before, after_all = standing(log), standing([*log, *later])
    assert after_all.ever_able >= before.ever_able
    assert (after_all.status != "belum") >= (before.status != "belum")
    assert after_all.missing <= before.missing


def test_any_iterable_will_do() -> None:
    log: Iterable[Answer] = (one for one in sitting(GOOD))
    assert standing(log).status == "hampir"


def test_what_was_answered_in_practice_or_placement_belongs_to_no_sitting() -> None:
    lesson = list(sitting("vvvvvvvvvv"))
    elsewhere = [replace(one, id=f"{occasion} {one.id}", right=False, occasion=occasion)
                 for one in lesson for occasion in ("latihan", "penempatan")]
    assert standing([*elsewhere, *lesson]) == standing(lesson)
    assert standing(elsewhere).tries == ()
