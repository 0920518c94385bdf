"""A lesson is published, and taken back; every version stays."""

from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.authoring import drafts
from elearn.authoring.drafts import PublishError
from elearn.authoring.shelve import shelve
from elearn.web.author import author
from elearn.web.author.gate import draft_or_404, writer
from elearn.web.site import site


@author.post("/naskah/<uuid:draft_id>/terbit")
def publish(draft_id: UUID) -> Response | tuple[str, int]:
    """Let learners meet this version."""
    judged, member = draft_or_404(draft_id), writer()
    back = url_for("author.draft", draft_id=draft_id)
    if judged.lesson is None or judged.faults:
        return redirect(back, 303)
    around = site().shelf.current.around
    try:
        with site().store.writing() as session:
            drafts.publish(
                session, draft_id, judged.lesson, around, member.staff_id, site().now()
            )
    except PublishError as error:
        return render_template("penulis/belum.html", why=str(error), back=back), 422
    _follow()
    site().background.queue.ask(judged.named.stem, judged.named.language)
    return redirect(back, 303)


@author.post("/tarik")
def take_back() -> Response:
    """Take a lesson from the learners' lists; what they answered stays."""
    member = writer()
    stem, language = request.form.get("pelajaran", ""), request.form.get("bahasa", "id")
    with site().store.writing() as session:
        if not drafts.take_back(session, stem, language, member.staff_id, site().now()):
            abort(404)
    _follow()
    return redirect(url_for("author.home"), 303)


def _follow() -> None:
    """Let this process offer what is published now; others follow within a second."""
    shelve(site().store, site().settings.data)
    site().shelf.refresh()
