"""What is said: the displayed sentences of one clip, and each as the engine is given it."""

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from elearn.content.values import Pronounced, Recorded
from elearn.language.sayings import Told
from elearn.language.spoken import SpokenWord, spoken_words
from elearn.narration.encoding import FORM

_ID = re.compile(r"[a-z2-7]{10}(?:[a-z2-7]{2})?")      # 12 in pages and folders of before
_LENGTH = 10
"""Letters of an id: 50 bits; 100,000 clips share one by chance in 1 hub of 200,000. A page of a
lesson names about a hundred, and nothing in it shrinks less."""


@dataclass(frozen=True, slots=True)
class Script:
    """The displayed sentences of one clip, in order."""

    sentences: tuple[str, ...]
    language: str
    recorded: tuple[str, ...] = field(init=False)
    """The mark of each sentence's own recording, "" where the author gave none."""
    told: tuple[Told, ...] = field(init=False)
    """What is said otherwise in each sentence."""

    def __post_init__(self) -> None:
        """Note the marks: scripts that differ in nothing else are not equal."""
        marks = (one.mark if isinstance(one, Recorded) else "" for one in self.sentences)
        object.__setattr__(self, "recorded", tuple(marks))
        object.__setattr__(self, "told", tuple(map(_told, self.sentences)))

    def named(self, sounds: Sequence[str]) -> str:
        """Return letters and digits of a hash over the words and the `sounds` that say them."""
        return digest(self.language, *self.sentences, "", *sounds, FORM)[:_LENGTH]


@dataclass(frozen=True, slots=True)
class Utterance:
    """A displayed sentence as an engine is given it.

    `ranges[i]` are the characters of `text` in which `words[i]`, a displayed word, is said.
    """

    text: str
    words: tuple[SpokenWord, ...]
    ranges: tuple[tuple[int, int], ...]


def utterance(sentence: str, language: str) -> Utterance:
    """Return what the engine is to say for a displayed sentence; total, never raises."""
    words = spoken_words(sentence, language, _told(sentence))
    ranges = []
    at = 0
    for word in words:
        ranges.append((at, at + len(word.text)))
        at += len(word.text) + 1
    return Utterance(" ".join(word.text for word in words), words, tuple(ranges))


def _told(sentence: str) -> Told:
    return sentence.told if isinstance(sentence, Pronounced) else ()


def is_id(text: str) -> bool:
    """Whether `text` could be the id of a script, and so is safe in a path."""
    return _ID.fullmatch(text) is not None


def digest(*parts: object) -> str:
    """Return a hash of `parts` in [a-z2-7], 52 characters."""
    written = json.dumps(parts).encode("ascii")
    return base64.b32encode(hashlib.sha256(written).digest()).decode().rstrip("=").lower()
