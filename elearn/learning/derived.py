"""Rows of what follows from the log: made stale by each new answer, made anew from the log.

A row is one learner's standing in a lesson (code ""), or her memory of one of its questions. There
is a row for all that she ever answered. It is written only in the transaction that reads the log it
is derived from, and made stale in the one that adds to it, so that it never says what the log does
not.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, Insert, Table, bindparam, func, or_, select, update
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

from elearn.store import tables
from elearn.store.base import core
from elearn.store.upsert import insert_of

WHOLE = ""
"""The code of a row about a lesson as a whole."""

Name = tuple[str, str]
"""A lesson and a code."""

_table = core(tables.Derived)
_row = _table.c
_ROWS = select(_row.person_id, _row.lesson, _row.code, _row.state, _row.rules)
_STALE_LESSON = (
    update(_table)
    .where(_row.person_id == bindparam("learner"), _row.lesson == bindparam("of_lesson"))
    .values(state="")
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a row says; `state` is "" where it has to be derived anew."""

    state: str
    rules: str


class _Put(Insert):
    """An insert that overwrites what is derived in a row with the same key."""

    inherit_cache = True


@compiles(_Put)
def _in_its_dialect(statement: _Put, compiler: SQLCompiler, **given: Any) -> str:
    own = insert_of(compiler.dialect.name, cast("Table", statement.table))
    settled = own.on_conflict_do_update(
        index_elements=list(_table.primary_key),
        set_={"state": own.excluded.state, "rules": own.excluded.rules},
    )
    return cast(str, compiler.visit_insert(settled, **given))  # type: ignore[no-untyped-call]  # SQLAlchemy's


_PUT = _Put(_table)


def stale(connection: Connection, person_id: UUID, lesson: str, code: str) -> None:
    """Say that an answer to this question was added to the log."""
    put(connection, person_id, {(lesson, one): Kept("", "") for one in (WHOLE, code)})


def stale_lessons(connection: Connection, person_id: UUID, lessons: Collection[str]) -> None:
    """Say that answers in these lessons count otherwise now."""
    rows = [{"learner": person_id, "of_lesson": lesson} for lesson in sorted(lessons)]
    if rows:
        connection.execute(_STALE_LESSON, rows)


def put(connection: Connection, person_id: UUID, rows: Mapping[Name, Kept]) -> None:
    """Write rows of one learner."""
    values = [
        {"person_id": person_id, "lesson": lesson, "code": code, "state": one.state,
         "rules": one.rules}
        for (lesson, code), one in rows.items()
    ]  # fmt: skip
    if values:
        connection.execute(_PUT, values)


def rows_of(
    session: Session, people: Sequence[UUID], *, whole: bool
) -> Mapping[UUID, Mapping[Name, Kept]]:
    """Return the rows of several learners: about lessons as a `whole`, or about questions."""
    about = _row.code == WHOLE if whole else _row.code != WHOLE
    found = session.connection().execute(_ROWS.where(_row.person_id.in_(people), about))
    return _by_person(people, found)


def all_rows(session: Session, person_id: UUID) -> Mapping[Name, Kept]:
    """Return every row of one learner."""
    found = session.connection().execute(_ROWS.where(_row.person_id == person_id))
    return _by_person([person_id], found)[person_id]


def stale_rows(session: Session, person_id: UUID, rules: Collection[str]) -> int:
    """Return how many rows of one learner have to be derived anew: `rules` are those that hold."""
    mine = select(func.count()).where(
        _row.person_id == person_id, or_(_row.state == "", _row.rules.not_in(sorted(rules)))
    )
    return session.scalar(mine) or 0


def _by_person(
    people: Iterable[UUID], rows: Iterable[Any]
) -> Mapping[UUID, Mapping[Name, Kept]]:
    found: dict[UUID, dict[Name, Kept]] = {person_id: {} for person_id in people}
    for person_id, lesson, code, state, rules in rows:
        found[person_id][lesson, code] = Kept(state, rules)
    return found
