"""Where learners stand: what is kept of it, and what must be derived anew from the log."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from elearn.content.catalogue import Catalogue
from elearn.learning import answers, derived, kept_standing
from elearn.learning.derived import WHOLE, Kept
from elearn.mastery import Standing
from elearn.store import Store

Grants = Mapping[str, frozenset[str]]
"""Lessons by stem, and what each grants."""
Standings = Mapping[str, Standing]

def grants_of(catalogue: Catalogue) -> Grants:
    """Return what each lesson grants, in Indonesian where there is such a reading."""
    readings = ((stem, catalogue.lesson(stem)) for stem in catalogue.lessons)
    return {stem: frozenset(one.meta.graphemes) for stem, one in readings if one is not None}


MANY = 30
"""Stale rows that are derived at each look; more of them are written back first."""


def standings(session: Session, people: Sequence[UUID], grants: Grants) -> Mapping[UUID, Standings]:
    """Return where each of these learners stands in each of these lessons that she answered in."""
    kept = derived.rows_of(session, people, whole=True)
    stale = {person_id: _stale(rows, grants) for person_id, rows in kept.items()}
    logs = answers.logs_of(session, stale)
    return {
        person_id: {
            lesson: kept_standing.loaded(
                row.state if lesson not in stale[person_id] else
                kept_standing.derived(logs[person_id].get(lesson, ()), grants[lesson]).state
            )
            for (lesson, _), row in rows.items() if lesson in grants
        }
        for person_id, rows in kept.items()
    }


def standings_of(store: Store, person_id: UUID, grants: Grants) -> Standings:
    """Return the same for one learner; what has become stale is written back once it is much."""
    with store.reading() as session:
        kept = derived.rows_of(session, [person_id], whole=True)[person_id]
    if len(_stale(kept, grants)) > MANY:
        refresh(store, person_id, grants)
    with store.reading() as session:
        return standings(session, [person_id], grants)[person_id]


def refresh(store: Store, person_id: UUID, grants: Grants) -> None:
    """Write back what is stale of one learner, read and written in one turn of hers."""
    with store.writing(person_id) as session:
        write_back(session, person_id, grants)


def write_back(session: Session, person_id: UUID, grants: Grants) -> None:
    """Derive what is stale of one learner and keep it; in a turn of hers."""
    stale = _stale(derived.rows_of(session, [person_id], whole=True)[person_id], grants)
    logs = answers.logs_of(session, {person_id: stale})[person_id]
    derived.put(session.connection(), person_id, {
        (lesson, WHOLE): kept_standing.derived(logs.get(lesson, ()), grants[lesson])
        for lesson in stale
    })


def _stale(rows: Mapping[derived.Name, Kept], grants: Grants) -> list[str]:
    """Return the lessons whose rows say nothing, or what other rules made of it."""
    return [
        lesson for (lesson, _), row in rows.items()
        if lesson in grants
        and not (row.state and row.rules == kept_standing.rules(grants[lesson]))
    ]
