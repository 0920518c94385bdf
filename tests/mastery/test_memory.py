"""What is remembered of each question."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from elearn.mastery import Answer
from elearn.mastery.memory import memories
from elearn.mastery.review import Grade, due
from tests.mastery.log import MONDAY, answer

LATER = MONDAY + timedelta(days=100)


def one(log: Sequence[Answer], today: date = LATER, question: str = "baca-03-1") -> object:
    return memories(log, today)[question]


def test_the_next_day_is_that_of_a_review_by_fsrs() -> None:
    grades: list[tuple[date, Grade]] = []
    log: list[Answer] = []
    for day, grade in ((0, "good"), (2, "hard"), (9, "again"), (10, "good"), (30, "good")):
        log.append(answer(1, grade != "again", day, hints=int(grade == "hard")))
        grades.append((MONDAY + timedelta(days=day), grade))  # type: ignore[arg-type]
        assert memories(log, LATER)["baca-03-1"].due == due(grades)


def test_only_the_first_try_of_a_day_is_a_review() -> None:
    wrong_first = [answer(1, False, 0, 0), answer(1, True, 0, 1), answer(1, True, 0, 2, draw=5)]
    assert one(wrong_first) == one(wrong_first[:1])
    assert memories(wrong_first, LATER)["baca-03-1"].lapsed


def test_other_numbers_and_other_occasions_are_the_same_question() -> None:
    log = [answer(1, True, 0), answer(1, True, 3, draw=6)]
    practised = [log[0], replace(log[1], occasion="latihan")]
    assert one(practised) == one(log) != one(log[:1])


def test_what_is_not_counted_is_not_remembered() -> None:
    assert memories([answer(1, True, counted=False)], LATER) == {}


def test_a_hint_or_a_slow_answer_brings_it_back_sooner() -> None:
    well, helped = [answer(1, True)], [answer(1, True, hints=1)]
    assert memories(helped, LATER)["baca-03-1"].due < memories(well, LATER)["baca-03-1"].due
    assert one([answer(1, True, slow=True)]) == one(helped)


def test_today_is_not_looked_at() -> None:
    log = [answer(1, True, 0), answer(1, False, 3)]
    assert one(log, MONDAY + timedelta(days=3)) == one(log[:1])


def test_it_fades_from_one_and_is_nine_tenths_after_its_stability() -> None:
    memory = memories([answer(1, True)], LATER)["baca-03-1"]
    left = [memory.retrievability(MONDAY + timedelta(days=days)) for days in range(-3, 60)]
    assert left[:4] == [1.0] * 4
    assert left == sorted(left, reverse=True)
    assert left[5] > 0.9 > left[6]                  # 2.3 days


ANSWERS = st.lists(st.builds(
    lambda number, question, right, day, minute, hints, draw: answer(
        question, right, day, minute, hints=hints, draw=draw, name=str(number)),
    st.integers(0, 30), st.integers(0, 2), st.booleans(), st.integers(0, 90), st.integers(0, 5),
    st.integers(0, 1), st.integers(0, 3),
), max_size=30, unique_by=lambda one: one.id)


@given(ANSWERS, st.randoms())
def test_order_and_repetition_and_delay_change_nothing(log: list[Answer], luck: object) -> None:
    again = [*log, *log[::2]]
    luck.shuffle(again)  # type: ignore[attr-defined]
    assert memories(again, LATER) == memories(log, LATER)


@given(ANSWERS)
def test_the_next_day_is_within_thirty_days_of_the_last(log: list[Answer]) -> None:
    for memory in memories(log, LATER).values():
        assert 1 <= (memory.due - memory.last).days <= 30
