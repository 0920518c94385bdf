"""A tutor's ticks under the rubric of a task: answers of the log, append-only like all others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from elearn.learning import answers, derived
from elearn.learning.attempts import Attempt
from elearn.questions.values import Verdict
from elearn.store import tables
from elearn.store.upsert import unless_there

NO_DEVICE = UUID(int=0)
"""Stands for the device of a task that was done on paper only."""

JUST_AFTER = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """What a tutor found. `id` is made with her form: sent twice, it is one row.

    `draw`, `version` and `asked` are those of the page on which the task stands; `day` is the day
    of the task: when it was handed in, or today where it was done on paper only.
    """

    id: UUID
    person_id: UUID
    lesson: str
    version: str
    code: str
    draw: int
    day: date
    verdict: Verdict
    evidence: frozenset[str]
    asked: int
    by: UUID


def tasks_of_day(
    session: Session, person_id: UUID, lesson: str, code: str, day: date
) -> list[Attempt]:
    """Return how a task went on a day, in order: handed in, perhaps again, and ticked."""
    return [
        one for one in answers.of_lesson(session, person_id, lesson)
        if one.code == code and one.day == day and (one.outcome == "given" or one.judged_by)
    ]


def judge(session: Session, ticks: Ticks, now: datetime) -> bool:
    """Write what a tutor found; False for ticks that are there already.

    The row takes its time from the task, so that the sitting is what it would have been, and a
    correction comes just after what it corrects.
    """
    before = tasks_of_day(session, ticks.person_id, ticks.lesson, ticks.code, ticks.day)
    row = {
        "person_id": ticks.person_id,
        "id": ticks.id,
        "device_id": next((one.device_id for one in before), NO_DEVICE),
        "lesson": ticks.lesson,
        "version": ticks.version,
        "code": ticks.code,
        "draw": ticks.draw,
        "try_number": 1 + sum(1 for one in before if one.judged_by),
        "raw": ticks.verdict.canonical,
        "canonical": ticks.verdict.canonical,
        "outcome": ticks.verdict.outcome,
        "line": None,
        "hints": 0,
        "evidence": ",".join(sorted(ticks.evidence)),
        "answered_at": _at(before, now),
        "received_at": now.astimezone(UTC),
        "day": ticks.day,
        "flag": "",
        "asked": ticks.asked,
        "occasion": "",
        "confusion": "",
        "judged_by": ticks.by,
    }
    connection = session.connection()
    if connection.execute(unless_there(tables.Attempt), row).rowcount == 0:
        return False
    derived.stale(connection, ticks.person_id, ticks.lesson, ticks.code)
    return True


def _at(before: Sequence[Attempt], now: datetime) -> datetime:
    """Return the time of the ticks: that of the task, just after those that they correct."""
    ticked = [one.answered_at + JUST_AFTER for one in before if one.judged_by]
    given = [one.answered_at for one in before if not one.judged_by]
    return max([*ticked, *given[:1]], default=now.astimezone(UTC))
