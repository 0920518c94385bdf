"""Latihan hari ini: which ten questions a learner is asked today, and in which order.

A pure function of her log, of what may be asked, and of the day. The choice looks only at what she
answered before today, so that it stays the same all day; what she practised today is always in it,
also where an answer of yesterday arrived late.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from elearn.mastery.memory import Memory, memories
from elearn.mastery.sittings import Answer

TEN = 10
"""Questions of a practice: about five minutes."""

MISSED = 2
"""Of what is due, at most so many that she missed the last time: they come due every day, and would
leave no room for what can still be kept (docs/mastery.md: measured)."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question that may be practised: one of a lesson that she can do, or could do once."""

    question: str
    lesson: str
    subject: str


@dataclass(frozen=True, slots=True)
class Practice:
    """The practice of one day: its questions in their order, and how those were that are done."""

    items: tuple[Item, ...]
    done: Mapping[str, bool]         # question -> whether the first try of today was right

    @property
    def left(self) -> tuple[Item, ...]:
        """What is still to be answered today."""
        return tuple(item for item in self.items if item.question not in self.done)

    @property
    def whole(self) -> bool:
        """Whether there was something to practise, and all of it is done."""
        return bool(self.items) and not self.left


def practice(
    items: Iterable[Item], log: Sequence[Answer], today: date, confused: Iterable[str] = (),
    who: str = "",
) -> Practice:
    """Return the practice of `today`; `confused` are questions of her weakest confusion.

    `who` she is only decides between questions that nothing else tells apart.
    """
    offered = {item.question: item for item in items}
    done = {one: right for one, right in _done(log, today).items() if one in offered}
    chosen = choose(offered.values(), memories(log, today), today, confused, who)
    left = [item for item in chosen if item.question not in done]
    here = {*done, *(item.question for item in left[:max(0, TEN - len(done))])}
    late = [offered[one] for one in done if offered[one] not in chosen]
    return Practice((*late, *(item for item in mixed(chosen) if item.question in here)), done)


def choose(
    items: Iterable[Item], remembered: Mapping[str, Memory], today: date,
    confused: Iterable[str] = (), who: str = "",
) -> tuple[Item, ...]:
    """Return the ten questions for `today`, the most urgent first.

    What is due, of that the longest unseen first, and at most MISSED that she missed the last time;
    then what she confuses; then what she has not seen for the longest time. A question that she
    never answered is not practised: it belongs to its lesson.
    """
    known = {item.question: item for item in items if item.question in remembered}
    ordered = _by_urgency(known, remembered, today, who)
    due = [one for one in ordered if remembered[one].due <= today]
    missed = [one for one in due if remembered[one].lapsed]
    due = [one for one in due if one not in missed[MISSED:]]
    muddled = frozenset(confused)
    confusing = [one for one in ordered if one in muddled]
    rest = [one for one in ordered if one not in missed]
    chosen = dict.fromkeys((*due, *confusing, *rest, *missed))
    return tuple(known[one] for one in list(chosen)[:TEN])


def _by_urgency(
    known: Mapping[str, Item], remembered: Mapping[str, Memory], today: date, who: str
) -> Sequence[str]:
    """Return the questions, the longest unseen first; of one day each subject in its turn.

    Of one day and subject the least retrievable comes first.
    """
    def urgency(question: str) -> tuple[date, float, str]:
        memory = remembered[question]
        tie = sha256(f"{who} {today.isoformat()} {question}".encode()).hexdigest()
        return memory.last, memory.retrievability(today), tie

    ordered, before, turn = sorted(known, key=urgency), Counter[tuple[date, str]](), {}
    for question in ordered:
        group = remembered[question].last, known[question].subject
        turn[question] = before[group]
        before[group] += 1
    return sorted(ordered, key=lambda one: (remembered[one].last, turn[one]))


def mixed(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return `items` in an order in which subjects alternate.

    Two of one lesson follow each other only where the others are too few to stand between them.
    """
    left, found = list(items), list[Item]()
    while left:
        last = found[-1] if found else None
        subjects = Counter(item.subject for item in left)
        able = [item for item in left if _can_stand(item, last, left)] or left

        def fitting(item: Item, last: Item | None = last, many: Counter[str] = subjects) -> int:
            return many[item.subject] - (1000 if last and item.subject == last.subject else 0)

        best = max(able, key=fitting)        # the first of several: the most urgent
        left.remove(best)
        found.append(best)
    return tuple(found)


def _can_stand(item: Item, last: Item | None, left: Sequence[Item]) -> bool:
    """Whether `item` may follow `last` so that the rest can still be kept apart by lessons."""
    if last is not None and item.lesson == last.lesson:
        return False
    after = Counter(other.lesson for other in left)
    after[item.lesson] -= 1
    rest = len(left) - 1
    return all(
        many <= (rest if lesson == item.lesson else rest + 1) // 2
        for lesson, many in after.items()
    )


def _done(log: Sequence[Answer], today: date) -> dict[str, bool]:
    """Return how the first tries of today's practice were, in the order in which she made them."""
    firsts: dict[str, bool] = {}
    for answer in sorted(log, key=lambda one: (one.at, one.id)):
        if answer.counted and answer.occasion == "latihan" and answer.day == today:
            firsts.setdefault(answer.question, answer.right)
    return firsts
