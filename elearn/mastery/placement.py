"""Which lesson of a strand is the first that a learner cannot do yet, from a few questions.

A strand is a ladder of lessons. What is not known is a place on it: how many lessons she can do.
Each answer makes some places likelier (Bayes); the next question is the one that tells the most.
All is a pure function of the set of answers (docs/mastery.md).
"""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import log2, prod

from elearn.mastery.evidence import PLACEMENT, Evidence, gathered
from elearn.mastery.sittings import Answer

MOST = 12
"""Questions of one day, in all strands together."""

SITTINGS = 2
"""Days on which placement asks: on the second one only where the first left it in doubt."""

SURE = 0.97
"""How likely the lesson, or the one before or after it, has to be for the questions to stop."""

LIKELY = 0.5
"""How likely the very lesson has to be for the questions to stop."""

SLIP = 0.1
"""How often one who can do a lesson answers a question of it wrongly."""

ODD = 0.1
"""How often somebody knows a lesson beyond the first that she cannot do."""

ENOUGH_WRONG = 3
"""Wrong answers one after another, in the lessons up to the lowest probe, that end a strand."""

PROBE_SHARE = 0.8
"""A probe is asked where it tells at least this share of what another lesson would tell."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question that placement can ask: its Kode, and how often a guess is right.

    One that is not `fit` for this learner today is not asked; what she answered of it counts.
    """

    question: str
    guess: float
    fit: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """A lesson of a ladder; `rung` is set where placement is meant to ask from it."""

    lesson: str
    rung: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Strand:
    """Lessons in the order in which they are learned."""

    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a learner is put in a strand.

    `at` is the index of the first lesson that she cannot do yet, as many as there are where she can
    do all. `sure` is how likely that lesson, the one before or the one after is the right one.
    """

    strand: Strand
    at: int
    sure: float
    chances: tuple[float, ...]
    evidence: tuple[Evidence, ...]

    @property
    def lesson(self) -> str | None:
        """The stem of the lesson to begin with; None where she can do all there are."""
        return self.strand.steps[self.at].lesson if self.at < len(self.strand.steps) else None

    @property
    def before(self) -> tuple[str, ...]:
        """The stems of the lessons that she need not begin with."""
        return tuple(step.lesson for step in self.strand.steps[: self.at])

    @property
    def rung(self) -> str:
        """The highest rung that she has reached, "" below the lowest."""
        return next((step.rung for step in reversed(self.strand.steps[: self.at]) if step.rung), "")

    @property
    def asked(self) -> int:
        """How many questions of placement she answered in this strand."""
        return sum(1 for one in self.evidence if not one.taught)


def placed(strand: Strand, answers: Iterable[Answer]) -> Placed | None:
    """Return where these answers put a learner; None where placement asked her nothing here.

    Answers to other lessons, and the order or repetition of answers, change nothing.
    """
    guesses = {item.question: item.guess for step in strand.steps for item in step.items}
    evidence = gathered(answers, [step.lesson for step in strand.steps], guesses)
    if not evidence:
        return None
    chances = _chances(strand, evidence)
    at, sure = _best(chances)
    return Placed(strand, at, sure, chances, evidence)


@dataclass(frozen=True, slots=True)
class Question:
    """The next question of placement: the lesson, and its Kode there."""

    strand: str
    lesson: str
    question: str


def next_question(
    strands: Sequence[Strand], answers: Iterable[Answer], today: date, salt: str
) -> Question | None:
    """Return what is asked next, None when it is enough, for today or for good.

    The strand that is least sure comes first. Of equal questions `salt` and the day choose, so that
    neighbours at one table meet different ones.
    """
    log = tuple(answers)
    given = frozenset(
        one.question for one in log
        if one.occasion == PLACEMENT and (one.counted or one.day == today)
    )
    if not _goes_on(log, today):
        return None
    strands = [one for one in strands if any(step.rung for step in one.steps)]
    found = {one.name: placed(one, log) for one in strands}
    open_ones = [one for one in strands if not _settled(one, found[one.name])]
    for strand in sorted(open_ones, key=lambda one: _sureness(found[one.name])):
        if question := _ask(strand, found[strand.name], given, (salt, today)):
            return question
    return None


def _goes_on(log: Iterable[Answer], today: date) -> bool:
    """Whether today's questions, and the days with questions, leave room for another."""
    placing = [one for one in log if one.occasion == PLACEMENT]
    now = {one.question for one in placing if one.day == today}
    days = {one.day for one in placing if one.counted} | {today}
    return len(now) < MOST and len(days) <= SITTINGS


