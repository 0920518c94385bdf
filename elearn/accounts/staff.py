"""Staff: tutors, authors, partners and operators, who sign in with a name and a passphrase."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.accounts import passphrases, staff_sessions
from elearn.messages import LANGUAGES
from elearn.store import tables
from elearn.store.tables import StaffRole

LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]")


class LoginError(ValueError):
    """A name to sign in by that is taken, or that nobody could type."""


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A staff member as lists show her."""

    id: UUID
    role: StaffRole
    login: str
    name: str
    ended: bool


def make_staff(
    session: Session,
    role: StaffRole,
    login: str,
    name: str,
    passphrase: str | None,
    now: datetime,
) -> tables.Staff:
    """Make an account; without a passphrase nobody signs in by one.

    Raises LoginError or PassphraseError.
    """
    wanted = login.strip().casefold()
    if not LOGIN.fullmatch(wanted):
        raise LoginError("nama masuk: 3 sampai 40 huruf kecil, angka, titik atau strip")
    if by_login(session, wanted) is not None:
        raise LoginError(f"nama masuk '{wanted}' sudah dipakai")
    made = tables.Staff(
        role=role,
        login=wanted,
        name=name.strip() or wanted,
        seal=passphrases.sealed(passphrase) if passphrase is not None else None,
        made_at=now,
    )
    session.add(made)
    session.flush()
    return made


def set_passphrase(session: Session, staff_id: UUID, passphrase: str, now: datetime) -> None:
    """Give a new passphrase; every session of hers ends. Raises PassphraseError."""
    seal = passphrases.sealed(passphrase)
    session.execute(update(tables.Staff).where(tables.Staff.id == staff_id).values(seal=seal))
    end_sessions(session, staff_id, now)


def set_language(session: Session, staff_id: UUID, language: str) -> None:
    """Speak another language to her. Raises ValueError for one we do not speak."""
    if language not in LANGUAGES:
        raise ValueError(f"not a language of the interface: {language!r}")
    session.execute(
        update(tables.Staff).where(tables.Staff.id == staff_id).values(language=language)
    )


def change_seal(session: Session, staff_id: UUID, seal: str, now: datetime) -> str:
    """Keep her own new passphrase; all sessions end but the one begun now, whose token returns."""
    session.execute(update(tables.Staff).where(tables.Staff.id == staff_id).values(seal=seal))
    end_sessions(session, staff_id, now)
    return staff_sessions.begin(session, staff_id, now)


def end_account(session: Session, staff_id: UUID, now: datetime) -> None:
    """Close an account: her sessions and her classes end; what she did stays written."""
    session.execute(update(tables.Staff).where(tables.Staff.id == staff_id).values(ended_at=now))
    session.execute(
        update(tables.Tutoring)
        .where(tables.Tutoring.staff_id == staff_id, tables.Tutoring.ended_at.is_(None))
        .values(ended_at=now)
    )
    end_sessions(session, staff_id, now)


def end_sessions(session: Session, staff_id: UUID, now: datetime) -> None:
    """End every session of hers."""
    visit = tables.StaffSession
    session.execute(
        update(visit).where(visit.staff_id == staff_id, visit.ended_at.is_(None))
        .values(ended_at=now)
    )  # fmt: skip


def by_login(session: Session, login: str) -> tables.Staff | None:
    """Return the account of this name to sign in by, or None."""
    wanted = login.strip().casefold()
    return session.scalar(select(tables.Staff).where(tables.Staff.login == wanted))


def everybody(session: Session) -> list[StaffMember]:
    """Return all accounts, by role and name."""
    found = session.scalars(select(tables.Staff).order_by(tables.Staff.role, tables.Staff.login))
    return [
        StaffMember(one.id, one.role, one.login, one.name, one.ended_at is not None)
        for one in found
    ]


def note(
    session: Session,
    staff_id: UUID,
    did: str,
    now: datetime,
    about: UUID | None = None,
    class_id: UUID | None = None,
) -> None:
    """Write down what a staff member did."""
    session.add(
        tables.StaffDeed(staff_id=staff_id, did=did, about=about, class_id=class_id, at=now)
    )
