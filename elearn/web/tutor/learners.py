"""A learner is taken into a class, with a yes; her pictures or PIN are shown this once."""

import secrets
from dataclasses import dataclass
from uuid import UUID, uuid4

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn import teaching
from elearn.accounts import people, staff
from elearn.store.tables import AgeBand
from elearn.teaching.classes import free_pictures, once_more
from elearn.web import auth
from elearn.web.i18n import gettext as _
from elearn.web.site import site
from elearn.web.tutor import tutor
from elearn.web.tutor.codes import shown_once, wanted_kind
from elearn.web.tutor.gate import class_or_404, teacher

LONGEST = 40
Faults = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the form says of a new learner; `id` makes a second post of it harmless."""

    id: UUID
    name: str = ""
    band: str = ""
    picture: str = ""
    guardian: bool = False
    kind: str = "gambar"

    @property
    def age_band(self) -> AgeBand:
        """The age band; an adult's until something is said."""
        return "anak" if self.band == "anak" else "dewasa"


@tutor.get("/kelompok/<uuid:class_id>/tambah")
def add_learner_form(class_id: UUID) -> str:
    """Ask who comes."""
    class_or_404(class_id)
    return _form(class_id, Wanted(uuid4()), [])


@tutor.post("/kelompok/<uuid:class_id>/tambah")
def add_learner(class_id: UUID) -> Response | str | tuple[str, int]:
    """Take somebody in, once: a second post of the same form makes no second person."""
    class_or_404(class_id)
    wanted, kind = _wanted(), wanted_kind()
    faults = _faults(wanted)
    if faults:
        return _form(class_id, wanted, faults), 422
    with site().store.writing() as session:
        if people.person(session, wanted.id) is not None:
            code = once_more(session, site().secrets, class_id, wanted.id, site().now(), kind)
        else:
            free = free_pictures(session, class_id, wanted.age_band)
            picture = wanted.picture or secrets.choice(list(free))
            if picture not in free:
                taken = _("Gambar itu sudah dipakai atau bukan untuk usianya. Pilih yang lain.")
                return _form(class_id, wanted, [("gambar", taken)]), 422
            member, child = teacher().staff_id, wanted.age_band == "anak"
            person, code = teaching.add_learner(
                session, site().secrets, class_id, wanted.name, picture, wanted.age_band,
                "wali" if child else None, site().now(),
                person_id=wanted.id, recorded_by=member if child else None, kind=kind,
            )  # fmt: skip
            staff.note(session, member, "added a learner", site().now(), person.id, class_id)
    if not code:
        return redirect(url_for("tutor.klass", class_id=class_id), 303)
    return shown_once(wanted.id, code=code)


def _wanted() -> Wanted:
    form = request.form
    return Wanted(
        id=auth.parse_id(form.get("id", "")) or uuid4(),
        name=" ".join(form.get("nama", "").split()),
        band=form.get("usia", ""),
        picture=form.get("gambar", ""),
        guardian="wali" in form,
        kind=form.get("jenis", "gambar"),
    )


def _faults(wanted: Wanted) -> Faults:
    faults: Faults = []
    if not wanted.name:
        faults.append(("nama", _("Tulis nama panggilannya.")))
    elif len(wanted.name) > LONGEST:
        most = _("Nama ini terlalu panjang. Paling banyak {most} huruf.", most=LONGEST)
        faults.append(("nama", most))
    if wanted.band not in {"anak", "dewasa"}:
        faults.append(("anak", _("Pilih anak atau dewasa.")))
    elif wanted.age_band == "anak" and not wanted.guardian:
        told = _("Anak belajar dengan izin wali. Tanya walinya dulu, lalu centang. "
                 "Tanpa izin ia bisa memakai 'Coba dulu'.")
        faults.append(("wali", told))
    return faults


def _form(class_id: UUID, wanted: Wanted, faults: Faults) -> str:
    with site().store.reading() as session:
        animals = free_pictures(session, class_id, "anak")
        things = free_pictures(session, class_id, "dewasa")
    return render_template(
        "tutor/tambah.html", class_id=class_id, wanted=wanted, faults=faults,
        animals=animals, things=things, back=url_for("tutor.klass", class_id=class_id),
    )  # fmt: skip
