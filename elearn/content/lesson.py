"""A lesson as its author wrote it: steps, questions, and prose with its pieces taken out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, Protocol

from elearn.content.values import Audience, For, Meta
from elearn.language.sayings import Told
from elearn.questions.values import Fault

BlockKind = Literal["prose", "bacaan", "sound"]

Passage = tuple[int, str]
"""The line at which something begins that a learner reads, and its text, line by line."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An emoji, shown as its drawing."""

    line: int
    emoji: str
    word: str                # what people here call it
    address: str             # of its drawing


@dataclass(frozen=True, slots=True)
class Number:
    """An expression in braces: each draw gives it a value."""

    line: int
    expression: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure; braces may stand in its arguments."""

    line: int
    name: str
    args: str


@dataclass(frozen=True, slots=True)
class Sound:
    """A button that says `text`; braces may stand in it."""

    line: int
    text: str
    label: str = ""          # the author's word on the button, "" for the usual one
    recording: str = ""      # mark of a person's recording of these words


@dataclass(frozen=True, slots=True)
class Mention:
    """A place for a fact of fakta.md, as it is known on the day of the page."""

    line: int
    fact: str
    dated: bool = False      # with the day on which it was checked


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the author's own, made ready for phones."""

    line: int
    name: str                # of the finished file: a hash and an ending
    word: str                # what it shows, in the author's words
    width: int               # CSS pixels
    height: int


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another lesson."""

    line: int
    stem: str
    label: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap of a sentence, to be filled."""

    line: int
    text: str                # what stands between its brackets
    number: int = 0          # which gap of its question: 1, 2, …; 0 where it is the only one


Piece = Picture | Photo | Number | Drawing | Sound | Mention | Link | Gap


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of prose in one style, or a piece that stands among the words."""

    text: str
    style: tuple[str, ...] = ()       # of "strong", "em", outermost first
    piece: Piece | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or an item of a list."""

    tag: Literal["p", "ul", "ol"]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Clean prose: what Markdown and nh3 left of the author's words, pieces put back."""

    line: int
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def pieces(self) -> Iterator[Piece]:
        """The pieces in their order."""
        for paragraph in self.paragraphs:
            for run in paragraph.runs:
                if run.piece is not None:
                    yield run.piece


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a screen: spoken prose, text to read, or a button that sounds."""

    kind: BlockKind
    prose: Prose


@dataclass(frozen=True, slots=True)
class Option:
    """One option, tile or pair of a question."""

    line: int
    accepted: bool
    body: Prose
    feedback: Prose | None = None
    match: Prose | None = None
    place: int = 0           # the gap that it may fill, the line of a passage (from 1) it is in
    typed: bool = False      # whether that is filled by typing


@dataclass(frozen=True, slots=True)
class Question:
    """A question before any draw."""

    line: int
    code: str
    kind: str
    blocks: tuple[Block, ...]
    options: tuple[Option, ...]
    hints: tuple[Prose, ...] = ()
    explanation: Prose | None = None
    reading: bool = False             # Pilihan: dibaca
    fixed: bool = False               # Urutan: tetap
    numbers: str = ""                 # Acak
    conditions: tuple[str, ...] = ()  # Syarat
    unit: str = ""
    purse: tuple[int, ...] = ()       # Dompet
    rounds: int = 1                   # Ulang
    collect: tuple[str, ...] = ()     # Kumpul: words of COLLECT; () for what is no task

    @property
    def prose(self) -> Iterator[Prose]:
        """All prose of the question, for its numbers and figures to be checked."""
        yield from (block.prose for block in self.blocks)
        for option in self.options:
            yield option.body
            yield from (part for part in (option.match, option.feedback) if part is not None)
        yield from self.hints
        if self.explanation is not None:
            yield self.explanation


@dataclass(frozen=True, slots=True)
class Step:
    """A screen, and the questions that follow it."""

    line: int
    heading: str
    audience: For
    blocks: tuple[Block, ...]
    questions: tuple[Question, ...]
    signs: str = ""          # Isyarat: the name of the finished video, a hash and an ending


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in brief: what lists, totals and other lessons need of it."""

    line: int
    code: str
    rounds: int
    audience: For            # of its step
    hearing: bool            # whether it cannot be answered without hearing
    shape: str               # a hash: readings of one question in two languages share it
    facts: tuple[str, ...] = ()      # without which it is not asked
    guess: float = 1.0       # how often a guess is right; 1 where placement cannot ask it
    kind: str = ""           # a name in elearn.questions.KINDS


class Body(Protocol):
    """The bulk of a lesson, at hand or unpacked when it is asked for."""

    @property
    def source(self) -> str:
        """The normalised text: reading it again gives this lesson again."""
        ...

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, of both audiences and the tutor's."""
        ...


@dataclass(frozen=True, slots=True)
class Whole:
    """A body that is at hand."""

    source: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson file without a fault.

    Of a lesson in a catalogue only `source`, `steps` and what is made of them are costly: they are
    unpacked from the file's text. Lists of lessons never need them.
    """

    stem: str
    subject: str
    version: str             # sha256 of stem and normalised source, 16 hexadecimal digits
    meta: Meta
    asked: tuple[Asked, ...]
    links: tuple[Link, ...]  # to other lessons
    facts: tuple[str, ...]   # every one that it names
    passages: tuple[Passage, ...]        # what a reading lesson makes its learner read
    body: Body = field(compare=False, repr=False)
    sayings: Told = ()       # what is said otherwise in it: its own, and of ucapan.md

    @property
    def source(self) -> str:
        """The normalised text: reading it again gives this lesson again."""
        return self.body.source

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, of both audiences and the tutor's."""
        return self.body.steps

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """Whom the lesson is for."""
        both: tuple[Audience, ...] = ("anak", "dewasa")
        return tuple(who for who in both if self.meta.audience in (who, "semua"))

    def steps_for(self, audience: Audience) -> tuple[Step, ...]:
        """Return the steps that `audience` meets; never the tutor's."""
        return tuple(step for step in self.steps if step.audience in (audience, "semua"))

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, of both audiences."""
        return tuple(question for step in self.steps for question in step.questions)

    def rounds(self, code: str) -> int:
        """Return how often a page asks the question `code`; 0 if it is not asked."""
        return next((asked.rounds for asked in self.asked if asked.code == code), 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: a lesson, or all that is wrong with it; and what was forgiven.

    `meta` is what the front matter of a file with faults says, as far as it can be read.
    """

    lesson: Lesson | None
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()
    meta: Meta | None = None


