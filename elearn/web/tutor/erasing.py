"""All that is kept of a learner, to take along; and her erasure, after her name was typed."""

from uuid import UUID

from flask import Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from elearn.learning.silence import silent
from elearn.teaching.erase import erase
from elearn.teaching.export import as_json, export
from elearn.web.i18n import gettext as _
from elearn.web.site import site
from elearn.web.tutor import tutor
from elearn.web.tutor.gate import learner_or_404, teacher


@tutor.get("/orang/<uuid:person_id>/data.json")
def data(person_id: UUID) -> Response:
    """Give everything that is kept of one learner."""
    learner_or_404(person_id)
    catalogue = site().shelf.current
    with site().store.reading() as session:
        whole = as_json(export(session, person_id, lambda stem: silent(catalogue, stem)))
    answer = Response(whole, mimetype="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="data-{person_id}.json"'
    return answer


@tutor.get("/orang/<uuid:person_id>/hapus")
def erasure(person_id: UUID) -> str:
    """Say what would go, and ask for her name. Changes nothing."""
    return render_template("tutor/hapus.html", learner=learner_or_404(person_id), typed="")


@tutor.post("/orang/<uuid:person_id>/hapus")
def erase_learner(person_id: UUID) -> AnyResponse | tuple[str, int]:
    """Erase her, if her name was typed; nothing brings her back."""
    learner = learner_or_404(person_id)
    typed = request.form.get("nama", "")
    if typed.strip().casefold() != learner.name.strip().casefold():
        fault = _("Nama belum sama. Tulis persis: {name}", name=learner.name)
        page = render_template(
            "tutor/hapus.html", learner=learner, typed=typed, faults=[("nama", fault)]
        )
        return page, 422
    by = teacher().staff_id
    with site().store.writing() as session:
        erase(session, person_id, by, site().now())
    site().store.scrub()
    return redirect(url_for("tutor.klass", class_id=learner.class_id), 303)
