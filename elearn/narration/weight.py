"""How much sound a lesson costs: by its clips, or guessed from its text where none is made yet."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from elearn.content.compose import compose
from elearn.content.facts import Stated
from elearn.content.lesson import Lesson
from elearn.content.values import Audience
from elearn.messages import translator
from elearn.narration.encoding import KBPS, kbps_for
from elearn.narration.narrator import Narrator
from elearn.narration.script import Script, utterance

ROOM = 500                   # lessons, by audience, whose weight is kept at hand

_SENTENCE, _LETTER = 0.48, 0.073
"""Seconds of the embedded voice, for each sentence with its pause and for each spoken letter.

Fitted to the shipped lessons: a clip is out by 0.36 s (standard deviation), a lesson by 2 %.
"""

_OF_SOURCE = 0.054
"""Seconds of sound for each sign of a lesson's file: right to a third for nine of ten lessons."""

MB = 1_000_000
_KB_S = KBPS * 1000 / 8

WORDS = (
    (0.5, "Suara satu pelajaran kurang dari setengah mega. "
          "Paket satu giga cukup untuk dua ribu pelajaran."),
    (1.0, "Suara satu pelajaran kurang dari satu mega. "
          "Paket satu giga cukup untuk seribu pelajaran."),
    (1.25, "Suara satu pelajaran kira-kira satu mega. "
           "Paket satu giga cukup untuk delapan ratus pelajaran."),
    (1.75, "Suara satu pelajaran kira-kira satu setengah mega. "
           "Paket satu giga cukup untuk lima ratus pelajaran."),
    (2.5, "Suara satu pelajaran kira-kira dua mega. "
          "Paket satu giga cukup untuk empat ratus pelajaran."),
)
"""Message ids: MB up to which each is true, as who buys packets of a gigabyte counts it."""

MORE = "Suara satu pelajaran lebih dari dua mega. Kalau bisa, dengarkan dengan Wi-Fi."
"""A message id."""


@dataclass(frozen=True, slots=True)
class Weight:
    """The sound of a lesson as one audience meets it, everything in it heard once."""

    bytes: int
    clips: int
    seconds: float

    @property
    def megabytes(self) -> float:
        """In MB of a million bytes, as data packets are sold."""
        return self.bytes / MB


class Scales:
    """Weighs lessons; what was weighed is kept until a voice changes."""

    def __init__(self, narrator: Narrator) -> None:
        """Weigh what `narrator` says or would say; nothing is said for it."""
        self._narrator = narrator
        self._kept: OrderedDict[Hashable, Weight] = OrderedDict()
        self._lock = threading.Lock()

    def weigh(self, lesson: Lesson, audience: Audience, facts: Stated) -> Weight:
        """Return the weight of the first draw: the others differ in a number here and there."""
        key, epoch = _key(lesson, audience, facts), self._narrator.epoch
        with self._lock:
            found = self._kept.get((key, epoch))
        if found is None:
            each = [self._clip(script) for script in scripts(lesson, audience, facts)]
            found = Weight(sum(size for size, _ in each), len(each), sum(long for _, long in each))
            with self._lock:
                self._kept[key, epoch] = found
                while len(self._kept) > ROOM:
                    self._kept.popitem(last=False)
        return found

    def about(self, lesson: Lesson, audience: Audience, facts: Stated) -> int:
        """Return about how many bytes that is, without reading the lesson: for lists."""
        with self._lock:
            found = self._kept.get((_key(lesson, audience, facts), self._narrator.epoch))
        return found.bytes if found else round(len(lesson.source) * _OF_SOURCE * _KB_S)

    def _clip(self, script: Script) -> tuple[int, float]:
        """Return the bytes and seconds of a clip, guessed where it is not made yet."""
        long = guessed(script)
        clip = self._narrator.files.clip(self._narrator.name(script))
        try:
            if clip is not None:
                size = clip.mp3.stat().st_size
                return size, size * 8 / 1000 / kbps_for(long)
        except OSError:
            pass
        return round(long * kbps_for(long) * 1000 / 8), long


def in_words(size: int, language: str) -> str:
    """Tell the size of a lesson's sound in plain words."""
    told = next((words for most, words in WORDS if size <= most * MB), MORE)
    return translator(language)(told)


def _key(lesson: Lesson, audience: Audience, facts: Stated) -> Hashable:
    return lesson.stem, lesson.version, lesson.meta.language, audience, facts.mark


def scripts(lesson: Lesson, audience: Audience, facts: Stated) -> list[Script]:
    """Return everything that `audience` can hear on a page of a lesson, each once."""
    found: dict[Script, None] = {}

    def say(sentences: tuple[str, ...], language: str) -> str:
        script = Script(tuple(sentences), language)
        if script.sentences:
            found[script] = None
        return ""

    compose(lesson, audience, 0, say, facts)
    return list(found)


def guessed(script: Script) -> float:
    """Return about how long a clip sounds, in seconds."""
    said = (utterance(sentence, script.language).text for sentence in script.sentences)
    return sum(_SENTENCE + _LETTER * len(text) for text in said if text)
