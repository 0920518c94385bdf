"""The door: who you are, your pictures or PIN, and the way out."""

from math import ceil
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import let_in, people, sessions, sign_in, staff, staff_sessions, turns
from elearn.accounts.devices import Device
from elearn.accounts.policy import Action, Role, Thing
from elearn.messages import LANGUAGES
from elearn.web import auth, cookies, guards
from elearn.web import turns as marks
from elearn.web.account import account
from elearn.web.account.asking import ask, given, not_yet, onward, refusal_of, refused
from elearn.web.learn.given import keep_held
from elearn.web.learn.home import home
from elearn.web.next_url import same_site
from elearn.web.site import site

NAMES_A_PAGE = 6
STAFF_HOMES = {Role.TUTOR: "/tutor/", Role.ADMIN: "/tutor/", Role.AUTHOR: "/penulis/",
               Role.PARTNER: "/mitra/"}


@account.get("/")
def start() -> Response | str:
    """Home for who is signed in, else names on an enrolled device, else the welcome page."""
    signed = auth.me()
    if signed is not None:
        return home() if signed.agreed else redirect(url_for("account.consent"), 303)
    member = auth.staff()
    if member is not None:
        return redirect(STAFF_HOMES[member.role], 303)
    enrolled = auth.device()
    if enrolled is None:
        demo_open = guards.allowed(Action.TRY_DEMO)
        return render_template("akun/belum-terdaftar.html", demo=demo_open)
    return _names(enrolled)


def _names(enrolled: Device) -> str:
    """List the learners of this device's class; where it goes round, who has had no turn first."""
    had: frozenset[UUID] = frozenset()
    with site().store.reading() as session:
        learners = people.learners(session, enrolled.class_id)
        if enrolled.goes_round:
            had = turns.had_one(session, enrolled.class_id, site().midnight())
    learners.sort(key=lambda one: one.person_id in had)
    pages = max(1, ceil(len(learners) / NAMES_A_PAGE))
    page = min(max(1, request.args.get("hal", 1, int)), pages)
    shown = learners[(page - 1) * NAMES_A_PAGE : page * NAMES_A_PAGE]
    return render_template(
        "akun/nama.html", learners=shown, page=page, pages=pages, onward=onward(), had=had,
        passing=f"ganti {site().now():%H%M%S}" if "ganti" in request.args else "",
    )


@account.get("/masuk/<person_id>")
def pictures(person_id: str) -> Response | str:
    """Ask a learner of this device's class for her code. Signs nobody in."""
    learner = _learner_here(person_id)
    with site().store.reading() as session:
        opened = let_in.waiting(session, learner.person_id, site().now()) is not None
    return ask(learner, refusal=None if learner.allowed else not_yet(), opened=opened)


@account.post("/masuk/<person_id>")
def tap(person_id: str) -> Response | str | tuple[str, int]:
    """Take one more picture or figure, or all of them; the last one tries the code.

    A whole code is tried for anybody, so that an unknown learner is refused like a wrong code.
    """
    known, code = auth.parse_id(person_id), given()
    enrolled = auth.device()
    guards.demand(
        Action.SEE_NAME, Thing(class_id=enrolled.class_id if enrolled else None), missing=True
    )
    if known is None or enrolled is None:
        abort(404)
    with site().store.reading() as session:
        learner = people.learner(session, known)
    here = learner if learner and learner.class_id == enrolled.class_id else None
    if here is not None and not here.allowed:
        return ask(here, refusal=not_yet()), 403
    if not code.whole(here):
        return ask(here or _learner_here(person_id), code)
    now = site().now()
    with site().store.writing() as session:
        tried = sign_in.sign_in(
            session, site().secrets, enrolled, known, code.signs, now, code.kind
        )
    if tried.session_token and tried.seat and tried.learner:
        return enter(tried.session_token, tried.seat, agreed=tried.learner.agreed)
    return refused(known, code, refusal_of(tried.outcome, tried.until, now)), 403


@account.post("/masuk/<person_id>/dibukakan")
def enter_let_in(person_id: str) -> Response | tuple[str, int]:
    """Go in without a code, once: the tutor opened the door."""
    learner = _learner_here(person_id)
    enrolled = auth.device()
    assert enrolled is not None  # noqa: S101  # the policy let only an enrolled device through
    with site().store.writing() as session:
        now = site().now()
        by = let_in.take(session, learner.person_id, now) if learner.allowed else None
        tried = sign_in.let_in(session, learner.person_id, enrolled, by, now) if by else None
    if tried is None or tried.session_token is None or tried.seat is None:
        return ask(learner, refusal=None if learner.allowed else not_yet()), 403
    return enter(tried.session_token, tried.seat, agreed=learner.agreed)


@account.post("/keluar")
def leave() -> Response:
    """End the session here and on the server; to hand over is the same with other words."""
    enrolled = auth.device()
    passing = enrolled is not None and (enrolled.goes_round or "ganti" in request.form)
    return sign_out(redirect(url_for("account.start", ganti=1 if passing else None), 303))


def sign_out(answer: Response) -> Response:
    """Send `answer` to a browser in which nobody is signed in any more."""
    _end_all()
    for cookie in (cookies.SESSION, cookies.STAFF, cookies.CARD):
        cookies.clear(answer, cookie)
    marks.over(answer)
    return answer


@account.post("/bahasa")
def choose_language() -> Response:
    """Speak another language from now on."""
    language = request.form.get("bahasa", "id")
    if language not in LANGUAGES:
        abort(400)
    signed = auth.me()
    if signed is not None:
        with site().store.writing() as session:
            people.set_preference(session, signed.person_id, language=language)
    member = auth.staff()
    if member is not None:
        with site().store.writing() as session:
            staff.set_language(session, member.staff_id, language)
    answer = redirect(same_site(request.form.get("kembali")), 303)
    cookies.write(answer, cookies.LANGUAGE, language)
    return answer


def _learner_here(person_id: str) -> people.Learner:
    known = auth.parse_id(person_id)
    if known is None:
        abort(404)
    with site().store.reading() as session:
        learner = people.learner(session, known)
    guards.demand(
        Action.SEE_NAME, Thing(class_id=learner.class_id if learner else None), missing=True
    )
    if learner is None:
        abort(404)
    return learner


def enter(token: str, seat: str, *, agreed: bool = True) -> Response:
    """Let her in, store what she had answered after her last session ended, and go on.

    Before she `agreed` nothing is stored. Whoever was signed in on this browser, learner or staff,
    is signed out: it is hers now, and no page of another's is opened.
    """
    going = onward()
    if going.startswith("/b/") and not going.startswith(f"/b/{seat}/"):
        going = ""
    told = keep_held(seat) if agreed else ""
    if going and told.startswith(going):        # she comes back to what she had answered
        going = told
    answer = redirect(going or url_for("account.start"), 303)
    _end_all()
    for cookie in (cookies.STAFF, cookies.CARD):    # a card that somebody showed here and left
        cookies.clear(answer, cookie)
    cookies.write(answer, cookies.SESSION, token)
    marks.over(answer)
    return answer


def _end_all() -> None:
    """End the sessions of whoever is signed in on this browser."""
    token, staff_token = (cookies.read(request, one) for one in (cookies.SESSION, cookies.STAFF))
    if token or staff_token:
        with site().store.writing() as session:
            if token:
                sessions.end(session, token, site().now())
            if staff_token:
                staff_sessions.end(session, staff_token, site().now())
