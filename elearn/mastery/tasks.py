"""Tasks that were handed in and wait for a tutor, as a pure function of the log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from elearn.mastery.sittings import Answer


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A task of a lesson that was handed in on a day, first `at` this moment."""

    lesson: str
    question: str
    day: date
    at: datetime


def handed_in(answers: Iterable[Answer]) -> tuple[HandedIn, ...]:
    """Return the tasks that no tutor has ticked yet, the oldest first, whatever the order."""
    waiting: dict[tuple[str, str, date], datetime] = {}
    ticked = set()
    for answer in answers:
        task = answer.lesson, answer.question, answer.day
        if answer.judged and answer.counted:
            ticked.add(task)
        elif answer.given:
            waiting[task] = min(answer.at, waiting.get(task, answer.at))
    found = (HandedIn(*task, at) for task, at in waiting.items() if task not in ticked)
    return tuple(sorted(found, key=lambda one: (one.at, one.lesson, one.question)))
