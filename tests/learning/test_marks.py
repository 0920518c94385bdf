"""Bukan dia: a sitting that somebody else played is left out of everything, and can come back."""

from datetime import date, timedelta
from uuid import UUID

from elearn.learning import answers, marks
from elearn.mastery import standing
from tests.learning.test_answers import give
from tests.small_hub import MORNING, SmallHub

TODAY = date(2026, 11, 24)
BY = UUID(int=9)


def mark(hub: SmallHub, hers: bool, minute: int = 0) -> bool:
    with hub.store.writing() as session:
        now = MORNING + timedelta(minutes=minute)
        return marks.mark_sitting(session, hub.sari.id, "baca-03-m-b", TODAY, hers, BY, now)


def test_what_somebody_else_played_is_not_counted_until_it_is_given_back(hub: SmallHub) -> None:
    for number in range(10):
        give(hub, hub.answer(number * 30, code=f"baca03-s{number}"))
    give(hub, hub.answer(400, lesson="hitung-01-satu-lima"))

    def status() -> str:
        with hub.store.reading() as session:
            assert answers.log(session, hub.sari.id, "hitung-01-satu-lima")[0].counted
            return standing(answers.log(session, hub.sari.id, "baca-03-m-b")).status

    assert status() == "hampir"
    mark(hub, hers=False)
    assert status() == "belum"
    mark(hub, hers=True, minute=-5)           # the clock was set back in between
    assert status() == "hampir"


def test_saying_it_twice_is_one_mark(hub: SmallHub) -> None:
    assert not mark(hub, hers=True)           # nobody doubted it
    assert mark(hub, hers=False)
    assert not mark(hub, hers=False, minute=1)


def test_marks_of_several_are_those_of_each(hub: SmallHub) -> None:
    mark(hub, hers=False)
    with hub.store.reading() as session:
        both = marks.disowned_of(session, [hub.sari.id, hub.rudi.id])
        assert both == {hub.sari.id: marks.disowned(session, hub.sari.id)}
        assert marks.disowned(session, hub.rudi.id) == frozenset()
