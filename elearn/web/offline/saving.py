"""Simpan pelajaran: what a learner keeps on this phone, and what each of it is made of."""

from collections.abc import Sequence
from fractions import Fraction

from flask import abort, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts.sessions import Signed
from elearn.content.catalogue import SUBJECTS
from elearn.content.lesson import Lesson
from elearn.language.numbers import format_number
from elearn.learning.progress import Progress
from elearn.web import auth
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.learn.home import LESSONS_A_PAGE
from elearn.web.learn.mine import guest, look, signed_in
from elearn.web.learn.practising import STEM as PRACTICE
from elearn.web.learn.rows import row
from elearn.web.learn.seats import lesson_or_404
from elearn.web.learn.today import practice_in, practice_today
from elearn.web.offline import keeping, offline
from elearn.web.offline.scope import SHELL, scope_for, scope_of
from elearn.web.site import site

PAGES = 60_000
"""Bytes of the pages, drawings, styles and scripts of a lesson, beside its sound."""

MOST = 200
"""Saved things that are asked about at once."""

_HALF = 500_000


@offline.get("/simpan")
def page() -> Response | str:
    """Offer to keep a lesson, or those of a page of a subject, or the next one; list what is kept.

    What is on the phone only its script knows.
    """
    signed = signed_in()
    if guest(signed):
        return redirect("/", 303)        # a visitor's seat ends with her visit
    if not signed.agreed:
        return redirect(url_for("account.consent"), 303)
    looked = look(signed)
    lessons = [one for one in _asked_for(looked.progress, signed) if not one.meta.sensitive]
    practice = practice_in(looked).items if not _chosen() else ()
    weights = {one.stem: _weight(one, signed) for one in lessons}
    return render_template(
        "belajar/simpan.html",
        offered=[(row(one, signed), one.stem, scope_for(one, signed)) for one in lessons],
        practice=bool(practice), weights=weights, seat=signed.seat, scope=scope_of(signed),
        size=in_megabytes(sum(weights.values())) if weights else "",
    )


def _chosen() -> bool:
    return "pelajaran" in request.args or "ranah" in request.args


def _asked_for(made: Progress, signed: Signed) -> Sequence[Lesson]:
    """Return the lessons that are offered: of a page of a subject, one by name, else the next."""
    name = request.args.get("ranah")
    if name in SUBJECTS:
        page = max(1, request.args.get("hal", 1, int))
        lessons = [one for one in made.lessons if one.subject == name]
        return lessons[(page - 1) * LESSONS_A_PAGE : page * LESSONS_A_PAGE]
    if stem := request.args.get("pelajaran"):
        return [lesson_or_404(stem, signed)]
    onward = made.onward()
    return [onward] if onward else []


def _weight(lesson: Lesson, signed: Signed) -> int:
    return site().scales.about(lesson, signed.age_band, site().facts()) + PAGES


def in_megabytes(size: int) -> str:
    """Tell a size in words that can be said, by half megabytes."""
    halves = max(1, round(size / _HALF))
    return _("Kira-kira {size} mega.", size=format_number(Fraction(halves, 2), language()))


@offline.get("/simpan/<what>.json")
def parts(what: str) -> Response:
    """Tell what a saved lesson (or the practice, or the shell) is made of. 404 if it is sensitive.
    """
    signed = _saver()
    if isinstance(signed, Response):
        return signed
    return jsonify(_kept(what, signed).told())


def _kept(what: str, signed: Signed) -> keeping.Kept:
    if what == SHELL:
        return keeping.shell(signed)
    if what == PRACTICE:
        today = practice_today(signed)
        return keeping.practice(today, signed) if today.items else abort(404)
    lesson = lesson_or_404(what, signed)
    return keeping.lesson(lesson, signed) if not lesson.meta.sensitive else abort(404)


@offline.get("/simpan.json")
def marks() -> Response:
    """Tell how what she keeps would be made now: `p` are stems, `b` how many bytes it weighs."""
    signed = _saver()
    if isinstance(signed, Response):
        return signed
    asked = request.args.getlist("p")[:MOST]
    lost = _("Simpanan di HP ini hilang. Ketuk untuk menyimpan lagi.")
    size = in_megabytes(request.args.get("b", 0, int))
    return jsonify(
        seat=signed.seat, scope=scope_of(signed),
        marks={what: mark for what in asked if (mark := _mark(what, signed))},
        lost=[lost, site().voice.say(lost, language())],
        size=[size, site().voice.say(size, language())],
    )


def _mark(what: str, signed: Signed) -> str:
    """Return the mark that `what` has now, "" where it may not be kept any more."""
    if what == SHELL:
        return keeping.shell_mark(signed)
    if what == PRACTICE:
        today = practice_today(signed)
        return keeping.practice_mark(today, signed) if today.items else ""
    lesson = site().shelf.current.lesson(what, signed.reads)
    if lesson is None or lesson.meta.sensitive or signed.age_band not in lesson.audiences:
        return ""
    return keeping.lesson_mark(lesson, signed)


def _saver() -> Signed | Response:
    """Return the learner whose phone asks; else the answer that a script understands."""
    signed = auth.me()
    if signed is not None and signed.agreed and not guest(signed):
        return signed
    answer: Response = jsonify(error="masuk-lagi")
    answer.status_code = 401
    return answer


