"""Learners who left their class: off every list and every door, with their history kept."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from elearn.store import tables

_gone = tables.Archiving
ARCHIVED = exists().where(_gone.person_id == tables.Person.id, _gone.restored_at.is_(None))
"""Whether a person is archived now: to be put into a query of tables.Person."""


@dataclass(frozen=True, slots=True)
class Archived:
    """A learner as the list of those who left shows her."""

    person_id: UUID
    name: str
    picture: str
    at: datetime


def archive(session: Session, person_id: UUID, by: UUID, now: datetime) -> None:
    """Take a learner off the lists; her sessions end. Twice is once."""
    if _open(session, person_id) is None:
        session.add(tables.Archiving(person_id=person_id, by=by, at=now))
    end_sessions(session, person_id, now)


def restore(session: Session, person_id: UUID, by: UUID, now: datetime) -> None:
    """Take her back, with all that she did."""
    session.execute(
        update(_gone)
        .where(_gone.person_id == person_id, _gone.restored_at.is_(None))
        .values(restored_at=now, restored_by=by)
    )


def archived(session: Session, class_id: UUID) -> list[Archived]:
    """Return who left a class, the latest first."""
    who = tables.Person
    found = session.execute(
        select(who.id, who.name, who.picture, _gone.at)
        .join_from(who, _gone, _gone.person_id == who.id)
        .where(who.class_id == class_id, _gone.restored_at.is_(None))
        .order_by(_gone.at.desc(), who.id)
    )
    return [Archived(*row) for row in found]


def class_of(session: Session, person_id: UUID) -> UUID | None:
    """Return the class of an archived learner; None for anybody else."""
    who = tables.Person
    return session.scalar(select(who.class_id).where(who.id == person_id, ARCHIVED))


def end_sessions(session: Session, person_id: UUID, now: datetime) -> None:
    """End every session of a learner."""
    visit = tables.WebSession
    session.execute(
        update(visit)
        .where(visit.person_id == person_id, visit.ended_at.is_(None))
        .values(ended_at=now)
    )


def _open(session: Session, person_id: UUID) -> UUID | None:
    return session.scalar(
        select(_gone.id).where(_gone.person_id == person_id, _gone.restored_at.is_(None))
    )
