"""What rows hold: standings and memories, each with the name of the rules it was derived by."""

import hashlib
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from elearn.learning.as_text import dumped, loaded
from elearn.learning.derived import Kept
from elearn.mastery import Answer, Standing, standing
from elearn.mastery.memory import Memory, memories

RULES = "2"
"""Another number whenever `mastery` makes something else of the same log: every row is then made
anew."""

NOTHING = "null"
"""What is kept of a question without an answer that counts."""


@lru_cache(maxsize=1024)
def rules(grants: frozenset[str] = frozenset()) -> str:
    """Return what a row was derived by: these rules, and what the lesson grants."""
    return hashlib.sha256(f"{RULES} {sorted(grants)}".encode()).hexdigest()[:16]


def of_lesson(answers: Sequence[Answer], grants: frozenset[str]) -> Kept:
    """Return the row of a lesson from all its answers."""
    return Kept(dumped(standing(answers, grants)), rules(grants))


def of_question(answers: Sequence[Answer]) -> Kept:
    """Return the row of a question from all its answers in one lesson."""
    found = next(iter(memories(answers, date.max).values()), None)
    return Kept(dumped(found) if found is not None else NOTHING, rules())


def standing_of(row: Kept) -> Standing:
    """Return the standing that the row of a lesson holds."""
    return loaded(Standing, row.state)


def memory_of(row: Kept) -> Memory | None:
    """Return the memory that the row of a question holds; None where nothing counts."""
    return loaded(Memory, row.state) if row.state != NOTHING else None
