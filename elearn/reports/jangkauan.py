"""For partners: whom the programme reaches, class by class, without a name.

Classes are numbered: their names often hold the name of a person.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.learning import answers
from elearn.learning.silence import silent
from elearn.mastery import Answer, standing
from elearn.mastery.sittings import sittings
from elearn.reports.suppress import shown
from elearn.reports.values import Report, Scope, Table
from elearn.store import tables
from elearn.store.base import core

EVERYBODY = "Semua"

Figures = tuple[int, int, int]
"""People reached, their whole sittings, the lessons that they can do or could do once."""


def rows(session: Session, scope: Scope) -> Table:
    """Return the classes in the order in which they were made; demonstrations are not counted."""
    room = core(tables.Class).c
    classes = session.scalars(
        select(room.id).where(room.demo.is_(False)).order_by(room.made_at, room.id)
    ).all()
    figures = [_figures(session, scope, class_id) for class_id in classes]
    told = shown([one[0] for one in figures])
    whole = tuple(sum(one[at] for one in figures) for at in range(3))
    return Table(
        tuple(
            (number, *(one if number - 1 in told.groups else (None, None, None)))
            for number, one in enumerate(figures, 1)
        ),
        (EVERYBODY, *(whole if told.total else (None, None, None))),
    )


def _figures(session: Session, scope: Scope, class_id: UUID) -> Figures:
    """Count one class: learners only, also who is archived by now; one class in memory."""
    who = core(tables.Person).c
    ids = session.scalars(
        select(who.id).where(who.class_id == class_id, who.role == "learner")
    ).all()
    logs = answers.logs(session, ids)
    counted = {
        one: [
            answer for answer in log
            if (answer.counted or answer.given) and not silent(scope.catalogue, answer.lesson)
        ]
        for one, log in logs.items()
    }
    return (
        sum(1 for log in counted.values() if log),
        sum(_sittings(log) for log in counted.values()),
        sum(_able(log, scope) for log in counted.values()),
    )


def _by_lesson(log: Sequence[Answer]) -> Mapping[str, list[Answer]]:
    found: dict[str, list[Answer]] = {}
    for answer in log:
        found.setdefault(answer.lesson, []).append(answer)
    return found


def _sittings(log: Sequence[Answer]) -> int:
    return sum(
        1
        for given in _by_lesson(log).values()
        for sitting in sittings(given) if sitting.whole
    )


def _able(log: Sequence[Answer], scope: Scope) -> int:
    return sum(
        1
        for stem, given in _by_lesson(log).items()
        if (lesson := scope.catalogue.lesson(stem)) is not None
        and standing(given, frozenset(lesson.meta.graphemes)).ever_able
    )


JANGKAUAN = Report(
    title="Jangkauan program",
    columns=("Kelompok ke-", "Orang", "Kali duduk", "Pelajaran bisa"),
    note="Kelompok dengan kurang dari 5 orang disembunyikan (–). Kadang satu kelompok lagi, supaya"
         " selisih dari jumlahnya tidak membukanya.",
    of_class=False,
    rows=rows,
    words=(EVERYBODY,),
)
