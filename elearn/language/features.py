"""What a reader must have learned before she can read a word, named as front matter names it.

A grapheme by itself ("ng"), `c:k` for a word that ends with k, CLOSED for a closed syllable inside
a word (front matter calls it `m`), `d:ai` for a diphthong, `k:cluster` for two consonants in one
syllable, CAPITALS.
"""

import functools
from itertools import takewhile

from elearn.language.letters import ALPHABET, VOWELS, letters, plain
from elearn.language.syllables import of_plain

CAPITALS = "huruf-besar"
"""Capitals; a lesson grants them by `huruf-besar: ya`."""

CLOSED, CLUSTER = "suku-tengah", "k:cluster"
_CLOSED_IN_FRONT = "m"       # of "fitur: m"; the letter m is another thing
DIPHTHONGS = ("ai", "au", "oi", "ei")


@functools.lru_cache(maxsize=65_536)
def features(word: str) -> frozenset[str]:
    """Return all that one must know to read `word`; nothing for a single letter.

    What is spelled out letter by letter ("KTP", "dr") needs the whole alphabet.
    """
    bare = plain(word)
    graphemes = letters(bare)
    if len(graphemes) < 2:
        return frozenset()
    needed = _spelled(graphemes) if abbreviated(word) else _of_plain(bare)
    return needed | {CAPITALS} if word != word.lower() else needed


def abbreviated(word: str) -> bool:
    """Whether a word is read letter by letter: all of it capitals, or without a vowel."""
    return (len(word) > 1 and word.isupper()) or not (
        VOWELS & set(bare := plain(word)) or "y" in bare[1:]
    )


def granted(text: str) -> str | None:
    """Return the feature that a lesson grants by `fitur: text`; None where that is none."""
    kind, colon, what = text.partition(":")
    if kind == "c" and colon:
        known = letters(what) == [what] and what[0] in ALPHABET and what not in VOWELS
    else:
        known = text == CLUSTER or (kind == "d" and what in DIPHTHONGS)
    return CLOSED if text == _CLOSED_IN_FRONT else text if known else None


def _spelled(graphemes: list[str]) -> frozenset[str]:
    return frozenset({*ALPHABET, *(sign for sign in graphemes if sign[0] not in ALPHABET)})


def _of_plain(word: str) -> frozenset[str]:
    syllables = [_Syllable(one) for one in of_plain(word)]
    found = set(letters(word))
    for one in syllables:
        found |= one.features()
    if any(one.coda for one in syllables[:-1]):
        found.add(CLOSED)
    if any(one.coda[-1:] == ["ng"] for one in syllables[:-1]):
        found.add("c:ng")               # the ng of tangga is the ng of uang
    if syllables[-1].coda:
        found.add(f"c:{syllables[-1].coda[-1]}")
    return frozenset(found)


class _Syllable:
    """A syllable as onset, core and coda."""

    def __init__(self, text: str) -> None:
        signs = letters(text)
        sounding = VOWELS if VOWELS & set(signs) else frozenset("y")        # the end of Henry
        self.onset = [*takewhile(lambda sign: sign not in sounding, signs)]
        rest = signs[len(self.onset):]
        self.core = "".join(takewhile(lambda sign: sign in sounding, rest))
        self.coda = rest[len(self.core):]

    def features(self) -> set[str]:
        """Return what it needs apart from its letters and its place in the word."""
        found = {f"d:{self.core}"} if self.core in DIPHTHONGS else set()
        if len(self.onset) > 1 or len(self.coda) > 1:
            found.add(CLUSTER)
        return found
