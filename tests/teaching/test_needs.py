"""Who comes first on the tutor's page, and by which one reason."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from elearn.mastery import Confused, HandedIn
from elearn.teaching.needs import AWAY, MIXED_UP, ORDER, Facts, Reason, by_need, need
from tests.small_hub import MORNING

TODAY = date(2026, 11, 24)
SARI = UUID(int=1)
WELL = Facts(last_day=TODAY)
MIXED = Confused("b-d", MIXED_UP, TODAY, ("baca-06-abcd",), ("baca-06-l-d",), "one")
TASK = HandedIn("tulis-01", "tulis-01-aaaa", TODAY, MORNING)
ALL_AT_ONCE = Facts(
    stopped=True, held_until=MORNING, consented=False, stuck_in="baca-01", waiting=(TASK,),
    overdue="baca-02", to_repeat="baca-03", last_day=TODAY - timedelta(days=AWAY),
    confused=MIXED,
)  # fmt: skip


def reason(facts: Facts) -> Reason:
    return need(SARI, facts, TODAY).reason


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (replace(WELL, stopped=True), "stopped"),
        (replace(WELL, held_until=MORNING), "held"),
        (replace(WELL, consented=False), "no consent"),
        (replace(WELL, stuck_in="baca-03-m-b"), "stuck"),
        (replace(WELL, waiting=(TASK,)), "waiting"),
        (replace(WELL, overdue="baca-03-m-b"), "overdue"),
        (replace(WELL, last_day=TODAY - timedelta(days=AWAY)), "away"),
        (replace(WELL, confused=MIXED), "confused"),
        (replace(WELL, confused=replace(MIXED, times=MIXED_UP - 1)), "fine"),
        (replace(WELL, to_repeat="baca-03-m-b"), "again"),
        (replace(WELL, last_day=None), "new"),
        (replace(WELL, last_day=TODAY - timedelta(days=1)), "idle"),
        (WELL, "fine"),
    ],
)
def test_each_trouble_is_told_by_its_own_reason(facts: Facts, expected: Reason) -> None:
    assert reason(facts) == expected


def test_of_several_troubles_the_most_urgent_is_told() -> None:
    facts, told = ALL_AT_ONCE, []
    for mended in (
        {"stopped": False}, {"held_until": None}, {"consented": True}, {"stuck_in": None},
        {"waiting": ()}, {"overdue": None}, {"last_day": TODAY}, {"confused": None},
        {"to_repeat": None},
    ):  # fmt: skip
        told.append(reason(facts))
        facts = replace(facts, **mended)
    assert [*told, reason(facts)] == [one for one in ORDER if one not in ("new", "idle")]


def test_who_is_stuck_is_told_with_what_she_mixes_up() -> None:
    stuck = need(SARI, replace(WELL, stuck_in="baca-06-l-d", confused=MIXED), TODAY)
    assert (stuck.reason, stuck.confused) == ("stuck", MIXED)
    told = need(SARI, replace(WELL, confused=MIXED), TODAY)
    assert (told.confused, told.lesson) == (MIXED, "baca-06-l-d")


def test_five_days_away_is_not_yet_missing() -> None:
    assert reason(replace(WELL, last_day=TODAY - timedelta(days=AWAY - 1))) == "idle"


def test_the_most_urgent_stands_first_and_who_was_away_longest() -> None:
    def away(number: int, days: int) -> Facts:
        return Facts(last_day=TODAY - timedelta(days=days))

    people = {1: WELL, 2: away(2, 7), 3: away(3, 9), 4: replace(WELL, stopped=True)}
    needs = [need(UUID(int=number), facts, TODAY) for number, facts in people.items()]
    assert [one.person_id.int for one in by_need(needs)] == [4, 3, 2, 1]
