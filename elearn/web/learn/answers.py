"""An answer arrives: marked again here, stored once, acknowledged only after the commit."""

from urllib.parse import urlencode
from uuid import UUID

from flask import Response as FlaskResponse
from flask import abort, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import seats
from elearn.accounts.policy import Action, Thing
from elearn.accounts.seats import Seat
from elearn.accounts.sessions import Signed
from elearn.content.values import Page, QuestionScreen
from elearn.learning import answers as ledger
from elearn.learning import held
from elearn.learning.attempts import Attempt
from elearn.learning.silence import silent
from elearn.mastery.evidence import PLACEMENT
from elearn.questions.tugas import DONE
from elearn.teaching import guests
from elearn.web import auth, guards, turns
from elearn.web.cross_site import own_key_post
from elearn.web.learn import learn, practice, practising
from elearn.web.learn.given import (
    Given,
    found_on,
    lesson_of,
    never_kept,
    practised_on,
    store,
    understand,
)
from elearn.web.learn.pages import after, tells_all
from elearn.web.learn.pages import words as words_to
from elearn.web.learn.seats import lesson_or_404, other_person, seated
from elearn.web.site import site


@learn.post("/b/<seat>/<stem>/")
@own_key_post
def answer(seat: str, stem: str) -> Response:
    """Mark and store an answer; say so as JSON to a script, as a page to a plain form."""
    admitted = _admitted(seat, stem)
    if isinstance(admitted, Response):
        return admitted
    place, signed = admitted
    given = understand(stem, signed.age_band, request.form.to_dict(flat=False))
    if given is None:
        return _problem(400, "soal-tidak-ada") if _wants_json() else abort(400)
    if given.silent:
        return _heard(stem, signed, given)
    if given.verdict.outcome == "unclear":
        return _unclear(given, signed)
    with site().store.writing(signed.person_id) as session:
        stored = store(session, place, given)
    if _wants_json() and given.page.meta.test:
        return jsonify(id=str(stored))          # how it was is told at the end
    if _wants_json():
        return jsonify(id=str(stored), outcome=given.verdict.outcome, line=given.verdict.line)
    return redirect(url_for("learn.feedback", seat=seat, stem=stem, answer_id=stored), 303)


def _admitted(key: str, stem: str) -> tuple[Seat, Signed] | Response:
    """Return the seat an answer was given at and its learner, else what to say instead.

    A browser's outbox keeps an answer that is refused here.
    """
    place = _place(key)
    if place is None:
        return _problem(410, "tidak-terdaftar") if _wants_json() else abort(404)
    signed = auth.me()
    if _wants_json() and turns.others(key, script=True):
        return _problem(403, "bukan-dia")        # a tap of somebody else's on a page of hers
    if signed is None or not guards.allowed(Action.SIT, Thing(owner=place.person_id)):
        return _late(key, stem, signed)
    return place, signed


def _place(key: str) -> Seat | None:
    """Return the seat an answer was given at; None for a key that nobody has.

    A device may have been withdrawn while answers waited on it, and nobody can sign in at that seat
    any more: its learner may, elsewhere on the same browser, and then they are hers as before.
    """
    signed = auth.me()
    if signed is not None and signed.seat == key:
        return Seat(key, signed.person_id, signed.device_id)     # no second look
    with site().store.reading() as session:
        return seats.seat(session, key, withdrawn=_wants_json() and signed is not None)


@learn.get("/b/<seat>/<stem>/jawaban/<uuid:answer_id>")
def feedback(seat: str, stem: str, answer_id: UUID) -> str:
    """Tell kindly what was right and what was not yet, and ask again.

    In a test only that the answer is kept.
    """
    signed = seated(seat)
    with site().store.reading() as session:
        attempt = ledger.attempt(session, signed.person_id, answer_id)
    if attempt is None or _address_of(attempt) != stem or attempt.occasion == PLACEMENT:
        abort(404)       # what was right in placement is told nobody
    found = None if silent(site().shelf.current, attempt.lesson) else _found(attempt, signed)
    if found is None:
        abort(404)
    outcome = "kept" if found[0].meta.test else said(attempt.outcome, attempt.raw)
    canonical = attempt.canonical
    return _told(*found, outcome, attempt.line, attempt.try_number, canonical=canonical,
                 on=practice.after(signed, attempt.code) if stem == practising.STEM else "")


