"""What a browser's outbox says of the answers in it: asked for while the hub is there."""

from flask import Blueprint, Response, render_template, request

from elearn.web.i18n import speak

outbox = Blueprint("outbox", __name__)


@outbox.get("/kotak/<any(id, en):language>")
def words(language: str) -> Response:
    """Serve the sentence of each state, with its speaker, in the language of the page."""
    speak(language)
    response = Response(render_template("belajar/kotak.html"))
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response
