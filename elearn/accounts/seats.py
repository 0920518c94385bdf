"""Seats: one learner on one device, known by a key that stands in the addresses of her lessons."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from elearn.store import tables
from elearn.store.base import core
from elearn.store.tables import AgeBand
from elearn.store.tokens import new_token


@dataclass(frozen=True, slots=True)
class Seat:
    """Whose answers come from where."""

    key: str
    person_id: UUID
    device_id: UUID


_place, _box = core(tables.Seat).c, core(tables.Device).c
_EVER = (
    select(_place.key, _place.person_id, _place.device_id)
    .join_from(core(tables.Seat), core(tables.Device), _box.id == _place.device_id)
    .where(_place.key == bindparam("key"))
)
_OF_KEY = _EVER.where(_box.withdrawn_at.is_(None))


def seat_for(session: Session, person_id: UUID, device_id: UUID, now: datetime) -> str:
    """Return the key of this learner's seat on this device: the same one whenever it is asked."""
    known = session.get(tables.Seat, (person_id, device_id))
    if known is not None:
        return known.key
    made = tables.Seat(person_id=person_id, device_id=device_id, key=new_token(), made_at=now)
    session.add(made)
    session.flush()
    return made.key


def seat(session: Session, key: str, *, withdrawn: bool = False) -> Seat | None:
    """Return the seat with this key, or None when there is none or its device was withdrawn.

    With `withdrawn` also one on a device that was: whose answers had been given there.
    """
    found = session.connection().execute(_EVER if withdrawn else _OF_KEY, {"key": key}).first()
    return Seat(found.key, found.person_id, found.device_id) if found else None


def age_band(session: Session, seat: Seat) -> AgeBand:
    """Return the age band of the seat's learner."""
    return session.execute(
        select(tables.Person.age_band).where(tables.Person.id == seat.person_id)
    ).scalar_one()
