"""Single sentences: each said by the best voice there is, once, and kept."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from elearn.language.spoken import VERSION
from elearn.narration import sound
from elearn.narration.files import Files
from elearn.narration.script import digest
from elearn.narration.values import Engine, Said, SpeechError

FORM = 1
"""Raise it when sound is trimmed, levelled, joined or encoded otherwise: all is then made anew."""

SILENT = Said(np.zeros(0, np.int16), ())     # of a sentence in which nothing can be said: "…"

_STRIPES = 32                # locks: two threads never say the same sentence


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence, who said it, and who should have: "" where that is the same."""

    said: Said
    by: str
    wanted: str = ""


def manner_of(engine: Engine) -> str:
    """Return the name of the folder that holds the clips of an engine."""
    return f"{engine.key}-{VERSION}.{FORM}"


class Sentences:
    """Voices in their order, and what they have said so far. Any number of threads may use it."""

    def __init__(
        self, files: Files, engine: Engine, better: Sequence[Engine], fallback: Engine | None
    ) -> None:
        """Speak by `engine`, else by `fallback`; what one of `better` has said is preferred."""
        self.syntheses = 0
        self.fell_back = 0
        self.trouble = ""
        self._files = files
        self._engine, self._better, self._fallback = engine, tuple(better), fallback
        self._speaking = tuple(threading.Lock() for _ in range(_STRIPES))
        self._counting = threading.Lock()

    def kept(self, text: str, language: str) -> Spoken:
        """Return a sentence, spoken now if no voice has said it; SpeechError where none can."""
        for voice in self._better:
            said = self._files.sentence(_name(voice, text, language))
            if said is not None:
                return Spoken(said, voice.name)
        try:
            return Spoken(self._kept_by(self._engine, text, language), self._engine.name)
        except SpeechError as error:
            if self._fallback is None:
                raise
            with self._counting:
                self.fell_back += 1
                self.trouble = str(error)
            said = self._kept_by(self._fallback, text, language)
            return Spoken(said, self._fallback.name, self._engine.name)

    def source(self, text: str, language: str) -> str:
        """Return the name of the sound that `kept` would give now, or would make."""
        voices = [*self._better, self._engine, *([self._fallback] if self._fallback else [])]
        names = [_name(voice, text, language) for voice in voices]
        there = (name for name in names if self._files.has_sentence(name))
        return next(there, _name(self._engine, text, language))

    def said(self, engine: Engine, text: str, language: str) -> Said:
        """Return `text` spoken now and kept nowhere."""
        with self._counting:
            self.syntheses += 1
        return sound.finished(engine.speak(text, language))

    def _kept_by(self, engine: Engine, text: str, language: str) -> Said:
        name = _name(engine, text, language)
        with self._speaking[hash(name) % _STRIPES]:
            said = self._files.sentence(name)
            if said is None:
                said = self.said(engine, text, language)
                self._files.keep_sentence(name, said)
            return said


def _name(engine: Engine, text: str, language: str) -> str:
    return digest(text, language, engine.key, VERSION, FORM)
