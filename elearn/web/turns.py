"""Whose turn it is, in the browser: a cookie that an answer takes along."""

from flask import Flask, g, request
from werkzeug.wrappers import Response

from elearn.accounts import turns
from elearn.accounts.turns import Held
from elearn.web import auth, cookies
from elearn.web.auth import Person
from elearn.web.site import site

FIELD = "giliran"
"""The field in which a script sends the mark that was there at the tap."""


def install(app: Flask) -> None:
    """Mark each learner's turn as soon as a page of hers is asked for."""

    @app.after_request
    def mark(response: Response) -> Response:
        person = getattr(g, "_login_user", None)     # only where the request asked who she is
        if isinstance(person, Person) and not _told(response):
            now = turns.mark(person.signed)
            if cookies.read(request, cookies.TURN) != now:
                cookies.write(response, cookies.TURN, now)
        return response


def over(response: Response) -> None:
    """Say that nobody's turn it is, until somebody's page is asked for."""
    cookies.write(response, cookies.TURN, turns.NOBODYS)


def others(seat: str, *, script: bool) -> bool:
    """Whether what was posted says that it was tapped in the turn of somebody else than `seat`.

    A script sends the mark along, since it may post long after the tap; a plain form is the tap.
    """
    mark = request.form.get(FIELD) if script else cookies.read(request, cookies.TURN)
    return turns.others(mark or "", seat)


def late(seat: str) -> Held | None:
    """Return whose answer it is that comes after her turn, or within that of somebody else.

    It has to come from the device of her seat. None where nothing proves whose it is.
    """
    turn = turns.read(request.form.get(FIELD, ""))
    browser = auth.browser()
    if turn is None or turn.seat != seat or browser is None:
        return None
    with site().store.looking() as connection:
        found = turns.held(connection, turn, site().now())
    return found if found and found.seat.device_id == browser.id else None


def _told(response: Response) -> bool:
    name = f"{cookies.wire_name(cookies.TURN)}="
    return any(one.startswith(name) for one in response.headers.getlist("Set-Cookie"))
