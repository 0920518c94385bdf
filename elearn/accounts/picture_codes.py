"""Picture codes: a few of twelve everyday things, tapped in order by who cannot write yet."""

import secrets
from typing import NamedTuple

from elearn.store.tables import AgeBand


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
