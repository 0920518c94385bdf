"""Devices: browsers that a tutor enrolled for a class by a link that works once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.orm import Session

from elearn.store import tables
from elearn.store.base import core
from elearn.store.tokens import hash_of, new_token

DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled browser, and the class whose learners may sign in on it."""

    id: UUID
    class_id: UUID
    goes_round: bool = False


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What an unused link offers."""

    class_id: UUID
    class_name: str
    expires_at: datetime


_box = core(tables.Device).c
_OF_TOKEN = select(_box.id, _box.class_id, _box.goes_round).where(
    _box.token_hash == bindparam("token_hash"), _box.withdrawn_at.is_(None)
)


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser that we know: a device of a class, or a visitor's own (class_id None)."""

    id: UUID
    class_id: UUID | None
    goes_round: bool = False


def offer_enrolment(session: Session, class_id: UUID, now: datetime, lasts: timedelta = DAY) -> str:
    """Make a link that enrols one device for the class; return its token, kept nowhere else."""
    token = new_token()
    session.add(
        tables.Enrolment(
            class_id=class_id, token_hash=hash_of(token), made_at=now, expires_at=now + lasts
        )
    )
    session.flush()
    return token


def enrolment(session: Session, token: str, now: datetime) -> Enrolment | None:
    """Return what the link offers, or None when it is unknown, used or too old. Changes nothing."""
    found = session.execute(
        select(tables.Class.id, tables.Class.name, tables.Enrolment.expires_at)
        .join_from(tables.Enrolment, tables.Class)
        .where(
            tables.Enrolment.token_hash == hash_of(token),
            tables.Enrolment.used_at.is_(None),
            tables.Enrolment.expires_at > now,
        )
    ).first()
    return Enrolment(*found) if found else None


def enrol(session: Session, token: str, now: datetime) -> tuple[Device, str] | None:
    """Use the link up; return the new device and the token that its browser keeps, else None."""
    class_id = session.scalar(
        update(tables.Enrolment)
        .where(
            tables.Enrolment.token_hash == hash_of(token),
            tables.Enrolment.used_at.is_(None),
            tables.Enrolment.expires_at > now,
        )
        .values(used_at=now)
        .returning(tables.Enrolment.class_id)
    )
    if class_id is None:
        return None
    device_token = new_token()
    device = Device(uuid4(), class_id)
    session.add(
        tables.Device(
            id=device.id, class_id=class_id, token_hash=hash_of(device_token), enrolled_at=now
        )
    )
    session.flush()
    return device, device_token


def device_of(session: Session | Connection, device_token: str) -> Device | None:
    """Return the device that keeps this token; None when unknown, withdrawn or a visitor's."""
    found = browser_of(session, device_token)
    if found is None or found.class_id is None:
        return None
    return Device(found.id, found.class_id, found.goes_round)


def browser_of(session: Session | Connection, device_token: str) -> Browser | None:
    """Return the browser that keeps this token, of a class or a visitor's; else None."""
    found = session.execute(_OF_TOKEN, {"token_hash": hash_of(device_token)}).first()
    return Browser(found.id, found.class_id, found.goes_round) if found else None


def visitor(session: Session, now: datetime) -> tuple[Browser, str]:
    """Make a browser known that belongs to no class; return it and the token it keeps."""
    token = new_token()
    made = Browser(uuid4(), None)
    session.add(
        tables.Device(id=made.id, class_id=None, token_hash=hash_of(token), enrolled_at=now)
    )
    session.flush()
    return made, token


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A device as the tutor's list shows it; `used_at` is the latest sign of a session on it."""

    id: UUID
    enrolled_at: datetime
    used_at: datetime | None
    goes_round: bool


def of_class(session: Session, class_id: UUID) -> list[Enrolled]:
    """Return the devices of a class, the latest enrolled first."""
    box, visit = tables.Device, tables.WebSession
    found = session.execute(
        select(box.id, box.enrolled_at, func.max(visit.touched_at), box.goes_round)
        .outerjoin(visit, visit.device_id == box.id)
        .where(box.class_id == class_id, box.withdrawn_at.is_(None))
        .group_by(box.id, box.enrolled_at, box.goes_round)
        .order_by(box.enrolled_at.desc(), box.id)
    )
    return [Enrolled(*row) for row in found]


def send_round(session: Session, device_id: UUID, on: bool) -> None:
    """Let a device go round the class, or no longer."""
    session.execute(
        update(tables.Device).where(tables.Device.id == device_id).values(goes_round=on)
    )


def withdraw(session: Session, device_id: UUID, now: datetime) -> None:
    """Take the device out of its class: its sessions end, its seats open nothing any more."""
    session.execute(
        update(tables.Device)
        .where(tables.Device.id == device_id, tables.Device.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )
    session.execute(
        update(tables.WebSession)
        .where(tables.WebSession.device_id == device_id, tables.WebSession.ended_at.is_(None))
        .values(ended_at=now)
    )
