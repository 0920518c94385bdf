"""Home and the lists of lessons: "lanjut" first, then the four subjects."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from math import ceil

from flask import abort, render_template, request

from elearn.accounts.sessions import Signed
from elearn.content.catalogue import SUBJECTS
from elearn.content.curriculum import count, told
from elearn.content.lesson import Lesson
from elearn.learning import known
from elearn.narration.repertoire import going_on
from elearn.narration.weight import in_words
from elearn.store import BusyError, CannotStoreError
from elearn.web.i18n import gettext, language
from elearn.web.i18n import gettext as _
from elearn.web.learn import learn
from elearn.web.learn.mine import guest, look, progress_of, signed_in
from elearn.web.learn.path import able, next_in, of_subject, stones, stretch
from elearn.web.learn.rows import Row, row
from elearn.web.learn.today import offer
from elearn.web.site import site

LESSONS_A_PAGE = 6


@dataclass(frozen=True, slots=True)
class SubjectTile:
    """A subject on the home page."""

    name: str
    title: str
    emoji: str
    able: int
    lessons: int
    said: str = ""           # its title, and how many of its lessons she can do


def greeting(signed: Signed) -> str:
    """Greet her by the time of day of the place."""
    hour = site().now().astimezone(site().settings.timezone).hour
    if 4 <= hour < 11:
        return _("Selamat pagi, {name}", name=signed.name)
    if 11 <= hour < 15:
        return _("Selamat siang, {name}", name=signed.name)
    if 15 <= hour < 18:
        return _("Selamat sore, {name}", name=signed.name)
    return _("Selamat malam, {name}", name=signed.name)


def home() -> str:
    """Show the first page of a signed-in learner."""
    signed = signed_in()
    with suppress(BusyError, CannotStoreError):      # another day will do
        known.renew(site().store, signed.person_id, known.grants_of(site().shelf.current))
    looked = look(signed)
    made = looked.progress
    onward = made.onward()
    return render_template(
        "belajar/rumah.html",
        own_name=looked.own_name,
        placement=looked.placement,
        practice=offer(looked),
        me=signed,
        guest=guest(signed),
        asked=onward is not None and onward.stem in made.assigned,
        waiting=bool(made.waiting),
        greeting=greeting(signed),
        go=_onward(onward, signed) if onward else None,
        path=stretch(signed, made),
        written=written(),
        subjects=[
            _counted(name, made.able(name), sum(
                1 for lesson in made.counted if lesson.subject == name
            ))
            for name in SUBJECTS
        ],
    )


@learn.get("/ranah/<name>")
def subject(name: str) -> str:
    """Show the path through a subject, a few stones a page: at first those where she stands."""
    signed = signed_in()
    if name not in SUBJECTS:
        abort(404)
    made = progress_of(signed)
    lessons = of_subject(name, made)
    pages = max(1, ceil(len(lessons) / LESSONS_A_PAGE))
    following = next_in(lessons, made)
    here = lessons.index(following) // LESSONS_A_PAGE + 1 if following else 1
    page = min(max(1, request.args.get("hal", here, int)), pages)
    shown = lessons[(page - 1) * LESSONS_A_PAGE : page * LESSONS_A_PAGE]
    return render_template(
        "belajar/ranah.html",
        subject=_tile(name),
        lessons=stones(shown, following, signed, made),
        able=able(name, made) if lessons else "",
        page=page,
        pages=pages,
        guest=guest(signed),
        written=written(name),
        costs=costs(shown, signed) if shown else "",
    )


def costs(lessons: Sequence[Lesson], signed: Signed) -> str:
    """Say how much sound a lesson of these takes, for who pays by the megabyte."""
    each = [site().scales.about(one, signed.age_band, site().facts()) for one in lessons]
    return in_words(round(sum(each) / len(each)), language())


def written(name: str | None = None) -> str:
    """Say how many lessons of the map, or of a subject in it, there are already."""
    return told(count(site().shelf.current.lessons, name), language())


def _onward(lesson: Lesson, signed: Signed) -> Row:
    """Return the lesson to go on with; said as it stands, where it is in the page's language."""
    made = row(lesson, signed)
    if lesson.meta.language != language():
        return made
    return replace(made, sound=site().narrator.say(going_on(lesson), language()))


def _counted(name: str, able: int, lessons: int) -> SubjectTile:
    """Return a subject with how far she is in it."""
    title = gettext(SUBJECTS[name].title)
    said = _("{able} dari {lessons} pelajaran sudah bisa.", able=able, lessons=lessons)
    return replace(
        _tile(name), able=able, lessons=lessons, said=f"{title}. {said}" if lessons else title
    )


def _tile(name: str) -> SubjectTile:
    """Return the subject as a list shows it."""
    return SubjectTile(name, SUBJECTS[name].title, SUBJECTS[name].emoji, 0, 0)
