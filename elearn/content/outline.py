"""What the lines of a file are, before anything is understood: steps, blocks, questions, fields."""

from dataclasses import dataclass, field

from elearn.content.lesson import BlockKind
from elearn.content.pieces import Span
from elearn.content.values import For


@dataclass(slots=True)
class RawBlock:
    """Neighbouring lines of one kind."""

    kind: BlockKind
    span: Span


@dataclass(slots=True)
class RawOption:
    """A line of a list in a question: `mark` is "[x]", "[ ]", "1." or "-"."""

    mark: str
    span: Span
    feedback: Span | None = None


@dataclass(slots=True)
class RawQuestion:
    """A question: its stem, its list, its fields in the order of the file."""

    line: int
    kind: str
    blocks: list[RawBlock] = field(default_factory=list)
    options: list[RawOption] = field(default_factory=list)
    fields: dict[str, list[Span]] = field(default_factory=dict)
    doubtful: bool = False       # what its list holds is not sure: nothing is told about it


@dataclass(slots=True)
class RawStep:
    """A step and the questions under it."""

    line: int
    heading: str
    audience: For = "semua"
    blocks: list[RawBlock] = field(default_factory=list)
    questions: list[RawQuestion] = field(default_factory=list)
    signs: Span | None = None    # Isyarat
