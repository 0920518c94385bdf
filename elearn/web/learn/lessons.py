"""A lesson: one page, the same bytes for all of an audience, draw, language and settings."""

from datetime import timedelta

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

from elearn.accounts.sessions import Signed
from elearn.content.lesson import Lesson
from elearn.content.values import Page
from elearn.learning import versions
from elearn.store import CannotStoreError
from elearn.web import thrift
from elearn.web.i18n import language
from elearn.web.learn import examining, learn
from elearn.web.learn.pages import draw_for, page
from elearn.web.learn.seats import lesson_or_404, seated
from elearn.web.sheets import Sheet
from elearn.web.site import site


@learn.get("/b/<seat>/<stem>/")
def lesson(seat: str, stem: str) -> Response:
    """Open a lesson under a seat; 304 if the browser has this very page.

    A sensitive lesson is kept by no browser.
    """
    signed = seated(seat)
    opened = lesson_or_404(stem, signed)
    if opened.meta.test and "di" not in request.args and (on := _go_on(opened, signed)):
        return redirect(on, 303)
    sheet = sheet_of(opened, signed, _draw(opened, signed))
    return sheet.response(request, kept=not opened.meta.sensitive)


def _draw(opened: Lesson, signed: Signed) -> int:
    """Return the draw of today; with ?besok that of tomorrow, for a phone that keeps both.

    Nobody sees the questions of a test before its day.
    """
    ahead = "besok" in request.args and not opened.meta.test
    return draw_for(signed.seat, site().today() + timedelta(days=ahead))


def sheet_of(opened: Lesson, signed: Signed, draw: int) -> Sheet:
    """Return the page of a lesson as this learner meets it in `draw`; its source is remembered."""
    facts = site().facts()
    key = (opened.version, signed.age_band, draw, language(), facts.mark,
           signed.large_text, signed.contrast, signed.quiet, signed.voice, site().narrator.epoch,
           thrift.saving())

    def composed() -> Page:
        return page(opened, signed.age_band, draw, site().narrator, facts, signed.quiet)

    def render() -> str:
        return render_template(
            "belajar/pelajaran.html", page=composed(), personal=opened.meta.sensitive,
            leave=True,
        )

    def remember_and_render() -> str:
        with site().store.writing() as session:
            versions.remember(session, opened)
            if composed().facts:
                versions.remember_facts(session, facts.facts)
        return render()

    try:
        return site().sheets.get(key, remember_and_render)
    except CannotStoreError:        # it is read all the same; kept as soon as its source can be
        return Sheet(render())


def _go_on(test: Lesson, signed: Signed) -> str:
    """Return where a test that was begun today goes on: a question, or its end; "" if it was not.

    The page is the same for everybody, so that the address says where she is.
    """
    sat = examining.today(test, signed)
    if not sat.tries and not sat.waiting:
        return ""
    if not sat.left:
        return "selesai"
    return f"?di={sat.left[0].anchor}#{sat.left[0].anchor}"
