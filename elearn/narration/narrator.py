"""The narrator: knows every script, and makes its clip at the latest when it is asked for."""

import logging
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from elearn.language.local import NAMES
from elearn.narration import encoding, recordings, sound
from elearn.narration.epoch import Epoch, Stamps
from elearn.narration.files import Clip, Files
from elearn.narration.recordings import Recording, Recordings
from elearn.narration.script import Script, is_id, utterance
from elearn.narration.scripts import Scripts
from elearn.narration.sentences import SILENT, Sentences, Spoken
from elearn.narration.timing import Cue, cues, displayed
from elearn.narration.values import RATE, Engine, Pcm, SpeechError

ADDRESS = "/suara/{id}.mp3"

SCRIPTS, STAMP = "naskah.db", "zaman"

_STRIPES = 32                # locks: two threads never make the same clip
_NAMES = 20_000              # scripts whose ids are kept at hand

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
        self.files = Files(audio)
        self.recordings = Recordings(recorded, prepared)
        self.sentences = Sentences(self.files, engine, better, fallback)
        self._epoch = Epoch(audio / STAMP, self.recordings.folders)
        self._names: tuple[Stamps, dict[Script, str]] = ((), {})
        self._scripts = Scripts(audio / SCRIPTS if room else None, room)
        self._making = tuple(threading.Lock() for _ in range(_STRIPES))

    @property
    def scripts(self) -> Mapping[str, Script]:
        """The scripts registered so far, by their ids."""
        return self._scripts

    @property
    def epoch(self) -> Stamps:
        """What changes when who says what may have changed: a page made before names old sounds."""
        return self._epoch.now

    def changed(self) -> None:
        """Begin another epoch: a recording came or went, another voice has said sentences."""
        self._epoch.end()

    @property
    def forgot(self) -> bool:
        """Whether pages may ask for a clip that nothing here knows the words of."""
        return self._scripts.lost

    def recalled(self) -> None:
        """Note that all they may ask for was registered again."""
        self._scripts.found()

    def remember(self) -> None:
        """Write down what was registered, so that another process can say it."""
        self._scripts.remember()

    @property
    def syntheses(self) -> int:
        """How many sentences a machine was asked to say."""
        return self.sentences.syntheses

    def say(self, sentences: Sequence[str], language: str) -> str:
        """Register these displayed sentences; return the address of their clip, "" for none.

        In a language that only people speak there is none where nobody recorded one of them.

        The address names the words and the sounds that say them now: another voice has another
        one, so that a browser may keep what it has heard for ever.
        """
        script = Script(tuple(sentences), language)
        if not script.sentences or self._is_unspoken(script):
            return ""
        name = self.name(script)
        self._scripts.add(name, script)
        return ADDRESS.format(id=name)

    def name(self, script: Script) -> str:
        """Return the id of the clip that says a script, as far as this epoch knows."""
        epoch = self.epoch
        if self._names[0] != epoch or len(self._names[1]) > _NAMES:
            self._names = epoch, {}
        names = self._names[1]
        if script not in names:
            names[script] = self._named_now(script)
        return names[script]

    def clip(self, clip_id: str) -> Clip | None:
        """Return a clip, made now if it is not there or not whole.

        A person's recordings come first, then what a better voice has made, then our own; where
        that is another sound than the id names, the clip has another id. None for an id that no
        script has, and where no sound can be made (logged): the page then says "belum ada suara".
        """
        script = self._scripts.get(clip_id) if is_id(clip_id) else None
        if script is None:
            return self.files.clip(clip_id) if is_id(clip_id) else None
        with self._making[hash(script) % _STRIPES]:
            return self.current(clip_id) or self._made(script)

    def current(self, clip_id: str) -> Clip | None:
        """Return the clip that would be served now, if it is there; makes nothing."""
        script = self._scripts.get(clip_id) if is_id(clip_id) else None
        if script is None:
            return None
        name = self._named_now(script)
        if name != self.name(script):
            self.changed()
        return self.files.clip(name)

    def _named_now(self, script: Script) -> str:
        """Return the id of a script by the sounds that would say it at this moment."""
        taken = self.recordings.of(script)
        return script.named([
            taken[text].mark if text in taken else self.sentences.source(text, script.language)
            for text in recordings.texts(script)
        ])

    def voice(self, sentence: str, language: str) -> str:
        """Return who says a sentence now: "orang", or the name of a machine; "" for silence."""
        script = Script((sentence,), language)
        said = recordings.texts(script)
        if not said:
            return ""
        taken = self.recordings.of(script)
        return recordings.NAME if taken else self.sentences.voice(said[0], language)

    def private(
        self, sentences: Sequence[str], language: str, before: Sequence[Pcm] = ()
    ) -> bytes:
        """Return these sentences as MP3 and keep nothing: for names. May raise SpeechError.

        `before` are sounds that come first.

        By people where they have recorded one, never by an online voice: nobody else hears a name.
        """
        said = [one.said.pcm for one in self._to_one(sentences, language)[1]]
        return encoding.mp3(sound.joined([*before, *said])[0])

    def timed(self, sentences: Sequence[str], language: str) -> list[Cue]:
        """Return when each sentence of `private`, and each word of it, sounds."""
        return _encoded(*self._to_one(sentences, language))[1]

    def _to_one(self, sentences: Sequence[str], language: str) -> tuple[Script, list[Spoken]]:
        engine = self.fallback if self.engine.online else self.engine
        if engine is None or engine.online:
            raise SpeechError("a name is spoken by an embedded voice only")
        voice, script = engine, Script(tuple(sentences), language)
        taken = self.recordings.of(script)

        def speak(text: str, language: str) -> Spoken:
            said = self._if_recorded(taken, text, language)
            return said or Spoken(self.sentences.said(voice, text, language), voice.name)

        return script, self._spoken(script, speak)

    def _is_unspoken(self, script: Script) -> bool:
        return script.language in NAMES and not self.recordings.of(script)

    def is_recorded(self, script: Script) -> bool:
        """Whether a person says all of a script."""
        taken = self.recordings.of(script)
        return bool(taken) and all(text in taken for text in recordings.texts(script))

    def heard(self, script: Script, by_machine: bool = False) -> list[Spoken]:
        """Return the sentences of a script as they would sound now, and keep nothing.

        With `by_machine` as they would without recordings. May raise SpeechError.
        """
        taken = {} if by_machine else self.recordings.of(script)

        def speak(text: str, language: str) -> Spoken:
            if text in taken:
                return self._recorded(taken[text], text, language)
            return self.sentences.passing(text, language)

        return self._spoken(script, speak)

    def sweep(self) -> int:
        """Remove what killed processes left and what was replaced; return how many files."""
        return self.files.sweep()

    def forget(self, keep: Collection[str]) -> int:
        """Remove old clips that are not among `keep`; return how many."""
        return self.files.forget(keep)

    def _made(self, script: Script) -> Clip | None:
        """Make the clip of a script."""
        taken = self.recordings.of(script)

        def speak(text: str, language: str) -> Spoken:
            said = self._if_recorded(taken, text, language)
            return said or self.sentences.kept(text, language)

        try:
            spoken = self._spoken(script, speak)
            if script.language in NAMES and not any(len(one.said.pcm) for one in spoken):
                raise SpeechError("nobody has recorded it")
            mp3, told = _encoded(script, spoken)
            return self.files.keep_clip(self._named_now(script), mp3, told)
        except (SpeechError, OSError) as error:
            log.warning("no sound for a clip: %s", error)
            return None

    def _spoken(self, script: Script, speak: Callable[[str, str], Spoken]) -> list[Spoken]:
        silent = Spoken(SILENT, self.engine.name)
        texts = [utterance(sentence, script.language).text for sentence in script.sentences]
        return [speak(text, script.language) if text else silent for text in texts]

    def _if_recorded(
        self, taken: Mapping[str, Recording], text: str, language: str
    ) -> Spoken | None:
        if text in taken:
            try:
                return self._recorded(taken[text], text, language)
            except SpeechError as error:
                log.warning("a recording is left out: %s", error)
        return None

    def _recorded(self, taken: Recording, text: str, language: str) -> Spoken:
        pace = self.fallback or self.engine
        said = sound.finished(recordings.speech(taken, text, language, pace))
        return Spoken(said, recordings.NAME)


def id_of(address: str) -> str:
    """Return the id in the address of a clip; "" where there is none."""
    return address.rpartition("/")[2].partition(".")[0]


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
    return encoding.mp3(pcm), cues(script, [one.by for one in each], spans, words)
