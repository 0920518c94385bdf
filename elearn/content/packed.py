"""Lessons of a catalogue: their text compressed, their steps read again when a page needs them."""

import threading
import zlib
from collections import OrderedDict
from dataclasses import dataclass, replace

from elearn.content.around import Around
from elearn.content.lesson import Lesson, Step
from elearn.content.reader import read
from elearn.questions.values import Fault

UNPACKED = 64
"""Lessons whose steps are kept at hand, about 120 KB each; those used longest ago go first."""

PATIENCE_S = 30.0
"""Seconds for the prose of a text that was read before: a busy machine is no fault of it."""


class UnreadableError(RuntimeError):
    """A text that gave a lesson before gives none now."""


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """A body that is unpacked when it is asked for."""

    stem: str
    subject: str
    language: str
    around: Around
    text: bytes              # the normalised source, compressed

    @property
    def source(self) -> str:
        """The normalised text."""
        return zlib.decompress(self.text).decode()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps; raise UnreadableError where they cannot be had."""
        return _LATEST.steps(self)

    def read(self) -> tuple[Step, ...]:
        """Read the text again; a picture or recording that is gone since stands in its words."""
        faults: tuple[Fault, ...] = ()
        for around in (self.around, replace(self.around, lost=True)):
            found = read(self.source, self.stem, self.subject, around, self.language, PATIENCE_S)
            if found.lesson is not None:
                return found.lesson.steps
            faults = found.faults
        raise UnreadableError(f"{self.stem}: {'; '.join(map(str, faults))}")


def packed(lesson: Lesson, around: Around) -> Lesson:
    """Return a lesson that was read among `around`, light enough for a large catalogue."""
    text = zlib.compress(lesson.source.encode("utf-8", "replace"), 6)
    body = Packed(lesson.stem, lesson.subject, lesson.meta.language, around, text)
    return replace(lesson, body=body)


def moved(lesson: Lesson, around: Around) -> Lesson:
    """Return a packed lesson among other surroundings that say the same to it."""
    if not isinstance(lesson.body, Packed):
        raise TypeError(f"{lesson.stem} is not packed")
    return replace(lesson, body=replace(lesson.body, around=around))


class _Latest:
    """The steps of the lessons used last."""

    def __init__(self) -> None:
        self._held: OrderedDict[Packed, tuple[Step, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def steps(self, body: Packed) -> tuple[Step, ...]:
        with self._lock:
            if body in self._held:
                self._held.move_to_end(body)
                return self._held[body]
        steps = body.read()
        with self._lock:
            self._held[body] = steps
            while len(self._held) > UNPACKED:
                self._held.popitem(last=False)
        return steps


_LATEST = _Latest()
