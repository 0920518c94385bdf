"""Wrong answers whose confusion has a name: the author's own lines, and those she did not write."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from elearn.content.lesson import Drawing, Number, Option, Picture, Prose, Question
from elearn.content.markup import Ink, figure_args, words_of
from elearn.content.values import Mistake, Rich
from elearn.language.sentences import split
from elearn.language.syllables import syllables
from elearn.messages import translator
from elearn.mistakes import CONFUSIONS, Task, foreseen, recognised
from elearn.mistakes.amounts import numbers
from elearn.questions import KINDS
from elearn.questions.values import Key, Kind, Line

COUNTED = frozenset({"titik", "bingkai"})
"""Figures in which things are counted."""

_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")

COMPARED = frozenset({"options", "typed", "tiles"})
"""Shapes whose wrong lines stand for right ones; whose partner is a right side without one?"""

Named = Sequence[tuple[Line, str]]


def computed(question: Question, ink: Ink, lines: Sequence[Line]) -> Named:
    """Return lines that the author did not write: likely wrong answers to what is typed.

    They stand behind hers in the marking data, are not accepted, and never meet one of hers.
    """
    kind = KINDS[question.kind]
    if kind.shape != "typed":
        return ()
    key = kind.key(lines)
    found = []
    for text, name in foreseen(_task(question, ink, lines)):
        verdict = kind.mark(key, text)
        if verdict.outcome == "wrong" and verdict.line is None:
            found.append((Line(text, accepted=False, unit=question.unit), name))
    return found


def mistakes(
    question: Question, ink: Ink, lines: Sequence[Line], more: Named
) -> Mapping[int | None, Mistake]:
    """Return by line what was confused by whoever answers so; None stands for no line of its own.

    The author's words to a line stay hers: such a mistake has a name and no words.
    """
    task = _task(question, ink, lines)
    compared = KINDS[question.kind].shape in COMPARED
    names: dict[int | None, str] = {
        at: name
        for at, line in enumerate(lines)
        if compared and not line.accepted and (name := recognised(task, line.text))
    }
    names |= {len(lines) + at: name for at, (_, name) in enumerate(more)}
    if general := _general(question, lines):
        names[None] = general
    written = {at for at, option in enumerate(question.options) if option.feedback is not None}
    return {
        at: Mistake(name, None if at in written else said(name, ink))
        for at, name in names.items()
    }


def said(name: str, ink: Ink) -> Rich:
    """Return what is said to whoever makes this mistake."""
    words = translator(ink.language)(CONFUSIONS[name].said)
    sentences = split(words)
    return Rich(html.escape(words, quote=False), sentences, ink.say(sentences, ink.language))


def mistake(
    known: Mapping[int | None, Mistake], key: Key, line: int | None, canonical: str
) -> Mistake | None:
    """Return what a wrong answer shows, by its line and canonical form; None where nothing is sure.

    Tiles are in the wrong order only where they are the right ones.
    """
    if line is None and key["kind"] == "urutkan":
        same, ok = _numbers(key["same"]), _numbers(key["ok"])
        placed = [int(part) for part in canonical.split(",") if part]
        if Counter(placed) != Counter(same[tile] for tile in ok):
            return None
    return known.get(line)


def _numbers(value: object) -> list[int]:
    return [int(one) for one in value] if isinstance(value, list) else []


def _task(question: Question, ink: Ink, lines: Sequence[Line]) -> Task:
    kind = KINDS[question.kind]
    return Task(
        right=tuple(line.text for line in lines if line.accepted),
        typed=_typed(kind),
        reading=question.reading,
        stem=_stem(question, ink),
        counted=frozenset(_counts(question, ink)),
        expression=next(
            (_expression(option) for option in question.options if option.accepted), ""
        ),
        numbers=ink.names,
    )


def _stem(question: Question, ink: Ink) -> str:
    """Return the words of a question, its numbers as Indonesian digits whatever the language."""
    indonesian = replace(ink, language="id")
    text = " ".join(words_of(block.prose, indonesian) for block in question.blocks)
    return text if ink.language == "id" else _THOUSANDS.sub("", text)


def _typed(kind: Kind) -> Literal["letters", "digits", ""]:
    if kind.shape != "typed":
        return ""
    return "digits" if kind.name == "angka" else "letters"


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


def _general(question: Question, lines: Sequence[Line]) -> str:
    """Return what a wrong answer without a line of its own shows, "" where it may be several."""
    if question.kind in ("pilih semua", "ketuk"):
        return "belum-semua"
    if question.kind != "urutkan":
        return ""
    tiles = [line.text for line in lines if line.accepted]
    word = "".join(tiles)
    parts = word.isalpha() and tuple(tiles) == syllables(word)
    return "urutan-suku" if parts and question.reading else "urutan"
