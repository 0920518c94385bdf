"""How often placement finds the right lesson: simulated learners answer the real rule.

`python -m elearn.mastery.placement_simulation` prints the table of docs/mastery.md.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from random import Random
from types import MappingProxyType

from elearn.mastery.evidence import PLACEMENT, TAUGHT
from elearn.mastery.placement import ODD, SLIP, Item, Step, Strand, next_question, placed
from elearn.mastery.sittings import SITTING, Answer, Occasion

DAY, NEXT = date(2026, 1, 5), date(2026, 1, 6)
SEED = 20260105
LEARNERS = 1000

Guesses = Sequence[float]
"""How often a guess is right at each question of a lesson that placement can ask."""

READING: Guesses = (1 / 3,) * 8 + (1 / 6, 0.05)
COUNTING: Guesses = (1 / 3,) * 5 + (0.05,) * 5
THIRDS: Guesses = (1 / 3,) * 10

READING_PROBES, COUNTING_PROBES = (2, 3, 11, 18, 24, 28), (2, 7, 8, 13, 17, 21)

LADDERS: Mapping[str, tuple[Sequence[int], Sequence[int]]] = MappingProxyType({
    "probes alone": (READING_PROBES, COUNTING_PROBES),
    "lessons that are written": ((*range(1, 13), 18, 24, 28), (*range(1, 9), 13, 17, 21)),
    "the whole map": (range(1, 33), range(1, 33)),
})
"""Numbers of the reading and counting lessons that there are."""


def ladder(name: str, lessons: Sequence[str], probes: Sequence[str], guesses: Guesses) -> Strand:
    """Return a strand in which every lesson has questions of these guesses."""
    return Strand(name, tuple(
        Step(
            lesson, lesson if lesson in probes else "",
            tuple(Item(f"{lesson}-{at}", guess) for at, guess in enumerate(guesses)),
        )
        for lesson in lessons
    ))


def numbered(name: str, numbers: Sequence[int], probes: Sequence[int], guesses: Guesses) -> Strand:
    """Return a strand whose lessons are named by their numbers on the map."""
    return ladder(
        name, [f"{name}-{at:02}" for at in numbers], [f"{name}-{at:02}" for at in probes], guesses
    )


@dataclass(slots=True)
class Learner:
    """Somebody who can do the first `able` lessons of each strand, and a few odd later ones."""

    strands: Sequence[Strand]
    chance: Random
    able: Mapping[str, int] = field(init=False)
    knows: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Draw the first lesson that she cannot do, all alike, and what she knows beyond it."""
        self.able = {
            strand.name: self.chance.randint(0, len(strand.steps)) for strand in self.strands
        }
        self.knows = frozenset(
            step.lesson
            for strand in self.strands
            for at, step in enumerate(strand.steps)
            if at < self.able[strand.name]
            or (at > self.able[strand.name] and self.chance.random() < ODD)
        )

    def right(self, lesson: str, unable: float) -> bool:
        """Answer a question: with a slip where she can, else rightly with the chance `unable`."""
        return self.chance.random() < (1 - SLIP if lesson in self.knows else unable)


@dataclass(slots=True)
class Found:
    """What came of one strand of many learners, in shares of them.

    `first` to `both`: the right lesson or one beside it after the first sitting; after a second one
    of the lesson that was proposed, or of more questions, or of both.
    """

    first: float = 0.0
    lesson: float = 0.0
    questions: float = 0.0
    both: float = 0.0
    exact: float = 0.0           # the very lesson, after the first
    far: float = 0.0             # more than three lessons away, after the first


@dataclass(slots=True)
class Figures:
    """What came of it: for each strand, and how many questions a first and a second day asked."""

    strands: dict[str, Found]
    asked: float = 0.0
    again: float = 0.0


