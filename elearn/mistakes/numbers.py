"""Wrong numbers by what led to them: the more specific rule first."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from elearn.mistakes.amounts import amount, numbers
from elearn.mistakes.calculation import Calculation, calculation
from elearn.mistakes.sums import (
    CHANGE,
    COUNTS,
    LATER_STEPS,
    LOOKS,
    PAID,
    PAID_PLACES,
    PLACES,
    STEPS,
    OfRight,
    OfStep,
)
from elearn.mistakes.values import Task

LARGEST = 10**9

Named = tuple[str, Iterable[Fraction | int]]


def of_numbers(task: Task, right: str, wrong: str) -> str:
    """Return the name of what led from `right` to `wrong`, both amounts of one thing; else ""."""
    meant, given = amount(right), amount(wrong)
    if meant is None or given is None or meant.what != given.what:
        return ""
    return foreseen_numbers(task, meant.number).get(given.number, "")


def foreseen_numbers(task: Task, right: int) -> Mapping[int, str]:
    """Return likely wrong numbers, each with the first rule that gives it."""
    found: dict[int, str] = {}
    for name, given in (_paid if task.typed == "money" else _rules)(task, right):
        for number in given:
            if number.denominator == 1 and 0 <= number <= LARGEST and number != right:
                found.setdefault(int(number), name)
    return found


def _rules(task: Task, right: int) -> Iterator[Named]:
    sum_ = calculation(task, right)
    if sum_ is not None:
        yield from _of_steps(STEPS, sum_)
    if sum_ is not None or task.typed or right in task.counted:
        yield from _of_right(COUNTS, right)
    if sum_ is not None:
        yield from _of_steps(LATER_STEPS, sum_)
    elif not numbers(task.stem):
        yield from _of_right(LOOKS, right)
    yield from _of_right(PLACES, right)


def _paid(task: Task, right: int) -> Iterator[Named]:
    sum_ = calculation(task, right)
    if sum_ is not None:
        yield from _of_steps(CHANGE if sum_.change else PAID, sum_)
    yield from _of_right(PAID_PLACES, right)


def _of_steps(rules: Mapping[str, OfStep], sum_: Calculation) -> Iterator[Named]:
    return ((name, rule(sum_)) for name, rule in rules.items())


def _of_right(rules: Mapping[str, OfRight], right: int) -> Iterator[Named]:
    return ((name, rule(right)) for name, rule in rules.items())
