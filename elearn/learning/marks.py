"""Whose a sitting was: a tutor's marks "bukan dia", append-only; of several the latest counts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.orm import Session

from elearn.learning import derived
from elearn.store import tables
from elearn.store.base import core

Sitting = tuple[str, date]
"""A lesson's stem and a day."""

_mark = core(tables.SittingMark).c
_MARKS = select(_mark.lesson, _mark.day, _mark.hers).order_by(_mark.at, _mark.id)
_OF_ONE = _MARKS.where(_mark.person_id == bindparam("learner"))


def mark_sitting(
    session: Session,
    person_id: UUID,
    lesson: str,
    day: date,
    hers: bool,
    by: UUID,
    now: datetime,
) -> bool:
    """Say whether a sitting was the learner's own; False when that is what is known already.

    A mark is always later than those before it, also when the clock was set back in between.
    """
    if hers is ((lesson, day) not in disowned(session, person_id)):
        return False
    before = session.scalar(select(func.max(_mark.at)).where(_mark.person_id == person_id))
    if before is not None:
        now = max(now, before + timedelta(microseconds=1))
    session.add(
        tables.SittingMark(
            person_id=person_id, lesson=lesson, day=day, hers=hers, by=by, at=now
        )
    )
    session.flush()
    derived.stale_lessons(session.connection(), person_id, [lesson])
    return True


def disowned(session: Session | Connection, person_id: UUID) -> frozenset[Sitting]:
    """Return the sittings of this learner that somebody else played."""
    found = session.execute(_OF_ONE, {"learner": person_id})
    return _latest((row.lesson, row.day, row.hers) for row in found)


def disowned_of(session: Session, people: Sequence[UUID]) -> Mapping[UUID, frozenset[Sitting]]:
    """Return the same for several learners, with one query; who has no mark is not in it."""
    found = session.execute(
        select(_mark.person_id, _mark.lesson, _mark.day, _mark.hers)
        .where(_mark.person_id.in_(people))
        .order_by(_mark.at, _mark.id)
    ).all()
    return {
        person: _latest((row.lesson, row.day, row.hers) for row in found if row.person_id == person)
        for person in {row.person_id for row in found}
    }


def _latest(marks: Iterable[tuple[str, date, bool]]) -> frozenset[Sitting]:
    latest = {(lesson, day): hers for lesson, day, hers in marks}
    return frozenset(sitting for sitting, hers in latest.items() if not hers)
