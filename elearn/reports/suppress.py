"""Figures under five people are not told, nor what would tell them by subtraction."""

from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 5
"""People; fewer could be known by their neighbours."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Which groups may be told, by their place, and whether the total may."""

    groups: frozenset[int]
    total: bool


def shown(people: Sequence[int]) -> Shown:
    """Return which of these groups (by how many people) may be told beside their total.

    Whoever knows the total and all groups but one knows that one. So what is hidden is at least two
    groups with together at least LEAST people: where the small ones are less, the next larger ones
    are hidden with them; where nothing is left to hide, the total is hidden.
    """
    by_size = sorted(range(len(people)), key=lambda at: (people[at], at))
    hidden = [at for at in by_size if people[at] < LEAST]
    rest = by_size[len(hidden):]
    while hidden and rest and not _safe(hidden, people):
        hidden.append(rest.pop(0))
    return Shown(
        frozenset(rest), sum(people) >= LEAST and (not hidden or _safe(hidden, people))
    )


def _safe(hidden: Sequence[int], people: Sequence[int]) -> bool:
    return len(hidden) > 1 and sum(people[at] for at in hidden) >= LEAST
