"""Placement: a few questions, one at a time, that find a learner's first lesson in each strand.

What is right is told nobody, and no page holds what marks it. Each answer is a row of the log: who
was interrupted goes on with the next question.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts.policy import Action, Thing
from elearn.accounts.seats import Seat
from elearn.accounts.sessions import Signed
from elearn.content.probes import strand_of
from elearn.content.values import Page, QuestionScreen
from elearn.learning import held, rulings, versions
from elearn.learning.silence import reading
from elearn.mastery.evidence import PLACEMENT
from elearn.mastery.placement import Question, next_question
from elearn.web import auth, guards, turns
from elearn.web.cross_site import own_key_post
from elearn.web.learn import learn
from elearn.web.learn.given import Given, lesson_of, never_kept, placing, store
from elearn.web.learn.mine import Looked, guest, look
from elearn.web.learn.pages import draw_for, page
from elearn.web.learn.rows import Row, row
from elearn.web.learn.seats import other_person, owner_of, seated
from elearn.web.site import site


@dataclass(frozen=True, slots=True)
class Asking:
    """A question as placement shows it: alone on its page, numbered by place as in a test."""

    page: Page
    screen: QuestionScreen


@learn.get("/b/<seat>/penempatan/")
def placement(seat: str) -> Response | str:
    """Ask the next question, or lead to the end."""
    looked = look(_learner(seat))
    question = next_question(looked.ladders, looked.log, site().today(), seat)
    asking = _asking(question, looked.signed) if question else None
    if asking is None:
        return redirect(url_for("learn.placed", seat=seat), 303)
    return render_template(
        "belajar/penempatan.html", page=asking.page, screen=asking.screen,
        number=_answered(looked) + 1, again=request.args.get("lagi"),
    )  # fmt: skip


@learn.post("/b/<seat>/penempatan/")
@own_key_post
def answer_placement(seat: str) -> Response:
    """Keep an answer, or that she does not know it yet, or that she has had enough."""
    owner = owner_of(seat)
    signed = auth.me()
    here = url_for("learn.placement", seat=seat)
    if signed is None:
        return other_person() if turns.others(seat, script=False) else _signed_out(seat, here)
    if not guards.allowed(Action.SIT, Thing(owner=owner)):
        return other_person()
    if guest(signed):
        abort(404)
    if "cukup" in request.form:
        return _stop(signed, seat)
    given = placing(signed.age_band, request.form.to_dict(flat=False))
    if given is None or given.silent or strand_of(given.page.stem) is None:
        return redirect(here, 303)           # the lesson has changed: another question
    if given.verdict.outcome == "unclear":
        return redirect(f"{here}?lagi={_lacking(given)}", 303)
    _keep(signed, seat, given)
    return redirect(here, 303)


@learn.get("/b/<seat>/penempatan/selesai")
def placed(seat: str) -> str:
    """End kindly: where she begins, two taps from here."""
    signed = _learner(seat)
    made = look(signed).progress
    lessons = {one.stem: one for one in made.lessons}
    begin = [row(lessons[start.lesson], signed) for start in made.starts if start.lesson in lessons]
    onward = made.onward()
    first: list[Row] = begin or ([row(onward, signed)] if onward else [])
    return render_template("belajar/penempatan-selesai.html", begin=first)


def _learner(seat: str) -> Signed:
    """Return the learner of this seat; nobody who learns without a name is placed."""
    signed = seated(seat)
    if guest(signed):
        abort(404)
    return signed


def _asking(question: Question, signed: Signed) -> Asking | None:
    """Return the page of a question; None where today's lesson does not ask it."""
    lesson = reading(site().shelf.current, question.lesson, signed.reads)
    if lesson is None:
        return None
    draw = draw_for(signed.seat, site().today())
    whole = page(lesson, signed.age_band, draw, site().narrator, site().facts(), signed.quiet)
    screen = next((one for one in whole.questions if one.code == question.question), None)
    if screen is None:
        return None
    as_test = replace(whole, screens=(screen,), meta=replace(whole.meta, test=True))
    return Asking(as_test, screen)


def _answered(looked: Looked) -> int:
    return sum(1 for one in looked.log
               if one.occasion == PLACEMENT and one.day == site().today())


def _lacking(given: Given) -> str:
    """Return what an answer still needs, as the page is told it."""
    if not given.raw.strip(","):
        return "kosong"
    return "jelas" if given.screen.kind in ("isian", "angka") else "lengkap"


def _keep(signed: Signed, seat: str, given: Given) -> None:
    lesson = lesson_of(given.page.version)
    with site().store.writing(signed.person_id) as session:
        if lesson is not None:
            versions.remember(session, lesson)
        if given.page.facts:
            versions.remember_facts(session, site().facts().facts)
        store(session, Seat(seat, signed.person_id, signed.device_id), given)


def _stop(signed: Signed, seat: str) -> Response:
    """Note that she skips placement, or has had enough of it; what she answered counts."""
    with site().store.writing(signed.person_id) as session:
        rulings.skip(session, signed.person_id, site().today(), site().now())
    begun = any(one.occasion == PLACEMENT for one in look(signed).log)
    return redirect(url_for("learn.placed", seat=seat) if begun else "/", 303)


def _signed_out(seat: str, here: str) -> Response:
    if not never_kept(PLACEMENT, request.form.to_dict(flat=False)):
        body = urlencode(list(request.form.items(multi=True))).encode()
        with site().store.writing() as session:
            held.hold(session, seat, request.path, body, site().now())
    return redirect(url_for("account.start", next=here), 303)
