"""A person's own recordings: files that override what a machine would say, sentence by sentence."""

import functools
import hashlib
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from elearn.language.local import NAMES
from elearn.narration.script import Script, digest, utterance
from elearn.narration.sound import heard, resampled, scaled
from elearn.narration.values import Engine, Samples, Speech, SpeechError

NAME = "orang"
ENDINGS = (".wav", ".flac", ".mp3", ".ogg")
LONGEST = 60.0
"""Seconds of one sentence; a longer file is a mistake, and could fill the memory."""

LANGUAGES = ("id", "en", *NAMES)
"""Those that sentences are recorded in: a folder each."""

_SETTLED = 2.0               # seconds: the times of two changes that are further apart differ


@dataclass(frozen=True, slots=True)
class Recording:
    """One file. `mark` is a hash of its bytes: another take has another one."""

    path: Path
    mark: str


class Recordings:
    """A folder: <language>/<name of the sentence>.<ending>; a word may follow the name after a dot.

    The name is the first twelve letters of a hash over what is said, so a sentence that was edited
    is another one: its old file is an orphan, listed and never played.
    """

    def __init__(self, folder: Path | None, prepared: Path | None = None) -> None:
        """Look into `folder` when asked; None is a hub without recordings.

        `prepared` holds by mark the recordings that lie beside lessons: they say the sentence that
        they stand at, and come first there.
        """
        self._folder, self._prepared = folder, prepared
        self._marks: dict[tuple[Path, int, int], str] = {}
        self._listed: dict[str, tuple[int, dict[str, Path]]] = {}

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders in which another file means another voice."""
        spoken = (self._folder / language for language in LANGUAGES) if self._folder else ()
        return (*spoken, *((self._prepared,) if self._prepared else ()))

    @property
    def any(self) -> bool:
        """Whether this hub has recordings at all."""
        beside = self._prepared is not None and any(self._prepared.glob("*.flac"))
        return beside or (self._folder is not None and self._folder.is_dir())

    @property
    def local(self) -> tuple[str, ...]:
        """The languages without a machine's voice that somebody has recorded something in."""
        return tuple(language for language in NAMES if self._there(language))

    def of(self, script: Script) -> Mapping[str, Recording]:
        """Return the recordings of a script's sentences, by their spoken text."""
        there, own = self._there(script.language), self._own(script)
        if not there and not own:
            return {}
        found = {text: there.get(name_of(text)) for text in texts(script)} | own
        marked = {text: self._one(path) for text, path in found.items() if path}
        return {text: one for text, one in marked.items() if one}

    def orphans(self, scripts: Sequence[Script]) -> list[Path]:
        """Return the files whose sentence none of `scripts` says."""
        known = {(one.language, name_of(text)) for one in scripts for text in texts(one)}
        return sorted(
            path
            for language in LANGUAGES
            for name, path in self._there(language).items()
            if (language, name) not in known
        )

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with every file that cannot be played."""
        for language in LANGUAGES:
            for path in self._there(language).values():
                try:
                    _sound(path)
                except SpeechError as error:
                    yield str(error)

    def _own(self, script: Script) -> dict[str, Path | None]:
        """Return the files beside lessons that say sentences of a script."""
        if self._prepared is None or not any(script.recorded):
            return {}
        return {
            utterance(sentence, script.language).text: path
            for sentence, mark in zip(script.sentences, script.recorded, strict=True)
            if mark and (path := self._prepared / f"{mark}.flac").is_file()
        }

    def _there(self, language: str) -> dict[str, Path]:
        """Return the files of a language by name; listed again when the folder has changed."""
        if self._folder is None:
            return {}
        folder = self._folder / language
        try:
            changed = folder.stat().st_mtime_ns
            known = self._listed.get(language)
            if known and known[0] == changed:
                return known[1]
            files = {
                path.name.partition(".")[0]: path
                for path in sorted(folder.iterdir())
                if path.suffix.lower() in ENDINGS and path.is_file()
            }
        except OSError:
            return {}
        if time.time() - changed / 1e9 > _SETTLED:
            self._listed[language] = changed, files
        return files

    def _one(self, path: Path) -> Recording | None:
        try:
            found = path.stat()
            key = (path, found.st_size, found.st_mtime_ns)
            if key not in self._marks:
                self._marks[key] = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        except OSError:                          # taken away just now, or not ours to read
            return None
        return Recording(path, self._marks[key])


def name_of(text: str) -> str:
    """Return the name that a recording of this spoken text is filed under."""
    return digest(text)[:12]


@functools.lru_cache(maxsize=4096)
def texts(script: Script) -> tuple[str, ...]:
    """Return what is said in a script, without its silent sentences."""
    each = (utterance(sentence, script.language).text for sentence in script.sentences)
    return tuple(text for text in each if text)


def speech(recording: Recording, text: str, language: str, pace: Engine) -> Speech:
    """Return a recording as speech, words timed by another voice; SpeechError if it is no sound."""
    samples, place = _sound(recording.path)
    return Speech(samples, scaled(pace.speak(text, language), place))


def _sound(path: Path) -> tuple[Samples, tuple[float, float]]:
    """Return the samples of a file at RATE, and from when to when something is heard."""
    try:
        with soundfile.SoundFile(path) as file:
            if file.frames > LONGEST * file.samplerate:
                raise SpeechError(f"{path}: lebih dari {LONGEST:.0f} detik")
            sound = file.read(dtype="float32", always_2d=True)
            rate = file.samplerate
    except (OSError, RuntimeError) as error:
        if isinstance(error, SpeechError):
            raise
        raise SpeechError(f"{path}: bukan suara yang bisa dibaca") from error
    samples: Samples = resampled(np.asarray(sound.mean(axis=1), np.float32), rate)
    place = heard(samples) if np.isfinite(samples).all() else (0.0, 0.0)
    if place[1] <= place[0]:
        raise SpeechError(f"{path}: tidak ada suara di dalamnya")
    return samples, place
