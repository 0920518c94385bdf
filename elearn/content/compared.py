"""What the rules of confusions look at in a question: its words, its numbers, what is right."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from elearn.content.lesson import Drawing, Number, Option, Picture, Prose, Question
from elearn.content.markup import Ink, figure_args, words_of
from elearn.content.tapped import in_passage
from elearn.mistakes import Task
from elearn.mistakes.amounts import numbers
from elearn.questions import KINDS
from elearn.questions.values import Line

COUNTED = frozenset({"titik", "bingkai"})
"""Figures in which things are counted."""

_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


def task(question: Question, ink: Ink, lines: Sequence[Line], gap: int | None = None) -> Task:
    """Return the task that a question with these drawn lines is, or one `gap` of it."""
    of = [at for at, line in enumerate(lines) if gap is None or line.place == gap]
    return Task(
        right=tuple(lines[at].text for at in of if lines[at].accepted),
        typed=_typed(question, [lines[at] for at in of]),
        reading=question.reading or in_passage(question),
        stem=_stem(question, ink),
        counted=frozenset(_counts(question, ink)),
        expression=next(
            (_expression(question.options[at]) for at in of if lines[at].accepted), ""
        ),
        numbers=ink.names,
    )


def _stem(question: Question, ink: Ink) -> str:
    """Return the words of a question, its numbers as Indonesian digits whatever the language."""
    indonesian = replace(ink, language="id")
    text = " ".join(words_of(block.prose, indonesian) for block in question.blocks)
    return text if ink.language == "id" else _THOUSANDS.sub("", text)


def _typed(
    question: Question, lines: Sequence[Line]
) -> Literal["letters", "digits", "money", ""]:
    shape = KINDS[question.kind].shape
    if shape == "money":
        return "money"
    if shape == "typed":
        return "digits" if question.kind == "angka" else "letters"
    return "letters" if any(line.typed for line in lines) else ""


def _expression(option: Option) -> str:
    """Return the calculation that an option is, "" where it is something else."""
    runs = [run for paragraph in option.body.paragraphs for run in paragraph.runs]
    runs = [run for run in runs if run.piece is not None or run.text.strip()]
    piece = runs[0].piece if len(runs) == 1 else None
    return piece.expression if isinstance(piece, Number) else ""


def _counts(question: Question, ink: Ink) -> Iterator[int]:
    """Yield how many things of one kind the question shows, or asks for among its pictures."""
    for block in question.blocks:
        yield from _count(block.prose, ink)
    asked = numbers(_stem(question, ink))
    for option in question.options:
        if option.accepted:
            yield from (count for count in _count(option.body, ink) if count in asked)


def _count(prose: Prose, ink: Ink) -> Iterator[int]:
    pieces = list(prose.pieces)
    yield from Counter(one.emoji for one in pieces if isinstance(one, Picture)).values()
    for piece in pieces:
        if isinstance(piece, Drawing) and piece.name in COUNTED:
            args = figure_args(piece, ink.names)
            yield from (int(args),) if args.isdecimal() else ()
