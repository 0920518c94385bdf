"""A version as child and adult will meet it."""

from uuid import UUID

from flask import render_template, url_for
from werkzeug.wrappers import Response

from elearn.web.author import author, showing
from elearn.web.author.gate import draft_or_404


@author.get("/naskah/<uuid:draft_id>/lihat/<audience>/")
def look(draft_id: UUID, audience: str) -> str:
    """Open the lesson as this audience will."""
    return showing.lesson_page(draft_or_404(draft_id).lesson, audience)


@author.post("/naskah/<uuid:draft_id>/lihat/<audience>/")
def try_answer(draft_id: UUID, audience: str) -> Response:
    """Mark an answer; nothing is kept."""
    return showing.answered(draft_or_404(draft_id).lesson, audience)


@author.get("/naskah/<uuid:draft_id>/lihat/<audience>/jawaban/coba")
def told(draft_id: UUID, audience: str) -> str:
    """Tell how the answer was."""
    return showing.feedback_page(draft_or_404(draft_id).lesson, audience)


@author.get("/naskah/<uuid:draft_id>/lihat/<audience>/selesai")
def end(draft_id: UUID, audience: str) -> str:
    """Say that this was only a look."""
    showing.composed(draft_or_404(draft_id).lesson, audience)
    return render_template("penulis/selesai.html", back=url_for("author.draft", draft_id=draft_id))
