"""A standing as text and back, and the name of the rules that it was derived by."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any

from elearn.learning.derived import Kept
from elearn.mastery import Answer, FirstTry, Standing, standing

RULES = "2"
"""Another number whenever `mastery` judges the same log otherwise: every row is then made anew."""


@lru_cache(maxsize=1024)
def rules(grants: frozenset[str]) -> str:
    """Return what a row was derived by: these rules, and what the lesson grants."""
    return hashlib.sha256(f"{RULES} {sorted(grants)}".encode()).hexdigest()[:16]


def derived(answers: Iterable[Answer], grants: frozenset[str]) -> Kept:
    """Return the row of a lesson from its answers."""
    return Kept(dumped(standing(answers, grants)), rules(grants))


def dumped(standing: Standing) -> str:
    """Return a standing as JSON: the values of its fields in their order, the same for the same."""
    values = [getattr(standing, name) for name in _FIELDS]
    return json.dumps(values, default=_plain, ensure_ascii=False, separators=(",", ":"))


def loaded(text: str) -> Standing:
    """Return the standing that `dumped` wrote."""
    values = zip(_FIELDS.items(), json.loads(text), strict=True)
    return Standing(**{name: read(value) for (name, read), value in values})


def _plain(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case FirstTry():
            return (value.question, value.draw, value.right)
        case frozenset():
            return sorted(value)
        case _:
            raise TypeError(value)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


def _tries(values: list[list[Any]]) -> tuple[FirstTry, ...]:
    return tuple(FirstTry(*one) for one in values)


def _as_it_is(value: Any) -> Any:
    return value


_READERS: Mapping[object, Callable[[Any], Any]] = {
    date | None: _day, frozenset[str]: frozenset, tuple[FirstTry, ...]: _tries,
}
_FIELDS: Mapping[str, Callable[[Any], Any]] = {
    field.name: _READERS.get(field.type, _as_it_is) for field in fields(Standing)
}
