"""Coba dulu: anybody learns at once, without a name, on any browser."""

from uuid import NAMESPACE_OID, uuid5

from flask import abort, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from elearn.accounts import devices
from elearn.accounts.devices import Browser
from elearn.store import limits
from elearn.store.limits import Level
from elearn.store.tables import AgeBand
from elearn.teaching import guests
from elearn.web import auth, cookies
from elearn.web.learn import learn
from elearn.web.site import site


@learn.get("/coba")
def ask_guest() -> Response | str:
    """Ask a guest one thing only: child or adult."""
    if _somebody():
        return redirect("/", 303)
    return render_template("belajar/coba.html", full=False)


@learn.post("/coba")
def begin_guest() -> Response | tuple[str, int]:
    """Let a guest in; an unknown browser is known from now on as a visitor's."""
    if _somebody():
        return redirect("/", 303)
    age_band = _age_band()
    now, token = site().now(), cookies.read(request, cookies.DEVICE)
    with site().store.writing() as session:
        browser = devices.browser_of(session, token) if token else None
        level = _level(session, browser)
        if level.closed_until is not None:
            return render_template("belajar/coba.html", full=True), 429
        limits.take(session, level, 1)
        made = None
        if browser is None:
            browser, made = devices.visitor(session, now)
        visit, _seat = guests.begin(session, browser, age_band, now)
    answer = redirect("/", 303)
    cookies.write(answer, cookies.SESSION, visit)
    if made is not None:
        cookies.write(answer, cookies.DEVICE, made)
    return answer


def _somebody() -> bool:
    return auth.me() is not None or auth.staff() is not None


def _level(session: Session, browser: Browser | None) -> Level:
    """Return what is left for this browser, or for the address of one that is not known."""
    if browser is not None:
        return limits.guests_of_browser(session, browser.id, site().now())
    address = uuid5(NAMESPACE_OID, request.remote_addr or "")
    return limits.guests_of_address(session, address, site().now())


def _age_band() -> AgeBand:
    asked = request.form.get("umur")
    if asked not in ("anak", "dewasa"):
        abort(400)
    return "anak" if asked == "anak" else "dewasa"
