"""Where a learner begins in each strand: what placement found, unless her tutor said otherwise."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from elearn.content.facts import Stated
from elearn.content.lesson import Asked, Lesson
from elearn.content.probes import GUESSABLE, strand_of
from elearn.content.values import Audience
from elearn.learning.rulings import Ruling
from elearn.mastery import Answer
from elearn.mastery.evidence import PLACEMENT
from elearn.mastery.placement import Item, Placed, Question, Step, Strand, next_question, placed


@dataclass(frozen=True, slots=True)
class Start:
    """Where she begins in a strand. `lesson` is None where she can do all there is."""

    strand: str
    lesson: str | None
    before: tuple[str, ...]      # the lessons that are passed over
    placed: Placed | None = None
    ruling: Ruling | None = None


def strands(
    lessons: Iterable[Lesson], audience: Audience, facts: Stated, quiet: bool = False
) -> tuple[Strand, ...]:
    """Return the ladders of these lessons, in their order, with the questions that fit her.

    Sensitive lessons and tests are on none. Under `quiet` nothing that must be heard is asked.
    """
    on = [(strand, one) for one in lessons
          if (strand := strand_of(one.stem)) and not (one.meta.sensitive or one.meta.test)]
    return tuple(
        Strand(name, tuple(_step(lesson, audience, facts, quiet) for _, lesson in group))
        for name, group in groupby(on, key=lambda pair: pair[0])
    )


def _step(lesson: Lesson, audience: Audience, facts: Stated, quiet: bool) -> Step:
    return Step(lesson.stem, lesson.meta.probe, tuple(
        Item(one.code, one.guess, _fits(one, audience, facts, quiet))
        for one in lesson.asked if one.guess <= GUESSABLE
    ))


def _fits(one: Asked, audience: Audience, facts: Stated, quiet: bool) -> bool:
    """Whether her page of today asks it."""
    return (
        one.audience in (audience, "semua")
        and not (quiet and one.hearing)
        and not any(facts.missing(fact) for fact in one.facts)
    )


def starts(
    ladders: Sequence[Strand], log: Iterable[Answer], rulings: Mapping[str, Ruling]
) -> tuple[Start, ...]:
    """Return where she begins, for each strand in which that is known."""
    answers = tuple(log)
    return tuple(
        start for strand in ladders
        if (start := _start(strand, placed(strand, answers), rulings.get(strand.name)))
    )


def _start(strand: Strand, found: Placed | None, ruling: Ruling | None) -> Start | None:
    stems = [step.lesson for step in strand.steps]
    if ruling is not None and ruling.lesson in stems:
        before = tuple(stems[: stems.index(ruling.lesson)])
        return Start(strand.name, ruling.lesson, before, found, ruling)
    if found is not None:
        return Start(strand.name, found.lesson, found.before, found)
    return None


def offered(
    ladders: Sequence[Strand], log: Sequence[Answer], skipped: Sequence[date], today: date,
    salt: str,
) -> Question | None:
    """Return the first question where her home should offer placement, else None.

    It is offered to who has answered nothing yet, or was left in doubt on an earlier day. Who
    skipped it is not asked again; who stopped in the middle may go on another day.
    """
    if today in skipped:
        return None
    begun = any(one.occasion == PLACEMENT for one in log)
    if not begun and (skipped or any(not one.occasion for one in log)):
        return None
    return next_question(ladders, log, today, salt)
