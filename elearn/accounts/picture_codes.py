"""Picture codes: a few of twelve everyday things, tapped in order by who cannot write yet."""

import hashlib
import hmac
import secrets
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from elearn.store import tables
from elearn.store.tables import AgeBand
from elearn.store.upsert import put


class Object(NamedTuple):
    """A thing to tap. `name` is a message id: its text, never spoken while a code is tapped."""

    key: str
    emoji: str
    name: str


OBJECTS = (
    Object("bola", "⚽", "bola"),
    Object("payung", "☂️", "payung"),
    Object("sepatu", "👟", "sepatu"),
    Object("kunci", "🔑", "kunci"),
    Object("sepeda", "🚲", "sepeda"),
    Object("buku", "📕", "buku"),
    Object("gelas", "🥛", "gelas"),
    Object("rumah", "🏠", "rumah"),
    Object("topi", "👒", "topi"),
    Object("perahu", "⛵", "perahu"),
    Object("gunting", "✂️", "gunting"),
    Object("pisang", "🍌", "pisang"),
)
"""Told apart by shape as well as by colour. Their order is part of every code: never change it."""

LENGTHS: dict[AgeBand, int] = {"anak": 3, "dewasa": 4}


def new_code(length: int) -> tuple[int, ...]:
    """Return `length` different indexes of OBJECTS, in an order chosen by chance."""
    return tuple(secrets.SystemRandom().sample(range(len(OBJECTS)), length))


def seal(pepper: bytes, person_id: UUID, code: tuple[int, ...]) -> bytes:
    """Return what is stored of a code: worth nothing without the pepper, or for somebody else."""
    text = "-".join(str(number) for number in code)
    return hmac.new(pepper, person_id.bytes + text.encode(), hashlib.sha256).digest()


def assign(
    session: Session, pepper: bytes, person_id: UUID, length: int, now: datetime
) -> tuple[int, ...]:
    """Give a learner a new code and return it, this once; what went wrong before is forgotten."""
    code = new_code(length)
    put(
        session,
        tables.PictureCode,
        person_id=person_id,
        length=length,
        seal=seal(pepper, person_id, code),
        made_at=now,
    )
    session.execute(delete(tables.Streak).where(tables.Streak.person_id == person_id))
    return code
