"""A lesson that nobody has published, as the learner will meet it; nothing is ever stored."""

from urllib.parse import urlencode

from flask import abort, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response

from elearn.content.compose import compose
from elearn.content.lesson import Lesson
from elearn.content.values import Audience, Page, QuestionScreen
from elearn.questions import KINDS, raw_answer
from elearn.questions.values import Verdict
from elearn.web.i18n import language, speak_to
from elearn.web.learn.answers import said
from elearn.web.learn.examining import as_written
from elearn.web.learn.pages import after, tells_all
from elearn.web.learn.pages import words as words_to
from elearn.web.site import site

DRAW = 0


def composed(lesson: Lesson | None, audience: str) -> Page:
    """Return the page of an audience; 404 where the lesson has faults or is not meant for it."""
    if lesson is None or audience not in lesson.audiences:
        abort(404)
    wanted: Audience = "anak" if audience == "anak" else "dewasa"
    speak_to(wanted)
    return compose(lesson, wanted, DRAW, site().narrator.say, site().facts())


def lesson_page(lesson: Lesson | None, audience: str) -> str:
    """Render the lesson by the learner's own template; its sounds can be asked for from now on."""
    linked = site().shelf.current.lesson(audience, language())
    if linked is not None:               # a link from lesson to lesson leads here: "../<stem>/"
        return render_template("penulis/tautan.html", title=linked.meta.title)
    page = composed(lesson, audience)
    return render_template("belajar/pelajaran.html", page=page, personal=True, leave=False)


def answered(lesson: Lesson | None, audience: str) -> Response:
    """Mark an answer and say so, to a script as JSON, to a plain form by a page; keep nothing."""
    screen = _asked(composed(lesson, audience), request.form.get("s", ""))
    raw = raw_answer(KINDS[screen.kind], request.form.to_dict(flat=False))
    if request.accept_mimetypes.best == "application/json":
        verdict = _verdict(lesson, screen, raw)
        return jsonify(
            id=request.form.get("id", ""), outcome=verdict.outcome, line=verdict.line
        )
    asked = urlencode({"s": request.form.get("s", ""), "a": raw})
    return redirect(f"{request.path}jawaban/coba?{asked}", 303)


def feedback_page(lesson: Lesson | None, audience: str) -> str:
    """Tell what was right and what was not yet, as a learner without script is told."""
    page = composed(lesson, audience)
    screen = _asked(page, request.args.get("s", ""))
    verdict = _verdict(lesson, screen, request.args.get("a", ""))
    right = verdict.outcome != "wrong"
    words = words_to(screen, verdict.line, verdict.canonical, right=right)
    return render_template(
        "belajar/jawaban.html",
        page=page, screen=screen, words=words, attempt=1, base="../",
        after=after(page, screen), resumes=page.meta.test, whole=tells_all(screen, 1),
        outcome=_told(page, said(verdict.outcome, verdict.canonical)),
    )  # fmt: skip


def _told(page: Page, outcome: str) -> str:
    """Return what the learner will be told: in a sensitive lesson or a test nothing is marked."""
    if outcome == "unclear" or not (page.meta.sensitive or page.meta.test):
        return outcome
    return "kept" if page.meta.test else "heard"


def _verdict(lesson: Lesson | None, screen: QuestionScreen, raw: str) -> Verdict:
    if lesson is not None and lesson.meta.test:
        raw = as_written(screen, raw)
    return KINDS[screen.kind].mark(screen.key, raw)


def _asked(page: Page, said: str) -> QuestionScreen:
    code, _, rest = said.partition("~")
    draw = rest.partition("~")[0]
    found = page.question(code, int(draw)) if draw.isdecimal() and len(draw) < 6 else None
    if not isinstance(found, QuestionScreen):
        abort(400)
    return found
