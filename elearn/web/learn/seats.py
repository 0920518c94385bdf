"""Whose lesson page this is: the seat key in its address, and the learner who is signed in."""

from uuid import UUID

from flask import abort, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import seats
from elearn.accounts.policy import Action, Role, Thing
from elearn.accounts.sessions import Signed
from elearn.content import sensitive
from elearn.content.lesson import Lesson
from elearn.learning.silence import reading
from elearn.web import auth, guards
from elearn.web.site import site


def seated(key: str) -> Signed:
    """Return the signed-in learner if seat `key` is hers; else send her to where she can go on.

    Nobody signed in -> the start page, and back here afterwards. Somebody else -> a page that says
    that the person has changed. An unknown key -> 404.
    """
    owner = owner_of(key)
    signed = auth.me()
    if signed is None:
        abort(redirect(url_for("account.start", next=request.path), 303))
    if not guards.allowed(Action.SIT, Thing(owner=owner)):
        abort(other_person())
    return signed


def owner_of(key: str) -> UUID:
    """Return whose seat it is; 404 for a key that nobody has."""
    signed = auth.me()
    if signed is not None and signed.seat == key:
        return signed.person_id       # her session row names her seat: no second look
    with site().store.reading() as session:
        seat = seats.seat(session, key)
    if seat is None:
        abort(404)
    return seat.person_id


def other_person() -> Response:
    """Say that somebody else is signed in now; nothing is stored under the wrong name."""
    return make_response(render_template("belajar/ganti-orang.html"), 409)


def lesson_or_404(stem: str, signed: Signed) -> Lesson:
    """Return the lesson as this learner reads it."""
    lesson = reading(site().shelf.current, stem, signed.reads)
    if lesson is None or signed.age_band not in lesson.audiences:
        abort(404)
    if not sensitive.offered(lesson, site().settings.sensitive):
        abort(404)
    if lesson.meta.sensitive and signed.role == Role.GUEST:
        abort(404)       # such a lesson is opened with a name, and a tutor near by
    return lesson
