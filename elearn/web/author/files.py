"""Pictures and recordings for a lesson: given with nothing but a browser, listed, removed."""

from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import staff
from elearn.authoring import drafts, own_files
from elearn.authoring.judging import Judged
from elearn.content.faults import told
from elearn.content.own import MISSING
from elearn.content.prepared import LARGEST, RefusedError
from elearn.web.author import author
from elearn.web.author.gate import draft_or_404, writer
from elearn.web.i18n import gettext as _
from elearn.web.site import site


@author.post("/naskah/<uuid:draft_id>/berkas")
def give_file(draft_id: UUID) -> Response | tuple[str, int]:
    """Keep a picture or a recording beside this lesson."""
    judged, member = draft_or_404(draft_id), writer()
    file = request.files.get("berkas")
    raw = file.read(LARGEST + 1) if file is not None else b""
    if file is not None:
        file.close()                 # larger ones lie in a temporary file
    name = request.form.get("nama", "").strip() or (file.filename if file else "") or ""
    if not raw:
        return _refused(draft_id, _("Pilih gambar atau rekaman dulu."))
    try:
        kept = own_files.given(
            site().settings.data, site().shelf.current.around, judged.named.subject, name, raw
        )
    except RefusedError as error:
        return _refused(draft_id, told(error.fault, _))
    with site().store.writing() as session:
        staff.note(session, member.staff_id, "kept a file", site().now(), about=draft_id)
    site().shelf.refresh()
    return redirect(url_for("author.draft", draft_id=draft_id, berkas=kept) + "#berkas", 303)


@author.post("/naskah/<uuid:draft_id>/berkas/hapus")
def drop_file(draft_id: UUID) -> Response | tuple[str, int]:
    """Remove a file that no published lesson names."""
    judged, member = draft_or_404(draft_id), writer()
    subject = judged.named.subject
    with site().store.reading() as session:
        sources = [one.source for one in drafts.published(session) if one.subject == subject]
    try:
        if not own_files.dropped(
            site().settings.data, subject, request.form.get("nama", ""), sources
        ):
            abort(404)
    except RefusedError as error:
        return _refused(draft_id, told(error.fault, _))
    with site().store.writing() as session:
        staff.note(session, member.staff_id, "removed a file", site().now(), about=draft_id)
    site().shelf.refresh()
    return redirect(url_for("author.draft", draft_id=draft_id) + "#berkas", 303)


def missing(judged: Judged) -> list[str]:
    """Return the files that a lesson names and nobody has given, each once."""
    named = (str(one.values["file"]) for one in judged.faults if one.message in MISSING)
    return [*dict.fromkeys(named)]


def _refused(draft_id: UUID, why: str) -> tuple[str, int]:
    back = url_for("author.draft", draft_id=draft_id)
    return render_template("penulis/berkas-belum.html", why=why, back=back), 422
