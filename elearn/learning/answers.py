"""The log of answers: append-only facts, each under its learner and its own UUID."""

import json
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from elearn.learning import derived, haste
from elearn.learning.attempts import Attempt, NewAnswer, Recorded, storable
from elearn.learning.held import HeldAnswer, hold, take_held
from elearn.learning.logs import Logs, evidence_of, log, logs
from elearn.learning.sources import VersionSource, remember_version, version_source
from elearn.store import tables
from elearn.store.base import core
from elearn.store.upsert import unless_there

__all__ = [
    "Attempt",
    "HeldAnswer",
    "Logs",
    "NewAnswer",
    "Recorded",
    "VersionSource",
    "attempt",
    "copy",
    "hold",
    "log",
    "logs",
    "of_lesson",
    "record",
    "remember_version",
    "server_id",
    "take_held",
    "version_source",
]

OLDEST = timedelta(days=60)
"""How far back a device may claim that an answer was given."""
OF_THE_SERVER = UUID("0b8f5c3e-5d0a-4f0b-9a6e-3d1f0c6f7a21")
"""The uuid5 name space of answers that came without an id. Never change it."""

_kept = core(tables.Attempt).c
_INSERT = unless_there(tables.Attempt)
_WHOLE = select(*(_kept[field.name] for field in fields(Attempt))).where(
    _kept.person_id == bindparam("learner")
)
_ONE = _WHOLE.where(_kept.id == bindparam("answer"))
_around = (
    _kept.person_id == bindparam("learner"),
    _kept.answered_at.between(bindparam("since"), bindparam("until")),
    _kept.judged_by.is_(None),              # a tutor's ticks are no haste of hers
)
_CROWD = select(
    func.count(),
    func.count().filter(_kept.answered_at.between(bindparam("just"), bindparam("soon"))),
).where(*_around)
_NEAR = (
    select(_kept.id, _kept.answered_at, _kept.lesson)
    .where(*_around)
    .order_by(_kept.answered_at, _kept.id)
)
_FLAG = (
    update(core(tables.Attempt))
    .where(_kept.person_id == bindparam("learner"), _kept.id == bindparam("answer"))
    .values(flag="tergesa")
)


def record(session: Session, answer: NewAnswer, now: datetime, zone: tzinfo) -> Recorded:
    """Write an answer into the log, once: the same learner and id again change nothing.

    Raises ValueError for an unclear answer, which is none.
    """
    if answer.outcome == "unclear":
        raise ValueError("an unclear answer is asked again, not kept")
    row = _row(answer, now, zone)
    if session.connection().execute(_INSERT, row).rowcount == 0:
        known = attempt(session, answer.person_id, answer.id)
        assert known is not None  # noqa: S101  # its key kept the row out just now
        return Recorded(stored=known.says(answer), first=False, attempt=known)
    derived.stale(session.connection(), answer.person_id, answer.lesson, answer.code)
    flag = _flag_around(session, answer.person_id, answer.id, row["answered_at"])
    return Recorded(stored=True, first=True, attempt=_attempt(row | {"flag": flag}))


def attempt(session: Session, person_id: UUID, answer_id: UUID) -> Attempt | None:
    """Return an answer of this learner; None for an id that is not hers."""
    found = session.connection().execute(_ONE, {"learner": person_id, "answer": answer_id}).first()
    return _attempt(found._mapping) if found else None  # SQLAlchemy's documented name


def of_lesson(session: Session, person_id: UUID, lesson: str) -> list[Attempt]:
    """Return what a learner answered in one lesson, whole, in the order in which she did."""
    found = session.connection().execute(
        _WHOLE.where(_kept.lesson == lesson).order_by(_kept.answered_at, _kept.id),
        {"learner": person_id},
    )
    return [_attempt(row._mapping) for row in found]


def copy(session: Session, from_id: UUID, to_id: UUID) -> int:
    """Copy the answers of one person into the log of another, under the same ids.

    Return how many were new there; a second time none is. Flags follow the times of her own log.
    """
    connection = session.connection()
    rows = connection.execute(select(core(tables.Attempt)).where(_kept.person_id == from_id)).all()
    copied = 0
    for row in sorted(rows, key=lambda one: (one.answered_at, one.id)):
        own = {**row._mapping, "person_id": to_id}
        if connection.execute(_INSERT, own).rowcount:
            copied += 1
            derived.stale(connection, to_id, row.lesson, row.code)
            _flag_around(session, to_id, row.id, row.answered_at)
    return copied


def server_id(
    seat: str, day: date, version: str, code: str, draw: int, try_number: int, raw: str
) -> UUID:
    """Return the id of an answer that came without one: a second tap gives the same."""
    parts = [seat, day.isoformat(), version, code, draw, try_number, raw]
    return uuid5(OF_THE_SERVER, json.dumps(parts))


def _row(answer: NewAnswer, now: datetime, zone: tzinfo) -> dict[str, Any]:
    at = min(max(answer.answered_at, now - OLDEST), now).astimezone(UTC)
    return {
        "person_id": answer.person_id,
        "id": answer.id,
        "device_id": answer.device_id,
        "lesson": answer.lesson,
        "version": answer.version,
        "code": answer.code,
        "draw": answer.draw,
        "try_number": answer.try_number,
        "raw": storable(answer.raw),
        "canonical": storable(answer.canonical),
        "outcome": answer.outcome,
        "line": answer.line,
        "hints": answer.hints,
        "evidence": ",".join(sorted(answer.evidence)),
        "answered_at": at,
        "received_at": now.astimezone(UTC),
        "day": at.astimezone(zone).date(),
        "flag": "",
        "asked": answer.asked,
        "occasion": answer.occasion,
        "confusion": answer.confusion,
        "judged_by": answer.judged_by,
    }


def _attempt(row: Any) -> Attempt:
    return Attempt(**{**row, "evidence": evidence_of(row["evidence"])})


def _flag_around(session: Session, person_id: UUID, answer_id: UUID, at: datetime) -> tables.Flag:
    """Flag what an answer just written shows to be too fast; return its own flag."""
    span = {"learner": person_id, "since": at - haste.MINUTE, "until": at + haste.MINUTE}
    touching = {"just": at - haste.QUICKEST, "soon": at + haste.QUICKEST}
    connection = session.connection()
    in_all, close = connection.execute(_CROWD, span | touching).one()
    if in_all <= haste.A_MINUTE and close <= 1:
        return ""  # the common case: nobody hurried
    near = connection.execute(_NEAR, span).all()
    hasty = [near[number] for number in haste.hasty([row.answered_at for row in near])]
    if hasty:
        connection.execute(_FLAG, [{"learner": person_id, "answer": one.id} for one in hasty])
        derived.stale_lessons(connection, person_id, {one.lesson for one in hasty})
    return "tergesa" if any(one.id == answer_id for one in hasty) else ""
