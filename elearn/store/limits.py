"""Limits as token buckets in the database: one named function per rule.

A bucket starts full and fills evenly, so that it lets a burst of its size pass, and on the long
run as much as its rate says.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.store import tables
from elearn.store.upsert import put


@dataclass(frozen=True, slots=True)
class Rule:
    """How many tokens a bucket holds, and how long an empty one takes to fill."""

    name: str
    tokens: int
    fills_in: timedelta


@dataclass(frozen=True, slots=True)
class Level:
    """What is left in one bucket at the time of asking."""

    rule: Rule
    subject: UUID
    tokens: float
    at: datetime

    @property
    def closed_until(self) -> datetime | None:
        """When there is a whole token again; None while there is one."""
        if self.tokens >= 1:
            return None
        return self.at + (1 - self.tokens) * (self.rule.fills_in / self.rule.tokens)


def failures_of_device(session: Session, device_id: UUID, now: datetime) -> Level:
    """Wrong codes on one device: 30 in 10 minutes."""
    rule = Rule("wrong codes of a device", 30, timedelta(minutes=10))
    return _level(session, rule, device_id, now)


def failures_of_class(session: Session, class_id: UUID, now: datetime) -> Level:
    """Wrong codes on all devices of one class: 200 in an hour."""
    rule = Rule("wrong codes of a class", 200, timedelta(hours=1))
    return _level(session, rule, class_id, now)


def guests_of_browser(session: Session, device_id: UUID, now: datetime) -> Level:
    """Guests ("Coba dulu") on one browser: 20 in an hour."""
    rule = Rule("guests of a browser", 20, timedelta(hours=1))
    return _level(session, rule, device_id, now)


def guests_of_address(session: Session, address: UUID, now: datetime) -> Level:
    """Guests from one address on browsers that are not known yet: 60 in an hour."""
    rule = Rule("guests of an address", 60, timedelta(hours=1))
    return _level(session, rule, address, now)


def failures_of_login(session: Session, subject: UUID, now: datetime) -> Level:
    """Wrong passphrases for one name from one address: 10 in 15 minutes."""
    rule = Rule("wrong passphrases for a name", 10, timedelta(minutes=15))
    return _level(session, rule, subject, now)


def failures_of_address(session: Session, subject: UUID, now: datetime) -> Level:
    """Wrong passphrases from one address: 30 in 10 minutes."""
    rule = Rule("wrong passphrases of an address", 30, timedelta(minutes=10))
    return _level(session, rule, subject, now)


def take(session: Session, level: Level, tokens: int) -> None:
    """Take `tokens` (0 writes all the same) out of a bucket whose level was just read."""
    put(
        session,
        tables.Bucket,
        rule=level.rule.name,
        subject=level.subject,
        tokens=max(0.0, level.tokens - tokens),
        at=level.at,
    )


def _level(session: Session, rule: Rule, subject: UUID, now: datetime) -> Level:
    bucket = session.execute(
        select(tables.Bucket.tokens, tables.Bucket.at).where(
            tables.Bucket.rule == rule.name, tables.Bucket.subject == subject
        )
    ).first()
    if bucket is None:
        return Level(rule, subject, float(rule.tokens), now)
    passed = max(timedelta(0), now - bucket.at)  # a clock set back fills nothing
    tokens = bucket.tokens + passed / rule.fills_in * rule.tokens
    return Level(rule, subject, min(float(rule.tokens), tokens), now)
