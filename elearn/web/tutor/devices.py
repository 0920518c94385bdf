"""The devices of a class: this browser, a link for another one, and the way out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from elearn.accounts import devices as known
from elearn.accounts import staff
from elearn.web import auth, cookies
from elearn.web.address import public_address, qr
from elearn.web.site import site
from elearn.web.tutor import tutor, words
from elearn.web.tutor.gate import class_or_404, teacher


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device as the list shows it."""

    id: UUID
    enrolled: str
    used: str
    here: bool
    goes_round: bool


@tutor.get("/kelompok/<uuid:class_id>/perangkat")
def devices(class_id: UUID) -> str:
    """List the devices of a class."""
    return _page(class_id)


@tutor.post("/kelompok/<uuid:class_id>/perangkat/ini")
def enrol_here(class_id: UUID) -> Response:
    """Make the tutor's own browser a device of the class."""
    class_or_404(class_id)
    member, now = teacher(), site().now()
    with site().store.writing() as session:
        link = known.offer_enrolment(session, class_id, now)
        enrolled = known.enrol(session, link, now)
        assert enrolled is not None  # noqa: S101  # the link was made just now
        staff.note(session, member.staff_id, "enrolled a device", now, enrolled[0].id, class_id)
    answer = redirect(url_for("tutor.devices", class_id=class_id), 303)
    cookies.write(answer, cookies.DEVICE, enrolled[1])
    return answer


@tutor.post("/kelompok/<uuid:class_id>/perangkat/tautan")
def new_link(class_id: UUID) -> str:
    """Make a link that enrols another device, once; it is shown now and never again."""
    class_or_404(class_id)
    member, now = teacher(), site().now()
    with site().store.writing() as session:
        token = known.offer_enrolment(session, class_id, now)
        staff.note(session, member.staff_id, "made a device link", now, class_id=class_id)
    return _page(class_id, f"{public_address()}perangkat/{token}")


@tutor.post("/kelompok/<uuid:class_id>/perangkat/<uuid:device_id>/giliran")
def send_round(class_id: UUID, device_id: UUID) -> Response:
    """Let a device go round the class ("HP bergilir"), or no longer."""
    class_or_404(class_id)
    member, now = teacher(), site().now()
    on = request.form.get("jadi") == "ya"
    with site().store.writing() as session:
        _of_class_or_404(session, class_id, device_id)
        known.send_round(session, device_id, on)
        did = "let a device go round" if on else "let a device go round no more"
        staff.note(session, member.staff_id, did, now, device_id, class_id)
    return redirect(url_for("tutor.devices", class_id=class_id), 303)


@tutor.post("/kelompok/<uuid:class_id>/perangkat/<uuid:device_id>/cabut")
def withdraw(class_id: UUID, device_id: UUID) -> Response:
    """Take a device out of the class: its sessions end, its seats open nothing any more."""
    class_or_404(class_id)
    member, now = teacher(), site().now()
    with site().store.writing() as session:
        _of_class_or_404(session, class_id, device_id)
        known.withdraw(session, device_id, now)
        staff.note(session, member.staff_id, "withdrew a device", now, device_id, class_id)
    return redirect(url_for("tutor.devices", class_id=class_id), 303)


def _of_class_or_404(session: Session, class_id: UUID, device_id: UUID) -> None:
    if device_id not in {one.id for one in known.of_class(session, class_id)}:
        abort(404)


def _page(class_id: UUID, link: str = "") -> str:
    klass = class_or_404(class_id)
    here = auth.device()
    with site().store.reading() as session:
        found = known.of_class(session, class_id)
    return render_template(
        "tutor/perangkat.html",
        klass=klass,
        rows=[
            DeviceRow(
                one.id, words.moment(one.enrolled_at), _moment(one.used_at),
                here is not None and here.id == one.id, one.goes_round,
            )
            for one in found
        ],
        here=here is not None and here.class_id == class_id,
        link=link,
        qr=qr(link) if link else "",
        back=url_for("tutor.klass", class_id=class_id),
    )  # fmt: skip


def _moment(at: datetime | None) -> str:
    return words.moment(at) if at else ""
