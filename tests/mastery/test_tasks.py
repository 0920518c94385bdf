"""Tasks: a sitting waits for its tutor's look; her ticks complete it as if they had been there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.mastery import Answer, LessonNode, handed_in, next_lesson, standing
from elearn.mastery.sittings import sittings

from .log import MONDAY, answer, sitting, task, ticks

NINE = list(sitting("vvvvvvvvv"))
WAITS = [*NINE, task(9, minute=9)]
LESSON = "baca-03-m-b"


def test_a_task_without_ticks_neither_counts_nor_blocks() -> None:
    found = standing(WAITS)
    assert (found.status, found.waiting, found.given, found.answered) == ("belum", MONDAY, 1, 10)
    assert len(found.tries) == 9
    assert found.sittings_without == 0
    assert handed_in(WAITS)[0].question == "baca-03-9"


@pytest.mark.parametrize("right", [True, False])
def test_the_ticks_complete_the_sitting_of_that_day(right: bool) -> None:
    known = [*WAITS, ticks(9, right, minute=9)]
    as_if = [*NINE, answer(9, right, minute=9)]
    assert standing(known) == standing(as_if)
    assert standing(known).status == "hampir"
    assert handed_in(known) == ()


def test_a_task_stands_where_she_handed_it_in_not_where_it_was_ticked() -> None:
    early = [task(0), *(answer(n, True, minute=n) for n in range(1, 10))]
    ticked = [*early, ticks(0, True, minute=30)]
    assert standing(ticked).tries[0].question == "baca-03-0"


def test_of_several_ticks_the_latest_counts() -> None:
    wrong_first = [*WAITS, ticks(9, False, minute=10), ticks(9, True, minute=11)]
    assert standing(wrong_first).tries[-1].right
    taken_back = [*wrong_first, ticks(9, False, minute=12)]
    assert not standing(taken_back).tries[-1].right


def test_paper_alone_counts_and_meets_the_page_whatever_its_draw() -> None:
    paper = [*NINE, ticks(9, True, minute=20)]
    assert standing(paper).status == "hampir"
    late = [*paper, task(9, minute=9, draw=5)]        # her phone tells of it the day after
    assert len(standing(late).tries) == 10
    assert handed_in(late) == ()


def test_a_sitting_that_no_tick_can_save_is_judged_at_once() -> None:
    lost = [*sitting("...vvvvvv"), task(9, minute=9)]
    found = standing(lost)
    assert (found.waiting, found.sittings_without, found.last) == (None, 1, MONDAY)
    for right in (True, False):
        after = standing([*lost, ticks(9, right, minute=9)])
        assert (after.sittings_without, after.status) == (1, "belum")


def test_a_second_handing_in_with_her_own_judgement_is_the_same_task() -> None:
    twice = [*WAITS, task(9, minute=10, name="mirip")]
    assert standing(twice) == standing(WAITS)
    assert len(handed_in(twice)) == 1


def test_what_was_not_hers_or_not_counted_waits_for_nobody() -> None:
    others = [replace(one, counted=False, given=False) for one in WAITS]
    assert standing(others).waiting is None
    assert handed_in(others) == ()


def test_lanjut_leads_on_from_a_lesson_that_waits_for_the_tutor_alone() -> None:
    order = [LessonNode(LESSON), LessonNode("baca-04", (LESSON,)), LessonNode("baca-05")]
    at = {LESSON: standing(WAITS)}
    for day in (0, 1, 5):
        today = MONDAY + timedelta(days=day)
        assert next_lesson(order, at, None, today) == "baca-04"
        assert next_lesson(order, at, None, today, assigned=[LESSON]) == "baca-04"
    assert next_lesson(order[:1], at, None, MONDAY) is None
    ticked = {LESSON: standing([*WAITS, ticks(9, True, minute=9)])}
    assert next_lesson(order[:1], ticked, None, MONDAY + timedelta(days=1)) == LESSON


def test_a_later_sitting_that_was_judged_ends_the_waiting() -> None:
    assert standing([*WAITS, *sitting("vvvvvvvvvv", day=1)]).waiting is None
    both = [*WAITS, *sitting("vvvvvvvvvv", day=1), ticks(9, True, minute=9)]
    assert standing(both).status == "bisa"


@st.composite
def logs(draw: st.DrawFn) -> list[Answer]:
    """A log with tasks, some ticked once or several times, some on paper only."""
    found: list[Answer] = []
    for day in range(draw(st.integers(1, 4))):
        tasks = draw(st.integers(0, 3))
        for number in range(10 - tasks):
            found.append(answer(number, draw(st.booleans()), day, number))
        for number in range(10 - tasks, 10):
            if draw(st.booleans()):
                found.append(task(number, day, number))
            for again in range(draw(st.integers(0, 2))):
                found.append(ticks(number, draw(st.booleans()), day, number + 10 * again,
                                   name=f"{day}-{number}-ticks-{again}"))
    return found


@given(logs(), st.data())
def test_no_order_and_no_repetition_of_arrival_changes_anything(
    log: list[Answer], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations([*log, *log[:3]]))
    assert standing(shuffled) == standing(log)
    assert handed_in(shuffled) == handed_in(log)


@given(logs())
def test_a_ticked_task_is_worth_what_an_answer_at_its_place_is(log: list[Answer]) -> None:
    last = {(one.question, one.day): one for one in sorted(log, key=lambda one: one.at)
            if one.judged}
    first: dict[tuple[str, date], Answer] = {}
    for one in sorted(log, key=lambda one: (one.at, one.id)):
        first.setdefault((one.question, one.day), one)
    plain = [
        replace(one, right=last.get(key, one).right, given=False, judged=False, counted=True)
        for key, one in first.items() if key in last or not one.given
    ]
    for real, as_if in zip(sittings(log), sittings(plain), strict=True):
        assert real.tries == as_if.tries


@given(logs())
def test_nothing_that_is_handed_in_can_make_a_lesson_known(log: list[Answer]) -> None:
    unticked = [one for one in log if not one.judged]
    without = [one for one in unticked if not one.given]
    assert standing(unticked).status in ("belum", standing(without).status)
