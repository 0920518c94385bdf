"""Who comes into the tutor's pages, and which class and learner she may see."""

from urllib.parse import urlencode
from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import people
from elearn.accounts.people import Learner
from elearn.accounts.policy import Action, Thing
from elearn.accounts.staff_sessions import StaffSigned
from elearn.store import tables
from elearn.web import auth, guards
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
    return redirect(f"/petugas?{urlencode({'next': asked})}", 303)
