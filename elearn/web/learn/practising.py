"""The questions of a practice, each of another lesson, with numbers of their own."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from elearn.accounts.sessions import Signed
from elearn.content.asked import can_be_asked
from elearn.content.draws import fits
from elearn.content.facts import Stated
from elearn.content.lesson import Lesson, Question
from elearn.content.values import DRAWS, Audience, Meta, Page, QuestionScreen
from elearn.mastery.practice import Item, Practice
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.learn.pages import alone
from elearn.web.site import site

STEM = "latihan"
"""Stands in addresses where that of a lesson does; no lesson has it."""

FREE = 64
"""Sets of numbers beyond those of the lesson's pages: many, and yet the sounds stay finite."""

TRIES = 5


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a practice as it is shown, and the page of its own that names it."""

    page: Page
    screen: QuestionScreen


def parts(practice: Practice, signed: Signed) -> tuple[Part, ...]:
    """Return the questions of today in their order; q1 is the first, whichever are done."""
    each = (_part(item, number, signed) for number, item in enumerate(practice.items, 1))
    return tuple(part for part in each if part is not None)


def sheet(practice: Practice, signed: Signed) -> tuple[Page, tuple[Part, ...]]:
    """Return the whole practice as a page that is no lesson's, and its parts."""
    found = parts(practice, signed)
    meta = Meta(_("Latihan hari ini"), "", language=language())
    screens = tuple(part.screen for part in found)
    return Page(STEM, "", STEM, meta, signed.age_band, 0, screens), found


def asked_alone(
    lesson: Lesson, audience: Audience, code: str, which: int, facts: tuple[Stated, ...]
) -> tuple[Page, QuestionScreen] | None:
    """Return a practised question as it was asked, by the first of `facts` that can ask it.

    Nothing of a test or of a sensitive lesson is practised.
    """
    rounds = lesson.rounds(code)
    if lesson.meta.test or lesson.meta.sensitive or not 0 <= which < (DRAWS + FREE) * rounds:
        return None
    each = (alone(lesson, audience, code, which, site().narrator, told) for told in facts)
    return next(((page, page.questions[0]) for page in each if page is not None), None)


def _part(item: Item, number: int, signed: Signed) -> Part | None:
    lesson = site().shelf.current.lesson(item.lesson, signed.reads)
    facts = site().facts()
    if lesson is None:
        return None
    asked = (one for one in lesson.questions if one.code == item.question)
    question = next(asked, None)
    if question is None or not can_be_asked(question, facts):
        return None
    which = draw_of(question, signed.seat, site().today(), facts)
    found = asked_alone(lesson, signed.age_band, item.question, which, (facts,))
    return Part(found[0], replace(found[1], anchor=f"q{number}")) if found else None


def draw_of(question: Question, seat: str, day: date, facts: Stated) -> int:
    """Return which numbers and order a seat is asked on a day: the same all day.

    New numbers where the voice can say them at once, else one of the draws of the lesson's pages.
    """
    digest = hashlib.sha256(f"{seat} {day.isoformat()} {question.code}".encode()).digest()
    known = digest[0] % DRAWS * question.rounds + digest[1] % question.rounds
    if not question.numbers or site().narrator.engine.online:
        return known
    free = ((DRAWS + byte % FREE) * question.rounds for byte in digest[2:2 + TRIES])
    return next((which for which in free if fits(question, which, facts)), known)
