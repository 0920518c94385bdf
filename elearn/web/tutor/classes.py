"""A class is made, and called by another name."""

from uuid import UUID

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn import teaching
from elearn.accounts import staff
from elearn.teaching.classes import rename_class
from elearn.teaching.tutors import give_class
from elearn.web.i18n import gettext as _
from elearn.web.site import site
from elearn.web.tutor import tutor
from elearn.web.tutor.gate import class_or_404, teacher

LONGEST = 60


@tutor.get("/kelompok-baru")
def new_class_form() -> str:
    """Ask how the new class is called."""
    teacher()
    return _form("", [])


@tutor.post("/kelompok-baru")
def new_class() -> Response | tuple[str, int]:
    """Make a class of hers; the same name twice from a double tap is one class."""
    member = teacher()
    name = " ".join(request.form.get("nama", "").split())
    if not 0 < len(name) <= LONGEST:
        return _form(name, [("nama", _name_fault(name))]), 422
    with site().store.writing() as session:
        made = teaching.own_class(session, member.staff_id, name, site().now())
        if made is None:
            found = teaching.make_class(session, name, site().now())
            give_class(session, found.id, member.staff_id, site().now())
            staff.note(session, member.staff_id, "made a class", site().now(), class_id=found.id)
            made = found.id
    return redirect(url_for("tutor.klass", class_id=made), 303)


@tutor.get("/kelompok/<uuid:class_id>/atur")
def class_settings(class_id: UUID) -> str:
    """Show what can be set of a class."""
    klass = class_or_404(class_id)
    return _settings(class_id, klass.name, [])


@tutor.post("/kelompok/<uuid:class_id>/atur")
def change_class(class_id: UUID) -> Response | tuple[str, int]:
    """Call a class by another name."""
    class_or_404(class_id)
    name = " ".join(request.form.get("nama", "").split())
    if not 0 < len(name) <= LONGEST:
        return _settings(class_id, name, [("nama", _name_fault(name))]), 422
    with site().store.writing() as session:
        rename_class(session, class_id, name)
    return redirect(url_for("tutor.klass", class_id=class_id), 303)


def _name_fault(name: str) -> str:
    if not name:
        return _("Tulis nama kelompok.")
    return _("Nama ini terlalu panjang. Paling banyak {most} huruf.", most=LONGEST)


def _form(name: str, faults: list[tuple[str, str]]) -> str:
    return render_template(
        "tutor/kelompok-baru.html", name=name, faults=faults, back=url_for("tutor.home")
    )


def _settings(class_id: UUID, name: str, faults: list[tuple[str, str]]) -> str:
    return render_template(
        "tutor/atur.html", class_id=class_id, name=name, faults=faults,
        back=url_for("tutor.klass", class_id=class_id),
    )  # fmt: skip
