"""Named confusions: small rules that tell what a wrong answer took for what (docs/mastery.md).

Pure: texts and numbers in, names out. Where two rules fit, the more specific comes first.
"""

import re
from collections.abc import Iterator

from elearn.mistakes.amounts import amount
from elearn.mistakes.clock import misread, of_times
from elearn.mistakes.confusions import CONFUSIONS
from elearn.mistakes.numbers import foreseen_numbers, of_numbers
from elearn.mistakes.values import Confusion, Task
from elearn.mistakes.words import PAIRS, misspelt, of_words

__all__ = ["CONFUSIONS", "PAIRS", "Confusion", "Task", "foreseen", "recognised"]

MOST = 12
"""Wrong answers that are foreseen of one typed question: the page holds them all."""

SHORT = 2
"""Letters of an option that is about letters, also where it is spoken."""

_FRACTION = re.compile(r"((?:pecahan:)?)([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")


def recognised(task: Task, wrong: str) -> str:
    """Return the name of the confusion that led to a wrong answer, "" where no rule fits."""
    names = (_one(task, right, wrong) for right in task.right)
    return next(filter(None, names), "")


def foreseen(task: Task) -> Iterator[tuple[str, str]]:
    """Yield wrong answers that are likely typed, as text, each with the name of its confusion.

    At most `MOST`, of the first accepted answer; the more specific first.
    """
    found: dict[str, str] = {}
    for text in _likely(task):
        name = recognised(task, text)
        if name and text not in found and len(found) < MOST:
            found[text] = name
    yield from found.items()


def _one(task: Task, right: str, wrong: str) -> str:
    about_numbers = (
        of_numbers(task, right, wrong) or of_times(right, wrong) or _turned(right, wrong)
    )
    letters = task.reading or task.typed == "letters" or len(right) <= SHORT
    return about_numbers or (of_words(right, wrong) if letters else "")


def _likely(task: Task) -> Iterator[str]:
    right = next(iter(task.right), "")
    known = amount(right)
    if task.typed in ("digits", "money") and known is not None:
        yield from map(str, foreseen_numbers(task, known.number))
    elif task.typed == "letters":
        yield from misread(right)
        yield from misspelt(right)


def _turned(right: str, wrong: str) -> str:
    """Return whether a fraction stands on its head."""
    meant, given = _FRACTION.fullmatch(right), _FRACTION.fullmatch(wrong)
    if not meant or not given or meant[2] == meant[3]:
        return ""
    return "pecahan-terbalik" if given.groups() == (meant[1], meant[3], meant[2]) else ""
