"""Today's practice of somebody who is signed in, and how home tells of it."""

from dataclasses import dataclass

from flask import url_for

from elearn.accounts.sessions import Signed
from elearn.learning.practice import practice_of
from elearn.mastery.practice import Practice
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.learn.mine import Looked, guest, look
from elearn.web.site import site

DOTS = 5
"""On the home page, however many questions there are."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The practice as home shows it."""

    href: str
    words: str
    sound: str
    filled: int
    dots: int = DOTS


def practice_today(signed: Signed) -> Practice:
    """Return today's practice of somebody who is signed in."""
    return practice_in(look(signed))


def practice_in(looked: Looked) -> Practice:
    """Return the practice of a learner who was looked at; a guest has none."""
    signed = looked.signed
    if guest(signed):
        return Practice((), {})
    return practice_of(looked.progress, looked.log, signed.age_band, site().facts(), signed.quiet,
                       str(signed.person_id))


def offer(looked: Looked) -> Offer | None:
    """Return what home says of today's practice; None where there is nothing to practise."""
    today = practice_in(looked)
    if not today.items:
        return None
    done, whole = len(today.done), len(today.items)
    words = _("Latihan hari ini")
    told = _("Latihan hari ini sudah selesai.") if today.whole else words + "."
    if 0 < done < whole:
        told = f"{words}. " + _("Sudah {done} dari {whole} soal.", done=done, whole=whole)
    return Offer(
        href=url_for("learn.practice", seat=looked.signed.seat),
        words=told.removesuffix("."),
        sound=site().voice.say(told, language()),
        filled=DOTS * done // whole,
    )
