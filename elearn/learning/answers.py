"""The log of answers: append-only facts, each under its learner and its own UUID."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import and_, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from elearn.learning import derived, haste
from elearn.learning.attempts import Attempt, NewAnswer, Recorded, storable
from elearn.learning.held import HeldAnswer, hold, take_held
from elearn.learning.marks import Sitting, disowned, disowned_of
from elearn.learning.sources import VersionSource, remember_version, version_source
from elearn.mastery import Answer
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
    "log_of_questions",
    "logs",
    "logs_of",
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
_LOG = select(
    _kept.id, _kept.lesson, _kept.code, _kept.draw, _kept.outcome, _kept.answered_at, _kept.day,
    _kept.hints, _kept.evidence, _kept.flag, _kept.asked, _kept.occasion, _kept.confusion,
    _kept.judged_by,
).where(_kept.person_id == bindparam("learner"))  # fmt: skip
_LOG_OF_LESSON = _LOG.where(_kept.lesson == bindparam("of_lesson"))
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


def log(session: Session, person_id: UUID, lesson: str | None = None) -> list[Answer]:
    """Return what a learner answered, in no order: progress is derived from it by `mastery`.

    Sittings that a tutor marked *bukan dia* are in it, not counted.
    """
    statement = _LOG if lesson is None else _LOG_OF_LESSON
    values = (
        {"learner": person_id} if lesson is None else {"learner": person_id, "of_lesson": lesson}
    )
    connection = session.connection()
    others = disowned(connection, person_id)
    return [_fact(row, others) for row in connection.execute(statement, values)]


def _fact(row: Sequence[Any], others: frozenset[Sitting]) -> Answer:
    (
        answer_id, stem, code, draw, outcome, at, day, hints, evidence, flag, asked, occasion,
        confusion, judged_by,
    ) = row  # fmt: skip
    hers = flag == "" and (stem, day) not in others
    return Answer(
        id=str(answer_id),
        lesson=stem,
        question=code,
        draw=draw,
        right=outcome == "right",
        at=at,
        day=day,
        hints=hints,
        evidence=_words(evidence),
        counted=hers and outcome != "given",
        asked=asked,
        occasion=occasion,
        confusion=confusion,
        given=hers and outcome == "given",
        judged=judged_by is not None,
    )


Logs = Mapping[UUID, list[Answer]]
"""The answers of several learners."""


def logs(
    session: Session,
    people: Sequence[UUID],
    lessons_since: datetime | None = None,
    also: Sequence[str] = (),
) -> Logs:
    """Return the logs of several learners, in no order, with two queries for all of them.

    With `lessons_since` only of the lessons that each of them answered in since then, and of those
    in `also`: whole logs of these lessons, so that a standing derived from them is exact.
    """
    statement = select(_kept.person_id, *_LOG.selected_columns).where(_kept.person_id.in_(people))
    if lessons_since is not None:
        lately = (
            select(_kept.person_id, _kept.lesson)
            .where(_kept.person_id.in_(people), _kept.answered_at >= lessons_since)
            .distinct()
            .subquery()
        )
        statement = statement.outerjoin(
            lately,
            and_(lately.c.person_id == _kept.person_id, lately.c.lesson == _kept.lesson),
        ).where(or_(lately.c.lesson.is_not(None), _kept.lesson.in_(also)))
    others = disowned_of(session, people)
    found: dict[UUID, list[Answer]] = {person_id: [] for person_id in people}
    for person_id, *row in session.connection().execute(statement):
        found[person_id].append(_fact(row, others.get(person_id, frozenset())))
    return found


def logs_of(
    session: Session, wanted: Mapping[UUID, Collection[str]]
) -> Mapping[UUID, Mapping[str, list[Answer]]]:
    """Return the logs of some lessons of each learner, by lesson."""
    people = [person_id for person_id, lessons in wanted.items() if lessons]
    lessons = sorted({lesson for some in wanted.values() for lesson in some})
    others = disowned_of(session, people) if people else {}
    found: dict[UUID, dict[str, list[Answer]]] = {person_id: {} for person_id in wanted}
    statement = select(_kept.person_id, *_LOG.selected_columns).where(
        _kept.person_id.in_(people), _kept.lesson.in_(lessons)
    )
    for person_id, *row in session.connection().execute(statement) if people else ():
        one = _fact(row, others.get(person_id, frozenset()))
        if one.lesson in wanted[person_id]:
            found[person_id].setdefault(one.lesson, []).append(one)
    return found


def log_of_questions(
    session: Session, person_id: UUID, codes: Collection[str]
) -> Sequence[Answer]:
    """Return what a learner answered to these questions, in no order, whatever the lesson."""
    if not codes:
        return ()
    others = disowned(session, person_id)
    found = session.connection().execute(
        _LOG.where(_kept.code.in_(sorted(codes))), {"learner": person_id}
    )
    return [_fact(row, others) for row in found]


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
    return Attempt(**{**row, "evidence": _words(row["evidence"])})


@lru_cache(maxsize=1024)  # a lesson's questions show the same few things again and again
def _words(evidence: str) -> frozenset[str]:
    return frozenset(evidence.split(",")) if evidence else frozenset()


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
