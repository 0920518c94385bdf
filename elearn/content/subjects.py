"""The four subjects, and what the names of their files may be."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

LONGEST = 60
"""Letters of a file's stem."""

_STEM = re.compile("[a-z]+-[0-9]{2}(?:-[a-z0-9]+)*")
_DIGITS = re.compile("([0-9]+)")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject: `title` is a message id, `prefixes` begin the stems of its lessons."""

    title: str
    emoji: str
    prefixes: tuple[str, ...]


SUBJECTS: Mapping[str, Subject] = MappingProxyType({
    "literasi": Subject("Baca dan tulis", "📖", ("baca", "tulis")),
    "numerasi": Subject("Berhitung", "🧮", ("hitung",)),
    "kewirausahaan": Subject("Usaha", "🧺", ("usaha",)),
    "hak": Subject("Hak kita", "🤝", ("hak",)),
})
"""Subjects by the name of their folder, in the order they are offered."""


def subject_of(stem: str) -> str | None:
    """Return the subject whose lessons have names like `stem`."""
    prefix = stem.partition("-")[0]
    return next((name for name, one in SUBJECTS.items() if prefix in one.prefixes), None)


def is_stem(stem: str) -> bool:
    """Return whether `stem` can name a lesson: "baca-03-m-b"."""
    return len(stem) <= LONGEST and _STEM.fullmatch(stem) is not None


def number_of(stem: str) -> str:
    """Return a stem's subject and number: "baca-03" of "baca-03-m-b"."""
    return "-".join(stem.split("-")[:2])


@functools.lru_cache(maxsize=20_000)
def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts numbers in names by their size."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _DIGITS.split(text)
    )
