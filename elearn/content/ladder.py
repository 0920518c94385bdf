"""Which reading lesson teaches what: letters, features, sight words, capitals."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from elearn.content.passages import READING
from elearn.content.values import Meta
from elearn.language.features import CAPITALS, features, granted

_SIGHT = "kata-pandang "


@dataclass(frozen=True, slots=True)
class Rung:
    """A reading lesson: its number, and what it makes readable."""

    number: int
    stem: str
    title: str
    grants: frozenset[str]


def rung(stem: str, meta: Meta) -> Rung | None:
    """Return what a lesson makes readable; None where it is no reading lesson."""
    prefix, _, rest = stem.partition("-")
    if f"{prefix}-" != READING or not rest[:2].isdecimal():
        return None
    taught = {*meta.graphemes, *filter(None, map(granted, meta.features))}
    taught |= {f"{_SIGHT}{word.lower()}" for word in meta.sight_words}
    taught |= {CAPITALS} if meta.capitals else set()
    return Rung(int(rest[:2]), stem, meta.title, frozenset(taught))


class Ladder:
    """The reading lessons of a folder in their order. Made in one pass, asked in constant time."""

    def __init__(self, lessons: Iterable[tuple[str, Meta]]) -> None:
        """Order the reading lessons among `lessons`, which are stems and front matter."""
        found = (rung(stem, meta) for stem, meta in lessons)
        self.rungs = sorted((one for one in found if one), key=lambda one: (one.number, one.stem))
        first: dict[str, Rung] = {}
        for one in self.rungs:
            for thing in one.grants:
                first.setdefault(thing, one)
        self._first: Mapping[str, Rung] = first

    def teacher(self, feature: str) -> Rung | None:
        """Return the first lesson that teaches a feature."""
        return self._first.get(feature)

    def lacking(self, word: str, number: int, own: Set[str] = frozenset()) -> set[str]:
        """Return what of `word` no lesson below `number` teaches, nor `own` grants."""
        needed = features(word)
        if self._known(f"{_SIGHT}{word.lower()}", number, own):
            needed &= {CAPITALS}
        return self.lacks(needed, number, own)

    def lacks(self, needed: Set[str], number: int, own: Set[str] = frozenset()) -> set[str]:
        """Return which of the features `needed` no lesson below `number` teaches, nor `own`."""
        return {one for one in needed if not self._known(one, number, own)}

    def _known(self, thing: str, number: int, own: Set[str]) -> bool:
        first = self._first.get(thing)
        return thing in own or (first is not None and first.number < number)