def _sureness(placed: Placed | None) -> float:
    return placed.sure if placed else 0.0


def _settled(strand: Strand, placed: Placed | None) -> bool:
    """Whether a strand needs no more questions: sure enough, or nothing known at its beginning."""
    if placed is None:
        return False
    if placed.sure >= SURE and placed.chances[placed.at] >= LIKELY:
        return True
    lowest = next(at for at, step in enumerate(strand.steps) if step.rung)
    start = {step.lesson for step in strand.steps[: lowest + 1]}
    latest = [one for one in placed.evidence if not one.taught][-ENOUGH_WRONG:]
    return len(latest) == ENOUGH_WRONG and not any(
        one.right or one.lesson not in start for one in latest
    )


def _ask(
    strand: Strand, placed: Placed | None, asked: Collection[str], seed: tuple[str, date]
) -> Question | None:
    """Choose the question that tells the most; a probe's where it tells nearly as much."""
    evidence = placed.evidence if placed else ()
    chances = placed.chances if placed else _chances(strand, ())
    told: list[tuple[float, Step, Item]] = []
    for at, step in enumerate(strand.steps):
        left = [item for item in step.items if item.fit and item.question not in asked]
        if left:
            item = min(left, key=lambda one: (one.guess, _shuffled(one.question, seed)))
            here = [one for one in evidence if one.lesson == step.lesson]
            told.append((_told(chances, _rights(at, len(chances), item.guess, here)), step, item))
    if not told:
        return None
    enough = PROBE_SHARE * max(value for value, _, _ in told)
    probes = [one for one in told if one[1].rung and one[0] >= enough]
    _, step, item = max(probes or told, key=lambda one: one[0])
    return Question(strand.name, step.lesson, item.question)


def _chances(strand: Strand, evidence: Sequence[Evidence]) -> tuple[float, ...]:
    """Return how likely each place is after the evidence; before it all are alike."""
    places = len(strand.steps) + 1
    weights = [1.0] * places
    for at, step in enumerate(strand.steps):
        here = [one for one in evidence if one.lesson == step.lesson]
        if here:
            able, unable = _likelihoods(here)
            beyond = ODD * able + (1 - ODD) * unable
            for place in range(places):
                weights[place] *= able if at < place else unable if at == place else beyond
    whole = sum(weights)
    return tuple(weight / whole for weight in weights)


def _likelihoods(here: Sequence[Evidence]) -> tuple[float, float]:
    """Return how likely answers to one lesson are of one who can do it, and of one who cannot."""
    able = prod(1 - SLIP if one.right else SLIP for one in here)
    unable = prod(one.guess if one.right else 1 - one.guess for one in here)
    return able, unable


def _rights(at: int, places: int, guess: float, here: Sequence[Evidence]) -> list[float]:
    """Return for each place how likely the next answer in lesson `at` is right."""
    able, unable = _likelihoods(here)
    odd = ODD * able / (ODD * able + (1 - ODD) * unable)
    beyond = odd * (1 - SLIP) + (1 - odd) * guess
    return [1 - SLIP if at < place else guess if at == place else beyond for place in range(places)]


def _told(chances: Sequence[float], rights: Sequence[float]) -> float:
    """Return how many bits an answer tells of the place: mutual information."""
    right = sum(chance * one for chance, one in zip(chances, rights, strict=True))
    known = sum(chance * _bits(one) for chance, one in zip(chances, rights, strict=True))
    return _bits(right) - known


@lru_cache(maxsize=4096)
def _bits(chance: float) -> float:
    if not 0 < chance < 1:
        return 0.0
    return -chance * log2(chance) - (1 - chance) * log2(1 - chance)


def _best(chances: Sequence[float]) -> tuple[int, float]:
    """Return the place that is right, or one beside, most likely; of sure ones the likeliest."""
    def near(at: int) -> float:
        return sum(chances[max(0, at - 1) : at + 2])

    def worth(at: int) -> tuple[float, float, int]:
        return round(min(near(at), SURE), 9), chances[at], -at

    at = max(range(len(chances)), key=worth)
    return at, near(at)


def _shuffled(question: str, seed: tuple[str, date]) -> bytes:
    salt, day = seed
    return hashlib.sha256(f"{salt} {day.isoformat()} {question}".encode()).digest()
