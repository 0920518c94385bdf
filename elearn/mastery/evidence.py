"""What of a log tells where a learner should begin: her placement, and the lessons right after."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from elearn.mastery.rules import good_enough
from elearn.mastery.sittings import Answer, Occasion, Sitting, sittings

PLACEMENT: Occasion = "penempatan"
"""The occasion of an answer that was given to be placed."""

USUAL_GUESS = 1 / 3
"""How often a guess is right at a question that is no longer asked."""

TAUGHT = 0.6
"""How often one who could not do a lesson answers rightly at its end: it has just taught her."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """An answer that places her; `guess` is how often one who cannot do the lesson is right."""

    lesson: str
    question: str
    right: bool
    guess: float
    taught: bool = False     # in the lesson, after it had taught


def gathered(
    answers: Iterable[Answer], lessons: Collection[str], guesses: Mapping[str, float]
) -> tuple[Evidence, ...]:
    """Return the evidence about `lessons`: her placement in its order, then what corrected it.

    Of a question that placement asked twice the first answer counts. From the day of placement on
    her sittings in lessons correct it up to the first good one; what she does from then on she has
    learned here, and it says nothing about where she began.
    """
    known = {one.id: one for one in answers if one.counted and one.lesson in lessons}
    in_order = sorted(known.values(), key=lambda one: (one.at, one.id))
    firsts: dict[str, Answer] = {}
    for one in in_order:
        if one.occasion == PLACEMENT:
            firsts.setdefault(one.question, one)
    if not firsts:
        return ()
    asked = tuple(
        Evidence(one.lesson, one.question, one.right, guesses.get(one.question, USUAL_GUESS))
        for one in firsts.values()
    )
    return asked + _corrections(in_order, min(one.day for one in firsts.values()))


def _corrections(answers: Iterable[Answer], since: date) -> tuple[Evidence, ...]:
    by_lesson: dict[str, list[Answer]] = {}
    for one in answers:
        if not one.occasion and one.day >= since:
            by_lesson.setdefault(one.lesson, []).append(one)
    first = {lesson: sittings(given)[0] for lesson, given in by_lesson.items()}
    whole = sorted((one.day, lesson) for lesson, one in first.items() if one.whole)
    found: list[Evidence] = []
    for _, lesson in whole:
        sitting = first[lesson]
        found += [
            Evidence(lesson, one.question, one.right, TAUGHT, taught=True) for one in sitting.tries
        ]
        if _good(sitting):
            break
    return tuple(found)


def _good(sitting: Sitting) -> bool:
    return good_enough([one.right for one in sitting.tries])
