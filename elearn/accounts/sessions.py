"""Sessions: rows on the server, so that signing out ends them whatever a browser has kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, select, update
from sqlalchemy.orm import Session

from elearn.accounts.consents import GIVEN
from elearn.store import tables
from elearn.store.base import core
from elearn.store.tables import AgeBand
from elearn.store.tokens import hash_of, new_token

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=4)
TOUCH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Signed:
    """Who is signed in, where, and how her pages should look."""

    session_id: UUID
    person_id: UUID
    name: str
    picture: str
    age_band: AgeBand
    class_id: UUID | None
    role: str
    language: str
    large_text: bool
    contrast: bool
    quiet: bool
    voice: str
    device_id: UUID
    seat: str
    touched_at: datetime
    consent: bool = True
    goes_round: bool = False         # the device: handed from one learner to the next

    @property
    def reads(self) -> str:
        """The language of the lessons she is offered, where there are some in it."""
        return self.voice or self.language

    @property
    def agreed(self) -> bool:
        """Whether what she does may be kept under her name; a guest has none."""
        return self.consent or self.role == "guest"


_visit, _who, _place, _box = (
    core(tables.WebSession).c,
    core(tables.Person).c,
    core(tables.Seat).c,
    core(tables.Device).c,
)
_FIND = (
    select(
        _visit.id, _who.id, _who.name, _who.picture, _who.age_band, _who.class_id, _who.role,
        _who.language, _who.large_text, _who.contrast, _who.quiet, _who.voice,
        _visit.device_id, _place.key, _visit.touched_at, GIVEN, _box.goes_round,
    )
    .join_from(core(tables.WebSession), core(tables.Person), _who.id == _visit.person_id)
    .join(core(tables.Device), _box.id == _visit.device_id)
    .join(
        core(tables.Seat),
        and_(_place.person_id == _visit.person_id, _place.device_id == _visit.device_id),
    )
    .where(
        _visit.token_hash == bindparam("token_hash"),
        _visit.ended_at.is_(None),
        _visit.touched_at > bindparam("idle_since"),
        _visit.made_at > bindparam("oldest"),
        _box.withdrawn_at.is_(None),
    )
)  # fmt: skip


def begin(session: Session, person_id: UUID, device_id: UUID, now: datetime) -> str:
    """Begin a session and return its token, kept nowhere else. The learner has a seat already."""
    token = new_token()
    session.add(
        tables.WebSession(
            person_id=person_id,
            device_id=device_id,
            token_hash=hash_of(token),
            made_at=now,
            touched_at=now,
        )
    )
    session.flush()
    return token


def find(session: Session | Connection, token: str, now: datetime) -> Signed | None:
    """Return who is signed in with this token; None when it ended, was idle or lasted too long."""
    values = {"token_hash": hash_of(token), "idle_since": now - IDLE, "oldest": now - LONGEST}
    found = session.execute(_FIND, values).first()
    return Signed(*tuple[Any, ...](found)) if found else None


def stale(signed: Signed, now: datetime) -> bool:
    """Whether it is time to touch the session again."""
    return now - signed.touched_at >= TOUCH


def touch(session: Session, signed: Signed, now: datetime) -> None:
    """Say that she is still there; writes at most once a minute, and revives no ended session."""
    session.execute(
        update(tables.WebSession)
        .where(
            tables.WebSession.person_id == signed.person_id,
            tables.WebSession.id == signed.session_id,
            tables.WebSession.ended_at.is_(None),
            tables.WebSession.touched_at <= now - TOUCH,
        )
        .values(touched_at=now)
    )


def end(session: Session, token: str, now: datetime) -> None:
    """Sign out: the token opens nothing any more.

    One that ran out before stays so: nobody ended it by a tap (elearn/accounts/turns.py).
    """
    visit = tables.WebSession
    session.execute(
        update(visit)
        .where(visit.token_hash == hash_of(token), visit.ended_at.is_(None))
        .where(visit.touched_at > now - IDLE, visit.made_at > now - LONGEST)
        .values(ended_at=now)
    )
