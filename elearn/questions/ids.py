"""Raw answers that were tapped: ids of the author's lines, joined by commas."""

import re
from collections.abc import Sequence
from typing import TypedDict

EMPTY = -1
"""Stands where a place was left empty."""

_IDS = re.compile("(?:[0-9]{0,3},){0,999}[0-9]{0,3}")


class OptionsKey(TypedDict):
    """Key of options: how many there are (`of`), which are accepted (`ok`)."""

    kind: str
    of: int
    ok: list[int]


class PlacesKey(TypedDict):
    """Key of tiles and pairs.

    `same` gives for each line the first line that looks the same: such tiles and right sides are
    interchangeable. `ok` are the lines that take part, in the author's order.
    """

    kind: str
    same: list[int]
    ok: list[int]


def ids(raw: str, count: int) -> list[int]:
    """Return the line ids in a raw answer, EMPTY between commas; [] if any is not below `count`."""
    if not _IDS.fullmatch(raw):
        return []
    found = [int(part) if part else EMPTY for part in raw.rstrip(",").split(",")]
    return found if max(found) < count else []


def joined(numbers: Sequence[int]) -> str:
    """Return ids as a raw answer; the opposite of `ids`."""
    return ",".join("" if number == EMPTY else str(number) for number in numbers).rstrip(",")


def first_alike(texts: Sequence[str]) -> list[int]:
    """Return for each text the index of the first one equal to it."""
    first: dict[str, int] = {}
    return [first.setdefault(text, at) for at, text in enumerate(texts)]
