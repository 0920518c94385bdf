"""A learner's card: its address signs nobody in; it asks "Ini saya?" and waits for a tap."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import cards, devices, sign_in
from elearn.web import auth, cookies
from elearn.web.account import account
from elearn.web.account.door import enter
from elearn.web.i18n import speak_to
from elearn.web.site import site
from elearn.web.voice import SPOKEN

LONGEST = 64  # characters of a token that are kept for a moment; a true one has 22


@account.get("/k/<token>")
def card(token: str) -> Response:
    """Take the token out of the address at once; nothing is looked up, nobody is signed in."""
    answer = redirect(url_for("account.card_holder"), 303)
    cookies.write(answer, cookies.CARD, token[:LONGEST])
    return answer


@account.get("/kartu")
def card_holder() -> str | tuple[str, int]:
    """Show whose card it is, and ask."""
    token = cookies.read(request, cookies.CARD) or ""
    with site().store.reading() as session:
        learner = cards.holder(session, token)
    if learner is None:
        return render_template("akun/kartu.html", learner=None), 404
    speak_to(learner.age_band)
    return render_template("akun/kartu.html", learner=learner)


@account.get("/suara/kartu.mp3")
def card_name() -> Response | tuple[str, int]:
    """Say whose card it is; never kept."""
    token = cookies.read(request, cookies.CARD) or ""
    with site().store.reading() as session:
        learner = cards.holder(session, token)
    if learner is None:
        return "", 404
    sound = site().voice.private([learner.name], SPOKEN, name=learner.name)
    return Response(sound, mimetype="audio/mpeg", headers={"Cache-Control": "no-store"})


@account.post("/kartu")
def card_sign_in() -> Response | tuple[str, int]:
    """Sign the holder in, here: a browser of no class becomes known as a visitor's own."""
    token, browser = cookies.read(request, cookies.CARD) or "", auth.browser()
    with site().store.writing() as session:
        tried, device_token = None, None
        if cards.holder(session, token) is not None:
            if browser is None:
                browser, device_token = devices.visitor(session, site().now())
            tried = sign_in.card_sign_in(session, token, browser, site().now())
    if tried is None or not tried.session_token or not tried.seat:
        return render_template("akun/kartu.html", learner=None), 404
    answer = enter(
        tried.session_token, tried.seat, agreed=tried.learner is None or tried.learner.agreed
    )
    cookies.clear(answer, cookies.CARD)
    if device_token:
        cookies.write(answer, cookies.DEVICE, device_token)
    return answer
