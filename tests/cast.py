"""The people who stand in every test: Sari, Rudi, Ibu Maya's class; and a child of Pak Anton's."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from elearn.accounts import devices, staff, staff_sessions
from elearn.store.tables import AgeBand, StaffRole
from elearn.teaching import add_learner, make_class
from elearn.teaching.tutors import give_class
from elearn.web.site import KEY

SAME_SITE = {"Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True)
class Learner:
    """Somebody who learns, with the picture code that only she knows."""

    id: UUID
    name: str
    code: tuple[int, ...]


@dataclass(frozen=True)
class Member:
    """Somebody of the staff; nobody knows a passphrase of hers, so sessions are begun for her."""

    id: UUID
    login: str
    name: str


@dataclass(frozen=True)
class Cast:
    """Ibu Maya's class with its device, and Pak Anton's with its own; the rest of the staff."""

    maya: Member
    anton: Member
    dewi: Member
    mitra: Member
    admin: Member

    sari: Learner
    rudi: Learner
    tuti: Learner
    class_id: UUID
    other_class_id: UUID
    device: str
    other_device: str


def prepare(app: Flask, now: datetime) -> Cast:
    """Make both classes, enrol a device for each."""
    site = app.extensions[KEY]
    with site.store.writing() as session:
        mayas = make_class(session, "Kelompok Ibu Maya", now)
        antons = make_class(session, "Kelompok Pak Anton", now)

        def member(role: StaffRole, login: str, name: str) -> Member:
            made = staff.make_staff(session, role, login, name, None, now)
            return Member(made.id, login, name)

        maya, anton = member("tutor", "maya", "Ibu Maya"), member("tutor", "anton", "Pak Anton")
        give_class(session, mayas.id, maya.id, now)
        give_class(session, antons.id, anton.id, now)

        def learner(class_id: UUID, name: str, picture: str, band: AgeBand) -> Learner:
            person, code = add_learner(
                session, site.secrets, class_id, name, picture, band, "wali", now
            )
            return Learner(person.id, name, code)

        def device(class_id: UUID) -> str:
            token = devices.offer_enrolment(session, class_id, now)
            enrolled = devices.enrol(session, token, now)
            assert enrolled
            return enrolled[1]

        return Cast(
            maya=maya,
            anton=anton,
            dewi=member("author", "dewi", "Dewi"),
            mitra=member("partner", "mitra", "Mitra"),
            admin=member("admin", "pengelola", "Pengelola"),
            sari=learner(mayas.id, "Sari", "🌻", "dewasa"),
            rudi=learner(mayas.id, "Rudi", "🐢", "anak"),
            tuti=learner(antons.id, "Tuti", "🐟", "anak"),
            class_id=mayas.id,
            other_class_id=antons.id,
            device=device(mayas.id),
            other_device=device(antons.id),
        )


def enrolled(app: Flask, token: str) -> FlaskClient:
    """Return a browser that is a device of a class."""
    client = app.test_client()
    client.set_cookie("perangkat", token)
    return client


def staffed(app: Flask, member: Member, client: FlaskClient | None = None) -> FlaskClient:
    """Return a browser in which a staff member is signed in."""
    site = app.extensions[KEY]
    with site.store.writing() as session:
        token = staff_sessions.begin(session, member.id, site.now())
    client = client or app.test_client()
    client.set_cookie("petugas", token)
    return client


def sign_in(client: FlaskClient, learner: Learner, code: tuple[int, ...] | None = None) -> int:
    """Tap the pictures as a browser with script does; return the status."""
    taps = "-".join(str(number) for number in code or learner.code)
    answer = client.post(f"/masuk/{learner.id}", data={"sudah": taps}, headers=SAME_SITE)
    return answer.status_code
