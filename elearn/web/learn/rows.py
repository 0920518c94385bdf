"""A lesson as a learner's pages list it: its picture, its name, and where she stands in it."""

from dataclasses import dataclass

from flask import url_for

from elearn.accounts.sessions import Signed
from elearn.content.catalogue import SUBJECTS
from elearn.content.lesson import Lesson
from elearn.learning.progress import Progress
from elearn.web.i18n import gettext as _
from elearn.web.site import site

STATES = {"bisa": "done", "hampir": "near", "tunggu": "near", "ulang": "again"}
"""How a stone of the path looks, by her status; any other is still to come."""


@dataclass(frozen=True, slots=True)
class Row:
    """A lesson in a list: where it opens, how it looks and sounds, where she stands."""

    subject: str
    title: str
    picture: str
    href: str
    sound: str
    mark: str = ""
    words: str = ""
    state: str = ""          # "done", "near", "again", "next", or "" for what is to come


def _status(stem: str, made: Progress) -> str:
    """Return her status in a lesson; "tunggu" where a tutor's look is all that is missing."""
    status = made.standings[stem].status
    return "tunggu" if stem in made.waiting and status in ("belum", "hampir") else status


def row(lesson: Lesson, signed: Signed, made: Progress | None = None) -> Row:
    """Return `lesson` as a row that this learner can tap."""
    status = _status(lesson.stem, made) if made else "belum"
    passed = made is not None and lesson.stem in made.passed
    mark, words = {
        "tunggu": ("…", _("tunggu tutor")),
        "bisa": ("✓", _("bisa")),
        "hampir": ("◐", _("hampir")),
        "ulang": ("↻", _("pernah bisa, ulangi")),
        "belum": ("↷", _("dilewati dulu")) if passed else ("", ""),
    }[status]
    return Row(
        subject=lesson.subject,
        title=lesson.meta.title,
        picture=lesson.meta.picture or SUBJECTS[lesson.subject].emoji,
        href=url_for("learn.lesson", seat=signed.seat, stem=lesson.stem),
        sound=site().voice.say(lesson.meta.title, lesson.meta.language, lesson.sayings),
        mark=mark,
        words=words,
        state=STATES.get(status, ""),
    )
