"""Which questions of a lesson are asked: those whose facts are told today."""

import re
from collections.abc import Iterable, Iterator

from elearn.content.facts import Stated, reference
from elearn.content.lesson import Asked, Lesson, Mention, Prose, Question, Sound, Step
from elearn.content.senses import needs_hearing
from elearn.content.values import Audience

_BRACE = re.compile(r"\{([^{}]*)\}")


def asked(lesson: Lesson, audience: Audience, facts: Stated) -> tuple[Question, ...]:
    """Return the questions that `audience` meets while facts are as they are."""
    return tuple(
        question
        for step in lesson.steps_for(audience)
        for question in step.questions
        if can_be_asked(question, facts)
    )


def how_many(lesson: Lesson, audience: Audience, facts: Stated, quiet: bool = False) -> int:
    """Return how many screens ask: `Ulang: 5` counts five; a quiet page leaves out what sounds."""
    return sum(
        question.rounds for question in asked(lesson, audience, facts)
        if not (quiet and needs_hearing(question))
    )


def brief(
    lesson: Lesson, audience: Audience, facts: Stated, quiet: bool = False
) -> tuple[Asked, ...]:
    """Return the same questions in brief: the lesson's text need not be read for it."""
    return tuple(
        one for one in lesson.asked
        if one.audience in (audience, "semua")
        and not any(facts.missing(fact) for fact in one.facts)
        and not (quiet and one.hearing)
    )


def can_be_asked(question: Question, facts: Stated) -> bool:
    """Whether all is told that the question and its options stand on.

    Feedback, hints and the explanation may say "tanyakan petugas"; the question is right all the
    same.
    """
    return not any(facts.missing(fact) for fact in needed(question))


def needed(question: Question) -> frozenset[str]:
    """Return the facts without which a question cannot be asked or answered."""
    prose = [block.prose for block in question.blocks]
    for option in question.options:
        prose += [part for part in (option.body, option.match) if part is not None]
    return frozenset(fact for part in prose for fact in mentioned(part))


def used(steps: Iterable[Step]) -> frozenset[str]:
    """Return every fact that steps name anywhere, for tutors too."""
    prose = []
    for step in steps:
        prose += [block.prose for block in step.blocks]
        prose += [part for question in step.questions for part in question.prose]
    return frozenset(fact for part in prose for fact in mentioned(part))


def mentioned(prose: Prose) -> Iterator[str]:
    """Yield the facts that prose names, those that a button says too."""
    for piece in prose.pieces:
        if isinstance(piece, Mention):
            yield piece.fact
        elif isinstance(piece, Sound):
            for brace in _BRACE.finditer(piece.text):
                if named := reference(brace[1]):
                    yield named[0]
