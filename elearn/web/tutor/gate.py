"""Who comes into the tutor's pages, and which class and learner she may see."""

from urllib.parse import urlencode
from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import people, staff, staff_sessions
from elearn.accounts.people import Learner
from elearn.accounts.policy import Action, Thing
from elearn.accounts.staff_sessions import StaffSigned
from elearn.store import tables
from elearn.web import auth, cookies, guards
from elearn.web.site import site


def teacher() -> StaffSigned:
    """Return the tutor (or operator) who is signed in; send nobody to the staff's door."""
    member = _member()
    guards.demand(Action.TEACH)
    return member


def class_or_404(class_id: UUID) -> tables.Class:
    """Return a class of hers; a class of somebody else's is not even there."""
    _member()
    guards.demand(Action.TEACH_CLASS, Thing(class_id=class_id), missing=True)
    with site().store.reading() as session:
        found = session.get(tables.Class, class_id)
    if found is None:
        abort(404)
    return found


def learner_or_404(person_id: UUID) -> Learner:
    """Return a learner of a class of hers."""
    _member()
    with site().store.reading() as session:
        learner = people.learner(session, person_id)
    guards.demand(
        Action.TEACH_CLASS, Thing(class_id=learner.class_id if learner else None), missing=True
    )
    if learner is None:
        abort(404)
    return learner


def _member() -> StaffSigned:
    member = auth.staff()
    if member is None:
        abort(sign_in())
    return member


def sign_in() -> Response:
    """Send somebody to the staff's door, and back here afterwards where this page can be read."""
    asked = request.full_path.rstrip("?") if request.method == "GET" else url_for("tutor.home")
    answer = redirect(f"/petugas?{urlencode({'next': asked})}", 303)
    token = cookies.read(request, cookies.STAFF)
    if token:
        _note_ended(token)
        cookies.clear(answer, cookies.STAFF)
    return answer


def _note_ended(token: str) -> None:
    """Write down that somebody went on after her account was closed; once, her cookie goes."""
    with site().store.reading() as session:
        ended = staff_sessions.ended_account(session, token)
    if ended is not None:
        with site().store.writing() as session:
            staff.note(session, ended, "refused: account ended", site().now())
