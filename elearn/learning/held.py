"""Answers that came after their session had ended: kept for the same learner's next sign-in."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from elearn.store import tables

MOST = 20
"""Answers that wait for one seat; the oldest give way."""
LARGEST = 4096
"""Bytes of one body."""
LONGEST_PATH = 300


@dataclass(frozen=True, slots=True)
class HeldAnswer:
    """A post as it came: to which path, with which body."""

    path: str
    body: bytes


def hold(session: Session, seat_key: str, path: str, body: bytes, now: datetime) -> bool:
    """Keep a post for the learner of this seat; False where there is no such seat, or no room."""
    if len(body) > LARGEST or len(path) > LONGEST_PATH:
        return False
    held = tables.HeldAnswer
    if session.scalar(select(tables.Seat.key).where(tables.Seat.key == seat_key)) is None:
        return False
    latest = session.scalar(select(func.max(held.number)).where(held.seat_key == seat_key)) or 0
    session.execute(
        insert(held).values(seat_key=seat_key, number=latest + 1, path=path, body=body, held_at=now)
    )
    session.execute(delete(held).where(held.seat_key == seat_key, held.number <= latest + 1 - MOST))
    return True


def any_held(session: Session, seat_key: str) -> bool:
    """Whether something waits for this seat."""
    held = tables.HeldAnswer
    return session.scalar(select(held.number).where(held.seat_key == seat_key).limit(1)) is not None


def take_held(session: Session, seat_key: str) -> list[HeldAnswer]:
    """Return what was held for this seat, the oldest first, and hold it no longer."""
    held = tables.HeldAnswer
    found = session.execute(
        select(held.path, held.body).where(held.seat_key == seat_key).order_by(held.number)
    ).all()
    if found:
        session.execute(delete(held).where(held.seat_key == seat_key))
    return [HeldAnswer(row.path, row.body) for row in found]
