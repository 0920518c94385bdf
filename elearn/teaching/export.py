"""Everything that is kept of one learner, and nothing of anybody else."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, or_, select
from sqlalchemy.orm import Session

from elearn.store import tables
from elearn.store.base import Base, core

NAMES_OF_HER = ("person_id", "learner_id", "guest_id", "about")
"""Columns that hold the id of a learner; `about` of a deed may hold one."""
SECRET = frozenset({"seal", "token_hash"})
"""What opens a door is not told, not even to her tutor: it says nothing about her."""


def export(
    session: Session, person_id: UUID, silent: Callable[[str], bool]
) -> dict[str, object]:
    """Return every row of a learner by its table, ready for JSON: times in UTC, ISO 8601.

    A table that is added later is exported as soon as it names a learner. Rows of a lesson that is
    `silent` are left out: nobody is told that she was there.
    """
    whole: dict[str, object] = {}
    for table, hers in rooms(session, person_id):
        found = [
            row for row in session.execute(select(table).where(hers)).mappings()
            if not silent(_lesson_of(row))
        ]
        if found:
            whole[table.name] = [_plain(row) for row in found]
    return whole


def _lesson_of(row: Mapping[Any, Any]) -> str:
    """Return the lesson that a row is about, "" for none; a held answer tells it by its path."""
    return str(row.get("lesson") or str(row.get("path", "")).strip("/").rpartition("/")[2])


def rooms(session: Session, person_id: UUID) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Yield every table that may hold rows of a learner, and which rows these are.

    What points to others comes before what is pointed to, so that rows can be deleted in this
    order.
    """
    keys = list(
        session.scalars(select(tables.Seat.key).where(tables.Seat.person_id == person_id))
    )
    special = {
        core(tables.Person): core(tables.Person).c.id == person_id,
        core(tables.HeldAnswer): core(tables.HeldAnswer).c.seat_key.in_(keys),
        core(tables.Bucket): core(tables.Bucket).c.subject == person_id,
    }
    for table in reversed(Base.metadata.sorted_tables):
        own = [table.c[name] == person_id for name in NAMES_OF_HER if name in table.c]
        if table in special:
            yield table, special[table]
        elif own:
            yield table, or_(*own)


def _plain(row: Mapping[Any, Any]) -> dict[str, object]:
    return {str(name): _value(value) for name, value in row.items() if name not in SECRET}


def _value(value: object) -> object:
    match value:
        case UUID():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", "replace")
        case _:
            return value


def as_json(whole: Mapping[str, object]) -> str:
    """Return an export as a JSON text that people can read too."""
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True)
