"""The staff's own door: a name, a passphrase, and the way to change it."""

from datetime import datetime
from math import ceil

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import passphrases, sessions, staff, staff_door
from elearn.accounts.policy import Action
from elearn.teaching import demo
from elearn.web import auth, cookies, guards, turns
from elearn.web.account import account
from elearn.web.i18n import gettext as _
from elearn.web.next_url import same_site
from elearn.web.site import site

Faults = list[tuple[str, str]]


@account.get("/petugas")
def staff_door_form() -> Response | str:
    """Ask a staff member for her name and passphrase."""
    if auth.staff() is not None:
        return redirect(url_for("account.start"), 303)
    return _form([])


@account.post("/petugas")
def staff_enter() -> Response | tuple[str, int]:
    """Sign a staff member in; a learner who was signed in on this browser is signed out."""
    login, passphrase = request.form.get("nama", ""), request.form.get("sandi", "")
    address, now = request.remote_addr or "", site().now()
    with site().store.reading() as session:
        known = staff_door.known(session, login)
        until = staff_door.held_until(session, login, address, now)
    if until is not None:
        return _held(until, now)
    fit = staff_door.fits(known, passphrase)
    with site().store.writing() as session:
        tried = staff_door.settle(session, known, fit, login, address, now)
    if tried.token is not None:
        return enter_staff(tried.token)
    if tried.until is not None:
        return _held(tried.until, now)
    return _form([("sandi", _("Nama atau kata sandi belum cocok. Coba lagi."))]), 403


@account.get("/petugas/sandi")
def passphrase_form() -> Response | str:
    """Offer a staff member another passphrase of her own choice."""
    if auth.staff() is None:
        return redirect(url_for("account.staff_door_form", next="/petugas/sandi"), 303)
    return render_template("petugas/sandi.html", faults=[], back="/", done=False)


@account.post("/petugas/sandi")
def change_passphrase() -> Response | str | tuple[str, int]:
    """Change her passphrase; she stays in here, every other session of hers ends."""
    member = auth.staff()
    if member is None:
        return redirect(url_for("account.staff_door_form", next="/petugas/sandi"), 303)
    with site().store.reading() as session:
        known = staff_door.known(session, member.login)
    faults = _faults_of_change(known)
    if faults:
        return render_template("petugas/sandi.html", faults=faults, back="/", done=False), 422
    seal = passphrases.sealed(request.form.get("baru", ""))
    with site().store.writing() as session:
        token = staff.change_seal(session, member.staff_id, seal, site().now())
    answer = redirect(url_for("account.start"), 303)
    cookies.write(answer, cookies.STAFF, token)
    return answer


@account.post("/contoh/<role>")
def try_as_staff(role: str) -> Response:
    """Sign in as the tutor or the author of the demonstration, on the serving machine itself."""
    guards.demand(Action.TRY_DEMO)
    if role not in demo.STAFF:
        guards.refuse(missing=True)
    with site().store.writing() as session:
        token = demo.staff_sign_in(session, role, site().now())
    return enter_staff(token)


def enter_staff(token: str) -> Response:
    """Give this browser to the staff member: nobody else is signed in here any more."""
    onward = request.form.get("next")
    answer = redirect(same_site(onward) if onward else url_for("account.start"), 303)
    learner_token = cookies.read(request, cookies.SESSION)
    if learner_token:
        with site().store.writing() as session:
            sessions.end(session, learner_token, site().now())
        cookies.clear(answer, cookies.SESSION)
        turns.over(answer)
    cookies.write(answer, cookies.STAFF, token)
    return answer


def _held(until: datetime, now: datetime) -> tuple[str, int]:
    minutes = max(1, ceil((until - now).total_seconds() / 60))
    wait = _("Terlalu sering salah. Tunggu {minutes} menit.", minutes=minutes)
    return _form([("nama", wait)]), 403


def _form(faults: Faults) -> str:
    onward = request.values.get("next")
    return render_template(
        "petugas/masuk.html",
        faults=faults,
        login=request.form.get("nama", "")[:40],
        onward=same_site(onward) if onward else "",
        back="/",
    )


def _faults_of_change(known: staff_door.Known) -> Faults:
    if not staff_door.fits(known, request.form.get("sandi", "")):
        return [("sandi", _("Kata sandi yang sekarang belum cocok."))]
    new = request.form.get("baru", "")
    if not passphrases.SHORTEST <= len(new) <= passphrases.LONGEST:
        least = passphrases.SHORTEST
        return [("baru", _("Kata sandi baru paling sedikit {least} huruf.", least=least))]
    if new != request.form.get("lagi", ""):
        return [("lagi", _("Dua kata sandi baru belum sama."))]
    return []
