"""The tutor's first page: who needs her first, each with one reason and one deed."""

from uuid import UUID

from flask import render_template, request

from elearn.teaching.attention import who_first
from elearn.web.i18n import gettext as _
from elearn.web.site import site
from elearn.web.tutor import tutor, words
from elearn.web.tutor.gate import class_or_404

DOOR = frozenset({"stopped", "held"})
LOOK = frozenset({"stuck", "overdue", "again"})


@tutor.get("/kelompok/<uuid:class_id>")
def klass(class_id: UUID) -> str:
    """Show the learners of a class, the most urgent first."""
    found = class_or_404(class_id)
    with site().store.reading() as session:
        rows = who_first(
            session, site().shelf.current, class_id, site().now(), site().settings.timezone
        )
    opened = request.args.get("dibuka")
    name = next((row.learner.name for row in rows if str(row.learner.person_id) == opened), "")
    return render_template(
        "tutor/kelompok.html",
        notice=_("{name} boleh masuk. Ia ketuk namanya dalam 10 menit.", name=name) if name else "",
        klass=found,
        rows=[
            (row.learner, words.why(row.need), row.need.reason in DOOR, row.need.reason in LOOK)
            for row in rows
        ],
    )
