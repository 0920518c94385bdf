"""Everything that follows from the logs, made anew: what is kept of it can always be thrown away.

One learner after another, each in a turn of her own: others answer meanwhile. Where it is broken
off, what was done stays done and the rest is as true as before.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.learning import answers, derived, kept
from elearn.learning.derived import WHOLE, Kept, Name
from elearn.learning.known import Grants
from elearn.mastery import Answer
from elearn.store import Store, tables
from elearn.store.base import core


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What became of one learner's rows.

    `wrong` are the lessons and codes whose row said something that does not follow from her log:
    there should be none, ever.
    """

    answers: int
    wrong: tuple[Name, ...]


def learners(session: Session) -> list[UUID]:
    """Return everybody who ever answered, in order."""
    row = core(tables.Derived).c
    return list(session.scalars(select(row.person_id).distinct().order_by(row.person_id)))


def rebuild(store: Store, people: Iterable[UUID], grants: Grants) -> Iterator[Rebuilt]:
    """Derive everything of these learners anew; `grants` are those of all lessons there are."""
    for person_id in people:
        with store.writing(person_id) as session:
            yield _one(session, person_id, grants)


def _one(session: Session, person_id: UUID, grants: Grants) -> Rebuilt:
    log = answers.log(session, person_id)
    before = derived.all_rows(session, person_id)
    rows = rows_of(log, grants)
    derived.put(session.connection(), person_id, {
        name: row for name, row in rows.items() if before.get(name) != row
    })
    wrong = (
        name for name, row in rows.items()
        if name not in before
        or (before[name].state and before[name].rules == row.rules and before[name] != row)
    )
    return Rebuilt(len(log), tuple(sorted(wrong)))


def rows_of(log: Iterable[Answer], grants: Grants) -> Mapping[Name, Kept]:
    """Return every row that follows from a learner's whole log."""
    lessons: dict[str, list[Answer]] = {}
    questions: dict[Name, list[Answer]] = {}
    for answer in log:
        lessons.setdefault(answer.lesson, []).append(answer)
        questions.setdefault((answer.lesson, answer.question), []).append(answer)
    return {
        **{
            (lesson, WHOLE): kept.of_lesson(given, grants.get(lesson, frozenset()))
            for lesson, given in lessons.items()
        },
        **{name: kept.of_question(given) for name, given in questions.items()},
    }
