"""Sign-in: a learner of the device's class gives her code, shows a card, or is let in."""

import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.accounts import cards, codes, people, seats, sessions, streaks
from elearn.accounts.devices import Browser, Device
from elearn.accounts.people import Learner
from elearn.store import Secrets, limits, tables
from elearn.store.tables import CodeKind, Event

Outcome = Literal["in", "wrong", "held", "stopped"]

NOBODYS = bytes(32)
"""Stands for the seal of a learner without a code; no HMAC is ever all zeros."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """How a try ended. `until` is when a hold ends; the rest is known only of who is in."""

    outcome: Outcome
    session_token: str | None = None
    seat: str | None = None
    until: datetime | None = None
    learner: Learner | None = None


@dataclass(frozen=True, slots=True)
class Door:
    """What holds the door for one learner on one device."""

    wrongs: streaks.Wrongs
    device: limits.Level
    class_: limits.Level

    def refusal(self, now: datetime) -> SignIn | None:
        """Return how any code is refused now, right or wrong; None when it is to be tried."""
        if self.wrongs.stopped:
            return SignIn("stopped")
        holds = (self.wrongs.held_until(now), self.device.closed_until, self.class_.closed_until)
        until = max((hold for hold in holds if hold is not None), default=None)
        return SignIn("held", until=until) if until else None


def sign_in(
    session: Session,
    secrets: Secrets,
    device: Device,
    person_id: UUID,
    code: codes.Code,
    now: datetime,
    kind: CodeKind = "gambar",
) -> SignIn:
    """Try a code.

    An unknown learner, one of another class, a wrong code and a learner on hold cost the same
    HMACs and the same queries, so that nothing tells them apart but what is said of a hold.
    """
    door = _door(session, device, person_id, now)
    learner, sealed = _learner_here(session, device, person_id)
    tried = codes.seal(secrets.pepper, person_id, code, kind)
    fits = hmac.compare_digest(tried, sealed)
    refused = door.refusal(now)
    if refused is None and fits and learner is not None:
        streaks.forget(session, person_id)
        return _let(session, learner, device, "in", now)
    refused = refused or SignIn("wrong")
    _count(session, door, device, person_id, now, 1 if refused.outcome == "wrong" else 0)
    _log(session, person_id, device, refused.outcome, now)
    return refused


def let_in(
    session: Session, person_id: UUID, device: Device, by: UUID, now: datetime
) -> SignIn | None:
    """Open one session for a learner who forgot, as the tutor `by` asks ("izinkan masuk").

    Resets no hold and no limit. None when she does not learn in the device's class.
    """
    learner = people.learner(session, person_id)
    if learner is None or learner.class_id != device.class_id or not learner.allowed:
        return None
    return _let(session, learner, device, "let in", now, by)


def card_sign_in(
    session: Session, card_token: str, browser: Browser, now: datetime
) -> SignIn | None:
    """Open a session for whoever holds a card, on any browser; None for a void card.

    No hold and no stop of her code stands in its way (hostile case A3).
    """
    learner = cards.holder(session, card_token)
    return _let(session, learner, browser, "card", now) if learner else None


def demo_sign_in(session: Session, person_id: UUID, device: Device, now: datetime) -> SignIn | None:
    """Open a session for a made-up learner; None for anybody who is not in a demonstration."""
    learner = people.learner(session, person_id)
    if learner is None or learner.class_id != device.class_id:
        return None
    class_ = session.get_one(tables.Class, learner.class_id)
    return _let(session, learner, device, "demo", now) if class_.demo else None


def _door(session: Session, device: Device, person_id: UUID, now: datetime) -> Door:
    return Door(
        wrongs=streaks.wrongs(session, person_id, device.id),
        device=limits.failures_of_device(session, device.id, now),
        class_=limits.failures_of_class(session, device.class_id, now),
    )


def _learner_here(
    session: Session, device: Device, person_id: UUID
) -> tuple[Learner | None, bytes]:
    learner = people.learner(session, person_id)
    sealed = session.scalar(
        select(tables.PictureCode.seal).where(tables.PictureCode.person_id == person_id)
    )
    if learner is None or learner.class_id != device.class_id or not learner.allowed:
        return None, NOBODYS
    return learner, sealed or NOBODYS


def _count(
    session: Session, door: Door, device: Device, person_id: UUID, now: datetime, wrong: int
) -> None:
    streaks.remember(session, person_id, device.id, door.wrongs, now, wrong)
    limits.take(session, door.device, wrong)
    limits.take(session, door.class_, wrong)


def _let(
    session: Session,
    learner: Learner,
    device: Device | Browser,
    how: Event,
    now: datetime,
    by: UUID | None = None,
) -> SignIn:
    _log(session, learner.person_id, device, how, now, by)
    key = seats.seat_for(session, learner.person_id, device.id, now)
    token = sessions.begin(session, learner.person_id, device.id, now)
    return SignIn("in", session_token=token, seat=key, learner=learner)


def _log(
    session: Session,
    person_id: UUID,
    device: Device | Browser,
    outcome: Event,
    now: datetime,
    by: UUID | None = None,
) -> None:
    session.add(
        tables.SignInEvent(person_id=person_id, device_id=device.id, outcome=outcome, by=by, at=now)
    )
    session.flush()
