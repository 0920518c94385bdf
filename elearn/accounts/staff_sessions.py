"""Sessions of staff: rows on the server, apart from those of learners."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.orm import Session

from elearn.accounts.policy import Role
from elearn.store import tables
from elearn.store.base import core
from elearn.store.tokens import hash_of, new_token

IDLE = timedelta(hours=2)
LONGEST = timedelta(hours=12)
"""Longer than a learner's: a tutor works on her own phone, between lessons."""
TOUCH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class StaffSigned:
    """Who of the staff is signed in."""

    session_id: UUID
    staff_id: UUID
    role: Role
    login: str
    name: str
    language: str
    touched_at: datetime


_visit, _who = core(tables.StaffSession).c, core(tables.Staff).c
_FIND = (
    select(
        _visit.id, _who.id, _who.role, _who.login, _who.name, _who.language, _visit.touched_at
    )
    .join_from(core(tables.StaffSession), core(tables.Staff), _who.id == _visit.staff_id)
    .where(
        _visit.token_hash == bindparam("token_hash"),
        _visit.ended_at.is_(None),
        _visit.touched_at > bindparam("idle_since"),
        _visit.made_at > bindparam("oldest"),
        _who.ended_at.is_(None),
    )
)  # fmt: skip


def begin(session: Session, staff_id: UUID, now: datetime) -> str:
    """Begin a session and return its token, kept nowhere else."""
    token = new_token()
    session.add(
        tables.StaffSession(
            staff_id=staff_id, token_hash=hash_of(token), made_at=now, touched_at=now
        )
    )
    session.flush()
    return token


def find(session: Session | Connection, token: str, now: datetime) -> StaffSigned | None:
    """Return who is signed in with this token; None when it ended, was idle or lasted too long."""
    values = {"token_hash": hash_of(token), "idle_since": now - IDLE, "oldest": now - LONGEST}
    found = session.execute(_FIND, values).first()
    if found is None:
        return None
    session_id, staff_id, role, login, name, language, touched_at = found
    return StaffSigned(session_id, staff_id, Role(role), login, name, language, touched_at)


def ended_account(session: Session, token: str) -> UUID | None:
    """Return who signed in with this token before her account was closed; else None."""
    visit, who = tables.StaffSession, tables.Staff
    return session.scalar(
        select(who.id)
        .join_from(visit, who, who.id == visit.staff_id)
        .where(visit.token_hash == hash_of(token), who.ended_at.is_not(None))
    )


def stale(signed: StaffSigned, now: datetime) -> bool:
    """Whether it is time to touch the session again."""
    return now - signed.touched_at >= TOUCH


def touch(session: Session, signed: StaffSigned, now: datetime) -> None:
    """Say that she is still there; revives no ended session."""
    visit = tables.StaffSession
    session.execute(
        update(visit)
        .where(
            visit.staff_id == signed.staff_id, visit.id == signed.session_id,
            visit.ended_at.is_(None),
        )
        .values(touched_at=now)
    )  # fmt: skip


def end(session: Session, token: str, now: datetime) -> None:
    """Sign out: the token opens nothing any more."""
    visit = tables.StaffSession
    session.execute(
        update(visit)
        .where(visit.token_hash == hash_of(token), visit.ended_at.is_(None))
        .values(ended_at=now)
    )
