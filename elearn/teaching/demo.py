"""The demonstration class: six made-up learners whose codes may be printed again."""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.accounts import codes, devices, people, staff, staff_sessions
from elearn.accounts import sign_in as door
from elearn.accounts.devices import Device
from elearn.accounts.people import Learner
from elearn.accounts.sign_in import SignIn
from elearn.store import Secrets, tables
from elearn.store.tables import AgeBand, CodeKind, StaffRole
from elearn.teaching.classes import add_learner
from elearn.teaching.tutors import give_class

NAME = "Kelompok contoh"
LEARNERS: tuple[tuple[str, str, AgeBand], ...] = (
    ("Sari", "🌻", "dewasa"),
    ("Rudi", "🐢", "anak"),
    ("Ani", "🐟", "anak"),
    ("Budi", "🐔", "anak"),
    ("Citra", "🥥", "dewasa"),
    ("Dani", "🧺", "dewasa"),
)
WITH_PIN = "Dani"
"""Who comes in by a PIN; the others by pictures."""
STAFF: Mapping[str, tuple[str, str, StaffRole]] = MappingProxyType({
    "tutor": ("contoh-tutor", "Tutor contoh", "tutor"),
    "penulis": ("contoh-penulis", "Penulis contoh", "author"),
})
"""Who "Coba sebagai tutor" and "Coba sebagai penulis" sign in: login, name, role."""
FIRST = "Sari"
"""Who "Coba sebagai pelajar" signs in."""
FILE = "contoh.json"

Codes = Mapping[UUID, codes.Code]


class NoDemoError(RuntimeError):
    """The demonstration was not prepared on this hub."""


@dataclass(frozen=True, slots=True)
class DemoLearner:
    """A made-up learner with her code."""

    learner: Learner
    code: codes.Code


@dataclass(frozen=True, slots=True)
class DemoClass:
    """The demonstration class as it can be printed."""

    id: UUID
    name: str
    learners: tuple[DemoLearner, ...]


def prepare(session: Session, secrets: Secrets, data: Path, now: datetime) -> DemoClass:
    """Make the demonstration class if there is none, and return it with its codes.

    The codes lie in `data`/contoh.json. Codes that are lost, or open nothing, are given anew.
    """
    class_id = _class(session) or _make(session, secrets, now)
    known = people.learners(session, class_id)
    kept = _read(data / FILE)
    if not _open(session, secrets, kept, known):
        kept = {
            one.person_id: codes.assign(
                session, secrets.pepper, one.person_id, one.age_band, now, one.code_kind or "gambar"
            )
            for one in known
        }
        _write(data / FILE, kept)
        known = people.learners(session, class_id)
    return DemoClass(class_id, NAME, tuple(DemoLearner(one, kept[one.person_id]) for one in known))


def enrolment_link_token(session: Session, now: datetime) -> str:
    """Offer a one-time link that makes a browser the demonstration's device; return its token."""
    return devices.offer_enrolment(session, _class_or_error(session), now)


def sign_in(
    session: Session, now: datetime, device: Device | None = None
) -> tuple[SignIn, str | None]:
    """Sign in the made-up learner Sari ("Coba sebagai pelajar").

    A browser that is no device of the demonstration becomes one: its token comes second, else None.
    """
    class_id = _class_or_error(session)
    token = None
    if device is None or device.class_id != class_id:
        enrolled = devices.enrol(session, devices.offer_enrolment(session, class_id, now), now)
        assert enrolled is not None  # noqa: S101  # the link was made just now
        device, token = enrolled
    who = next(one for one in people.learners(session, class_id) if one.name == FIRST)
    tried = door.demo_sign_in(session, who.person_id, device, now)
    assert tried is not None  # noqa: S101  # she learns in the demonstration's class
    return tried, token


def staff_sign_in(session: Session, role: str, now: datetime) -> str:
    """Begin a session of the made-up tutor or author; she is made at first. Nobody has her words.

    Raises KeyError for a role that the demonstration does not have.
    """
    login, name, kind = STAFF[role]
    class_id = _class_or_error(session)
    member = staff.by_login(session, login) or staff.make_staff(
        session, kind, login, name, None, now
    )
    if kind == "tutor":
        give_class(session, class_id, member.id, now)
    return staff_sessions.begin(session, member.id, now)


def _class(session: Session) -> UUID | None:
    return session.scalar(
        select(tables.Class.id).where(tables.Class.demo, tables.Class.hub_id == tables.HERE)
    )


def _class_or_error(session: Session) -> UUID:
    class_id = _class(session)
    if class_id is None:
        raise NoDemoError("kelompok contoh belum disiapkan")
    return class_id


def _make(session: Session, secrets: Secrets, now: datetime) -> UUID:
    made = tables.Class(name=NAME, demo=True, made_at=now)
    session.add(made)
    session.flush()
    for name, picture, age_band in LEARNERS:
        kind: CodeKind = "pin" if name == WITH_PIN else "gambar"
        add_learner(
            session, secrets, made.id, name, picture, age_band, "wali", now, kind=kind
        )
    return made.id


def _open(session: Session, secrets: Secrets, kept: Codes, known: list[Learner]) -> bool:
    """Whether `kept` are the codes of all these learners."""
    table = tables.PictureCode
    sealed = {
        row.person_id: (row.seal, row.kind)
        for row in session.execute(
            select(table.person_id, table.seal, table.kind).where(
                table.person_id.in_([one.person_id for one in known])
            )
        )
    }
    return sealed.keys() == kept.keys() and all(
        codes.seal(secrets.pepper, person_id, kept[person_id], kind) == seal
        for person_id, (seal, kind) in sealed.items()
    )


def _read(path: Path) -> Codes:
    try:
        content = json.loads(path.read_text("utf-8"))
        return {UUID(key): tuple(map(int, code)) for key, code in content.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}  # not there, cut short or edited: new codes are given


def _write(path: Path, kept: Codes) -> None:
    """Write the file whole, readable by its owner only."""
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({str(person_id): list(code) for person_id, code in kept.items()}, file)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)
