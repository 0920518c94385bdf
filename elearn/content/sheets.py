"""Where tables and documents may stand: by themselves, never within a line."""

from collections.abc import Iterator

from elearn.content.lesson import Drawing, Prose, Question, Step
from elearn.figures import SHEETS
from elearn.questions.values import Fault


def misplaced_sheets(step: Step) -> Iterator[Fault]:
    """Yield the sheets in options, in what is told about them, and in bacaan."""
    within = [block.prose for block in step.blocks if block.kind == "bacaan"]
    for question in step.questions:
        within += _lines(question)
    for prose in within:
        for piece in prose.pieces:
            if isinstance(piece, Drawing) and piece.name in SHEETS:
                message = (
                    "Gambar hitung '{name}' berdiri sendiri: tulis di langkah atau di pertanyaan, "
                    "bukan di pilihan, tanggapan, petunjuk atau bacaan."
                )
                yield Fault(piece.line, message, {"name": piece.name})


def _lines(question: Question) -> Iterator[Prose]:
    """Yield the prose of a question that is set within a line."""
    asked = {id(block.prose) for block in question.blocks if block.kind != "bacaan"}
    yield from (prose for prose in question.prose if id(prose) not in asked)
