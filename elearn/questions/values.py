"""What every kind of question speaks: the lines an author wrote, the key, the verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

Outcome = Literal["right", "wrong", "unclear", "given"]
"""What an answer is worth; "given" is handed in, for a person to judge."""

Shape = Literal["options", "typed", "tiles", "pairs", "gaps", "words", "money", "task"]

Key = Mapping[str, object]
"""Marking data of one asked question: plain JSON, the same for Python and JavaScript.

It always holds "kind"; the rest is the kind's own business.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One option, tile or pair as the author wrote it, numbers already drawn."""

    text: str                # comparable plain text; pictures stand as their emoji
    accepted: bool           # `[x]`, a numbered tile, a whole pair
    number: int = 0          # line in the file, for messages
    match: str = ""          # right side of a pair; a pair without a left side has text ""
    unit: str = ""           # Satuan of an angka question: may be typed after the number
    place: int = 0           # the gap that it may fill, the line of a passage (from 1) it is in
    typed: bool = False      # whether that gap is filled by typing
    purse: tuple[int, ...] = ()      # Dompet of an uang question: the pieces that she has


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a line of the file; `message` is a message id with {names} in `values`."""

    line: int
    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The message in Indonesian, filled in."""
        return self.message.format(**self.values) if self.values else self.message

    def __str__(self) -> str:
        """Be the text where a fault stands in the message of another."""
        return self.text


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer is worth.

    `canonical` is the answer in the kind's own normal form ("" when unclear), `line` the index of
    the author's line whose words answer it (a foreseen mistake, or a remark on what was right), or
    of one that the kind itself puts behind hers.
    """

    outcome: Outcome
    canonical: str = ""
    line: int | None = None


class Kind(Protocol):
    """One kind of question: its schema, its marking, its spoken text."""

    name: str                # as authors write it after `### Soal:`
    english: str             # its alias
    shape: Shape             # how the body is written and the form is built
    instruction: str         # message id, spoken after the question: what to do with the fingers

    def faults(self, lines: Sequence[Line], at: int) -> list[Fault]:
        """Return what is wrong with the lines of a question whose heading is at line `at`."""
        ...

    def key(self, lines: Sequence[Line]) -> dict[str, object]:
        """Return the marking data of these (drawn) lines."""
        ...

    def mark(self, key: Key, raw: str) -> Verdict:
        """Mark a raw answer; never raises, whatever `raw` holds."""
        ...

    def right(self, key: Key) -> str:
        """Return the raw form of one right answer, to show and to speak."""
        ...
