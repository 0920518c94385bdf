"""What a saved thing is made of: a lesson, today's practice, or the pages that stand in for a hub.

The script that saves (static/js/simpan) fetches `pages` and `files`, and writes the whole down
under `scope` and `stem` when the last of them is there. `mark` says whether it is still the same.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta

from flask import url_for

from elearn.accounts.sessions import Signed
from elearn.content.catalogue import SUBJECTS
from elearn.content.lesson import Lesson
from elearn.mastery.practice import Practice
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.learn import practice as practices
from elearn.web.learn.lessons import sheet_of
from elearn.web.learn.pages import draw_for
from elearn.web.learn.practising import STEM as PRACTICE
from elearn.web.learn.rows import row
from elearn.web.offline import parts
from elearn.web.offline.scope import SHELL, scope_for, scope_of
from elearn.web.offline.shells import SHELLS, page_of
from elearn.web.pages import drawn
from elearn.web.sheets import Sheet
from elearn.web.site import site

PACKED = 4
"""How many times less a page weighs on the wire, at least."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved thing, as the script is told of it; `pages` are addresses by the name they get."""

    stem: str
    scope: str
    mark: str
    pages: Mapping[str, str]
    files: tuple[str, ...]
    bytes: int
    title: str = ""
    subject: str = ""
    picture: str = ""
    sound: str = ""
    order: str = ""

    def told(self) -> Mapping[str, object]:
        """Return it as JSON says it; each address once."""
        return asdict(self) | {"files": list(dict.fromkeys(filter(None, self.files)))}


def mark_of(*parts_of_it: object) -> str:
    """Name a saved thing by all that shapes its bytes."""
    shared = (site().assets.version, site().facts().mark, site().narrator.epoch)
    return hashlib.sha256(repr((*parts_of_it, *shared)).encode()).hexdigest()[:10]


def lesson_mark(lesson: Lesson, signed: Signed) -> str:
    """Return the mark of a saved lesson; the day is not in it: an older draw can be marked."""
    return mark_of(lesson.stem, lesson.version, scope_of(signed))


def lesson(opened: Lesson, signed: Signed) -> Kept:
    """Return a lesson with the draws of today and tomorrow; a test has today's only."""
    href = url_for("learn.lesson", seat=signed.seat, stem=opened.stem)
    today = site().today()
    days = {"0": (f"{href}?di=", today), "1": (f"{href}?besok", today + timedelta(days=1))}
    if opened.meta.test:
        del days["1"]
    sheets = [sheet_of(opened, signed, draw_for(signed.seat, day)) for _href, day in days.values()]
    kinds = {question.kind.replace(" ", "-") for question in opened.questions}
    shown = row(opened, signed)
    picture = drawn(shown.picture)
    files = (*_gathered(sheets, ("langkah", "akhir", *sorted(kinds))), picture, shown.sound)
    return Kept(
        stem=opened.stem, scope=scope_for(opened, signed), mark=lesson_mark(opened, signed),
        pages={name: address for name, (address, _day) in days.items()}, files=files,
        bytes=_weight(sheets, files), title=shown.title, subject=shown.subject,
        picture=picture, sound=shown.sound,
        order=f"{list(SUBJECTS).index(opened.subject)}{opened.stem}",
    )  # fmt: skip


def practice_mark(today: Practice, signed: Signed) -> str:
    """Return the mark of today's practice: another day, another practice."""
    asked = [(item.lesson, item.question) for item in today.items]
    return mark_of(site().today(), asked, scope_of(signed))


def practice(today: Practice, signed: Signed) -> Kept:
    """Return today's practice: hers alone."""
    sheets = [practices.sheet_of(today, signed)]
    catalogue = site().shelf.current
    found = (catalogue.lesson(item.lesson, signed.reads) for item in today.items)
    asked = {(item.lesson, item.question) for item in today.items}
    kinds = {
        one.kind.replace(" ", "-") for lesson in found if lesson
        for one in lesson.questions if (lesson.stem, one.code) in asked
    }
    title, picture = _("Latihan hari ini"), drawn(practices.SPROUT)
    sound = site().voice.say(title, language())
    files = (*_gathered(sheets, ("akhir", *sorted(kinds))), picture, sound)
    return Kept(
        stem=PRACTICE, scope=signed.seat, mark=practice_mark(today, signed),
        pages={"0": f"{url_for('learn.practice', seat=signed.seat)}?di="}, files=files,
        bytes=_weight(sheets, files), title=title, picture=picture, sound=sound,
    )  # fmt: skip


def shell_mark(signed: Signed) -> str:
    """Return the mark of the pages that stand in for a hub."""
    return mark_of(SHELL, scope_of(signed))


def shell(signed: Signed) -> Kept:
    """Return the pages that stand in for a hub, and what comes later on all pages."""
    sheets = [Sheet(page_of(name)) for name in SHELLS]
    files = (*_gathered(sheets, ("luring",)), *parts.later(language()))
    return Kept(
        stem=SHELL, scope=scope_of(signed), mark=shell_mark(signed), files=files,
        pages={name: url_for("offline.shell", which=name) for name in SHELLS},
        bytes=_weight(sheets, files),
    )


def _gathered(sheets: Iterable[Sheet], places: Iterable[str]) -> tuple[str, ...]:
    named = (found for sheet in sheets for found in parts.files_of(sheet.html.decode()))
    return tuple(dict.fromkeys((*named, *parts.around(places, language()))))


def _weight(sheets: Iterable[Sheet], files: Iterable[str]) -> int:
    return sum(len(sheet.html) // PACKED for sheet in sheets) + parts.weight(files)
