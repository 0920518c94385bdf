"""The narrator: knows every script, and makes its clip at the latest when it is asked for."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import numpy as np

from elearn.language.spoken import VERSION
from elearn.narration import encoding, sound
from elearn.narration.files import Clip, Files
from elearn.narration.script import Script, digest, is_id, utterance
from elearn.narration.timing import Cue, cues, displayed
from elearn.narration.values import RATE, Engine, Said, SpeechError

ADDRESS = "/suara/{id}.mp3"
FORM = 1
"""Raise it when sound is trimmed, levelled, joined or encoded otherwise: all is then made anew."""

SILENT = Said(np.zeros(0, np.int16), ())     # of a sentence in which nothing can be said: "…"

_STRIPES = 32                # locks for clips, and for sentences: two threads never make the same

log = logging.getLogger(__name__)


class Narrator:
    """One engine and one folder of audio. Any number of threads may use it."""

    def __init__(self, audio: Path, engine: Engine) -> None:
        """Keep audio under `audio`, spoken by `engine`; neither is touched before it is needed."""
        self.engine = engine
        self.syntheses = 0
        self.files = Files(audio, f"{engine.key}-{VERSION}.{FORM}")
        self._scripts: dict[str, Script] = {}
        self._making = tuple(threading.Lock() for _ in range(_STRIPES))
        self._speaking = tuple(threading.Lock() for _ in range(_STRIPES))
        self._counting = threading.Lock()

    @property
    def scripts(self) -> Mapping[str, Script]:
        """Every script registered so far, by its id."""
        return MappingProxyType(self._scripts)

    def say(self, sentences: Sequence[str], language: str) -> str:
        """Register these displayed sentences; return the address of their clip, "" for none."""
        script = Script(tuple(sentences), language)
        if not script.sentences:
            return ""
        name = script.id
        self._scripts.setdefault(name, script)
        return ADDRESS.format(id=name)

    def clip(self, clip_id: str) -> Clip | None:
        """Return a clip, made now if it is not there or not whole.

        None for an id that no script has, and where no sound can be made (logged): the page then
        says "belum ada suara".
        """
        if not is_id(clip_id):
            return None
        ready = self.files.clip(clip_id)
        script = self._scripts.get(clip_id)
        if ready or script is None:
            return ready
        with self._making[hash(clip_id) % _STRIPES]:
            return self.files.clip(clip_id) or self._made(clip_id, script)

    def private(self, sentences: Sequence[str], language: str) -> bytes:
        """Return these sentences as MP3 and keep nothing: for names. May raise SpeechError."""
        return self._spoken(Script(tuple(sentences), language), self._said)[0]

    def _made(self, clip_id: str, script: Script) -> Clip | None:
        try:
            return self.files.keep_clip(clip_id, *self._spoken(script, self._kept))
        except (SpeechError, OSError) as error:
            log.warning("no sound for clip %s: %s", clip_id, error)
            return None

    def _spoken(
        self, script: Script, speak: Callable[[str, str], Said]
    ) -> tuple[bytes, list[Cue]]:
        spoken = [utterance(sentence, script.language) for sentence in script.sentences]
        said = [speak(each.text, script.language) if each.text else SILENT for each in spoken]
        pcm, starts = sound.joined([each.pcm for each in said])
        lengths = [len(each.pcm) / RATE for each in said]
        spans = [(start, start + length) for start, length in zip(starts, lengths, strict=True)]
        words = [
            displayed(text, each.words, length)
            for text, each, length in zip(spoken, said, lengths, strict=True)
        ]
        return encoding.mp3(pcm), cues(script, self.engine.name, spans, words)

    def _kept(self, text: str, language: str) -> Said:
        name = digest(text, language, self.engine.key, VERSION, FORM)
        with self._speaking[hash(name) % _STRIPES]:
            said = self.files.sentence(name)
            if said is None:
                said = self._said(text, language)
                self.files.keep_sentence(name, said)
            return said

    def _said(self, text: str, language: str) -> Said:
        with self._counting:
            self.syntheses += 1
        return sound.finished(self.engine.speak(text, language))
