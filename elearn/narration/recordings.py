"""A person's own recordings: files that override what a machine would say, sentence by sentence."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from elearn.narration.script import Script, digest, utterance
from elearn.narration.sound import heard, resampled, scaled
from elearn.narration.values import Engine, Samples, Speech, SpeechError

NAME = "orang"
ENDINGS = (".wav", ".flac", ".mp3", ".ogg")
LARGEST = 20 * 1024 * 1024


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

    def __init__(self, folder: Path | None) -> None:
        """Look into `folder` when asked; None is a hub without recordings."""
        self._folder = folder
        self._marks: dict[tuple[Path, int, int], str] = {}

    @property
    def any(self) -> bool:
        """Whether this hub has recordings at all."""
        return self._folder is not None and self._folder.is_dir()

    def of(self, script: Script) -> Mapping[str, Recording]:
        """Return the recordings of a script's sentences, by their spoken text."""
        names = {text: name_of(text) for text in _texts(script)}
        there = self._there(script.language)
        return {text: self._one(there[name]) for text, name in names.items() if name in there}

    def orphans(self, scripts: Sequence[Script]) -> list[Path]:
        """Return the files whose sentence none of `scripts` says."""
        known = {(one.language, name_of(text)) for one in scripts for text in _texts(one)}
        return sorted(
            path
            for language in ("id", "en")
            for name, path in self._there(language).items()
            if (language, name) not in known
        )

    def _there(self, language: str) -> dict[str, Path]:
        if self._folder is None or not (self._folder / language).is_dir():
            return {}
        return {
            path.name.partition(".")[0]: path
            for path in sorted((self._folder / language).iterdir())
            if path.suffix.lower() in ENDINGS and path.is_file()
        }

    def _one(self, path: Path) -> Recording:
        found = path.stat()
        key = (path, found.st_size, found.st_mtime_ns)
        if key not in self._marks:
            self._marks[key] = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        return Recording(path, self._marks[key])


def name_of(text: str) -> str:
    """Return the name that a recording of this spoken text is filed under."""
    return digest(text)[:12]


def speech(recording: Recording, text: str, language: str, pace: Engine) -> Speech:
    """Return a recording as speech, words timed by another voice; SpeechError if it is no sound."""
    try:
        if recording.path.stat().st_size > LARGEST:
            raise SpeechError(f"{recording.path}: terlalu besar")
        sound, rate = soundfile.read(recording.path, dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError, RuntimeError) as error:
        raise SpeechError(f"{recording.path}: bukan suara yang bisa dibaca") from error
    samples: Samples = resampled(np.asarray(sound.mean(axis=1), np.float32), rate)
    start, end = heard(samples)
    if end <= start:
        raise SpeechError(f"{recording.path}: tidak ada suara di dalamnya")
    return Speech(samples, scaled(pace.speak(text, language), (start, end)))


def _texts(script: Script) -> Iterator[str]:
    for sentence in script.sentences:
        text = utterance(sentence, script.language).text
        if text:
            yield text
