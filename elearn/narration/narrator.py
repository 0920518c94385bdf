"""The narrator: knows every script, and makes its clip at the latest when it is asked for."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np

from elearn.language.spoken import VERSION
from elearn.narration import encoding, recordings, sound
from elearn.narration.files import Clip, Files
from elearn.narration.recordings import Recording, Recordings
from elearn.narration.script import Script, digest, is_id, utterance
from elearn.narration.timing import Cue, cues, displayed
from elearn.narration.values import RATE, Engine, Said, SpeechError

ADDRESS = "/suara/{id}.mp3"
FORM = 1
"""Raise it when sound is trimmed, levelled, joined or encoded otherwise: all is then made anew."""

SILENT = Said(np.zeros(0, np.int16), ())     # of a sentence in which nothing can be said: "…"

_STRIPES = 32                # locks for clips, and for sentences: two threads never make the same

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence, and who said it."""

    said: Said
    by: str


def manner_of(engine: Engine) -> str:
    """Return the name of the folder that holds the clips of an engine."""
    return f"{engine.key}-{VERSION}.{FORM}"


class Narrator:
    """One engine and one folder of audio. Any number of threads may use it."""

    def __init__(
        self,
        audio: Path,
        engine: Engine,
        *,
        better: Sequence[Engine] = (),
        fallback: Engine | None = None,
        recorded: Path | None = None,
    ) -> None:
        """Keep audio under `audio`, spoken by `engine`; nothing is touched before it is needed.

        Clips that one of `better` has made before are preferred, but none of these is ever asked to
        speak. `fallback` says what `engine` could not. Files under `recorded` override machines.
        """
        self.engine = engine
        self.fallback = fallback
        self.syntheses = 0
        self.fell_back = 0
        self.files = Files(audio, manner_of(engine))
        self.recordings = Recordings(recorded)
        self._audio = audio
        self._better = tuple(Files(audio, manner_of(one)) for one in better)
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

        A person's recordings come first, then what a better voice has made, then our own. None for
        an id that no script has, and where no sound can be made (logged): the page then says
        "belum ada suara".
        """
        if not is_id(clip_id):
            return None
        script = self._scripts.get(clip_id)
        taken = self.recordings.of(script) if script else {}
        files = self._files_with(taken) if taken else self.files
        ready = self.ready(clip_id, files, better=not taken)
        if ready or script is None:
            return ready
        with self._making[hash(clip_id) % _STRIPES]:
            return files.clip(clip_id) or self._made(clip_id, script, files, taken)

    def ready(
        self, clip_id: str, files: Files | None = None, *, better: bool = True
    ) -> Clip | None:
        """Return a clip that was made before, by a better voice first; makes nothing."""
        for each in (*(self._better if better else ()), files or self.files):
            found = each.clip(clip_id)
            if found is not None:
                return found
        return None

    def current(self, clip_id: str) -> Clip | None:
        """Return the clip that would be served now, if it is there; makes nothing."""
        script = self._scripts.get(clip_id)
        taken = self.recordings.of(script) if script else {}
        files = self._files_with(taken) if taken else self.files
        return self.ready(clip_id, files, better=not taken)

    def again(self, clip_id: str) -> Clip | None:
        """Make a clip anew if a sentence in it fell back; what was said by the engine is reused."""
        script = self._scripts[clip_id]
        taken = self.recordings.of(script)
        files = self._files_with(taken) if taken else self.files
        with self._making[hash(clip_id) % _STRIPES]:
            return self._made(clip_id, script, files, taken)

    def private(self, sentences: Sequence[str], language: str) -> bytes:
        """Return these sentences as MP3 and keep nothing: for names. May raise SpeechError.

        Never by an online voice: nobody else hears a name.
        """
        engine = self.fallback if self.engine.online else self.engine
        if engine is None or engine.online:
            raise SpeechError("a name is spoken by an embedded voice only")
        said = engine

        def speak(text: str, language: str) -> Spoken:
            return Spoken(self._said(said, text, language), said.name)

        return self._spoken(Script(tuple(sentences), language), speak)[0]

    def _files_with(self, taken: Mapping[str, Recording]) -> Files:
        marks = sorted(one.mark for one in taken.values())
        name = f"{recordings.NAME}-{digest(manner_of(self.engine), *marks)[:16]}"
        return Files(self._audio, name)

    def _made(
        self, clip_id: str, script: Script, files: Files, taken: Mapping[str, Recording]
    ) -> Clip | None:
        def speak(text: str, language: str) -> Spoken:
            if text in taken:
                try:
                    return self._recorded(taken[text], text, language)
                except SpeechError as error:
                    log.warning("a recording is left out: %s", error)
            return self._kept(text, language)

        try:
            return files.keep_clip(clip_id, *self._spoken(script, speak))
        except (SpeechError, OSError) as error:
            log.warning("no sound for clip %s: %s", clip_id, error)
            return None

    def _spoken(
        self, script: Script, speak: Callable[[str, str], Spoken]
    ) -> tuple[bytes, list[Cue]]:
        spoken = [utterance(sentence, script.language) for sentence in script.sentences]
        silent = Spoken(SILENT, self.engine.name)
        each = [speak(one.text, script.language) if one.text else silent for one in spoken]
        pcm, starts = sound.joined([one.said.pcm for one in each])
        lengths = [len(one.said.pcm) / RATE for one in each]
        spans = [(start, start + length) for start, length in zip(starts, lengths, strict=True)]
        words = [
            displayed(text, one.said.words, length)
            for text, one, length in zip(spoken, each, lengths, strict=True)
        ]
        return encoding.mp3(pcm), cues(script, [one.by for one in each], spans, words)

    def _recorded(self, taken: Recording, text: str, language: str) -> Spoken:
        pace = self.fallback or self.engine
        said = sound.finished(recordings.speech(taken, text, language, pace))
        return Spoken(said, recordings.NAME)

    def _kept(self, text: str, language: str) -> Spoken:
        try:
            return Spoken(self._kept_by(self.engine, text, language), self.engine.name)
        except SpeechError:
            if self.fallback is None:
                raise
            with self._counting:
                self.fell_back += 1
            return Spoken(self._kept_by(self.fallback, text, language), self.fallback.name)

    def _kept_by(self, engine: Engine, text: str, language: str) -> Said:
        name = digest(text, language, engine.key, VERSION, FORM)
        with self._speaking[hash(name) % _STRIPES]:
            said = self.files.sentence(name)
            if said is None:
                said = self._said(engine, text, language)
                self.files.keep_sentence(name, said)
            return said

    def _said(self, engine: Engine, text: str, language: str) -> Said:
        with self._counting:
            self.syntheses += 1
        return sound.finished(engine.speak(text, language))
