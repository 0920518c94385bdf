"""A lesson as values: what was read from a file, and what one learner meets on one day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from elearn.language.sayings import Told

Audience = Literal["anak", "dewasa"]
For = Literal["anak", "dewasa", "semua", "tutor"]

DRAWS = 8
"""Sets of numbers and option orders made per lesson version, so that narration stays finite."""


class Recorded(str):
    """A displayed sentence of which the author gave a person's recording."""

    __slots__ = ("mark",)

    mark: str

    def __new__(cls, text: str, mark: str) -> "Recorded":
        """Let `text` be said by the recording with this mark."""
        made = super().__new__(cls, text)
        made.mark = mark
        return made


class Pronounced(str):
    """A displayed sentence in which some words are said otherwise than by rule."""

    __slots__ = ("told",)

    told: Told

    def __new__(cls, text: str, told: Told) -> "Pronounced":
        """Let what `told` holds be said in `text` as it tells."""
        made = super().__new__(cls, text)
        made.told = told
        return made

    def __getnewargs__(self) -> tuple[str, Told]:  # type: ignore[override]  # to be copied whole
        """Return what makes the same sentence again."""
        return str(self), self.told


class Say(Protocol):
    """Turns sentences into the address of their sound (narration stands behind it)."""

    def __call__(self, sentences: tuple[str, ...], language: str) -> str:
        """Return the address of the clip that says these displayed sentences."""
        ...


@dataclass(frozen=True, slots=True)
class Rich:
    """A piece of a page: its HTML, and the displayed sentences that a voice says for it.

    `html` is clean (nh3) and complete. `spoken` is () where nothing can be said. `sound` is the
    address of a clip for it, or "" where it has none of its own.
    """

    html: str
    spoken: tuple[str, ...] = ()
    sound: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """The front matter of a lesson."""

    title: str
    goal: str
    audience: For = "semua"
    minutes: int = 10
    prerequisites: tuple[str, ...] = ()
    graphemes: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    sight_words: tuple[str, ...] = ()
    capitals: bool = False
    test: bool = False                # jenis: uji
    probe: str = ""                   # penempatan: the rung of placement that it asks for
    sensitive: bool = False           # peka: ya
    language: str = "id"
    reviewed: tuple[tuple[str, str], ...] = ()   # (review, date or "–")
    picture: str = ""                 # gambar: an emoji that stands for the lesson in lists
    unheard: str = ""                 # tanpa-pendengaran: why too few questions do without hearing
    unseen: str = ""                  # tanpa-penglihatan: why too few do without sight
    sayings: Told = ()                # ucapan: words that are said otherwise, and how


@dataclass(frozen=True, slots=True)
class Choice:
    """One option, tile or pair of a question as it is shown.

    `id` is the index of the author's line: what a form sends. `match` is the right side of a pair
    (its own id is the same index); a choice with an empty `body.html` is a right side on its own.
    """

    id: int
    body: Rich
    accepted: bool
    feedback: Rich | None = None
    match: Rich | None = None
    place: int = 0           # the gap that it may fill, the line of a passage (from 1) it is in
    typed: bool = False      # whether that is filled by typing: what is accepted is not shown


@dataclass(frozen=True, slots=True)
class Mistake:
    """What a wrong answer takes for what; `words` are None where the author wrote her own."""

    confusion: str           # a name in elearn.mistakes.CONFUSIONS
    words: Rich | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """A note or coin that she can pay with."""

    value: int               # rupiah
    html: str                # its drawing, with its name


@dataclass(frozen=True, slots=True)
class StepScreen:
    """One screen of reading and listening."""

    anchor: str              # "s1": its id in the page
    heading: str
    body: Rich               # the whole screen; `sound` says all of it
    signs: str = ""          # the file of a sign-language video of it


@dataclass(frozen=True, slots=True)
class QuestionScreen:
    """One question as one draw asks it."""

    anchor: str              # "q1"
    code: str                # Kode: stable and unique over all lessons
    draw: int                # which set of numbers: "different" questions differ in code or draw
    kind: str                # a name in elearn.questions.KINDS
    stem: Rich
    choices: tuple[Choice, ...]          # in the order shown: left sides, options or tiles
    matches: tuple[Choice, ...]          # right sides of pairs in the order shown; else ()
    key: Mapping[str, object]            # marking data
    answer: Rich                         # the right answer, to show and to say
    hints: tuple[Rich, ...] = ()
    explanation: Rich | None = None
    reading: bool = False                # Pilihan: dibaca (options silent before the answer)
    unit: str = ""                       # Satuan
    keypad: Literal["digits", "letters", ""] = ""
    evidence: frozenset[str] = frozenset()   # graphemes that a right answer shows
    money: tuple[Money, ...] = ()        # what she can pay with
    once: bool = False                   # whether she has each of it once only
    collect: tuple[str, ...] = ()        # Kumpul: how a task is done; its choices are the rubric
    mistakes: Mapping[int | None, Mistake] = field(default_factory=dict)   # by line of a verdict
    document: str = ""       # its type, where the choices are the fields of a document


Screen = StepScreen | QuestionScreen


@dataclass(frozen=True, slots=True)
class Page:
    """A lesson as one audience meets it in one draw: the same for everybody."""

    stem: str
    subject: str
    version: str             # hash of the source
    meta: Meta
    audience: Audience
    draw: int
    screens: tuple[Screen, ...]
    facts: str = ""          # hash of the facts it was made with, "" where it names none
    quiet: bool = False      # without the questions that must be heard

    @property
    def named(self) -> str:
        """How a form names its page: version, version of the facts, "t" for a quiet one."""
        return f"{self.version}~{self.facts}~{'t' if self.quiet else ''}".rstrip("~")

    @property
    def questions(self) -> tuple[QuestionScreen, ...]:
        """The screens that ask."""
        return tuple(s for s in self.screens if isinstance(s, QuestionScreen))

    def question(self, code: str, draw: int) -> QuestionScreen | None:
        """Return the question `code` as asked in `draw`, or None."""
        for screen in self.questions:
            if screen.code == code and screen.draw == draw:
                return screen
        return None
