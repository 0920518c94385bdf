"""Who is asking: the signed-in person by her cookie, and the device by its own."""

from contextlib import suppress
from typing import cast
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask, Request, g, request
from flask_login import LoginManager, UserMixin, current_user

from elearn.accounts import devices, sessions, staff_sessions
from elearn.accounts.devices import Browser, Device
from elearn.accounts.policy import Actor, Role
from elearn.accounts.sessions import Signed
from elearn.accounts.staff_sessions import StaffSigned
from elearn.store import CannotStoreError
from elearn.teaching.tutors import classes_of
from elearn.web import cookies
from elearn.web.site import site

LOOPBACK = frozenset({"127.0.0.1", "::1"})


class Person(UserMixin):  # type: ignore[misc]  # Flask-Login ships no types
    """The signed-in learner, as Flask-Login wants one."""

    def __init__(self, signed: Signed) -> None:
        """Wrap the session row."""
        self.signed = signed

    def get_id(self) -> str:
        """Return the person's id as text."""
        return str(self.signed.person_id)


class Member(UserMixin):  # type: ignore[misc]  # Flask-Login ships no types
    """The signed-in staff member, as Flask-Login wants one."""

    def __init__(self, signed: StaffSigned) -> None:
        """Wrap the session row."""
        self.signed = signed

    def get_id(self) -> str:
        """Return the member's id as text."""
        return str(self.signed.staff_id)


def install(app: Flask) -> None:
    """Read the session cookie on each request; nothing is kept in the browser but its token."""
    manager = LoginManager(app)
    manager.session_protection = None    # mobile addresses change under way
    manager.request_loader(_person)


def install_nobody(app: Flask) -> None:
    """Know nobody: for the pages that must do without a database."""
    manager = LoginManager(app)
    manager.session_protection = None
    manager.request_loader(lambda _asked: None)


def _person(asked: Request) -> Person | Member | None:
    token = cookies.read(asked, cookies.SESSION)
    learner = _learner(token) if token else None
    if learner is not None:
        return learner
    token = cookies.read(asked, cookies.STAFF)
    return _member(token) if token else None


def _learner(token: str) -> Person | None:
    now = site().now()
    with site().store.looking() as connection:
        signed = sessions.find(connection, token, now)
    if signed is None:
        return None
    if sessions.stale(signed, now):
        with suppress(CannotStoreError), site().store.writing() as session:
            sessions.touch(session, signed, now)
    return Person(signed)


def _member(token: str) -> Member | None:
    now = site().now()
    with site().store.looking() as connection:
        signed = staff_sessions.find(connection, token, now)
    if signed is None:
        return None
    if staff_sessions.stale(signed, now):
        with suppress(CannotStoreError), site().store.writing() as session:
            staff_sessions.touch(session, signed, now)
    return Member(signed)


def me() -> Signed | None:
    """Return the signed-in learner (or guest), or None."""
    person = current_user._get_current_object()
    return person.signed if isinstance(person, Person) else None


def staff() -> StaffSigned | None:
    """Return the signed-in staff member, or None."""
    member = current_user._get_current_object()
    return member.signed if isinstance(member, Member) else None


def device() -> Device | None:
    """Return the enrolled device whose browser asks, or None; looked up once a request."""
    if "device" not in g:
        token = cookies.read(request, cookies.DEVICE)
        g.device = None
        if token:
            with site().store.looking() as connection:
                g.device = devices.device_of(connection, token)
    return cast(Device | None, g.device)


def browser() -> Browser | None:
    """Return the browser that asks, of a class or a visitor's; None for one we do not know."""
    token = cookies.read(request, cookies.DEVICE)
    if not token:
        return None
    with site().store.looking() as connection:
        return devices.browser_of(connection, token)


def actor(*, with_device: bool = True) -> Actor:
    """Return who asks, for the policy; the device is looked up only where it matters."""
    member = staff()
    if member is not None:
        return _staff_actor(member)
    signed = me()
    enrolled = device() if with_device else None
    return Actor(
        role=Role(signed.role) if signed else Role.NOBODY,
        person_id=signed.person_id if signed else None,
        device_class=enrolled.class_id if enrolled else None,
        loopback=at_this_machine(),
    )


def _staff_actor(member: StaffSigned) -> Actor:
    enrolled = device()
    with site().store.looking() as connection:
        classes = classes_of(connection, member.staff_id)
    return Actor(
        role=member.role,
        person_id=member.staff_id,
        device_class=enrolled.class_id if enrolled else None,
        loopback=at_this_machine(),
        classes=classes,
    )


def at_this_machine() -> bool:
    """Whether the browser runs here: also a proxy does, but then the site has another name."""
    name = urlsplit(f"//{request.host}").hostname
    return request.remote_addr in LOOPBACK and name in LOOPBACK | {"localhost"}


def parse_id(text: str) -> UUID | None:
    """Return the UUID that `text` writes, or None."""
    try:
        return UUID(text)
    except ValueError:
        return None
