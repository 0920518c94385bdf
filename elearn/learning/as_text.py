"""Small frozen values as text and back: the values of their fields, in their order."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from elearn.mastery import FirstTry, Standing
from elearn.mastery.memory import Memory

Value = TypeVar("Value", Standing, Memory)


def dumped(value: Standing | Memory) -> str:
    """Return a value as JSON, the same text for the same value."""
    values = [getattr(value, name) for name in _FIELDS[type(value)]]
    return json.dumps(values, default=_plain, ensure_ascii=False, separators=(",", ":"))


def loaded(kind: type[Value], text: str) -> Value:
    """Return the value of this kind that `dumped` wrote."""
    values = zip(_FIELDS[kind].items(), json.loads(text), strict=True)
    return kind(**{name: read(value) for (name, read), value in values})


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
    date: _day, date | None: _day, frozenset[str]: frozenset, tuple[FirstTry, ...]: _tries,
}


_FIELDS: Mapping[type, Mapping[str, Callable[[Any], Any]]] = {
    Standing: {field.name: _READERS.get(field.type, _as_it_is) for field in fields(Standing)},
    Memory: {field.name: _READERS.get(field.type, _as_it_is) for field in fields(Memory)},
}
