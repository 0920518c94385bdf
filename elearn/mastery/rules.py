"""What a learner's answers in one lesson amount to: belum, hampir, bisa, ulang."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from elearn.mastery.review import Grade, due
from elearn.mastery.sittings import SITTING, Answer, FirstTry, Sitting, sittings

Status = Literal["belum", "hampir", "bisa", "ulang"]

LAST, LAST_RIGHT = 5, 4
"""Of the last five different questions, four right at the first try."""

SHARE = (4, 5)
"""Of the whole sitting, four fifths right at the first try."""

DAYS = 2
"""Good sittings, each on a day of its own, that make `bisa`."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a learner stands in one lesson.

    `tries` are the first tries of the sitting that made it so: the last one that was judged, and
    while the status is `belum` simply the last one. `missing` are the grants that no first try has
    shown yet, `due` the day of the next review (None before `bisa`), `sittings_without` the judged
    sittings since the last good one, `last` the day of the last judged sitting and `last_good` that
    of the last good one. `asked` is how many questions the page of `tries` asked, `given` how many
    tasks were handed in there and wait for the tutor. `waiting` is the day of a later sitting that
    lacks nothing but the tutor's look and can still be good; None where there is none.
    """

    status: Status = "belum"
    ever_able: bool = False
    tries: tuple[FirstTry, ...] = ()
    missing: frozenset[str] = frozenset()
    due: date | None = None
    sittings_without: int = 0
    last: date | None = None
    last_good: date | None = None
    asked: int = SITTING
    given: int = 0
    waiting: date | None = None

    @property
    def answered(self) -> int:
        """How many questions of the page of `tries` she has done, also what waits for a look."""
        return len(self.tries) + self.given


@dataclass(frozen=True, slots=True)
class _Judged:
    sitting: Sitting
    good: bool

    @property
    def grade(self) -> Grade:
        if not self.good:
            return "again"
        return "hard" if self.sitting.helped else "good"


def standing(answers: Iterable[Answer], grants: frozenset[str] = frozenset()) -> Standing:
    """Return where the answers to ONE lesson put a learner who must show all of `grants`.

    A pure function of the set of answers: their order, repetition and delay change nothing.
    """
    held = sittings(answers)
    judged = _judge(held, grants)
    good_at = [at for at, one in enumerate(judged) if one.good]
    reviews = judged[good_at[DAYS - 1]:] if len(good_at) >= DAYS else ()
    status = _status(len(good_at), reviews)
    basis = held if status == "belum" else tuple(one.sitting for one in judged)
    return Standing(
        status=status,
        ever_able=bool(reviews),
        tries=basis[-1].tries if basis else (),
        missing=grants.difference(*(sitting.shown for sitting in held)),
        due=due([(one.sitting.day, one.grade) for one in reviews]) if reviews else None,
        sittings_without=len(judged) - (good_at[-1] + 1 if good_at else 0),
        last=judged[-1].sitting.day if judged else None,
        last_good=judged[good_at[-1]].sitting.day if good_at else None,
        asked=basis[-1].asked if basis else SITTING,
        given=len(basis[-1].waiting) if basis else 0,
        waiting=_waiting(held),
    )


def good_enough(rights: Sequence[bool]) -> bool:
    """Whether these first tries, in order, make a good sitting."""
    share, whole = SHARE
    return sum(rights) * whole >= len(rights) * share and sum(rights[-LAST:]) >= LAST_RIGHT


def _waiting(held: Sequence[Sitting]) -> date | None:
    """Return the day of the latest sitting that waits for its tutor, if none was judged after."""
    for sitting in reversed(held):
        if sitting.whole or _lost(sitting):
            return None
        if sitting.waits:
            return sitting.day
    return None


def _lost(sitting: Sitting) -> bool:
    """Whether it waits, and no tick can make it good: then it is judged at once."""
    return sitting.waits and not good_enough(sitting.best)


def _judge(held: Sequence[Sitting], grants: frozenset[str]) -> tuple[_Judged, ...]:
    """Judge the sittings that are whole or lost; what earlier days have shown stays shown."""
    shown: frozenset[str] = frozenset()
    judged: list[_Judged] = []
    for sitting in held:
        shown |= sitting.shown
        if sitting.whole or _lost(sitting):
            rights = [first.right for first in sitting.tries]
            good = sitting.whole and good_enough(rights) and sitting.owed(grants) <= shown
            judged.append(_Judged(sitting, good))
    return tuple(judged)


def _status(good: int, reviews: Sequence[_Judged]) -> Status:
    if reviews:
        return "bisa" if reviews[-1].good else "ulang"
    return "hampir" if good else "belum"
