"""Which reading lesson teaches what: letters, features, sight words, capitals."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace

from elearn.content.curriculum import unwritten
from elearn.content.passages import READING
from elearn.content.values import Meta
from elearn.language.features import CAPITALS, features, granted

_SIGHT = "kata-pandang "


@dataclass(frozen=True, slots=True)
class Rung:
    """A reading lesson: its number, and what it makes readable.

    Lessons with a number below `below` come before it: before a test also that of its own number.
    """

    number: int
    stem: str
    title: str
    grants: frozenset[str]
    below: int
    written: bool = True      # else only the map knows it


def rung(stem: str, meta: Meta) -> Rung | None:
    """Return what a lesson makes readable; None where it is no reading lesson."""
    prefix, _, rest = stem.partition("-")
    if f"{prefix}-" != READING or not rest[:2].isdecimal():
        return None
    taught = {*meta.graphemes, *filter(None, map(granted, meta.features))}
    taught |= {f"{_SIGHT}{word.lower()}" for word in meta.sight_words}
    taught |= {CAPITALS} if meta.capitals else set()
    number = int(rest[:2])
    return Rung(number, stem, meta.title, frozenset(taught), number + meta.test)


class Ladder:
    """The reading lessons of a folder in their order. Made in one pass, asked in constant time.

    What the map plans and nobody has written yet counts as taught to those after it, so that
    lessons can be written in any order.
    """

    def __init__(self, lessons: Iterable[tuple[str, Meta]]) -> None:
        """Order the reading lessons among `lessons`, which are stems and front matter."""
        found = [one for stem, meta in lessons if (one := rung(stem, meta))]
        self.rungs = sorted(found, key=lambda one: (one.number, one.stem))
        planned = [replace(one, written=False)
                   for mapped in unwritten({one.stem for one in found})
                   if (one := rung(mapped.stem, mapped.meta))]
        first: dict[str, Rung] = {}
        for one in sorted([*found, *planned], key=lambda one: (one.number, one.stem)):
            for thing in one.grants:
                first.setdefault(thing, one)
        self._first: Mapping[str, Rung] = first

    def teacher(self, feature: str) -> Rung | None:
        """Return the first lesson that teaches a feature."""
        return self._first.get(feature)

    def lacking(self, word: str, number: int, own: Set[str] = frozenset()) -> set[str]:
        """Return what of `word` no lesson below `number` teaches, nor `own` grants."""
        return self.lacks(self.needed(word, number, own), number, own)

    def unwritten(self, needed: Set[str], number: int, own: Set[str] = frozenset()) -> set[Rung]:
        """Return the lessons below `number` that nobody has written and `needed` relies on."""
        teachers = {self._first[one] for one in needed - own if one in self._first}
        return {one for one in teachers if one.number < number and not one.written}

    def needed(self, word: str, number: int, own: Set[str]) -> Set[str]:
        """Return the features of `word`; of one that is known as a whole only its capital."""
        known = self._known(f"{_SIGHT}{word.lower()}", number, own)
        return features(word) & {CAPITALS} if known else features(word)

    def lacks(self, needed: Set[str], number: int, own: Set[str] = frozenset()) -> set[str]:
        """Return which of the features `needed` no lesson below `number` teaches, nor `own`."""
        return {one for one in needed if not self._known(one, number, own)}

    def _known(self, thing: str, number: int, own: Set[str]) -> bool:
        first = self._first.get(thing)
        return thing in own or (first is not None and first.number < number)
