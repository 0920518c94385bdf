"""An adult's own yes, at her first sign-in: heard in less than twenty seconds, given by a tap."""

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import consents
from elearn.accounts.policy import Action
from elearn.web import auth, guards
from elearn.web.account import account
from elearn.web.account.door import sign_out
from elearn.web.learn.given import keep_held
from elearn.web.site import site


@account.get("/izin")
def consent() -> Response | str:
    """Say what is kept, and ask."""
    signed = auth.me()
    if signed is None or signed.agreed:
        return redirect(url_for("account.start"), 303)
    return render_template("akun/izin.html", me=signed)


@account.post("/izin")
def answer_consent() -> Response:
    """Keep her yes; after a no nothing is kept, and she is kindly signed out."""
    guards.demand(Action.LEARN)
    signed = auth.me()
    assert signed is not None  # noqa: S101  # only who is signed in may learn
    if request.form.get("izin") != "ya" and not signed.agreed:
        return sign_out(make_response(render_template("akun/izin-belum.html", leave=False)))
    with site().store.writing() as session:
        consents.agree(session, signed.person_id, site().now())
    keep_held(signed.seat)
    return redirect(url_for("learn.own_name"), 303)   # on her first day her own name comes first
