"""The tutor's first page: who needs her first, each with one reason and one deed."""

from uuid import UUID

from flask import render_template, request, url_for

from elearn.teaching.attention import who_first
from elearn.teaching.needs import Need
from elearn.web.i18n import gettext as _
from elearn.web.site import site
from elearn.web.tutor import tutor, words
from elearn.web.tutor.gate import class_or_404
from elearn.web.tutor.tasks import task_address

DOOR = frozenset({"stopped", "held"})
LOOK = frozenset({"stuck", "overdue", "confused", "again"})


def _look(need: Need) -> str:
    """Return where the tutor looks first, "" where she had better ask something of the learner."""
    if need.tasks:
        return task_address(need.person_id, need.tasks[0])
    return url_for("tutor.person", person_id=need.person_id) if need.reason in LOOK else ""


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
            (row.learner, words.why(row.need), row.need.reason in DOOR, _look(row.need))
            for row in rows
        ],
    )
