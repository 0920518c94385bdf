"""Answers that nobody can have given so fast: kept, shown, never counted."""

from collections.abc import Sequence
from datetime import datetime, timedelta

MINUTE = timedelta(minutes=1)
A_MINUTE = 20
"""Answers that somebody may give within one minute."""
QUICKEST = timedelta(milliseconds=400)


def hasty(times: Sequence[datetime]) -> set[int]:
    """Return the indexes in `times` (in order, one learner's) that came too fast.

    All of a minute that holds more than A_MINUTE answers, and each that follows the one before it
    by less than QUICKEST. It depends on the times alone, not on the order in which they arrived;
    and more times can only add to what is found, so that a part of them finds nothing wrongly.
    """
    found = {
        number for number in range(1, len(times)) if times[number] - times[number - 1] < QUICKEST
    }
    for first in range(len(times) - A_MINUTE):
        if times[first + A_MINUTE] - times[first] < MINUTE:
            found.update(range(first, first + A_MINUTE + 1))
    return found
