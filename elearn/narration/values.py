"""What every voice speaks: samples, and when each word of the text sounds."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

RATE = 22050
"""Samples a second, in every stage from the engine to the encoder; one channel."""

Samples = npt.NDArray[np.float32]
"""Sound between -1 and 1."""

Pcm = npt.NDArray[np.int16]
"""Sound as files and encoders hold it."""

Interval = tuple[float, float, int, int]
"""(start s, end s, first character, character after the last) of one word."""


class SpeechError(RuntimeError):
    """An engine could not speak; the message says which, and why."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A text as an engine said it; the characters of `words` are those of that text."""

    samples: Samples
    words: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence ready to be joined: trimmed, levelled; `words` are of its spoken text."""

    pcm: Pcm
    words: tuple[Interval, ...]


class Engine(Protocol):
    """One voice. A new one is a module with such a class and a line in `engines.ENGINES`."""

    @property
    def name(self) -> str:
        """Its name in ENGINES, as reports and timings give it."""
        ...

    @property
    def online(self) -> bool:
        """Whether others hear the text: then nothing about a person may ever be given to it."""
        ...

    @property
    def key(self) -> str:
        """Name, version, voices and speeds in [a-z0-9.-]: another sound has another key."""
        ...

    def speak(self, text: str, language: str) -> Speech:
        """Return `text` as sound at RATE; raise SpeechError where that cannot be."""
        ...
