"""Logs as progress is derived from them: of one learner, of several, of some of their lessons."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from elearn.learning.marks import Sitting, disowned, disowned_of
from elearn.mastery import Answer
from elearn.store import tables
from elearn.store.base import core

_kept = core(tables.Attempt).c
_LOG = select(
    _kept.id, _kept.lesson, _kept.code, _kept.draw, _kept.outcome, _kept.answered_at, _kept.day,
    _kept.hints, _kept.evidence, _kept.flag, _kept.asked, _kept.occasion, _kept.confusion,
    _kept.judged_by,
).where(_kept.person_id == bindparam("learner"))  # fmt: skip
_LOG_OF_LESSON = _LOG.where(_kept.lesson == bindparam("of_lesson"))


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
        evidence=evidence_of(evidence),
        counted=hers and outcome != "given",
        asked=asked,
        occasion=occasion,
        confusion=confusion,
        given=hers and outcome == "given",
        judged=judged_by is not None,
    )


Logs = Mapping[UUID, list[Answer]]
"""The answers of several learners."""


def logs(session: Session, people: Sequence[UUID], since: datetime | None = None) -> Logs:
    """Return the logs of several learners, in no order, with two queries for all of them.

    With `since` only what was answered from then on, and every task that was handed in or judged.
    """
    statement = select(_kept.person_id, *_LOG.selected_columns).where(_kept.person_id.in_(people))
    if since is not None:
        statement = statement.where(or_(
            _kept.answered_at >= since, _kept.outcome == "given", _kept.judged_by.is_not(None)
        ))
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


@dataclass(frozen=True, slots=True)
class Day:
    """How much a learner answered in one lesson on one day; a task counts when it was seen."""

    lesson: str
    day: date
    answers: int


def days(session: Session, people: Sequence[UUID]) -> Mapping[UUID, list[Day]]:
    """Return how much each of several learners answered, by lesson and day."""
    found: dict[UUID, list[Day]] = {person_id: [] for person_id in people}
    statement = (
        select(
            _kept.person_id, _kept.lesson, _kept.day,
            func.count().filter(_kept.outcome != "given"),
        )
        .where(_kept.person_id.in_(people))
        .group_by(_kept.person_id, _kept.lesson, _kept.day)
    )  # fmt: skip
    for person_id, lesson, day, many in session.connection().execute(statement):
        found[person_id].append(Day(lesson, day, many))
    return found


@lru_cache(maxsize=1024)  # a lesson's questions show the same few things again and again
def evidence_of(evidence: str) -> frozenset[str]:
    """Return what a right answer showed, from the text that is kept."""
    return frozenset(evidence.split(",")) if evidence else frozenset()
