"""Who tried without a name lately; a tutor gives such a sitting to a learner of hers."""

from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import staff
from elearn.accounts.policy import Role
from elearn.teaching import guests, hers
from elearn.web import auth
from elearn.web.i18n import gettext as _
from elearn.web.site import site
from elearn.web.tutor import tutor, words
from elearn.web.tutor.gate import learner_or_404, teacher


@tutor.get("/tamu")
def guest_list() -> str:
    """List guests of her classes' devices, and of browsers that belong to no class."""
    return _page([])


@tutor.get("/tamu/<uuid:guest_id>")
def guest(guest_id: UUID) -> str:
    """Ask whose sitting this guest's was."""
    member = teacher()
    with site().store.reading() as session:
        own = [one.id for one in hers.classes(session, _owner())]
        found = next((one for one in guests.recent(session, own, site().now())
                      if one.person_id == guest_id), None)
        if found is None:
            abort(404)
        learners = hers.learners(session, own)
    return render_template(
        "tutor/tamu-siapa.html", guest=found, learners=learners, when=words.moment(found.began),
        member=member,
    )


@tutor.post("/tamu/<uuid:guest_id>")
def give_guest(guest_id: UUID) -> Response | tuple[str, int]:
    """Give a guest's sitting to a learner of hers; twice is once."""
    member = teacher()
    known = auth.parse_id(request.form.get("orang", ""))
    if known is None:
        return _page([("tamu", _("Pilih dulu siapa orangnya."))]), 422
    learner = learner_or_404(known)
    now = site().now()
    with site().store.writing() as session:
        own = {one.id for one in hers.classes(session, _owner())}
        found = guests.guest(session, guest_id, now)
        if found is None or (found.class_id is not None and found.class_id not in own):
            abort(404)
        try:
            guests.give(session, guest_id, known, member.staff_id, now)
        except guests.GiftError:
            abort(404)
        staff.note(session, member.staff_id, "gave a guest's sitting", now, known, learner.class_id)
    return redirect(url_for("tutor.person", person_id=known), 303)


def _page(faults: list[tuple[str, str]]) -> str:
    teacher()
    with site().store.reading() as session:
        own = [one.id for one in hers.classes(session, _owner())]
        found = guests.recent(session, own, site().now())
    return render_template(
        "tutor/tamu.html", guests=[(one, words.moment(one.began)) for one in found], faults=faults
    )


def _owner() -> UUID | None:
    member = teacher()
    return None if member.role is Role.ADMIN else member.staff_id
