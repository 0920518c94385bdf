"""Single sentences: each said by the best voice there is, once, and kept."""

import contextlib
import functools
import threading
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from elearn.language.local import NAMES
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
    """One sentence, and who said it."""

    said: Said
    by: str


NOBODY = Spoken(SILENT, "")


class Sentences:
    """Voices in their order, and what they have said so far. Any number of threads may use it."""

    def __init__(
        self, files: Files, engine: Engine, better: Sequence[Engine], fallback: Engine | None
    ) -> None:
        """Speak by `engine`, else by `fallback`; what one of `better` has said is preferred.

        An online `engine` speaks when it is told to (`ask`), and never because a clip wants it.
        """
        self.syntheses = 0
        self.fell_back = 0
        self.trouble = ""
        self._files = files
        self._engine, self._fallback = engine, fallback
        self._voices = (*better, engine, *((fallback,) if fallback else ()))
        self._speaking = tuple(threading.Lock() for _ in range(_STRIPES))
        self._counting = threading.Lock()

    def kept(self, text: str, language: str) -> Spoken:
        """Return a sentence, spoken now if no voice has said it; SpeechError where none can.

        Silence in a language that only people speak.
        """
        if language in NAMES:
            return NOBODY
        found = self._there(text, language)
        if found is not None:
            return found
        embedded = self._embedded()
        return Spoken(self._kept_by(embedded, text, language), embedded.name)

    def passing(self, text: str, language: str) -> Spoken:
        """Return what `kept` would, but keep nothing that is said for it now."""
        if language in NAMES:
            return NOBODY
        found = self._there(text, language)
        embedded = self._embedded()
        return found or Spoken(self.said(embedded, text, language), embedded.name)

    def source(self, text: str, language: str) -> str:
        """Return the name of the sound that `kept` would give now, or would make."""
        if language in NAMES:
            return ""
        names = [_name(voice.key, text, language) for voice in self._voices]
        there = (name for name in names if self._files.has_sentence(name))
        return next(there, "") or _name(self._embedded().key, text, language)

    def voice(self, text: str, language: str) -> str:
        """Return the name of the voice that `kept` would give now."""
        if language in NAMES:
            return ""
        for voice in self._voices:
            if self._files.has_sentence(_name(voice.key, text, language)):
                return str(voice.name)
        return str(self._embedded().name)

    def ask(self, text: str, language: str) -> bool:
        """Have the engine say a sentence; where it cannot, remember that it should."""
        try:
            self._kept_by(self._engine, text, language)
        except (SpeechError, OSError) as error:
            with self._counting:
                self.fell_back += 1
                self.trouble = str(error)
            with contextlib.suppress(OSError):
                self._files.want(_name(self._engine.key, text, language))
            return False
        return True

    def unsaid(self, text: str, language: str) -> bool:
        """Whether the engine has not said this sentence yet."""
        return not self._files.has_sentence(_name(self._engine.key, text, language))

    def silent(self, text: str, language: str) -> bool:
        """Whether no voice has said this sentence yet."""
        names = (_name(voice.key, text, language) for voice in self._voices)
        return not any(map(self._files.has_sentence, names))

    def wants(self, text: str, language: str, engine: str) -> bool:
        """Whether the voice called `engine` was asked for this sentence in vain."""
        return any(
            self._files.is_wanted(_name(voice.key, text, language))
            for voice in self._voices if voice.name == engine
        )

    def said(self, engine: Engine, text: str, language: str) -> Said:
        """Return `text` spoken now and kept nowhere."""
        with self._counting:
            self.syntheses += 1
        return sound.finished(engine.speak(text, language))

    def _there(self, text: str, language: str) -> Spoken | None:
        for voice in self._voices:
            said = self._files.sentence(_name(voice.key, text, language))
            if said is not None:
                return Spoken(said, voice.name)
        return None

    def _embedded(self) -> Engine:
        """Return the voice that may speak at any time."""
        for voice in (self._engine, self._fallback):
            if voice is not None and not voice.online:
                return voice
        raise SpeechError(f"{self._engine.name} speaks only when it is told to")

    def _kept_by(self, engine: Engine, text: str, language: str) -> Said:
        name = _name(engine.key, text, language)
        with self._speaking[hash(name) % _STRIPES]:
            said = self._files.sentence(name)
            if said is None:
                said = self.said(engine, text, language)
                self._files.keep_sentence(name, said)
            return said


def _name(key: str, text: str, language: str) -> str:
    return _hashed(key, text, language, VERSION, FORM)


@functools.lru_cache(maxsize=16_384)         # asked for with every page, and twice for its sounds
def _hashed(key: str, text: str, language: str, version: int, form: int) -> str:
    return digest(text, language, key, version, form)
