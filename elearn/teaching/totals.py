"""Totals of a class that stay when learners are erased: answers by lesson and day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Integer, case, cast, func, select
from sqlalchemy.orm import Session

from elearn.store import tables
from elearn.store.base import core


@dataclass(frozen=True, slots=True)
class Count:
    """How many answers, and how many of them right; a task counts when a tutor has seen it."""

    answers: int
    right: int

    def __add__(self, other: "Count") -> "Count":
        """Count both."""
        return Count(self.answers + other.answers, self.right + other.right)


Totals = Mapping[tuple[str, date], Count]
"""By lesson and day."""

_given, _who, _gone = (
    core(tables.Attempt).c, core(tables.Person).c, core(tables.ErasedTotal).c
)  # fmt: skip
_rights = cast(func.sum(case((_given.outcome == "right", 1), else_=0)), Integer)


def of_person(session: Session, person_id: UUID) -> Totals:
    """Return what one learner adds to the totals of her class."""
    found = session.execute(
        select(_given.lesson, _given.day, func.count(), _rights)
        .where(_given.person_id == person_id, _given.outcome != "given")
        .group_by(_given.lesson, _given.day)
    )
    return {(lesson, day): Count(answers, right) for lesson, day, answers, right in found}


def of_class(session: Session, class_id: UUID) -> Totals:
    """Return the totals of a class: of who learns there, is archived, or was erased. No guests."""
    kept = session.execute(
        select(_given.lesson, _given.day, func.count(), _rights)
        .join_from(core(tables.Attempt), core(tables.Person), _who.id == _given.person_id)
        .where(_who.class_id == class_id, _who.role == "learner", _given.outcome != "given")
        .group_by(_given.lesson, _given.day)
    ).all()
    erased = session.execute(
        select(_gone.lesson, _gone.day, _gone.answers, _gone.right).where(
            _gone.class_id == class_id
        )
    ).all()
    totals: dict[tuple[str, date], Count] = {}
    for lesson, day, answers, right in (*kept, *erased):
        so_far = totals.get((lesson, day), Count(0, 0))
        totals[lesson, day] = so_far + Count(answers, right)
    return totals


def whole(totals: Totals) -> Count:
    """Return everything in one count."""
    return sum(totals.values(), start=Count(0, 0))
