"""Which calculation a question asks for: from the author's expression, else from its numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from elearn.mistakes.amounts import numbers
from elearn.mistakes.values import Task
from elearn.questions.arithmetic import CalculationError, operation

Step = tuple[str, Fraction, Fraction]

_MAKES: Mapping[str, Callable[[Fraction, Fraction], Fraction | None]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b if b else None,
    "up": lambda a, b: Fraction(a // b + 1) if b > 1 and a > b and a % b else None,
}
_CHANGE = ("kembali", "change")


@dataclass(frozen=True, slots=True)
class Calculation:
    """The last step to the right answer. `given` are the numbers that the question shows."""

    step: str                # + - * / // %, "up" for a division that is rounded up
    left: Fraction
    right: Fraction
    given: tuple[int, ...]
    change: bool             # it asks how much money comes back


def calculation(task: Task, right: int) -> Calculation | None:
    """Return what is to be calculated in `task` to get `right`; None where that is not certain."""
    given = numbers(task.stem)
    found = _of_author(task) or _of_numbers(given, right)
    if found is None:
        return None
    step, left, other = _rounded_up(given, right) or found if found[0] == "//" else found
    change = step == "-" and any(word in task.stem.lower() for word in _CHANGE)
    return Calculation(step, left, other, given, change)


def _of_author(task: Task) -> Step | None:
    if not task.expression:
        return None
    try:
        return operation(task.expression, task.numbers)
    except CalculationError:
        return None


def _of_numbers(given: Sequence[int], right: int) -> Step | None:
    """Return the only step that leads from exactly two numbers to the right one."""
    if len(given) != 2:
        return None
    one, other = map(Fraction, given)
    ways = [
        (step, left, right_)
        for step, make in _MAKES.items()
        for left, right_ in ((one, other), (other, one))[: 1 if step in "+*" else 2]
        if make(left, right_) == right
    ]
    return ways[0] if len(ways) == 1 else None


def _rounded_up(given: Sequence[int], right: int) -> Step | None:
    """Return the division of two numbers in which the rest takes one more."""
    if len(given) != 2:
        return None
    one, other = map(Fraction, given)
    return ("up", one, other) if _MAKES["up"](one, other) == right else None
