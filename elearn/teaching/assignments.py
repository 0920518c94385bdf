"""Lessons that a tutor asks of a class, or of one learner in it, until she takes them back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from elearn.learning.progress import Asked
from elearn.store import tables
from elearn.store.base import core
from elearn.store.upsert import unless_there


@dataclass(frozen=True, slots=True)
class Assigned:
    """An assignment that holds. `learner_id` is None where the whole class is asked.

    `day` is the day it was given; a good sitting on it or later does what was asked.
    """

    id: UUID
    class_id: UUID
    learner_id: UUID | None
    lesson: str
    due: date | None
    day: date

    @property
    def asked(self) -> Asked:
        """What is asked, as progress is derived with it."""
        return Asked(self.lesson, self.day)

    def of(self, person_id: UUID) -> bool:
        """Whether this learner of the class is asked."""
        return self.learner_id in (None, person_id)


_task = core(tables.Assignment).c
_HELD = select(
    _task.id, _task.class_id, _task.learner_id, _task.lesson, _task.due, _task.day, _task.made_at
).where(_task.withdrawn_at.is_(None))
_OF_CLASS = _HELD.where(_task.class_id == bindparam("of_class"))
_OF_LEARNER = _OF_CLASS.where(
    or_(_task.learner_id.is_(None), _task.learner_id == bindparam("learner"))
)


def assign(
    session: Session,
    assignment_id: UUID,
    class_id: UUID,
    learner_id: UUID | None,
    lesson: str,
    due: date | None,
    by: UUID,
    now: datetime,
    today: date,
) -> bool:
    """Ask a lesson of a class or of one learner; the same id a second time changes nothing."""
    row = {
        "id": assignment_id, "class_id": class_id, "learner_id": learner_id, "lesson": lesson,
        "due": due, "by": by, "made_at": now, "day": today,
    }  # fmt: skip
    done = session.connection().execute(unless_there(tables.Assignment), row)
    return done.rowcount == 1


def withdraw(session: Session, assignment_id: UUID, by: UUID, now: datetime) -> None:
    """Take an assignment back; what was learnt stays."""
    task = tables.Assignment
    session.execute(
        update(task)
        .where(task.id == assignment_id, task.withdrawn_at.is_(None))
        .values(withdrawn_by=by, withdrawn_at=now)
    )


def assignment(session: Session, assignment_id: UUID) -> Assigned | None:
    """Return an assignment that holds, or None."""
    found = session.execute(_HELD.where(_task.id == assignment_id)).first()
    return _assigned(found) if found else None


def of_class(session: Session, class_id: UUID) -> tuple[Assigned, ...]:
    """Return what is asked in a class, the most urgent first."""
    return _in_order(session.execute(_OF_CLASS, {"of_class": class_id}))


def asked_of(session: Session, person_id: UUID, class_id: UUID | None) -> Sequence[Asked]:
    """Return what is asked of a learner, the most urgent first; a guest is asked nothing."""
    if class_id is None:
        return ()
    found = session.connection().execute(
        _OF_LEARNER, {"of_class": class_id, "learner": person_id}
    )
    return [one.asked for one in _in_order(found)]


def _in_order(rows: Iterable[Any]) -> tuple[Assigned, ...]:
    """Put those with a day to be done by first, then those that were given earlier."""
    ordered = sorted(rows, key=lambda row: (row.due or date.max, row.made_at, row.id))
    return tuple(_assigned(row) for row in ordered)


def _assigned(row: Any) -> Assigned:
    return Assigned(row.id, row.class_id, row.learner_id, row.lesson, row.due, row.day)
