"""A learner is taken into a class, with a yes; her pictures are shown this once."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn import teaching
from elearn.accounts import people, staff
from elearn.accounts.identity_pictures import ANIMALS, THINGS
from elearn.store.tables import AgeBand
from elearn.teaching.classes import free_picture
from elearn.web import auth
from elearn.web.i18n import gettext as _
from elearn.web.site import site
from elearn.web.tutor import tutor
from elearn.web.tutor.codes import shown_once
from elearn.web.tutor.gate import class_or_404, teacher

LONGEST = 40


@dataclass
class Wanted:
    """What the form says of a new learner."""

    id: str = ""
    name: str = ""
    band: str = ""
    picture: str = ""
    guardian: bool = False
    faults: list[tuple[str, str]] = field(default_factory=list)


@tutor.get("/kelompok/<uuid:class_id>/tambah")
def add_learner_form(class_id: UUID) -> str:
    """Ask who comes."""
    class_or_404(class_id)
    return _form(class_id, Wanted(id=str(uuid4())))


@tutor.post("/kelompok/<uuid:class_id>/tambah")
def add_learner(class_id: UUID) -> Response | str | tuple[str, int]:
    """Take somebody in, once: a second post of the same form makes no second person."""
    class_or_404(class_id)
    member = teacher()
    wanted = _wanted()
    person_id = auth.parse_id(wanted.id)
    if wanted.faults or person_id is None:
        wanted.id = wanted.id if person_id else str(uuid4())
        return _form(class_id, wanted), 422
    band: AgeBand = "anak" if wanted.band == "anak" else "dewasa"
    now = site().now()
    with site().store.writing() as session:
        if people.person(session, person_id) is not None:
            return redirect(url_for("tutor.klass", class_id=class_id), 303)
        picture = wanted.picture or free_picture(session, class_id, band)
        person, code = teaching.add_learner(
            session, site().secrets, class_id, wanted.name, picture, band,
            "wali" if band == "anak" else None, now,
            person_id=person_id, recorded_by=member.staff_id if band == "anak" else None,
        )  # fmt: skip
        staff.note(session, member.staff_id, "added a learner", now, person.id, class_id)
    return shown_once(person.id, code=code)


def _wanted() -> Wanted:
    form = request.form
    wanted = Wanted(
        id=form.get("id", ""),
        name=" ".join(form.get("nama", "").split()),
        band=form.get("usia", ""),
        picture=form.get("gambar", ""),
        guardian="wali" in form,
    )
    if not wanted.name:
        wanted.faults.append(("nama", _("Tulis nama panggilannya.")))
    elif len(wanted.name) > LONGEST:
        most = _("Nama ini terlalu panjang. Paling banyak {most} huruf.", most=LONGEST)
        wanted.faults.append(("nama", most))
    if wanted.band not in {"anak", "dewasa"}:
        wanted.faults.append(("anak", _("Pilih anak atau dewasa.")))
    if wanted.picture and wanted.picture not in {**ANIMALS, **THINGS}:
        wanted.faults.append(("gambar", _("Pilih satu gambar dari daftar.")))
    if wanted.band == "anak" and not wanted.guardian:
        told = _("Anak belajar dengan izin wali. Tanya walinya dulu, lalu centang. "
                 "Tanpa izin ia bisa memakai 'Coba dulu'.")
        wanted.faults.append(("wali", told))
    return wanted


def _form(class_id: UUID, wanted: Wanted) -> str:
    return render_template(
        "tutor/tambah.html", class_id=class_id, wanted=wanted, faults=wanted.faults,
        animals=ANIMALS, things=THINGS, back=url_for("tutor.klass", class_id=class_id),
    )  # fmt: skip
