"""A standing as text and back, and the name of the rules that it was derived by."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from elearn.learning.derived import Kept
from elearn.mastery import Answer, FirstTry, Standing, standing

RULES = "1"
"""Another number whenever `mastery` judges the same log otherwise: every row is then made anew."""


@lru_cache(maxsize=1024)
def rules(grants: frozenset[str]) -> str:
    """Return what a row was derived by: these rules, and what the lesson grants."""
    return hashlib.sha256(f"{RULES} {sorted(grants)}".encode()).hexdigest()[:16]


def derived(answers: Iterable[Answer], grants: frozenset[str]) -> Kept:
    """Return the row of a lesson from its answers."""
    return Kept(dumped(standing(answers, grants)), rules(grants))


def dumped(standing: Standing) -> str:
    """Return a standing as JSON: a list in the order of its fields, the same text for the same."""
    return json.dumps([
        standing.status,
        standing.ever_able,
        [[one.question, one.draw, one.right] for one in standing.tries],
        sorted(standing.missing),
        _day(standing.due),
        standing.sittings_without,
        _day(standing.last),
        _day(standing.last_good),
        standing.asked,
    ], ensure_ascii=False, separators=(",", ":"))  # fmt: skip


def loaded(text: str) -> Standing:
    """Return the standing that `dumped` wrote."""
    status, able, tries, missing, due, without, last, last_good, asked = json.loads(text)
    return Standing(
        status=status,
        ever_able=able,
        tries=tuple(FirstTry(*one) for one in tries),
        missing=frozenset(missing),
        due=_date(due),
        sittings_without=without,
        last=_date(last),
        last_good=_date(last_good),
        asked=asked,
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None
