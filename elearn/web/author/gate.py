"""Who comes to the author's desk."""

from urllib.parse import urlencode
from uuid import UUID

from flask import abort, redirect, request

from elearn.accounts.policy import Action
from elearn.accounts.staff_sessions import StaffSigned
from elearn.authoring import drafts
from elearn.authoring.judging import Judged, judge
from elearn.web import auth, guards
from elearn.web.site import site


def writer() -> StaffSigned:
    """Return the author who is signed in; send nobody to the staff's door."""
    member = auth.staff()
    if member is None:
        asked = request.full_path.rstrip("?") if request.method == "GET" else "/penulis/"
        abort(redirect(f"/petugas?{urlencode({'next': asked})}", 303))
    guards.demand(Action.WRITE)
    return member


def draft_or_404(draft_id: UUID) -> Judged:
    """Return a kept version, read anew among the lessons of now."""
    writer()
    with site().store.reading() as session:
        found = drafts.source(session, draft_id)
    if found is None:
        abort(404)
    return judge(found[1], found[0], site().shelf.current, site().ear)
