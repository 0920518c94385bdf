"""Which tutor has which class."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.orm import Session

from elearn.store import tables
from elearn.store.base import core

_has = core(tables.Tutoring).c
_CLASSES = select(_has.class_id).where(
    _has.staff_id == bindparam("staff_id"), _has.ended_at.is_(None)
)


def classes_of(session: Session | Connection, staff_id: UUID) -> frozenset[UUID]:
    """Return the classes that a tutor has now."""
    return frozenset(row.class_id for row in session.execute(_CLASSES, {"staff_id": staff_id}))


def own_class(session: Session, staff_id: UUID, name: str, now: datetime) -> UUID | None:
    """Return a class of hers with this name that she made in the last minute: a double tap."""
    found = tables.Class
    return session.scalar(
        select(found.id).where(
            found.id.in_(classes_of(session, staff_id)),
            found.name == name,
            found.made_at > now - timedelta(minutes=1),
        )
    )


def give_class(session: Session, class_id: UUID, staff_id: UUID, now: datetime) -> None:
    """Give a tutor a class; she may have it already."""
    if class_id not in classes_of(session, staff_id):
        session.add(tables.Tutoring(class_id=class_id, staff_id=staff_id, since=now))
        session.flush()


def take_class(session: Session, class_id: UUID, staff_id: UUID, now: datetime) -> None:
    """Take a class from a tutor: from her next request on she sees nothing of it."""
    session.execute(
        update(tables.Tutoring)
        .where(
            tables.Tutoring.class_id == class_id,
            tables.Tutoring.staff_id == staff_id,
            tables.Tutoring.ended_at.is_(None),
        )
        .values(ended_at=now)
    )
