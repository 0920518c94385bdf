"""Error pages: a picture, one sentence, one way on. Never a traceback."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flask import Flask, jsonify, make_response, render_template, request
from markupsafe import escape
from werkzeug.exceptions import HTTPException, ServiceUnavailable
from werkzeug.wrappers import Response

from elearn.store import BusyError, CannotStoreError

RETRY_AFTER = 5  # seconds until a busy database is asked again

log = logging.getLogger(__name__)


class InsufficientStorage(HTTPException):
    """The disk is full, or can only be read: an answer waits in the browser meanwhile."""

    code = 507


@dataclass(frozen=True, slots=True)
class Trouble:
    """What an error page shows: an OpenMoji drawing (hex name) and one sentence (a message id)."""

    drawing: str
    sentence: str


TROUBLES: Mapping[int, Trouble] = MappingProxyType({
    400: Trouble("1F504", "Kiriman ini tidak terbaca. Coba lagi."),
    403: Trouble("1F512", "Halaman ini tidak bisa kamu buka."),
    404: Trouble("1F50D", "Halaman ini tidak ada."),
    405: Trouble("1F6AB", "Tombol itu tidak berlaku di sini."),
    413: Trouble("1F4E6", "Kiriman ini terlalu besar."),
    429: Trouble("1F422", "Terlalu cepat. Tunggu sebentar."),
    500: Trouble("1F527", "Ada yang rusak di sini. Ini bukan salahmu."),
    507: Trouble("1F4E6", "Belum bisa menyimpan di sini. Panggil tutor."),
    503: Trouble("1F422", "Sedang sibuk. Coba sebentar lagi."),
})

PLAIN = (
    '<!doctype html><html lang="id"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><title>{sentence}</title>'
    '<main><p><img src="/gambar/{drawing}.svg" alt="" width="96" height="96"></p>'
    '<h1>{sentence}</h1><p><a href="/">Kembali ke awal</a></p></main></html>'
)


def install(app: Flask) -> None:
    """Answer every error with its page, or with short JSON where only that is understood."""

    @app.errorhandler(HTTPException)
    def show(error: HTTPException) -> Response:
        if error.response is not None or (error.code or 500) < 400:
            return error.get_response()
        return page(error)

    @app.errorhandler(BusyError)
    def busy(_error: BusyError) -> Response:
        return page(ServiceUnavailable(retry_after=RETRY_AFTER))

    @app.errorhandler(CannotStoreError)
    def full(error: CannotStoreError) -> Response:
        log.error("nothing can be stored: %s", error)
        return page(InsufficientStorage())


def page(error: HTTPException) -> Response:
    """Return the answer to `error`, with its status and its headers (Allow, Retry-After)."""
    status = error.code or 500
    trouble = trouble_of(status)
    if wants_json():
        answer = jsonify(error=trouble.sentence, status=status)
    else:
        answer = make_response(_html(trouble))
    answer.status_code = status
    for name, value in error.get_headers():
        if name.lower() not in {"content-type", "content-length"}:
            answer.headers[name] = value
    answer.headers["Cache-Control"] = "no-store"
    return answer


def trouble_of(status: int) -> Trouble:
    """Return what to say about `status`; a rarer one is told as 400 or 500."""
    return TROUBLES.get(status) or TROUBLES[400 if status < 500 else 500]


def wants_json() -> bool:
    """Whether the asker is a script: it accepts JSON and no page, or sent JSON itself."""
    accepts = request.accept_mimetypes
    return accepts.accept_json and (request.is_json or not accepts.accept_html)


def _html(trouble: Trouble) -> str:
    try:
        return render_template("galat.html", trouble=trouble)
    except Exception:  # the page itself needs what is broken: the database, a template
        log.exception("the error page could not be made")
        return PLAIN.format(drawing=trouble.drawing, sentence=escape(trouble.sentence))
