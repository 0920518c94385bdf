"""Learners who left, and who came back with all that they did."""

from uuid import UUID

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from elearn.accounts import archive as archives
from elearn.accounts import staff
from elearn.accounts.policy import Action, Thing
from elearn.web import guards
from elearn.web.site import site
from elearn.web.tutor import tutor, words
from elearn.web.tutor.gate import class_or_404, learner_or_404, teacher


@tutor.get("/kelompok/<uuid:class_id>/arsip")
def archive_list(class_id: UUID) -> str:
    """List who left a class."""
    klass = class_or_404(class_id)
    with site().store.reading() as session:
        found = archives.archived(session, class_id)
    return render_template(
        "tutor/arsip.html", klass=klass, rows=[(one, words.moment(one.at)) for one in found],
        back=url_for("tutor.klass", class_id=class_id),
    )  # fmt: skip


@tutor.post("/orang/<uuid:person_id>/arsip")
def archive(person_id: UUID) -> Response:
    """Take a learner off the lists; her history stays."""
    learner = learner_or_404(person_id)
    member, now = teacher(), site().now()
    with site().store.writing() as session:
        archives.archive(session, person_id, member.staff_id, now)
        staff.note(session, member.staff_id, "archived", now, person_id, learner.class_id)
    return redirect(url_for("tutor.archive_list", class_id=learner.class_id), 303)


@tutor.post("/orang/<uuid:person_id>/kembali")
def restore(person_id: UUID) -> Response:
    """Take somebody back with all that she did."""
    member, now = teacher(), site().now()
    with site().store.reading() as session:
        class_id = archives.class_of(session, person_id)
    guards.demand(Action.TEACH_CLASS, Thing(class_id=class_id), missing=True)
    if class_id is None:
        abort(404)
    with site().store.writing() as session:
        archives.restore(session, person_id, member.staff_id, now)
        staff.note(session, member.staff_id, "restored", now, person_id, class_id)
    return redirect(url_for("tutor.klass", class_id=class_id), 303)
