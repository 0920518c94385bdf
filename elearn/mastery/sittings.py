"""A log of answers as sittings: one learner's work in one lesson on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Literal

SITTING = 10
"""Different questions that make a sitting where the page asks as many as a lesson has."""

Occasion = Literal["", "latihan", "penempatan"]
"""Where an answer was given: in a lesson, in practice, in a placement."""

LEAST = 5
"""Questions that a page must ask for a sitting on it to be judged: the last five are looked at."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that was given: a fact of the log.

    `at` is aware; `day` is its day in the hub's time zone and says which sitting it belongs to.
    `evidence` are the graphemes or concepts that a right answer to this question shows, `asked` is
    how many questions the page asked: fewer under *tanpa suara*, or where a fact is old. Answers
    that are not `counted` (impossible, "bukan dia", handed in and not judged yet) are left out of
    everything. `occasion` is "" in a lesson; what was answered in practice or in a placement
    belongs to no sitting. A task is `given`, and later `judged` by her tutor's ticks, in a row of
    its own with the day of the task; of several the latest counts.
    """

    id: str
    lesson: str
    question: str
    draw: int
    right: bool
    at: datetime
    day: date
    hints: int = 0
    evidence: frozenset[str] = frozenset()
    counted: bool = True
    slow: bool = False       # much slower than her usual pace, as the caller judges it
    asked: int = SITTING
    occasion: Occasion = ""
    confusion: str = ""      # what she took for what in a wrong answer, where a rule knows it
    given: bool = False      # a task that was handed in: it waits for the tutor, and is not counted
    judged: bool = False     # a task as a tutor ticked it

    @property
    def place(self) -> tuple[str, int]:
        """What it answers: a question with its draw; a page asks a task once, in any draw."""
        return self.question, -1 if self.given or self.judged else self.draw


@dataclass(frozen=True, slots=True)
class FirstTry:
    """A different question (code and draw) of a sitting, and whether she had it at first."""

    question: str
    draw: int
    right: bool


@dataclass(frozen=True, slots=True)
class Sitting:
    """The first tries of one day, in the order she made them; tasks as they were ticked last.

    `waiting` are the tasks without a tick. `best` is what the tries would be, in their order, if
    all of these were ticked.
    """

    day: date
    tries: tuple[FirstTry, ...]
    shown: frozenset[str]    # evidence of the right ones
    helped: bool             # a hint was taken, or an answer was slow
    asked: int = SITTING     # by the page of this day that asked the fewest
    showable: frozenset[str] = frozenset()   # evidence of all of them, right or not
    waiting: tuple[str, ...] = ()
    best: tuple[bool, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all was answered that the page asked, and that was enough to judge by."""
        return len(self.tries) >= self.asked >= LEAST

    @property
    def waits(self) -> bool:
        """Whether nothing but a tutor's look is missing for it to be whole."""
        return bool(self.waiting) and not self.whole and len(self.best) >= self.asked >= LEAST

    def owed(self, grants: frozenset[str]) -> frozenset[str]:
        """Return which of a lesson's grants the page could have shown: all, if it was whole."""
        return grants if self.asked >= SITTING else grants & self.showable


def sittings(answers: Iterable[Answer]) -> tuple[Sitting, ...]:
    """Return the sittings of one lesson by day, whatever the order or repetition of `answers`."""
    known = {
        answer.id: answer for answer in answers
        if (answer.counted or answer.given) and not answer.occasion
    }
    in_order = sorted(known.values(), key=lambda answer: (answer.day, answer.at, answer.id))
    return tuple(
        _sitting(day, tuple(group))
        for day, group in groupby(in_order, key=lambda answer: answer.day)
    )


def _sitting(day: date, answers: tuple[Answer, ...]) -> Sitting:
    firsts: dict[tuple[str, int], Answer] = {}
    for answer in answers:
        firsts.setdefault(answer.place, answer)
    ticked = {answer.place: answer for answer in answers if answer.judged}      # the latest stays
    final = {place: ticked.get(place, first) for place, first in firsts.items()}
    counted = [(place, answer) for place, answer in final.items() if not answer.given]
    return Sitting(
        day=day,
        tries=tuple(
            FirstTry(answer.question, firsts[place].draw, answer.right)
            for place, answer in counted
        ),
        shown=frozenset().union(*(answer.evidence for _, answer in counted if answer.right)),
        helped=any(answer.hints > 0 or answer.slow for answer in firsts.values()),
        asked=min(answer.asked for answer in answers),
        showable=frozenset().union(*(answer.evidence for answer in final.values())),
        waiting=tuple(answer.question for answer in final.values() if answer.given),
        best=tuple(answer.given or answer.right for answer in final.values()),
    )
