"""For any order, repetition or delay of arrival the log says the same."""

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from elearn.learning import answers
from elearn.learning.answers import NewAnswer
from elearn.mastery import Answer, standing
from elearn.store import tables
from tests.small_hub import JAKARTA, MORNING, SmallHub, make

LATEST = MORNING + timedelta(days=2)


@pytest.fixture(scope="module")
def long_hub() -> Iterator[SmallHub]:
    with tempfile.TemporaryDirectory() as folder:
        made = make(Path(folder))
        yield made
        made.store.close()


def recorded(hub: SmallHub, arrivals: list[NewAnswer]) -> list[Answer]:
    """Return the log after these arrived in this order, some time after all were given."""
    with hub.store.writing() as session:
        session.execute(delete(tables.Attempt))
        session.execute(delete(tables.SittingMark))
        for number, answer in enumerate(arrivals):
            received = LATEST + timedelta(seconds=number)
            answers.record(session, answer, received, JAKARTA)
        log = answers.log(session, hub.sari.id)
    return sorted(log, key=lambda one: one.id)


moments = st.one_of(
    st.integers(0, 130_000),              # milliseconds: a rush of two minutes
    st.integers(0, 2 * 24 * 3_600_000),   # two days
    st.sampled_from([0, 399, 400, 401, 59_999, 60_000, 60_001]),
)  # fmt: skip


marked = st.lists(
    st.tuples(st.sampled_from([24, 25, 26]), st.booleans(), st.integers(0, 9)), max_size=4
)
"""A day of November, hers or not, and the minute of the mark."""


Mark = tuple[int, bool, int]


def with_marks(hub: SmallHub, marks: list[tuple[int, Mark]]) -> list[Answer]:
    """Return the log after a tutor said these things about its sittings, in this order."""
    with hub.store.writing() as session:
        session.execute(delete(tables.SittingMark))
        for number, (day, hers, minute) in marks:
            session.add(tables.SittingMark(
                person_id=hub.sari.id, id=UUID(int=number), lesson="baca-03-m-b", hers=hers,
                day=date(2026, 11, day), by=UUID(int=1), at=LATEST + timedelta(minutes=minute),
            ))  # fmt: skip
        session.flush()
        log = answers.log(session, hub.sari.id)
    return sorted(log, key=lambda one: one.id)


@settings(max_examples=60, deadline=None)
@given(
    times=st.lists(st.tuples(moments, st.booleans(), st.integers(0, 3)), min_size=1, max_size=45),
    marks=marked,
    data=st.data(),
)
def test_the_order_in_which_answers_arrive_never_matters(
    long_hub: SmallHub,
    times: list[tuple[int, bool, int]],
    marks: list[Mark],
    data: st.DataObject,
) -> None:
    given_answers = [
        long_hub.answer(
            milliseconds / 1000,
            id=UUID(int=number),
            outcome="right" if right else "wrong",
            draw=draw,
        )
        for number, (milliseconds, right, draw) in enumerate(times)
    ]
    again = data.draw(st.lists(st.sampled_from(given_answers), max_size=5))
    other_order = data.draw(st.permutations([*given_answers, *again]))
    first, second = recorded(long_hub, given_answers), recorded(long_hub, other_order)
    assert first == second
    assert standing(first) == standing(second)
    assert len(first) == len(given_answers)
    said = list(enumerate(marks))
    told = with_marks(long_hub, said)
    assert told == with_marks(long_hub, data.draw(st.permutations(said)))
    assert standing(told) == standing([one for one in told if one.counted])
    for day in {day for day, _hers, _minute in marks}:
        *_, (_number, latest) = sorted(
            (one for one in said if one[1][0] == day), key=lambda one: (one[1][2], one[0])
        )
        here = [one for one in told if one.day.day == day]
        assert all(not one.counted for one in here if not latest[1])
        assert latest[1] is False or [one for one in first if one.day.day == day] == here
