"""Who is asking: the signed-in person by her cookie, and the device by its own."""

from typing import cast
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask, Request, g, request
from flask_login import LoginManager, UserMixin, current_user

from elearn.accounts import devices, sessions
from elearn.accounts.devices import Device
from elearn.accounts.policy import Actor, Role
from elearn.accounts.sessions import Signed
from elearn.web import cookies
from elearn.web.site import site

LOOPBACK = frozenset({"127.0.0.1", "::1"})


class Person(UserMixin):  # type: ignore[misc]  # Flask-Login ships no types
    """The signed-in person, as Flask-Login wants one."""

    def __init__(self, signed: Signed) -> None:
        """Wrap the session row."""
        self.signed = signed

    def get_id(self) -> str:
        """Return the person's id as text."""
        return str(self.signed.person_id)


def install(app: Flask) -> None:
    """Read the session cookie on each request; nothing is kept in the browser but its token."""
    manager = LoginManager(app)
    manager.session_protection = None    # mobile addresses change under way
    manager.request_loader(_person)


def _person(asked: Request) -> Person | None:
    token = cookies.read(asked, cookies.SESSION)
    if not token:
        return None
    now = site().now()
    with site().store.looking() as connection:
        signed = sessions.find(connection, token, now)
    if signed is None:
        return None
    if sessions.stale(signed, now):
        with site().store.writing() as session:
            sessions.touch(session, signed, now)
    return Person(signed)


def me() -> Signed | None:
    """Return the signed-in person, or None."""
    person = current_user._get_current_object()
    return person.signed if isinstance(person, Person) else None


def device() -> Device | None:
    """Return the enrolled device whose browser asks, or None; looked up once a request."""
    if "device" not in g:
        token = cookies.read(request, cookies.DEVICE)
        g.device = None
        if token:
            with site().store.looking() as connection:
                g.device = devices.device_of(connection, token)
    return cast(Device | None, g.device)


def actor(*, with_device: bool = True) -> Actor:
    """Return who asks, for the policy; the device is looked up only where it matters."""
    signed = me()
    enrolled = device() if with_device else None
    return Actor(
        role=Role(signed.role) if signed else Role.NOBODY,
        person_id=signed.person_id if signed else None,
        device_class=enrolled.class_id if enrolled else None,
        loopback=_at_this_machine(),
    )


def _at_this_machine() -> bool:
    """Whether the browser runs here: also a proxy does, but then the site has another name."""
    name = urlsplit(f"//{request.host}").hostname
    return request.remote_addr in LOOPBACK and name in LOOPBACK | {"localhost"}


def parse_id(text: str) -> UUID | None:
    """Return the UUID that `text` writes, or None."""
    try:
        return UUID(text)
    except ValueError:
        return None
