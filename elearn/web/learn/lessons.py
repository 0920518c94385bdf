"""A lesson: one page of steps and questions, the same bytes for all of an audience and draw."""

from flask import render_template, request
from werkzeug.wrappers import Response

from elearn.content.values import Page
from elearn.learning import versions
from elearn.store import CannotStoreError
from elearn.web.i18n import language
from elearn.web.learn import learn
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
    draw = draw_for(seat, site().today())
    facts = site().facts()
    key = (opened.version, signed.age_band, draw, language(), facts.mark)

    def composed() -> Page:
        return page(opened, signed.age_band, draw, site().narrator, facts)

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
        sheet = site().sheets.get(key, remember_and_render)
    except CannotStoreError:        # it is read all the same; kept as soon as its source can be
        sheet = Sheet.of(render())
    return sheet.response(request, kept=not opened.meta.sensitive)