def run(strands: Sequence[Strand], learners: int = LEARNERS, seed: int = SEED) -> Figures:
    """Place simulated learners, then let them do the lessons that were proposed."""
    figures = Figures({strand.name: Found() for strand in strands})
    chance = Random(seed)  # noqa: S311  # no secret
    for number in range(learners):
        learner = Learner(strands, chance)
        first = asked_on(DAY, [], learner, f"{seed}-{number}")
        more = asked_on(NEXT, first, learner, f"{seed}-{number}")
        taught = [one for strand in strands for one in lesson_of(strand, first, learner)]
        both = asked_on(NEXT, [*first, *taught], learner, f"{seed}-{number}")
        figures.asked += len(first) / learners
        figures.again += (len(more) - len(first)) / learners
        for strand in strands:
            found = figures.strands[strand.name]
            missed = _missed(strand, first, learner)
            found.first += (missed <= 1) / learners
            found.exact += (missed == 0) / learners
            found.far += (missed > 3) / learners
            found.lesson += (_missed(strand, [*first, *taught], learner) <= 1) / learners
            found.questions += (_missed(strand, more, learner) <= 1) / learners
            found.both += (_missed(strand, both, learner) <= 1) / learners
    return figures


def asked_on(day: date, log: Sequence[Answer], learner: Learner, salt: str) -> list[Answer]:
    """Return a log with her answers to what placement asks on a day until it stops."""
    log = list(log)
    guesses = {item.question: item.guess for strand in learner.strands
               for step in strand.steps for item in step.items}
    while asked := next_question(learner.strands, log, day, salt):
        right = learner.right(asked.lesson, guesses[asked.question])
        log.append(_answer(asked.lesson, asked.question, right, day, len(log), PLACEMENT))
    return log


def lesson_of(strand: Strand, log: Sequence[Answer], learner: Learner) -> list[Answer]:
    """Return her ten answers in the lesson that was proposed, on the first day."""
    found = placed(strand, log)
    if found is None or found.lesson is None:
        return []
    return [
        _answer(found.lesson, f"{found.lesson}-s{at}", learner.right(found.lesson, TAUGHT), DAY,
                len(log) + at)
        for at in range(SITTING)
    ]


def _missed(strand: Strand, log: Sequence[Answer], learner: Learner) -> int:
    found = placed(strand, log)
    return abs((found.at if found else 0) - learner.able[strand.name])


def _answer(
    lesson: str, question: str, right: bool, day: date, at: int, occasion: Occasion = ""
) -> Answer:
    return Answer(
        id=f"{day} {lesson} {question}", lesson=lesson, question=question, draw=0, right=right,
        at=datetime.combine(day, time(2, at), UTC), day=day,
        occasion=occasion,
    )


def strands_of(
    name: str, reading: Guesses = READING, counting: Guesses = COUNTING
) -> tuple[Strand, Strand]:
    """Return both strands of a ladder of `LADDERS`."""
    read, counted = LADDERS[name]
    return (
        numbered("baca", read, READING_PROBES, reading),
        numbered("hitung", counted, COUNTING_PROBES, counting),
    )


def table(learners: int = LEARNERS, seed: int = SEED) -> str:
    """Return the figures of every ladder as a Markdown table, in per cent."""
    rows = [
        "| ladder | strand | lessons | questions, first day | second | ±1 after the first "
        "| then the lesson | or more questions | or both | exact | off by more than 3 |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name in LADDERS:
        for told, strands in (
            (name, strands_of(name)),
            (f"{name}, every guess 1/3", strands_of(name, THIRDS, THIRDS)),
        ):
            figures = run(strands, learners, seed)
            for strand in strands:
                one = figures.strands[strand.name]
                shares = (one.first, one.lesson, one.questions, one.both, one.exact, one.far)
                rows.append(
                    f"| {told} | {strand.name} | {len(strand.steps)} | {figures.asked:.1f} "
                    f"| {figures.again:.1f} | "
                    + " | ".join(f"{share:.1%}" for share in shares) + " |"
                )
    return "\n".join(rows)


def main() -> None:
    """Print the table."""
    sys.stdout.write(f"{table()}\n")


if __name__ == "__main__":
    main()
