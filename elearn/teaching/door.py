"""What happened at the door, told to the tutor: wrong codes in one line, not in twenty."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.store import tables
from elearn.store.base import core
from elearn.store.tables import Event

BURST = timedelta(minutes=10)
"""Of one kind, each within this time after the one before: they are one burst."""
LONGEST = 400
"""Events that are looked at."""


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """So many events of one kind, one after another."""

    outcome: Event
    times: int
    first: datetime
    last: datetime


def events(session: Session, person_id: UUID, since: datetime) -> Sequence[AtTheDoor]:
    """Return what happened at a learner's door since then, the latest first."""
    row = core(tables.SignInEvent).c
    found = session.execute(
        select(row.outcome, row.at)
        .where(row.person_id == person_id, row.at >= since)
        .order_by(row.at.desc(), row.id)
        .limit(LONGEST)
    ).all()
    return bursts([(one.outcome, one.at) for one in reversed(found)])[::-1]


def bursts(happened: Iterable[tuple[Event, datetime]]) -> Sequence[AtTheDoor]:
    """Join events of one kind that follow each other closely; given and returned oldest first."""
    told: list[AtTheDoor] = []
    for outcome, at in happened:
        latest = told[-1] if told else None
        if latest and latest.outcome == outcome and at - latest.last <= BURST:
            told[-1] = replace(latest, times=latest.times + 1, last=at)
        else:
            told.append(AtTheDoor(outcome, 1, at, at))
    return told
