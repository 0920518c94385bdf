"""Devices of a class, enrolled by a one-time link, and the demonstration's open door."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from elearn.accounts import devices
from elearn.accounts.policy import Action
from elearn.teaching import demo
from elearn.web import auth, cookies, guards
from elearn.web.account import account
from elearn.web.account.door import enter
from elearn.web.site import site


@account.get("/perangkat/<token>")
def enrolment(token: str) -> str | tuple[str, int]:
    """Show which class this browser would belong to. Changes nothing."""
    with site().store.reading() as session:
        offered = devices.enrolment(session, token, site().now())
    if offered is None:
        return render_template("akun/perangkat.html", class_name="", done=False), 404
    return render_template(
        "akun/perangkat.html", class_name=offered.class_name, token=token, done=False
    )


@account.post("/perangkat/<token>")
def enrol(token: str) -> Response | tuple[str, int]:
    """Make this browser a device of the class; the link is used up."""
    with site().store.writing() as session:
        enrolled = devices.enrol(session, token, site().now())
    if enrolled is None:
        return render_template("akun/perangkat.html", class_name="", done=False), 404
    answer = redirect(url_for("account.enrolled"), 303)
    cookies.write(answer, cookies.DEVICE, enrolled[1])
    return answer


@account.get("/perangkat")
def enrolled() -> Response | str:
    """Say that this device belongs to a class now, and let its sound be tried."""
    if auth.device() is None:
        return redirect(url_for("account.start"), 303)
    return render_template("akun/perangkat.html", done=True)


@account.post("/contoh/pelajar")
def try_as_learner() -> Response:
    """Sign in as the demonstration learner: on the serving machine itself, in a demonstration."""
    guards.demand(Action.TRY_DEMO)
    with site().store.writing() as session:
        tried, device_token = demo.sign_in(session, site().now(), auth.device())
    answer = enter(tried.session_token or "", tried.seat or "")
    if device_token:
        cookies.write(answer, cookies.DEVICE, device_token)
    return answer
