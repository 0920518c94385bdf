"""An ear for the installed voice: whether what it says can be told apart by listening."""

import re
from collections.abc import Sequence

import numpy as np

from elearn.language.local import NAMES
from elearn.narration.acoustics import Features, alike, features
from elearn.narration.narrator import Narrator
from elearn.narration.recordings import texts
from elearn.narration.script import Script
from elearn.narration.sentences import Spoken
from elearn.narration.values import SpeechError

MOST = 20_000
"""Verdicts that are kept at hand: about 3 MB."""

_FEW = 64                    # sounds whose features are kept: those of the question at hand
_PLAIN = re.compile(r"[a-z]+")
_VOWEL = re.compile(r"[aeiou]")
_FAR = 0.4                   # share of letters in which words of one sound never differ
_SPELLINGS = (("oe", "u"), ("ph", "f"), ("tj", "c"), ("dj", "j"), ("x", "ks"), ("q", "k"))


class Ear:
    """Compares sounds as the narrator would play them now, a person's recordings first.

    A verdict is kept by the names of both sounds, so that it holds until one of them is another.
    """

    def __init__(self, narrator: Narrator) -> None:
        """Listen to `narrator`; nothing is said before it is needed, and nothing kept on disk."""
        self._narrator = narrator
        self._verdicts: dict[frozenset[str], bool] = {}
        self._features: dict[str, Features] = {}

    def __call__(self, one: tuple[str, ...], other: tuple[str, ...], language: str) -> bool:
        """Return whether two things that are displayed so sound alike."""
        first, second = Script(one, language), Script(other, language)
        names = frozenset(map(self._narrator.name, (first, second)))
        if names not in self._verdicts:
            if len(self._verdicts) >= MOST:
                self._verdicts.clear()
            self._verdicts[names] = len(names) == 1 or self._alike(first, second)
        return self._verdicts[names]

    def _alike(self, one: Script, other: Script) -> bool:
        recorded = [self._narrator.is_recorded(script) for script in (one, other)]
        words = [_words(script) for script in (one, other)]
        if not all(recorded):
            if one.language in NAMES:        # nobody says it: there is nothing to take for another
                return False
            if words[0] == words[1]:
                return True
            if one.language == "id" and _far(*words):
                return False
        try:
            # a person and a machine differ in everything: the machine is asked for both
            by_machine = any(recorded) and not all(recorded)
            return alike(*(self._heard(script, by_machine) for script in (one, other)))
        except SpeechError:
            return False

    def _heard(self, script: Script, by_machine: bool) -> Features:
        name = f"{self._narrator.name(script)}{by_machine:d}"
        if name not in self._features:
            if len(self._features) >= _FEW:
                self._features.clear()
            self._features[name] = features(_joined(self._narrator.heard(script, by_machine)))
        return self._features[name]


def _joined(each: Sequence[Spoken]) -> "np.ndarray[tuple[int], np.dtype[np.int16]]":
    return np.concatenate([one.said.pcm for one in each])


def _words(script: Script) -> tuple[str, ...]:
    """Return what is said, without the signs that only make pauses."""
    return tuple(word.strip(".,?!:;").casefold() for text in texts(script) for word in text.split())


def _far(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether Indonesian words are so unlike in their letters that nobody need listen.

    Only of what is written as it is said: letters that stand for their names are listened to.
    """
    if not all(_PLAIN.fullmatch(word) and _VOWEL.search(word) for word in (*one, *other)):
        return False
    first, second = (_respelled("".join(words)) for words in (one, other))
    longest = max(len(first), len(second))
    return longest > 3 and _edits(first, second) > _FAR * longest


def _respelled(word: str) -> str:
    for old, new in _SPELLINGS:
        word = word.replace(old, new)
    return re.sub(r"(.)\1", r"\1", word)


def _edits(one: str, other: str) -> int:
    """Return how many letters must be changed, put in or taken out (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for to, there in enumerate(other, 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (letter != there))
    return row[-1]
