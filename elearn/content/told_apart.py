"""Answers of one question that sound alike: what a learner hears must tell them apart.

Whether two sounds are alike is for the installed voice to say, so it is asked and not known here.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Protocol

from elearn.content.asked import can_be_asked
from elearn.content.draws import NONE, Numbers, rounds
from elearn.content.facts import Stated
from elearn.content.lesson import Lesson, Option, Prose, Question, Sound
from elearn.content.markup import Ink, comparable, said, silent, spoken
from elearn.content.senses import needs_hearing
from elearn.content.ucapan import pronounced
from elearn.content.values import DRAWS
from elearn.questions import KINDS
from elearn.questions.values import Fault

DECIDES = (
    "'{one}' dan '{other}' terdengar sama, padahal soal ini dijawab dengan mendengar. Pakai kata "
    "lain, atau rekam suara orang."
)
ELSEWHERE = (
    "'{one}' dan '{other}' terdengar sama: yang belum bisa membaca belum bisa membedakannya. Pakai "
    "kata lain, atau rekam suara orang."
)

Sentences = tuple[str, ...]


class Alike(Protocol):
    """Tells whether two things, said by the installed voice, cannot be told apart by ear."""

    def __call__(self, one: Sentences, other: Sentences, language: str) -> bool:
        """Return whether these displayed sentences sound alike."""
        ...


def deaf(one: Sentences, other: Sentences, language: str) -> bool:
    """Be the ear of those who only read."""
    del one, other, language
    return False


def alike_faults(lesson: Lesson, alike: Alike, facts: Stated) -> Iterator[Fault]:
    """Yield the answers that nobody can tell apart, where hearing decides."""
    for question in lesson.questions:
        if needs_hearing(question):
            yield from _found(question, lesson, alike, facts, DECIDES)


def alike_notes(lesson: Lesson, alike: Alike, facts: Stated) -> Iterator[Fault]:
    """Yield the answers that only sight tells apart: harder for who cannot read yet."""
    for question in lesson.questions:
        if not (needs_hearing(question) or question.reading):
            yield from _found(question, lesson, alike, facts, ELSEWHERE)


def _found(
    question: Question, lesson: Lesson, alike: Alike, facts: Stated, message: str
) -> Iterator[Fault]:
    """Yield the first pair of each two lines that sounds alike in some draw."""
    if not can_be_asked(question, facts):
        return
    language = lesson.meta.language
    told: set[tuple[int, int]] = set()
    for numbers in _numbers(question):
        ink = Ink(numbers, language, silent, asking=True, facts=facts, told=lesson.sayings)
        for first, second, here in _rivals(question, ink):
            heard = _heard(first, ink), _heard(second, ink)
            if here in told or not all(heard) or not alike(*heard, language):
                continue
            told.add(here)
            values = {"one": " ".join(heard[0]), "other": " ".join(heard[1])}
            yield Fault(max(here), message, values)


def _numbers(question: Question) -> Sequence[Numbers]:
    if not question.numbers:
        return (NONE,)
    return [numbers for draw in range(DRAWS) for numbers in rounds(question, draw)]


def _rivals(question: Question, ink: Ink) -> Iterator[tuple[Prose, Prose, tuple[int, int]]]:
    """Yield what must be told apart, two by two, and their lines."""
    shape = KINDS[question.kind].shape
    options = [option for option in question.options if not option.typed]
    for one, other in combinations(options, 2):
        lines = one.line, other.line
        if shape in ("options", "gaps"):
            if one.place == other.place and one.accepted != other.accepted:
                yield one.body, other.body, lines
        elif shape in ("tiles", "pairs"):
            for first, second in _sides(one, other):
                if comparable(first, ink) != comparable(second, ink):
                    yield first, second, lines


def _sides(one: Option, other: Option) -> Iterator[tuple[Prose, Prose]]:
    """Yield the left sides and the right sides of two pairs; of two tiles these alone."""
    yield one.body, other.body
    if one.match is not None and other.match is not None:
        yield one.match, other.match


def _heard(side: Prose, ink: Ink) -> Sentences:
    """Return all that sounds of an answer: its words and its buttons."""
    buttons = [text for piece in side.pieces if isinstance(piece, Sound)
               for text in said(piece, ink)]
    return pronounced((*spoken(side, ink), *buttons), ink.told)
