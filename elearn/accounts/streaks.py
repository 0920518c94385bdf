"""Wrong codes in a row: five hold a learner's door on that device, twenty stop it everywhere."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from elearn.store import tables
from elearn.store.upsert import put

A_HOLD = 5
HOLD = timedelta(minutes=5)
A_STOP = 20


@dataclass(frozen=True, slots=True)
class Wrongs:
    """Wrong codes of one learner since she was last let in by her code."""

    everywhere: int
    here: int
    last_here: datetime | None

    @property
    def stopped(self) -> bool:
        """Whether only the tutor or the card opens the door."""
        return self.everywhere >= A_STOP

    def held_until(self, now: datetime) -> datetime | None:
        """When the hold on this device ends, or None when there is none at `now`."""
        if self.last_here is None or self.here == 0 or self.here % A_HOLD:
            return None
        until = self.last_here + HOLD
        # a clock that was set back by days must not hold her for days
        return until if until - 2 * HOLD < now < until else None


def wrongs(session: Session, person_id: UUID, device_id: UUID) -> Wrongs:
    """Return the wrong codes in a row for this learner, here and everywhere."""
    rows = session.execute(
        select(tables.Streak.device_id, tables.Streak.wrong, tables.Streak.wrong_at).where(
            tables.Streak.person_id == person_id
        )
    ).all()
    here = next((row for row in rows if row.device_id == device_id), None)
    return Wrongs(
        everywhere=sum(row.wrong for row in rows),
        here=here.wrong if here else 0,
        last_here=here.wrong_at if here else None,
    )


def remember(
    session: Session, person_id: UUID, device_id: UUID, before: Wrongs, now: datetime, wrong: int
) -> None:
    """Add `wrong` (0 writes all the same) to what was just read."""
    put(
        session,
        tables.Streak,
        person_id=person_id,
        device_id=device_id,
        wrong=before.here + wrong,
        wrong_at=now if wrong or before.last_here is None else before.last_here,
    )


def forget(session: Session, person_id: UUID) -> None:
    """Begin anew: she was let in by her code."""
    session.execute(delete(tables.Streak).where(tables.Streak.person_id == person_id))
