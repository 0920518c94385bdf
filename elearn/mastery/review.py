"""When a lesson that is known should be asked again: spaced review by FSRS."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Literal

from fsrs import Card, Rating, Scheduler

Grade = Literal["again", "hard", "good"]

RATINGS = {"again": Rating.Again, "hard": Rating.Hard, "good": Rating.Good}
SCHEDULER = Scheduler(
    desired_retention=0.9,
    learning_steps=(),
    relearning_steps=(),
    maximum_interval=30,
    enable_fuzzing=False,
)


def due(reviews: Sequence[tuple[date, Grade]]) -> date:
    """Return the day of the next review after `reviews`, oldest first, at least one.

    Days, not hours: a sitting has no other time. A day before the last one counts as the last one,
    since FSRS takes a backward clock without a word.
    """
    card = Card(card_id=0)       # a card without an id sleeps a millisecond to find one
    latest = reviews[0][0]
    for day, grade in reviews:
        latest = max(latest, day)
        noon = datetime.combine(latest, time(12), UTC)
        card, _ = SCHEDULER.review_card(card, RATINGS[grade], noon)
    return card.due.date()
