""""Izinkan masuk": the tutor opens one session; the learner's next tap on her name takes it."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.store import tables

LASTS = timedelta(minutes=10)


def open_door(session: Session, person_id: UUID, by: UUID, now: datetime) -> None:
    """Let a learner in once within ten minutes; a second tap of the tutor changes nothing."""
    if waiting(session, person_id, now) is None:
        session.add(
            tables.LetIn(person_id=person_id, by=by, made_at=now, expires_at=now + LASTS)
        )


def waiting(session: Session, person_id: UUID, now: datetime) -> UUID | None:
    """Return the tutor who opened the door for her and whose word still holds, or None."""
    door = tables.LetIn
    return session.scalar(
        select(door.by).where(
            door.person_id == person_id, door.used_at.is_(None), door.expires_at > now
        )
    )


def take(session: Session, person_id: UUID, now: datetime) -> UUID | None:
    """Use it up; return who let her in, or None where nobody did."""
    door = tables.LetIn
    return session.scalar(
        update(door)
        .where(door.person_id == person_id, door.used_at.is_(None), door.expires_at > now)
        .values(used_at=now)
        .returning(door.by)
    )
