"""Coba dulu: anyone may learn without a name; a tutor may give that sitting to a learner later."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from elearn.accounts import people, seats, sessions
from elearn.accounts.devices import Browser
from elearn.learning import answers
from elearn.store import tables
from elearn.store.base import core
from elearn.store.tables import AgeBand
from elearn.store.upsert import unless_there

NAME = "Tamu"
SHOWN = timedelta(days=7)
"""How long a tutor finds a guest in her list."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who tried, as a tutor's list shows her; `picture` is what she shows the tutor."""

    person_id: UUID
    picture: str
    age_band: AgeBand
    class_id: UUID | None
    began: datetime
    answers: int


class GiftError(ValueError):
    """The sitting was given to somebody else before."""


def begin(session: Session, browser: Browser, age_band: AgeBand, now: datetime) -> tuple[str, str]:
    """Let somebody in without a name; return the token of her session and the key of her seat."""
    guest = tables.Person(
        class_id=browser.class_id, role="guest", name=NAME, age_band=age_band, made_at=now,
        picture=_picture(session, age_band, now),
    )  # fmt: skip
    session.add(guest)
    session.flush()
    session.add(
        tables.SignInEvent(person_id=guest.id, device_id=browser.id, outcome="guest", at=now)
    )
    seat = seats.seat_for(session, guest.id, browser.id, now)
    return sessions.begin(session, guest.id, browser.id, now), seat


def recent(session: Session, classes: Collection[UUID], now: datetime) -> list[Guest]:
    """Return who tried lately, on devices of these classes or on browsers of none, latest first.

    Only who answered something, and whose sitting was not given to anybody yet.
    """
    who, given = core(tables.Person).c, core(tables.Attempt).c
    found = session.execute(
        select(
            who.id, who.picture, who.age_band, who.class_id, who.made_at, func.count(given.id)
        )
        .join_from(core(tables.Person), core(tables.Attempt), given.person_id == who.id)
        .where(
            who.role == "guest",
            who.made_at > now - SHOWN,
            or_(who.class_id.is_(None), who.class_id.in_(classes)),
            who.id.not_in(select(core(tables.Gift).c.guest_id)),
        )
        .group_by(who.id, who.picture, who.age_band, who.class_id, who.made_at)
        .order_by(who.made_at.desc(), who.id)
    )
    return [Guest(*row) for row in found]


def guest(session: Session, person_id: UUID, now: datetime) -> tables.Person | None:
    """Return a guest who can still be given to somebody, or was; None for anybody else."""
    found = session.get(tables.Person, person_id)
    if found is None or found.role != "guest" or found.made_at <= now - SHOWN:
        return None
    return found


def give(session: Session, guest_id: UUID, person_id: UUID, by: UUID, now: datetime) -> int:
    """Copy a guest's answers into a learner's log; return how many came. Twice is once.

    The guest's sessions end. Raises GiftError when somebody else has them already.
    """
    gift = {
        "person_id": person_id, "id": guest_id, "guest_id": guest_id, "by": by, "at": now
    }  # fmt: skip
    known = session.scalar(
        select(tables.Gift.person_id).where(tables.Gift.guest_id == guest_id)
    )
    if known not in (None, person_id):
        raise GiftError("hasil coba ini sudah diberikan kepada orang lain")
    session.connection().execute(unless_there(tables.Gift), gift)
    session.execute(
        update(tables.WebSession)
        .where(tables.WebSession.person_id == guest_id, tables.WebSession.ended_at.is_(None))
        .values(ended_at=now)
    )
    return answers.copy(session, guest_id, person_id)


def pass_on(session: Session, person_id: UUID) -> None:
    """Copy what came late from a guest whose sitting was given away before; else do nothing."""
    heir = session.scalar(select(tables.Gift.person_id).where(tables.Gift.guest_id == person_id))
    if heir is not None:
        answers.copy(session, person_id, heir)


def _picture(session: Session, age_band: AgeBand, now: datetime) -> str:
    """Return a picture that no guest of these days has, while there are enough."""
    pictures = people.ANIMALS if age_band == "anak" else people.THINGS
    who = tables.Person
    taken = set(
        session.scalars(
            select(who.picture).where(who.role == "guest", who.made_at > now - SHOWN)
        )
    )
    return secrets.choice([one for one in pictures if one not in taken] or list(pictures))
