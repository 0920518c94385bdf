"""Lessons as a tutor reads them: what they are for, her notes, and how learners will meet them."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from flask import abort, render_template, url_for
from werkzeug.wrappers import Response

from elearn.content.catalogue import SUBJECTS
from elearn.content.compose import tutor_notes
from elearn.content.lesson import Lesson, Question
from elearn.content.senses import asked, needs_hearing, needs_sight
from elearn.content.values import Audience
from elearn.language.numbers import format_number
from elearn.web.author import showing
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.site import site
from elearn.web.tutor import tutor, words
from elearn.web.tutor.gate import teacher


@dataclass(frozen=True, slots=True)
class Senses:
    """The questions of an audience by their numbers on its page: how many, and which do without."""

    audience: Audience
    count: int
    unheard: tuple[int, ...]
    unseen: tuple[int, ...]


@tutor.get("/pelajaran")
def lessons() -> str:
    """List every lesson, subject by subject."""
    teacher()
    shelf = [
        (subject, [_reading(one.stem) for one in site().shelf.current.subject(name)])
        for name, subject in SUBJECTS.items()
    ]
    return render_template("tutor/pelajaran-pelajaran.html", shelf=shelf)


@tutor.get("/pelajaran/<stem>")
def lesson(stem: str) -> str:
    """Show what a tutor should know of a lesson."""
    teacher()
    found = _reading(stem)
    return render_template(
        "tutor/pelajaran.html",
        lesson=found,
        meta=found.meta,
        emoji=found.meta.picture or SUBJECTS[found.subject].emoji,
        before=[(one, words.lesson_title(one)) for one in found.meta.prerequisites],
        notes=tutor_notes(found, site().narrator.say, site().facts()),
        senses=[senses(found, audience) for audience in found.audiences],
        reviews=_reviews(found),
        sound=_sound(found),
    )


@tutor.get("/pelajaran/<stem>/lihat/<audience>/")
def look(stem: str, audience: str) -> str:
    """Open the lesson as this audience will."""
    teacher()
    return showing.lesson_page(_reading(stem), audience)


@tutor.post("/pelajaran/<stem>/lihat/<audience>/")
def try_answer(stem: str, audience: str) -> Response:
    """Mark an answer; nothing is kept."""
    teacher()
    return showing.answered(_reading(stem), audience)


@tutor.get("/pelajaran/<stem>/lihat/<audience>/jawaban/coba")
def told(stem: str, audience: str) -> str:
    """Tell how the answer was."""
    teacher()
    return showing.feedback_page(_reading(stem), audience)


@tutor.get("/pelajaran/<stem>/lihat/<audience>/selesai")
def end(stem: str, audience: str) -> str:
    """Say that this was only a look."""
    teacher()
    showing.composed(_reading(stem), audience)
    return render_template(
        "penulis/selesai.html",
        back=url_for("tutor.lesson", stem=stem), words=_("Kembali ke pelajaran"),
    )  # fmt: skip


def senses(lesson: Lesson, audience: Audience) -> Senses:
    """Return which questions `audience` can answer without hearing, and which without sight."""
    questions = asked(lesson, audience)

    def free(needs: Callable[[Question], bool]) -> tuple[int, ...]:
        return tuple(at for at, one in enumerate(questions, 1) if not needs(one))

    return Senses(audience, len(questions), free(needs_hearing), free(needs_sight))


def _sound(lesson: Lesson) -> str:
    """Tell how much sound a learner fetches who hears all of a lesson: of the longer reading."""
    facts = site().facts()
    heaviest = max(
        (site().scales.weigh(lesson, audience, facts) for audience in lesson.audiences),
        key=lambda weight: weight.bytes,
    )
    return _(
        "Semua suaranya: {size} MB, {minutes} menit. Yang belum diputar belum diunduh.",
        size=format_number(round(Fraction(heaviest.megabytes), 1), language()),
        minutes=round(heaviest.seconds / 60),
    )


def _reviews(lesson: Lesson) -> list[tuple[str, str]]:
    """Return what people reviewed, and when; a review that has no word is told as it is written."""
    known = {"bahasa": _("bahasa"), "hukum": _("hukum"), "perlindungan": _("perlindungan")}
    return [
        (known.get(what, what), _("belum") if when == "–" else when)
        for what, when in lesson.meta.reviewed
    ]


def _reading(stem: str) -> Lesson:
    """Return a lesson in the tutor's language, else in Indonesian."""
    found = site().shelf.current.lesson(stem, language())
    if found is None:
        abort(404)
    return found
