"""Turns: which learner had a shared device in her hands when something was tapped on it.

A mark names a seat and one of its sessions. Scripts may read it, it opens nothing, and an answer
carries the one that was there at the tap; so an answer that arrives late is told from a tap of
somebody else on a page that was left open, whatever clocks say.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, bindparam, or_, select
from sqlalchemy.orm import Session

from elearn.accounts.consents import GIVEN
from elearn.accounts.seats import Seat
from elearn.accounts.sessions import IDLE, LONGEST, Signed
from elearn.store import tables
from elearn.store.base import core
from elearn.store.tables import AgeBand

NOBODYS = "-"
"""The mark after a sign-out: nobody's turn, until somebody signs in."""
LATEST = timedelta(days=60)
"""How long after her turn an answer of it may arrive."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The session of a seat in which the device was hers."""

    seat: str
    visit: UUID

    def __str__(self) -> str:
        """Write the mark."""
        return f"{self.seat}.{self.visit.hex}"


@dataclass(frozen=True, slots=True)
class Held:
    """Whose turn it was, and for whom her lessons are."""

    seat: Seat
    age_band: AgeBand


_visit, _place, _who = core(tables.WebSession).c, core(tables.Seat).c, core(tables.Person).c
_box = core(tables.Device).c
_FIND = (
    select(_place.person_id, _place.device_id, _who.age_band,
           _visit.made_at, _visit.touched_at, _visit.ended_at)
    .join_from(core(tables.Seat), core(tables.WebSession), _visit.person_id == _place.person_id)
    .join(core(tables.Person), _who.id == _place.person_id)
    .join(core(tables.Device), _box.id == _place.device_id)
    .where(
        _place.key == bindparam("seat"),
        _visit.id == bindparam("visit"),
        _visit.device_id == _place.device_id,
        _box.withdrawn_at.is_(None),
        or_(GIVEN, _who.role == "guest"),      # before her yes nothing is kept
    )
)  # fmt: skip


def mark(signed: Signed) -> str:
    """Return the mark of this learner's turn."""
    return str(Turn(signed.seat, signed.session_id))


def read(text: str) -> Turn | None:
    """Return the turn that a mark names, None where it names none."""
    seat, _, visit = text.partition(".")
    try:
        return Turn(seat, UUID(hex=visit)) if seat else None
    except ValueError:
        return None


def others(text: str, seat: str) -> bool:
    """Whether a mark says that it was not the turn of this seat: somebody else's, or nobody's."""
    turn = read(text)
    return text == NOBODYS or (turn is not None and turn.seat != seat)


def held(connection: Connection, turn: Turn, now: datetime) -> Held | None:
    """Return whose turn it was; None where it ended by itself: nobody saw who tapped after that.

    One that goes on, or that was ended by a tap (hers, or the next learner's sign-in), is a proof.
    """
    values = {"seat": turn.seat, "visit": turn.visit}
    found = connection.execute(_FIND, values).first()
    if found is None:
        return None
    until = found.ended_at or now
    ran_out = until >= found.touched_at + IDLE or until >= found.made_at + LONGEST
    if ran_out or found.made_at < now - LATEST:
        return None
    return Held(Seat(turn.seat, found.person_id, found.device_id), found.age_band)


def had_one(session: Session, class_id: UUID, since: datetime) -> frozenset[UUID]:
    """Return who of a class has been signed in since then, on whatever device."""
    visit, who = tables.WebSession, tables.Person
    found = session.scalars(
        select(visit.person_id)
        .join_from(visit, who, who.id == visit.person_id)
        .where(who.class_id == class_id, visit.made_at >= since)
        .distinct()
    )
    return frozenset(found)
