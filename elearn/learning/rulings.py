"""What people say of a placement: a learner skips it, a tutor chooses another first lesson.

Both are append-only facts; of several rulings on a strand the latest counts, by its time and id.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.store import tables
from elearn.store.base import core

NOTE = 200
"""Letters of a tutor's own words."""

_skip = core(tables.PlacementSkip).c
_ruling = core(tables.PlacementRuling).c


@dataclass(frozen=True, slots=True)
class Ruling:
    """A tutor's word on where a learner begins; a `lesson` of "" takes back what was said."""

    strand: str
    lesson: str
    reason: tables.Reason
    note: str
    by: UUID
    at: datetime


def skip(session: Session, person_id: UUID, day: date, now: datetime) -> None:
    """Note that a learner skips placement on a day, or has enough of it; once a day."""
    if day not in skipped(session, person_id):
        session.add(tables.PlacementSkip(person_id=person_id, day=day, at=now))
        session.flush()


def skipped(session: Session, person_id: UUID) -> tuple[date, ...]:
    """Return the days on which a learner skipped placement or stopped it."""
    found = session.scalars(select(_skip.day).where(_skip.person_id == person_id))
    return tuple(sorted(found))


def rule(session: Session, person_id: UUID, ruling: Ruling) -> bool:
    """Write down a tutor's word; False where the same is what holds already.

    It is always later than those before it, also when the clock was set back in between.
    """
    holds = rulings(session, person_id).get(ruling.strand)
    said = (ruling.lesson, ruling.reason, ruling.note)
    if said == ((holds.lesson, holds.reason, holds.note) if holds else ("", "", "")):
        return False
    latest = session.scalar(select(func.max(_ruling.at)).where(_ruling.person_id == person_id))
    at = max(ruling.at, latest + timedelta(microseconds=1)) if latest else ruling.at
    session.add(tables.PlacementRuling(
        person_id=person_id, strand=ruling.strand, lesson=ruling.lesson, reason=ruling.reason,
        note=ruling.note, by=ruling.by, at=at,
    ))  # fmt: skip
    session.flush()
    return True


def rulings(session: Session, person_id: UUID) -> Mapping[str, Ruling]:
    """Return by strand the tutor's word that holds; none where it was taken back."""
    latest = {one.strand: one for one in history(session, person_id)}
    return {strand: one for strand, one in latest.items() if one.lesson}


def history(session: Session, person_id: UUID) -> tuple[Ruling, ...]:
    """Return all that tutors said of a learner's first lessons, oldest first."""
    found = session.execute(
        select(_ruling.strand, _ruling.lesson, _ruling.reason, _ruling.note, _ruling.by,
               _ruling.at)
        .where(_ruling.person_id == person_id).order_by(_ruling.at, _ruling.id)
    )
    return tuple(
        Ruling(row.strand, row.lesson, cast(tables.Reason, row.reason), row.note, row.by, row.at)
        for row in found
    )
