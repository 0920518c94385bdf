"""A span of words, what its language calls things, and what was taken out of it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from elearn.content.lesson import Piece
from elearn.content.own import Files
from elearn.questions.values import Fault

OPEN, CLOSE = "\ue000", "\ue001"
"""Around the number of a piece while Markdown works; decoding lets no author write them."""

RECORDED = "rekaman"
"""The scheme under which `Suara: [ma](suara/ma.mp3)` stands here."""

MARK = re.compile(f"{OPEN}([0-9]+){CLOSE}")


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the author that begin at a line."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What emoji are called in the language of a lesson, which facts and own files there are."""

    language: str = "id"
    words: Mapping[str, str] = field(default_factory=dict)
    facts: Collection[str] = ()
    files: Files = field(default_factory=Files)


@dataclass(slots=True)
class Taken:
    """A span whose pieces were taken out: marks stand where they were."""

    text: str
    pieces: list[Piece | str] = field(default_factory=list)     # a str is a sign to show as it is
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)

    def fault(self, line: int, message: str, **values: object) -> None:
        """Report what is wrong in a line, each message once."""
        if not any(fault.line == line and fault.message == message for fault in self.faults):
            self.faults.append(Fault(line, message, values))


def short(text: str) -> str:
    """Return the beginning of a text, to name it in a message."""
    return text if len(text) <= 40 else text[:40] + "…"
