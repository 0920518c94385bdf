"""Staff sign in with a name and a passphrase; the slow part is done outside any transaction."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from elearn.accounts import passphrases, staff, staff_sessions
from elearn.store import limits

_SUBJECTS = UUID("5e1c2f0a-0b62-4d0e-8f0e-6a7a3d1f9c44")
"""The uuid5 name space of what limits are counted by: names to sign in by, addresses."""


@dataclass(frozen=True, slots=True)
class Known:
    """What stands behind a name to sign in by; for an unknown one, nothing, at the same cost."""

    staff_id: UUID | None
    seal: str | None


@dataclass(frozen=True, slots=True)
class StaffSignIn:
    """How a try ended: a token when in, `until` when held, neither when the words do not fit."""

    token: str | None = None
    until: datetime | None = None


def known(session: Session, login: str) -> Known:
    """Look a name up."""
    found = staff.by_login(session, login[:40])
    if found is None or found.ended_at is not None:
        return Known(None, None)
    return Known(found.id, found.seal)


def fits(known: Known, passphrase: str) -> bool:
    """Whether the passphrase is hers: argon2id, also where there is nobody."""
    return passphrases.opens(known.seal, passphrase) and known.staff_id is not None


def held_until(session: Session, login: str, address: str, now: datetime) -> datetime | None:
    """Return when this address may try again, None for at once; asked before the slow work."""
    holds = [level.closed_until for level in _levels(session, login, address, now)]
    return max((one for one in holds if one is not None), default=None)


def settle(
    session: Session, known: Known, fit: bool, login: str, address: str, now: datetime
) -> StaffSignIn:
    """Count a wrong try, or begin a session; during a hold right words are refused the same way."""
    until = held_until(session, login, address, now)
    if until is not None:
        return StaffSignIn(until=until)
    if not fit or known.staff_id is None:
        for level in _levels(session, login, address, now):
            limits.take(session, level, 1)
        return StaffSignIn()
    return StaffSignIn(token=staff_sessions.begin(session, known.staff_id, now))


def _levels(
    session: Session, login: str, address: str, now: datetime
) -> tuple[limits.Level, limits.Level]:
    asked = f"{login[:40].strip().casefold()} {address}"
    return (
        limits.failures_of_login(session, uuid5(_SUBJECTS, asked), now),
        limits.failures_of_address(session, uuid5(_SUBJECTS, address), now),
    )
