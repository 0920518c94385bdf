"""The tutor's way in: her only class at once, else the list of her classes."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from elearn.accounts.policy import Role
from elearn.teaching import hers
from elearn.web.site import site
from elearn.web.tutor import tutor
from elearn.web.tutor.gate import teacher


@tutor.get("/")
def home() -> Response | str:
    """Show the classes of a tutor; an operator sees all."""
    member = teacher()
    with site().store.reading() as session:
        owner = None if member.role is Role.ADMIN else member.staff_id
        own = hers.classes(session, owner)
    if len(own) == 1:
        return redirect(url_for("tutor.klass", class_id=own[0].id), 303)
    return render_template("tutor/kelompok-kelompok.html", classes=own)