def _address_of(attempt: Attempt) -> str:
    """Return what stands for the lesson in the addresses of an answer."""
    return practising.STEM if attempt.occasion == "latihan" else attempt.lesson


def _found(attempt: Attempt, signed: Signed) -> tuple[Page, QuestionScreen] | None:
    """Return the page on which an answer was given, and its screen there."""
    lesson = lesson_of(attempt.version)
    if lesson is None:
        return None
    asked = (lesson, signed.age_band, attempt.code, attempt.draw)
    if attempt.occasion == "latihan":
        return practised_on(*asked)
    return found_on(*asked, quiet=signed.quiet) or found_on(*asked)


def _late(seat: str, stem: str, signed: Signed | None) -> Response:
    """Take in an answer of somebody who is not signed in any more, or not at all.

    What a script sends with the mark of her own turn is stored as hers; nothing is told of it to
    whoever holds the device now.
    """
    if not _wants_json():
        anothers = signed is not None or turns.others(seat, script=False)
        return other_person() if anothers else _signed_out(seat, stem)
    holder = turns.late(seat)
    if holder is None:                           # the browser's outbox keeps it until she is back
        return _problem(409, "ganti-orang") if signed else _problem(401, "masuk-lagi")
    given = understand(stem, holder.age_band, request.form.to_dict(flat=False))
    if given is None:
        return _problem(400, "soal-tidak-ada")
    if given.silent:
        return jsonify(id=str(given.claimed_id or ""))
    if given.verdict.outcome == "unclear":
        return _problem(422, "belum-jelas")
    with site().store.writing(holder.seat.person_id) as session:
        stored = store(session, holder.seat, given)
        guests.pass_on(session, holder.seat.person_id)
    return jsonify(id=str(stored))


def _signed_out(seat: str, stem: str) -> Response:
    if not never_kept(stem, request.form.to_dict(flat=False)):
        body = urlencode(list(request.form.items(multi=True))).encode()
        with site().store.writing() as session:
            held.hold(session, seat, request.path, body, site().now())
    return redirect(
        url_for("account.start", next=url_for("learn.lesson", seat=seat, stem=stem)), 303
    )


def _heard(stem: str, signed: Signed, given: Given) -> Response:
    """Say what is right, here and now: no row, no address, nothing to come back to.

    A script that still held such an answer is told its id, so that it forgets it; also a page of
    practice from before the lesson became sensitive, which is none to come back to.
    """
    if stem != practising.STEM or not _wants_json():
        lesson_or_404(stem, signed)
    if _wants_json():
        return jsonify(id=str(given.claimed_id or ""))
    unclear = given.verdict.outcome == "unclear"
    told = _told(
        given.page, given.screen, "unclear" if unclear else "heard", given.verdict.line, 0, "./"
    )
    return FlaskResponse(told)


def _unclear(given: Given, signed: Signed) -> Response:
    if _wants_json():
        return _problem(422, "belum-jelas")
    on = practice.after(signed, given.screen.code) if given.occasion == "latihan" else ""
    return FlaskResponse(
        _told(given.page, given.screen, "unclear", None, given.try_number - 1, "./", on=on)
    )


def _told(
    asked: Page, screen: QuestionScreen, outcome: str, line: int | None, attempt: int,
    base: str = "../", canonical: str = "", on: str = "",
) -> str:  # fmt: skip
    """Render what is told of an answer; `base` is the way from this page to the lesson.

    `on` is the anchor of what follows, where the page itself does not know.
    """
    words = words_to(screen, line, canonical, right=outcome != "wrong")
    return render_template(
        "belajar/jawaban.html",
        page=asked, screen=screen, outcome=outcome, words=words, attempt=attempt,
        whole=tells_all(screen, attempt), after=on or after(asked, screen),
        resumes=bool(on) or asked.meta.test, base=base,
    )


def said(outcome: str, raw: str) -> str:
    """Return what is told of an answer: of a task also whether she has compared hers."""
    return "compared" if outcome == "given" and raw != DONE else outcome


def _wants_json() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _problem(status: int, code: str) -> Response:
    answer = jsonify(error=code)
    answer.status_code = status
    return answer
