"""The store of audio: every file is whole or not there, and looked at before it is used.

    audio/kalimat/ab/<hash>.flac            one sentence, named by everything that shaped it
    audio/kalimat/ab/<hash>.minta           an online voice was asked for it and could not say it
    audio/klip/<id>.json                    timings of a clip; written last, it names the MP3
    audio/klip/<id>-<hash>.mp3              the id names its words and the sounds that say them
"""

import contextlib
import hashlib
import json
import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from elearn.content.writing import write_whole
from elearn.narration.encoding import flac, from_flac
from elearn.narration.timing import Cue, Timings
from elearn.narration.values import Said

Stamps = tuple[tuple[int, int], tuple[int, int]]

_LEFTOVER = 3600             # seconds after which a temporary file belongs to no one alive
_UNNAMED = 30 * 86_400       # seconds for which a clip that nothing asks for any more is kept


@dataclass(frozen=True, slots=True)
class Clip:
    """A clip on disk."""

    id: str
    mp3: Path
    timings: Path            # JSON: elearn.narration.timing.Timings
    mark: str                # hash of the MP3's bytes: an ETag

    def read_timings(self) -> Timings:
        """Return when its sentences and words sound; `sentences` are those of its script."""
        found: Timings = json.loads(self.timings.read_bytes())
        return found


class Files:
    """The folder of audio."""

    def __init__(self, audio: Path) -> None:
        """Keep sentences and clips under `audio`; nothing is written yet."""
        self._sentences = audio / "kalimat"
        self._clips = audio / "klip"
        self._looked_at: dict[str, tuple[Clip, Stamps]] = {}

    def sentence(self, name: str) -> Said | None:
        """Return the sentence kept under the hash `name`; None where none is.

        One that a disk spoilt is taken away: clips are named by what is there.
        """
        path = self._flac(name)
        try:
            said = from_flac(path.read_bytes())
        except OSError:
            return None
        if said is None:
            with contextlib.suppress(OSError):
                path.unlink()
        return said

    def has_sentence(self, name: str) -> bool:
        """Whether something is kept under the hash `name`; nothing is read."""
        return self._flac(name).is_file()

    def keep_sentence(self, name: str, said: Said) -> None:
        """Keep a sentence; raise OSError where the disk refuses."""
        write_whole(self._flac(name), flac(said))

    def want(self, name: str) -> None:
        """Remember that the sentence `name` was asked for in vain."""
        write_whole(self._flac(name).with_suffix(".minta"), b"")

    def is_wanted(self, name: str) -> bool:
        """Whether the sentence `name` was asked for in vain, and is still not there."""
        path = self._flac(name)
        return path.with_suffix(".minta").is_file() and not path.is_file()

    def clip(self, clip_id: str) -> Clip | None:
        """Return a clip that is there and whole; its bytes are hashed once per process."""
        known = self._looked_at.get(clip_id)
        if known and _stamps(known[0]) == known[1]:
            return known[0]
        clip = self._read(clip_id)
        stamps = _stamps(clip) if clip else None
        if clip is None or stamps is None:
            return None
        self._looked_at[clip_id] = clip, stamps
        return clip

    def keep_clip(self, clip_id: str, mp3: bytes, cues: list[Cue]) -> Clip | None:
        """Keep a clip and return it; raise OSError where the disk refuses.

        The timings come last and name the MP3 by its hash: two processes that make the same clip at
        once can never pair the sound of one with the times of the other.
        """
        mark = hashlib.sha256(mp3).hexdigest()[:16]
        name = f"{clip_id}-{mark}.mp3"
        timings = {"audio": f"{clip_id}.mp3", "file": name, "sentences": cues}
        write_whole(self._clips / name, mp3)
        write_whole(self._timings(clip_id), json.dumps(timings, separators=(",", ":")).encode())
        return self.clip(clip_id)

    def sweep(self) -> int:
        """Remove what killed processes left half-written; return how many files that were."""
        before = time.time() - _LEFTOVER
        gone = 0
        for folder in (self._sentences, self._clips):
            for path in folder.rglob("*.tmp"):
                with contextlib.suppress(FileNotFoundError):     # its writer was alive after all
                    if path.stat().st_mtime < before:
                        path.unlink()
                        gone += 1
        return gone + self._sweep_replaced(before)

    def _sweep_replaced(self, before: float) -> int:
        """Remove sound that no timings name, once nobody can be listening to it or making it."""
        gone = 0
        for path in self._clips.glob("*.mp3"):
            with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
                named = self._named(path.name.partition("-")[0])
                if named != path.name and path.stat().st_mtime < before:
                    path.unlink()
                    gone += 1
        return gone

    def _named(self, clip_id: str) -> str:
        """Return which file the timings of a clip name, "" where there are none."""
        try:
            return str(json.loads(self._timings(clip_id).read_bytes())["file"])
        except FileNotFoundError:
            return ""

    def forget(self, keep: Collection[str]) -> int:
        """Remove old clips that are not among `keep`; return how many.

        Their sentences stay, so that one that is asked for after all is only joined again.
        """
        before = time.time() - _UNNAMED
        gone = 0
        for path in self._clips.glob("*.json"):
            with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
                if path.stem not in keep and path.stat().st_mtime < before:
                    sound = self._clips / Path(self._named(path.stem)).name
                    path.unlink()                # first: without it the sound is no clip
                    sound.unlink(missing_ok=True)
                    gone += 1
        return gone

    def _read(self, clip_id: str) -> Clip | None:
        timings = self._timings(clip_id)
        try:
            told = json.loads(timings.read_bytes())
            name = told["file"]
            mp3 = self._clips / Path(name).name
            mark = hashlib.sha256(mp3.read_bytes()).hexdigest()[:16]
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        whole = name == f"{clip_id}-{mark}.mp3"
        return Clip(clip_id, mp3, timings, mark) if whole else None

    def _timings(self, clip_id: str) -> Path:
        return self._clips / f"{clip_id}.json"

    def _flac(self, name: str) -> Path:
        return self._sentences / name[:2] / f"{name}.flac"


def _stamps(clip: Clip) -> Stamps | None:
    """Return what shows that neither the sound nor its timings are others now."""
    sound, timings = _stamp(clip.mp3), _stamp(clip.timings)
    return (sound, timings) if sound and timings else None


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
