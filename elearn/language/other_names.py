"""Other names to find one's own among: unlike it at first, then beginning alike, then nearly it."""

import functools
import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from elearn.language import names

FILE = Path(__file__).with_name("given_names.txt")

OTHERS = 2
_APART = 2                   # letters by which a name may be longer or shorter than hers
_NEAR = 2                    # letters that differ where it is hard
_LONG = 6                    # letters of a name in which another vowel makes no other word
_VOWELS = str.maketrans("aeiou", "iaaua")


@dataclass(frozen=True, slots=True)
class Round:
    """Her name among others, in the order in which they stand."""

    names: tuple[str, ...]
    mine: int


def rounds(name: str, avoid: Collection[str] = ()) -> tuple[Round, ...]:
    """Return three rounds of one name among three, harder each time, always the same for a name.

    Of a name of several words the last long one is exchanged. No word of `avoid`, the names of
    those who learn with her, is ever among the others.
    """
    words = name.split()
    at = max((place for place, word in enumerate(words) if len(word) > 2), default=len(words) - 1)
    mine = words[at]
    barred = {part.casefold() for other in (*avoid, name) for part in (other, *other.split())}
    sound = names.said(mine)
    free = [one for one, said in _given().items() if one.casefold() not in barred and said != sound]
    ranked = (_unlike(mine, free), _beginning_alike(mine, free), _nearly(mine, free, barred))
    used: set[str] = set()
    found = []
    for number, candidates in enumerate(ranked):
        others = [one for one in candidates if one not in used][:OTHERS]
        used.update(others)
        each = [" ".join([*words[:at], one, *words[at + 1 :]]) for one in others]
        place = _draw(name, str(number)) % (len(each) + 1)
        found.append(Round((*each[:place], name, *each[place:]), place))
    return tuple(found)


@functools.cache
def given() -> tuple[str, ...]:
    """Return the names of the list."""
    lines = FILE.read_text("utf-8").splitlines()
    return tuple(name for line in lines for name in line.partition("#")[0].split())


@functools.cache
def _given() -> Mapping[str, str]:
    """Return each with how it is said: what sounds alike cannot be told apart by ear."""
    return MappingProxyType({one: names.said(one) for one in given()})


def differ(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out or exchanged to make one of the other."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, sign in enumerate(other, 1):
            before, row[place] = row[place], min(
                row[place] + 1, row[place - 1] + 1, before + (letter != sign)
            )
    return row[-1]


def _unlike(mine: str, free: Sequence[str]) -> list[str]:
    """Other first letters, of her own name and of each other, and other last ones."""
    small, begun, found = mine.lower(), {mine[:1].lower()}, []
    for one in _drawn(mine, free):
        other = one.lower()
        if other[0] not in begun and other[-1] != small[-1] and _as_long(mine, one):
            begun.add(other[0])
            found.append(one)
    return found or _drawn(mine, free)


def _beginning_alike(mine: str, free: Sequence[str]) -> list[str]:
    """The same first letter, else what differs least; not yet what is nearly hers."""
    first = mine[:1].lower()
    alike = [one for one in _drawn(mine, free) if one[0].lower() == first]
    far = [one for one in alike if differ(mine.lower(), one.lower()) > _NEAR]
    return sorted(far, key=lambda one: not _as_long(mine, one)) + _nearest(mine, free)


def _nearly(mine: str, free: Sequence[str], barred: Collection[str]) -> list[str]:
    """One letter other, where there is such a name; of a long one with another vowel."""
    near = _nearest(mine, free)
    close = [one for one in near if differ(mine.lower(), one.lower()) <= _NEAR]
    made = [one for one in _made(mine) if one.casefold() not in barred and one not in close]
    return close + made + near[len(close) :] if len(mine) >= _LONG else near


def _made(mine: str) -> Iterator[str]:
    """Yield a long name with another vowel, from its end."""
    for at in range(len(mine) - 1, 1, -1):
        other = mine[at].translate(_VOWELS)
        if other != mine[at]:
            yield mine[:at] + other + mine[at + 1 :]


def _nearest(mine: str, free: Sequence[str]) -> list[str]:
    return sorted(_drawn(mine, free), key=lambda one: differ(mine.lower(), one.lower()))


def _drawn(mine: str, free: Sequence[str]) -> list[str]:
    """Return names in an order that is always the same for hers."""
    return sorted(free, key=lambda one: _draw(mine, one))


def _as_long(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= _APART


def _draw(name: str, other: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{name}\n{other}".encode()).digest()[:8])
