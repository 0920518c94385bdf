"""Who needs her tutor first, and why: pure rules over what is known of a learner today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from elearn.mastery import Confused, HandedIn

Reason = Literal[
    "stopped", "held", "no consent", "stuck", "waiting", "overdue", "away", "confused", "again",
    "idle", "new", "fine",
]
"""In the order of need: "stuck" is three judged sittings without a good one, "waiting" a task that
was handed in and not looked at, "confused" something that is mixed up again and again, "again" a
lesson that was known and is not now, "idle" nothing answered today, "new" nothing answered ever."""

ORDER: tuple[Reason, ...] = (
    "stopped", "held", "no consent", "stuck", "waiting", "overdue", "away", "confused",
    "again", "new", "idle", "fine",
)
WITHOUT = 3
"""Judged sittings without a good one, after which the tutor is told."""
MIXED_UP = 3
"""Times that a confusion shows within four weeks, after which the tutor is told."""
AWAY = 6
"""Days without an answer, after which a learner is missed."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a learner. Lessons are named by their stems; None where there is none."""

    stopped: bool = False
    held_until: datetime | None = None
    consented: bool = True
    stuck_in: str | None = None
    waiting: tuple[HandedIn, ...] = ()
    overdue: str | None = None
    to_repeat: str | None = None
    last_day: date | None = None
    confused: Confused | None = None     # her weakest confusion


@dataclass(frozen=True, slots=True)
class Need:
    """The one reason that is told of a learner, and what it is about."""

    person_id: UUID
    reason: Reason
    lesson: str | None = None
    days: int = 0
    until: datetime | None = None
    tasks: tuple[HandedIn, ...] = ()
    confused: Confused | None = None     # what is mixed up, where it shows often


def need(person_id: UUID, facts: Facts, today: date) -> Need:
    """Return the most urgent reason; exactly one, so that a tutor reads one line a learner."""
    if facts.stopped:
        return Need(person_id, "stopped")
    if facts.held_until is not None:
        return Need(person_id, "held", until=facts.held_until)
    if not facts.consented:
        return Need(person_id, "no consent")
    if facts.stuck_in is not None:
        return Need(person_id, "stuck", facts.stuck_in, confused=_often(facts))
    if facts.waiting:
        return Need(person_id, "waiting", facts.waiting[0].lesson, tasks=facts.waiting)
    return _absence(person_id, facts, today)


def _absence(person_id: UUID, facts: Facts, today: date) -> Need:
    away = (today - facts.last_day).days if facts.last_day is not None else 0
    if facts.overdue is not None:
        return Need(person_id, "overdue", facts.overdue, away)
    if away >= AWAY:
        return Need(person_id, "away", days=away)
    if (confused := _often(facts)) is not None:
        return Need(person_id, "confused", confused.lessons[0], confused=confused)
    if facts.to_repeat is not None:
        return Need(person_id, "again", facts.to_repeat)
    if facts.last_day is None:
        return Need(person_id, "new")
    return Need(person_id, "idle" if away > 0 else "fine", days=away)


def _often(facts: Facts) -> Confused | None:
    return facts.confused if facts.confused and facts.confused.times >= MIXED_UP else None


def by_need(needs: Iterable[Need]) -> list[Need]:
    """Put the most urgent first; among equals who was away longest, else as they came."""
    return sorted(needs, key=lambda one: (ORDER.index(one.reason), -one.days))
