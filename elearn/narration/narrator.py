"""The narrator: knows every script, and makes its clip at the latest when it is asked for."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from elearn.narration import encoding, recordings, sound
from elearn.narration.files import Clip, Files
from elearn.narration.recordings import Recording, Recordings
from elearn.narration.script import Script, digest, is_id, utterance
from elearn.narration.scripts import Scripts
from elearn.narration.sentences import SILENT, Sentences, Spoken, manner_of
from elearn.narration.timing import Cue, cues, displayed
from elearn.narration.values import RATE, Engine, SpeechError

ADDRESS = "/suara/{id}.mp3"

SCRIPTS = "naskah.db"

_STRIPES = 32                # locks: two threads never make the same clip

log = logging.getLogger(__name__)


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
        prepared: Path | None = None,
        room: int | None = None,
    ) -> None:
        """Keep audio under `audio`, spoken by `engine`; nothing is touched before it is needed.

        What one of `better` has said before is preferred, but none of these is ever asked to
        speak. `fallback` says what `engine` could not. Files under `recorded` override machines,
        those under `prepared` the sentences of lessons at which they stand.
        With `room`, so many scripts are at hand and all are written down under `audio`.
        """
        self.engine = engine
        self.fallback = fallback
        self.files = Files(audio, manner_of(engine))
        self.recordings = Recordings(recorded, prepared)
        self.sentences = Sentences(self.files, engine, better, fallback)
        self._better = tuple(Files(audio, manner_of(one)) for one in better)
        self._with_people = Files(audio, recordings.NAME)
        self._scripts = Scripts(audio / SCRIPTS if room else None, room)
        self._making = tuple(threading.Lock() for _ in range(_STRIPES))

    @property
    def scripts(self) -> Mapping[str, Script]:
        """The scripts registered so far, by their ids."""
        return self._scripts

    def remember(self) -> None:
        """Write down what was registered, so that another process can say it."""
        self._scripts.remember()

    @property
    def syntheses(self) -> int:
        """How many sentences a machine was asked to say."""
        return self.sentences.syntheses

    def say(self, sentences: Sequence[str], language: str) -> str:
        """Register these displayed sentences; return the address of their clip, "" for none."""
        script = Script(tuple(sentences), language)
        if not script.sentences:
            return ""
        return ADDRESS.format(id=self._scripts.add(script))

    def clip(self, clip_id: str) -> Clip | None:
        """Return a clip, made now if it is not there or not whole.

        A person's recordings come first, then what a better voice has made, then our own. None for
        an id that no script has, and where no sound can be made (logged): the page then says
        "belum ada suara".
        """
        found = self.current(clip_id)
        script = self._scripts.get(clip_id) if found is None else None
        if script is None:
            return found
        with self._making[hash(clip_id) % _STRIPES]:
            return self.current(clip_id) or self._made(script, None)

    def current(self, clip_id: str) -> Clip | None:
        """Return the clip that would be served now, if it is there; makes nothing."""
        if not is_id(clip_id):
            return None
        script = self._scripts.get(clip_id) if self.recordings.any else None
        taken = self.recordings.of(script) if script else {}
        if script and taken:
            found = self._with_people.clip(clip_id)
            return found if found and found.made_of == self._made_of(script, taken) else None
        each = (files.clip(clip_id) for files in (*self._better, self.files))
        return next((clip for clip in each if clip), None)

    def again(self, clip_id: str) -> Clip | None:
        """Ask again for what fell back in a clip; it is encoded anew only if that changed it."""
        with self._making[hash(clip_id) % _STRIPES]:
            return self._made(self._scripts[clip_id], self.current(clip_id))

    def private(self, sentences: Sequence[str], language: str) -> bytes:
        """Return these sentences as MP3 and keep nothing: for names. May raise SpeechError.

        Never by an online voice: nobody else hears a name.
        """
        engine = self.fallback if self.engine.online else self.engine
        if engine is None or engine.online:
            raise SpeechError("a name is spoken by an embedded voice only")
        said = engine

        def speak(text: str, language: str) -> Spoken:
            return Spoken(self.sentences.said(said, text, language), said.name)

        script = Script(tuple(sentences), language)
        return _encoded(script, self._spoken(script, speak))[0]

    def sweep(self) -> int:
        """Remove what killed processes left and what was replaced; return how many files."""
        return self.files.sweep() + self._with_people.sweep()

    def _made_of(self, script: Script, taken: Mapping[str, Recording]) -> str:
        """Return a hash over the sounds that a clip with recordings is made of."""
        return digest(*(
            taken[text].mark if text in taken else self.sentences.source(text, script.language)
            for text in recordings.texts(script)
        ))[:16]

    def _made(self, script: Script, now: Clip | None) -> Clip | None:
        """Make a clip; where `now` already is what would come of it, return that."""
        taken = self.recordings.of(script)

        def speak(text: str, language: str) -> Spoken:
            if text in taken:
                try:
                    return self._recorded(taken[text], text, language)
                except SpeechError as error:
                    log.warning("a recording is left out: %s", error)
            return self.sentences.kept(text, language)

        try:
            each = self._spoken(script, speak)
            if now and _voices(now) == [(one.by, one.wanted) for one in each]:
                return now
            mp3, told = _encoded(script, each)
            if taken:
                made_of = self._made_of(script, taken)
                return self._with_people.keep_clip(script.id, mp3, told, made_of)
            return self.files.keep_clip(script.id, mp3, told)
        except (SpeechError, OSError) as error:
            log.warning("no sound for clip %s: %s", script.id, error)
            return None

    def _spoken(self, script: Script, speak: Callable[[str, str], Spoken]) -> list[Spoken]:
        silent = Spoken(SILENT, self.engine.name)
        texts = [utterance(sentence, script.language).text for sentence in script.sentences]
        return [speak(text, script.language) if text else silent for text in texts]

    def _recorded(self, taken: Recording, text: str, language: str) -> Spoken:
        pace = self.fallback or self.engine
        said = sound.finished(recordings.speech(taken, text, language, pace))
        return Spoken(said, recordings.NAME)


def _encoded(script: Script, each: Sequence[Spoken]) -> tuple[bytes, list[Cue]]:
    """Return the sentences joined as one MP3, and its cues."""
    spoken = [utterance(sentence, script.language) for sentence in script.sentences]
    pcm, starts = sound.joined([one.said.pcm for one in each])
    lengths = [len(one.said.pcm) / RATE for one in each]
    spans = [(start, start + length) for start, length in zip(starts, lengths, strict=True)]
    words = [
        displayed(text, one.said.words, length)
        for text, one, length in zip(spoken, each, lengths, strict=True)
    ]
    told = cues(script, [one.by for one in each], spans, words)
    for cue, one in zip(told, each, strict=True):
        if one.wanted:
            cue["wanted"] = one.wanted
    return encoding.mp3(pcm), told


def _voices(clip: Clip) -> list[tuple[str, str]]:
    return [(cue["engine"], cue.get("wanted", "")) for cue in clip.read_timings()["sentences"]]
