"""The path through a subject: what she can do, where she stands, what comes next. No points."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from elearn.accounts.sessions import Signed
from elearn.content.catalogue import SUBJECTS
from elearn.content.lesson import Lesson
from elearn.learning.progress import Progress
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.learn.rows import Row, row
from elearn.web.site import site

BEHIND = 2
"""Stones of what she can do that home shows before the next one."""

MOST_LETTERS = 12
"""Letters that are named in one sentence: the latest; a longer one nobody hears to its end."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a path where she stands, and what she can do there, in words and their sound."""

    subject: str
    stones: tuple[Row, ...]
    words: str
    sound: str


def stones(
    lessons: Sequence[Lesson], following: Lesson | None, signed: Signed, made: Progress
) -> list[Row]:
    """Return lessons as stones, the one that comes next marked."""
    rows = [row(lesson, signed, made) for lesson in lessons]
    return [
        replace(one, state="next") if lesson is following and one.state != "done" else one
        for lesson, one in zip(lessons, rows, strict=True)
    ]


def next_in(lessons: Sequence[Lesson], made: Progress) -> Lesson | None:
    """Return the lesson that comes next among those of a subject; None where all can be done."""
    onward = made.onward()
    if onward is not None and onward in lessons:
        return onward
    left = (
        lesson for lesson in lessons
        if not lesson.meta.sensitive and lesson.stem not in made.passed
        and made.standings[lesson.stem].status != "bisa"
    )
    return next(left, None)


def of_subject(name: str, made: Progress) -> list[Lesson]:
    """Return her lessons of a subject, in their order."""
    return [lesson for lesson in made.lessons if lesson.subject == name]


def stretch(signed: Signed, made: Progress) -> Stretch:
    """Return the stones around the one that she goes on with."""
    subject = _where(made)
    lessons = of_subject(subject, made)
    following = next_in(lessons, made)
    at = lessons.index(following) if following else len(lessons)
    first = max(0, at - BEHIND)
    words = able(subject, made)
    return Stretch(
        subject, tuple(stones(lessons[first : at + 2], following, signed, made)), words,
        site().voice.say(words, language()),
    )


def _where(made: Progress) -> str:
    """Return the subject whose path home shows: where she goes on, if she can do anything there."""
    onward = made.onward()
    first = onward.subject if onward else next(iter(SUBJECTS))
    return next((name for name in (first, *SUBJECTS) if made.able(name)), first)


def able(subject: str, made: Progress) -> str:
    """Say in words what she can do in a subject: letters that she reads, or the latest lesson."""
    can = [one for one in of_subject(subject, made) if made.standings[one.stem].ever_able]
    if not can:
        return _("Jalanmu mulai di sini.")
    letters = list(dict.fromkeys(
        letter for one in can for letter in one.meta.graphemes
        if letter not in made.standings[one.stem].missing
    ))
    if letters:
        return _("Kamu bisa membaca: {letters}.", letters=", ".join(letters[-MOST_LETTERS:]))
    return _("Kamu bisa: {title}.", title=can[-1].meta.title.rstrip("."))
