"""Where the reading of lines stands: the step and question it is in, what the last line was."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from elearn.content.keywords import FIELDS
from elearn.content.meant import second_box
from elearn.content.outline import RawBlock, RawOption, RawQuestion, RawStep
from elearn.content.pieces import Span
from elearn.questions.values import Fault


@dataclass(slots=True)
class Place:
    """What was read so far; each line adds to it."""

    language: str = "id"
    steps: list[RawStep] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    question: RawQuestion | None = None
    last: str = "blank"      # what the line before was
    fence: str = ""          # what a block of code began with

    @property
    def field_names(self) -> Sequence[str]:
        """The names that a field may have in the language of the lesson."""
        return [*FIELDS, *(FIELDS.values() if self.language == "en" else ())]

    def fault(self, line: int, message: str, **values: object) -> None:
        """Report what is wrong in a line."""
        self.faults.append(Fault(line, message, values))

    def homeless(self, number: int) -> None:
        """Report words that stand before the first step, and give them one."""
        self.fault(number, "Tulisan ini belum punya langkah. Tulis '## Judul langkah' dulu.")
        self.steps.append(RawStep(number, ""))               # so that this is told once

    def open(self, number: int, kind: str) -> None:
        """Begin a question of the latest step."""
        if not self.steps:
            self.fault(number, "Soal ini belum punya langkah. Tulis '## Judul langkah' dulu.")
            self.steps.append(RawStep(number, ""))           # so that this is told once
        self.question = RawQuestion(number, kind)
        self.steps[-1].questions.append(self.question)

    def block(self, kind: str, span: Span, joins: bool) -> None:
        """Add lines to the step or the stem; `joins` puts them to the last block of their kind."""
        blocks = (self.question or self.steps[-1]).blocks
        if joins and blocks and blocks[-1].kind == kind:
            last = blocks[-1].span
            blocks[-1].span = Span(last.line, f"{last.text}\n{span.text}")
        elif kind == "bacaan":
            blocks.append(RawBlock("bacaan", span))
        else:
            blocks.append(RawBlock("sound" if kind == "sound" else "prose", span))

    def option(self, question: RawQuestion, mark: str, span: Span) -> None:
        """Add a line to the list of a question."""
        question.options.append(RawOption(mark, span))
        if second_box(span.text):
            question.doubtful = True
            self.fault(span.line, "Di baris ini ada dua pilihan. Tulis satu pilihan di satu "
                       "baris.")
