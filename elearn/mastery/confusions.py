"""What a learner mixes up lately: counted from her log, until she has shown that it is over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from elearn.mastery.sittings import Answer

WINDOW = timedelta(days=28)
"""How far back a confusion is counted."""

CHANCES = 3
"""Right first tries, one after the other since it last showed, after which it is over."""


@dataclass(frozen=True, slots=True)
class Confused:
    """A confusion that is not over: how often it showed lately, and where.

    `questions` are the Kode of those that it showed in and `lessons` their stems, the latest
    first; `latest` is the id of the answer in which it showed last.
    """

    name: str                # in elearn.mistakes.CONFUSIONS
    times: int
    last: date
    questions: tuple[str, ...]
    lessons: tuple[str, ...]
    latest: str


def weakest(answers: Iterable[Answer], today: date) -> tuple[Confused, ...]:
    """Return what is mixed up within `WINDOW` and not over, what showed most often first.

    A pure function of the set of answers, of all lessons and occasions: it shows once a day in a
    question (code and draw), however often she tried. A chance is the first try of a day at one of
    the questions that it showed in.
    """
    since = today - WINDOW
    known = {answer.id: answer for answer in answers if answer.counted and answer.day > since}
    if not any(answer.confusion for answer in known.values()):
        return ()                # most learners, most days
    in_order = sorted(known.values(), key=lambda answer: (answer.day, answer.at, answer.id))
    shown: dict[str, list[Answer]] = {}
    for answer in in_order:
        if answer.confusion and not answer.right:
            shown.setdefault(answer.confusion, []).append(answer)
    firsts = _first_tries(in_order)
    left = (_confused(name, where) for name, where in shown.items() if not _over(where, firsts))
    return tuple(sorted(left, key=lambda one: (-one.times, -one.last.toordinal(), one.name)))


def _first_tries(in_order: Sequence[Answer]) -> Sequence[Answer]:
    firsts: dict[tuple[date, str, int], Answer] = {}
    for answer in in_order:
        firsts.setdefault((answer.day, answer.question, answer.draw), answer)
    return tuple(firsts.values())


def _over(where: Sequence[Answer], firsts: Sequence[Answer]) -> bool:
    """Whether the last chances since it last showed were all right."""
    last, questions = where[-1], {answer.question for answer in where}
    since = [
        answer.right for answer in firsts
        if answer.question in questions
        and (answer.day, answer.at, answer.id) > (last.day, last.at, last.id)
    ]
    return len(since) >= CHANCES and all(since[-CHANCES:])


def _confused(name: str, where: Sequence[Answer]) -> Confused:
    latest = where[-1]
    return Confused(
        name=name,
        times=len({(answer.day, answer.question, answer.draw) for answer in where}),
        last=latest.day,
        questions=_lately(answer.question for answer in where),
        lessons=_lately(answer.lesson for answer in where),
        latest=latest.id,
    )


def _lately(words: Iterable[str]) -> tuple[str, ...]:
    """Return each of `words` once, what came last first."""
    return tuple(dict.fromkeys(reversed(tuple(words))))
