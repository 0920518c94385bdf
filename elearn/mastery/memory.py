"""What a learner remembers of each question, as FSRS follows it: a pure function of her log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from itertools import pairwise

from fsrs import Card, State

from elearn.mastery.review import RATINGS, SCHEDULER, Grade
from elearn.mastery.sittings import Answer

_EPOCH = datetime.combine(date(2000, 1, 1), time(12), UTC)
"""Where every course begins in the eyes of FSRS: only the days between reviews matter to it."""


@dataclass(frozen=True, slots=True)
class Memory:
    """One question (Kode) in somebody's memory.

    `due` is the day on which it should be asked again, `last` the day on which it was asked last,
    `stability` how many days it takes until 90 % of such memories are left.
    """

    question: str
    lesson: str
    last: date
    due: date
    stability: float
    lapsed: bool             # the last first try was wrong

    def retrievability(self, today: date) -> float:
        """Return the chance, 0 to 1, that she still knows it `today`; a day before `last` is it."""
        return _left(self.stability, max(0, (today - self.last).days))


def memories(answers: Iterable[Answer], before: date) -> Mapping[str, Memory]:
    """Return what is remembered of each question that was answered on a day before `before`.

    Of each question and day only the first counted answer is a review, whatever numbers it had and
    on whatever occasion it was asked: wrong = Again, with a hint or slow = Hard, right = Good. The
    order, repetition and delay of the answers change nothing.
    """
    firsts: dict[tuple[str, date], Answer] = {}
    for answer in answers:
        if answer.counted and answer.day < before:
            key = answer.question, answer.day
            known = firsts.get(key)
            if known is None or (answer.at, answer.id) < (known.at, known.id):
                firsts[key] = answer
    courses: dict[str, list[Answer]] = {}
    for (question, _), answer in sorted(firsts.items(), key=lambda item: item[0][1]):
        courses.setdefault(question, []).append(answer)
    return {question: _memory(question, course) for question, course in courses.items()}


def graded(answer: Answer) -> Grade:
    """Return how FSRS takes a first try."""
    if not answer.right:
        return "again"
    return "hard" if answer.hints > 0 or answer.slow else "good"


def _memory(question: str, course: list[Answer]) -> Memory:
    first, last = course[0], course[-1]
    state = _begun(graded(first))
    for earlier, later in pairwise(course):
        state = _grown(state, (later.day - earlier.day).days, graded(later))
    return Memory(
        question=question, lesson=last.lesson, last=last.day,
        due=last.day + timedelta(days=state.interval), stability=state.stability,
        lapsed=not last.right,
    )


@dataclass(frozen=True, slots=True)
class _State:
    """What FSRS knows of a card; many questions of many learners come through the same ones."""

    stability: float
    difficulty: float
    interval: int            # days until the next review

    def card(self) -> Card:
        """Return the card as it is on the day of its last review."""
        return Card(card_id=0, state=State.Review, step=None, stability=self.stability,
                    difficulty=self.difficulty, due=_EPOCH, last_review=_EPOCH)


@cache
def _begun(grade: Grade) -> _State:
    return _reviewed(Card(card_id=0), 0, grade)


@lru_cache(maxsize=16_384)
def _grown(state: _State, days: int, grade: Grade) -> _State:
    return _reviewed(state.card(), days, grade)


def _reviewed(card: Card, days: int, grade: Grade) -> _State:
    now = _EPOCH + timedelta(days=days)
    card, _ = SCHEDULER.review_card(card, RATINGS[grade], now)
    assert card.stability is not None  # noqa: S101  # a reviewed card has both
    assert card.difficulty is not None  # noqa: S101
    return _State(card.stability, card.difficulty, (card.due - now).days)


@lru_cache(maxsize=16_384)
def _left(stability: float, days: int) -> float:
    card = _State(stability, 5.0, 0).card()
    return SCHEDULER.get_card_retrievability(card, _EPOCH + timedelta(days=days))
