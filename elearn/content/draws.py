"""Numbers of a question: which a draw gives, and whether every draw makes sense."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from elearn.content.facts import Stated
from elearn.content.lesson import Drawing, Number, Option, Prose, Question, Sound
from elearn.content.markup import Ink, comparable, figure_args, silent, without_facts
from elearn.content.values import DRAWS
from elearn.figures import KNOWN
from elearn.questions import KINDS
from elearn.questions.arithmetic import CalculationError, draw_numbers, evaluate
from elearn.questions.values import Fault, Line

Numbers = Mapping[str, Fraction]

NONE: Numbers = MappingProxyType({})

CHECKED = 200
"""Draws that the checker makes of a question with numbers."""

_TRIES = 40                  # draws in search of numbers that a page has not asked yet


def rounds(question: Question, draw: int) -> tuple[Numbers, ...]:
    """Return the numbers of each time that page `draw` asks the question, different if they can be.

    By the Kode, not the version: an edit elsewhere keeps the numbers, and so their sound.
    """
    if not question.numbers:
        return (NONE,) * question.rounds
    found: list[Numbers] = []
    for _ in range(question.rounds):
        drawn = NONE
        for attempt in range(_TRIES):
            drawn = _drawn(question, f"{draw} {len(found)} {attempt}")
            if drawn not in found:
                break
        found.append(drawn)
    return tuple(found)


def lines(question: Question, ink: Ink) -> tuple[Line, ...]:
    """Return the options with the numbers of one draw, as marking wants them."""
    return tuple(_line(option, question, ink) for option in question.options)


def fits(question: Question, which: int, facts: Stated) -> bool:
    """Whether these numbers make sense: for draws that the checker has not seen."""
    draw, at = divmod(which, question.rounds)
    try:
        return not _wrong(question, rounds(question, draw)[at], facts)
    except CalculationError:
        return False


def draw_faults(question: Question, facts: Stated) -> list[Fault]:
    """Return what is wrong with the options, braces and figures of a question, in any draw."""
    if not question.numbers:
        return _wrong(question, NONE, facts)
    try:
        drawn = list(_all(question))
    except CalculationError as error:
        return [Fault(question.line, error.message, error.values)]
    return _told(question, drawn, facts) or _same_rounds(question)


def _told(question: Question, drawn: Sequence[Numbers], facts: Stated) -> list[Fault]:
    """Return each fault of any draw once; with an example where only some draws have it."""
    met: dict[tuple[int, str], list[tuple[Fault, Numbers]]] = {}
    for numbers in drawn:
        for key, fault in _by_cause(_wrong(question, numbers, facts)).items():
            met.setdefault(key, []).append((fault, numbers))
    return [
        fault if len(cases) == len(drawn) else _example(fault, numbers)
        for cases in met.values()
        for fault, numbers in cases[:1]
    ]


def _by_cause(faults: Sequence[Fault]) -> dict[tuple[int, str], Fault]:
    return {(fault.line, fault.message): fault for fault in faults}


def _example(fault: Fault, numbers: Numbers) -> Fault:
    shown = ", ".join(f"{name} = {value}" for name, value in numbers.items())
    return Fault(
        fault.line, "{fault} (Misalnya saat {numbers}.)", {"fault": fault, "numbers": shown}
    )


def prose_faults(prose: Prose, numbers: Numbers) -> Iterator[Fault]:
    """Yield what is wrong with the braces and figures of prose for these numbers."""
    for piece in prose.pieces:
        try:
            if isinstance(piece, Number):
                if evaluate(piece.expression, numbers) < 0:
                    message = "Hasil '{expression}' kurang dari nol. Tambahkan 'Syarat:'."
                    yield Fault(piece.line, message, {"expression": piece.expression})
            elif isinstance(piece, Drawing):
                message = KNOWN[piece.name].fault(figure_args(piece, numbers)) or ""
                if message:
                    yield Fault(piece.line, message)
            elif isinstance(piece, Sound):
                figure_args(Drawing(piece.line, "", without_facts(piece.text)), numbers)
        except CalculationError as error:
            yield Fault(piece.line, error.message, error.values)


def _drawn(question: Question, which: str) -> Numbers:
    digest = hashlib.sha256(f"{question.code} {which}".encode()).digest()
    return draw_numbers(question.numbers, question.conditions, int.from_bytes(digest[:8]))


def _all(question: Question) -> Iterator[Numbers]:
    """Yield the numbers that pages ask, and as many more as the checker wants, each once."""
    seen: set[tuple[tuple[str, Fraction], ...]] = set()
    for draw in range(DRAWS):
        for numbers in rounds(question, draw):
            if (key := tuple(numbers.items())) not in seen:
                seen.add(key)
                yield numbers
    for which in range(CHECKED - DRAWS * question.rounds):
        numbers = _drawn(question, f"check {which}")
        if (key := tuple(numbers.items())) not in seen:
            seen.add(key)
            yield numbers


def _wrong(question: Question, numbers: Numbers, facts: Stated) -> list[Fault]:
    found = [fault for prose in question.prose for fault in prose_faults(prose, numbers)]
    if found:
        return found
    kind, ink = KINDS[question.kind], Ink(numbers, "id", silent, facts=facts)
    return kind.faults(lines(question, ink), question.line)


def _same_rounds(question: Question) -> list[Fault]:
    """Report an `Ulang` that must ask the same numbers again."""
    for draw in range(DRAWS):
        asked = {tuple(numbers.items()) for numbers in rounds(question, draw)}
        if len(asked) < question.rounds:
            values = {"rounds": question.rounds, "asked": len(asked)}
            message = "'Ulang: {rounds}' terlalu banyak: 'Acak:' memberi {asked} soal berbeda."
            return [Fault(question.line, message, values)]
    return []


def _line(option: Option, question: Question, ink: Ink) -> Line:
    text = comparable(option.body, ink)
    match = comparable(option.match, ink) if option.match is not None else ""
    return Line(
        text, option.accepted, option.line, match, question.unit, option.place, option.typed,
        question.purse,
    )
