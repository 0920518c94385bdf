"""Where learners stand and what they remember: what is kept of it, the rest from the log."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from elearn.content.catalogue import Catalogue
from elearn.learning import derived, kept, logs
from elearn.learning.derived import WHOLE, Kept, Name
from elearn.mastery import Answer, Standing
from elearn.mastery.memory import Memory, memories
from elearn.store import Store

Grants = Mapping[str, frozenset[str]]
"""Lessons by stem, and what each grants."""
Standings = Mapping[str, Standing]

MANY = 30
"""Stale rows that are derived at each look; more of them are written back first."""


def grants_of(catalogue: Catalogue) -> Grants:
    """Return what each lesson grants, in Indonesian where there is such a reading."""
    readings = ((stem, catalogue.lesson(stem)) for stem in catalogue.lessons)
    return {stem: frozenset(one.meta.graphemes) for stem, one in readings if one is not None}


def standings(session: Session, people: Sequence[UUID], grants: Grants) -> Mapping[UUID, Standings]:
    """Return where each of these learners stands in each of these lessons that she answered in."""
    rows = derived.rows_of(session, people, whole=True)
    stale = {person_id: _stale_lessons(hers, grants) for person_id, hers in rows.items()}
    found = logs.logs_of(session, stale)
    return {
        person_id: {
            lesson: kept.standing_of(
                row if lesson not in stale[person_id] else
                kept.of_lesson(found[person_id].get(lesson, ()), grants[lesson])
            )
            for (lesson, _), row in hers.items() if lesson in grants
        }
        for person_id, hers in rows.items()
    }


def remembered(session: Session, person_id: UUID, before: date) -> Mapping[str, Memory]:
    """Return what a learner remembers of each question (Kode) that she met before a day."""
    rows = derived.rows_of(session, [person_id], whole=False)[person_id]
    by_code: dict[str, list[Kept]] = {}
    for (_, code), row in rows.items():
        by_code.setdefault(code, []).append(row)
    sure: dict[str, Memory] = {}
    unsure: list[str] = []
    for code, hers in by_code.items():
        memory = kept.memory_of(hers[0]) if len(hers) == 1 and _sure(hers[0]) else None
        if memory is not None and memory.last < before:
            sure[code] = memory
        elif memory is not None or not _nothing(hers):
            unsure.append(code)          # answered since it was derived, that day, or in two places
    return {**sure, **memories(logs.log_of_questions(session, person_id, unsure), before)}


def renew(store: Store, person_id: UUID, grants: Grants) -> None:
    """Write back what is stale of one learner, once it is much: read and written in her turn."""
    rules = {kept.rules(), *(kept.rules(one) for one in grants.values())}
    with store.reading() as session:
        stale = derived.stale_rows(session, person_id, rules)
    if stale > MANY:
        with store.writing(person_id) as session:
            write_back(session, person_id, grants)


def write_back(session: Session, person_id: UUID, grants: Grants) -> None:
    """Derive what is stale of one learner and keep it; in a turn of hers.

    Lessons that are not here (any more) grant nothing; theirs are other rules once they are back.
    """
    rows = derived.all_rows(session, person_id)
    granted = {lesson: grants.get(lesson, frozenset()) for lesson, _ in rows}
    stale = _stale_lessons(rows, granted)
    found = logs.logs_of(session, {person_id: stale})[person_id]
    fresh: dict[Name, Kept] = {
        (lesson, WHOLE): kept.of_lesson(found.get(lesson, ()), granted[lesson]) for lesson in stale
    }
    questions = {name for name, row in rows.items() if name[1] != WHOLE and not _sure(row)}
    given: dict[Name, list[Answer]] = {name: [] for name in questions}
    for one in logs.log_of_questions(session, person_id, [code for _, code in questions]):
        if (one.lesson, one.question) in given:
            given[one.lesson, one.question].append(one)
    fresh.update((name, kept.of_question(hers)) for name, hers in given.items())
    derived.put(session.connection(), person_id, fresh)


def _nothing(rows: Sequence[Kept]) -> bool:
    """Whether nothing that was answered to a question counts."""
    return all(_sure(row) and row.state == kept.NOTHING for row in rows)


def _sure(row: Kept, grants: frozenset[str] = frozenset()) -> bool:
    return bool(row.state) and row.rules == kept.rules(grants)


def _stale_lessons(rows: Mapping[Name, Kept], grants: Grants) -> list[str]:
    """Return the lessons whose rows say nothing, or what other rules made of it."""
    return [
        lesson for (lesson, code), row in rows.items()
        if code == WHOLE and lesson in grants and not _sure(row, grants[lesson])
    ]
