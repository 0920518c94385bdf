"""The classes and learners that a tutor sees, to choose among."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.accounts import people
from elearn.accounts.people import Learner
from elearn.store import tables
from elearn.store.base import core
from elearn.teaching.tutors import classes_of


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class as a list shows it, with how many learn there."""

    id: UUID
    name: str
    learners: int


def classes(session: Session, staff_id: UUID | None) -> list[ClassRow]:
    """Return the classes that a tutor has now, by name; all of them for None."""
    room, who = core(tables.Class).c, core(tables.Person).c
    left = select(core(tables.Archiving).c.person_id).where(
        core(tables.Archiving).c.restored_at.is_(None)
    )
    statement = (
        select(room.id, room.name, func.count(who.id))
        .join_from(
            core(tables.Class),
            core(tables.Person),
            (who.class_id == room.id) & (who.role == "learner") & who.id.not_in(left),
            isouter=True,
        )
        .group_by(room.id, room.name)
    )
    if staff_id is not None:
        statement = statement.where(room.id.in_(classes_of(session, staff_id)))
    found = [ClassRow(*row) for row in session.execute(statement)]
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def learners(session: Session, classes: Collection[UUID]) -> list[Learner]:
    """Return who learns in these classes, by name."""
    found = [one for class_id in classes for one in people.learners(session, class_id)]
    return sorted(found, key=lambda one: (one.name.casefold(), one.person_id))
