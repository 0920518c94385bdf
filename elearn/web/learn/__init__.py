"""What a signed-in learner meets: home, subjects, lessons, answers, results, and their voice."""

from flask import Blueprint, jsonify, redirect, request, url_for
from werkzeug.wrappers import Response

from elearn.web import auth

learn = Blueprint("learn", __name__)


@learn.before_request
def agreed_first() -> Response | None:
    """Lead an adult who has not said yes yet to the page that asks; keep nothing before."""
    signed = auth.me()
    if signed is None or signed.agreed or request.endpoint == "learn.name":
        return None
    if request.accept_mimetypes.best == "application/json":
        answer: Response = jsonify(error="masuk-lagi")  # the browser's outbox keeps the answer
        answer.status_code = 401
        return answer
    return redirect(url_for("account.consent"), 303)


from elearn.web.learn import (  # noqa: E402  # they add routes
    answers,
    guests,
    home,
    lessons,
    looks,
    own_name,
    placement,
    practice,
    results,
    staying,
    voices,
)

__all__ = [
    "answers", "guests", "home", "learn", "lessons", "looks", "own_name", "placement", "practice",
    "results", "staying", "voices",
]  # fmt: skip
