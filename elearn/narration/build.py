"""A build of sound: everything that can be heard is made ahead, and only what is not there yet.

It may be killed at any moment and begun again: what is there is whole and is not made twice.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import Enum

from elearn.language.local import NAMES
from elearn.narration.narrator import Narrator, id_of
from elearn.narration.recordings import texts
from elearn.narration.script import Script

Sentence = tuple[str, str]
"""What is said, and its language."""


class Asked(Enum):
    """Which sentences an online voice is asked for."""

    NEW = "never asked of it yet"
    MISSING = "said by no voice yet"
    UPGRADE = "not said by it yet, also where it was asked in vain"


class Build:
    """Some scripts and the narrator that says them."""

    def __init__(self, narrator: Narrator, scripts: Sequence[Script]) -> None:
        """Look at nothing yet."""
        self.narrator = narrator
        self.scripts = tuple(scripts)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the clips by the sounds that are there now, each once."""
        addresses = (self.narrator.say(one.sentences, one.language) for one in self.scripts)
        return tuple(dict.fromkeys(filter(None, map(id_of, addresses))))

    def missing(self) -> list[str]:
        """Return the ids of the clips that are not there."""
        return [one for one in self.ids() if self.narrator.current(one) is None]

    def to_ask(self, asked: Asked) -> list[Sentence]:
        """Return what an online voice is to be asked; nothing of an embedded one."""
        if not self.narrator.engine.online:
            return []
        sentences, name = self.narrator.sentences, self.narrator.engine.name
        unsaid = [one for one in self.by_machine() if sentences.unsaid(*one)]
        if asked is Asked.UPGRADE:
            return unsaid
        if asked is Asked.MISSING:
            return [one for one in unsaid if sentences.silent(*one)]
        return [one for one in unsaid if not sentences.wants(*one, name)]

    def by_machine(self) -> list[Sentence]:
        """Return what no person has recorded, each once; not what only people can say."""
        return list(dict.fromkeys(
            (text, script.language)
            for script in self.scripts if script.language not in NAMES
            for taken in (self.narrator.recordings.of(script),)
            for text in texts(script) if text not in taken
        ))

    def awaited(self, engine: str) -> int:
        """Count the sentences that the voice called `engine` was asked for in vain."""
        sentences = self.narrator.sentences
        return sum(sentences.wants(*one, engine) for one in self.by_machine())

    def ask(self, asked: Sequence[Sentence]) -> Iterator[str]:
        """Ask the online voice one sentence after another; yield each before it is asked."""
        for text, language in asked:
            yield text
            self.narrator.sentences.ask(text, language)

    def make(self, clips: Sequence[str], jobs: int) -> Iterator[str]:
        """Make clips, so many at once; yield what each says once it is there or cannot be.

        Threads suffice: espeak-ng and LAME let go of the interpreter while they work.
        """
        for clip_id in _each(self.narrator.clip, clips, jobs):
            yield " ".join(self.narrator.scripts[clip_id].sentences)


def _each(work: Callable[[str], object], asked: Sequence[str], jobs: int) -> Iterator[str]:
    """Do `work` for all, in order; who stops listening waits for those that are begun only."""
    pool = ThreadPoolExecutor(jobs)
    try:
        for one, _done in zip(asked, pool.map(work, asked), strict=True):
            yield one
    finally:
        pool.shutdown(cancel_futures=True)
