"""Numbers to call, rates and amounts that a lesson gives as true, outside a fact: faults."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from elearn.content.claim_signs import (
    HELPLINES,
    NOTHING,
    Calls,
    amounts,
    called,
    calls,
    is_example,
    is_story,
    may_count,
    rates,
)
from elearn.content.facts import Facts
from elearn.content.lesson import (
    Drawing,
    Lesson,
    Mention,
    Number,
    Paragraph,
    Prose,
    Question,
    Sound,
    Step,
)
from elearn.figures import SHEETS
from elearn.language.sentences import split
from elearn.questions.values import Fault

TOLD = frozenset({"hak", "kewirausahaan"})
"""Subjects that tell of real rates and amounts; elsewhere they are exercises."""

_AROUND = 60                  # lines below the first of a prose in which its words are looked for


def claim_faults(lesson: Lesson, facts: Facts) -> list[Fault]:
    """Return a fault for each number that a learner would take as true and that may change."""
    return _Claims(lesson, facts).all()


@dataclass(frozen=True, slots=True)
class _Told:
    """Prose, what it belongs to, and whether a person made its amounts up."""

    prose: Prose
    context: Calls = NOTHING
    exercise: bool = True


class _Claims:
    """Walks over one lesson."""

    def __init__(self, lesson: Lesson, facts: Facts) -> None:
        self._lesson = lesson
        self._lines = lesson.source.split("\n")
        self._facts = facts

    @cached_property
    def _by_number(self) -> Mapping[str, str]:
        """Facts that are numbers to call; not looked at in vain: a lesson then hangs on all."""
        return {
            _digits(fact.value): fact.id
            for fact in sorted(self._facts.by_id.values(), key=lambda one: one.line, reverse=True)
            if fact.phone
        }

    def _helps(self, number: str) -> bool:
        return number in HELPLINES or number in self._by_number

    def all(self) -> list[Fault]:
        found: list[Fault] = []
        for step in self._lesson.steps:
            found += self._numbers(step.line, step.heading, NOTHING)
            example = is_example(f"{step.heading} {_opening(step)}")
            for told in self._told(step):
                found += self._of(told, example)
        return found

    def _told(self, step: Step) -> Iterator[_Told]:
        checked = self._lesson.subject in TOLD
        for block in step.blocks:
            yield _Told(block.prose, exercise=not checked)
        reckoned = any(_reckons(block.prose) for block in step.blocks)
        for question in step.questions:
            exercise = not checked or reckoned or _is_exercise(question)
            stem = calls(" ".join(_text(block.prose) for block in question.blocks))
            for block in question.blocks:
                yield _Told(block.prose)
            for option in question.options:
                for part in (option.body, option.match):
                    if part is not None:
                        yield _Told(part, stem, exercise or not option.accepted)
            yield from (_Told(part, stem, exercise) for part in _answered(question))

    def _of(self, told: _Told, example: bool) -> Iterator[Fault]:
        for paragraph in told.prose.paragraphs:
            whole = _words(paragraph)
            if not may_count(whole):
                continue
            for sentence in split(whole):
                yield from self._numbers(told.prose.line, sentence, told.context)
            if not (told.exercise or example or is_example(whole)):
                yield from self._sums(told.prose.line, whole)
        context = Calls(*map(any, zip(told.context, calls(_text(told.prose)), strict=True)))
        for line, text in _within(told.prose):
            yield from self._numbers(line, text, context)

    def _numbers(self, line: int, sentence: str, context: Calls) -> Iterator[Fault]:
        if not may_count(sentence):
            return
        for number in called(sentence, context, self._helps):
            fact = self._by_number.get(_digits(number))
            message = (
                "Nomor '{number}' bisa berganti. Tulis '{fact}'." if fact else
                "Nomor '{number}' ditulis langsung. Tulis di fakta.md dengan sumber dan tanggal, "
                "lalu pakai '{fact}' di sini. Nomor contoh: 0800-0000-0000."
            )
            values = {"number": number, "fact": f"{{{fact or 'F-…'}}}"}
            yield Fault(self._at(line, number), message, values)

    def _sums(self, line: int, text: str) -> Iterator[Fault]:
        money = () if is_story(text) else amounts(text)
        for told in (*rates(text), *money):
            message = (
                "'{told}' tampak sebagai kebenaran. Kalau hanya contoh, tulis 'misalnya'; kalau "
                "benar, tulis di fakta.md dengan sumber dan tanggal."
            )
            yield Fault(self._at(line, told), message, {"told": told})

    def _at(self, first: int, words: str) -> int:
        """Return the line on which words stand that were found below `first`."""
        near = enumerate(self._lines[first - 1:first - 1 + _AROUND], first)
        return next((number for number, text in near if words in text), first)


def _within(prose: Prose) -> Iterator[tuple[int, str]]:
    """Yield what is said by buttons and written in documents, with its line."""
    for piece in prose.pieces:
        if isinstance(piece, Sound):
            yield piece.line, piece.text
        elif isinstance(piece, Drawing) and piece.name in SHEETS:
            yield from ((piece.line, text) for text in piece.args.split(";"))


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def _answered(question: Question) -> Iterator[Prose]:
    """Yield what is told once a question was answered, or to help."""
    yield from (option.feedback for option in question.options if option.feedback is not None)
    yield from question.hints
    if question.explanation is not None:
        yield question.explanation


def _is_exercise(question: Question) -> bool:
    """Whether a question brings numbers of its own to reckon with, or calls itself an example."""
    stem = [block.prose for block in question.blocks]
    return bool(question.numbers) or any(_reckons(prose) for prose in stem)


def _reckons(prose: Prose) -> bool:
    """Whether prose holds made-up numbers: sums in it, figures, or the word "misalnya"."""
    if any(isinstance(piece, Number | Drawing) for piece in prose.pieces):
        return True
    text = _text(prose)
    return is_example(text) or any(amounts(text)) or any(rates(text))


def _opening(step: Step) -> str:
    """Return the first paragraph of a step: what it says of itself holds for all of it."""
    return next(
        (_words(paragraph) for block in step.blocks if block.kind == "prose"
         for paragraph in block.prose.paragraphs), "",
    )


def _text(prose: Prose) -> str:
    return " ".join(_words(paragraph) for paragraph in prose.paragraphs)


def _words(paragraph: Paragraph) -> str:
    return "".join(_run_text(run.text, run.piece) for run in paragraph.runs)


def _run_text(text: str, piece: object) -> str:
    if piece is None:
        return text
    return "…" if isinstance(piece, Mention | Number) else " "
