"""Request bodies: small, whole, and read before any page is at work on them.

A body is read whole before the application sees the request. When a phone loses the network in
mid-post, granian hands on what has come, without an error; half an answer must not be marked, so
what is shorter than it said is refused. For the same reason a chunked body is refused: its end
cannot be told from its being cut.
"""

import io
import re
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO

from flask import Flask, abort, request
from werkzeug.wsgi import get_content_length

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LIMIT = 256 * 1024            # bytes of a whole body: an outbox of some hundred answers
LARGE = 2 * 1024 * 1024 + LIMIT   # bytes of a body that holds a picture or recording
LARGE_PATH = re.compile(r"/penulis/naskah/[0-9a-f-]{36}/berkas|/rekaman/[a-z]{2,3}")
LARGE_AT_ONCE = 4             # such bodies in memory at the same time; who comes fifth comes again
FIELD_LIMIT = 64 * 1024       # bytes of one field of a multipart form
PARTS = 200                   # fields of a multipart form
DRAIN = 16 * 1024 * 1024      # bytes thrown away so that the sender stays to read why
CHUNK = 64 * 1024

_FAULT = "elearn.body_fault"


def install(app: Flask, limit: int = LIMIT) -> None:
    """Refuse bodies of any type over `limit` bytes: 413; cut ones: 400; chunked ones: 411."""
    app.config["MAX_CONTENT_LENGTH"] = limit
    app.config["MAX_FORM_MEMORY_SIZE"] = min(limit, FIELD_LIMIT)
    app.config["MAX_FORM_PARTS"] = PARTS
    app.wsgi_app = WholeBody(app.wsgi_app, limit)  # type: ignore[method-assign]  # Flask's own way

    @app.before_request
    def refuse_faulty_bodies() -> None:
        fault = request.environ.get(_FAULT)
        if fault:
            abort(fault)
        if LARGE_PATH.fullmatch(request.path):
            request.max_content_length = max(limit, LARGE)
            request.max_form_memory_size = LIMIT     # the parser's buffer counts as a field


class WholeBody:
    """WSGI middleware that leaves the whole body in memory, or nothing and the status to answer."""

    def __init__(self, app: "WSGIApplication", limit: int) -> None:
        self.app = app
        self.limit = limit
        self._large = threading.BoundedSemaphore(LARGE_AT_ONCE)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        if not self._is_large(environ):
            return self._answer(environ, start_response, self.limit)
        if not self._large.acquire(blocking=False):
            return self._answer(environ, start_response, 0, busy=True)
        try:
            return self._answer(environ, start_response, max(self.limit, LARGE))
        finally:
            self._large.release()

    def _is_large(self, environ: "WSGIEnvironment") -> bool:
        length = get_content_length(environ) or 0
        return length > self.limit and bool(LARGE_PATH.fullmatch(environ.get("PATH_INFO", "")))

    def _answer(
        self, environ: "WSGIEnvironment", start_response: "StartResponse", limit: int,
        busy: bool = False,
    ) -> Iterable[bytes]:
        body, fault = self._read(environ, limit)
        fault = 503 if busy else fault
        environ["wsgi.input"] = io.BytesIO(body)
        environ["CONTENT_LENGTH"] = str(len(body))
        environ[_FAULT] = fault
        return self.app(environ, start_response)

    def _read(self, environ: "WSGIEnvironment", limit: int) -> tuple[bytes, int]:
        stream: BinaryIO = environ["wsgi.input"]
        if environ.pop("HTTP_TRANSFER_ENCODING", ""):
            too_much = len(_read_up_to(stream, limit + 1)) > limit
            if too_much:
                _drain(stream, DRAIN)
            return b"", 413 if too_much else 411
        length = get_content_length(environ) or 0
        if length > limit:
            if not _asks_first(environ):
                _drain(stream, min(length, DRAIN))
            return b"", 413
        body = _read_up_to(stream, length) if length else b""
        return (body, 0) if len(body) == length else (b"", 400)


def _asks_first(environ: dict[str, Any]) -> bool:
    return bool(environ.get("HTTP_EXPECT"))  # 100-continue: nothing was sent yet


def _read_up_to(stream: BinaryIO, size: int) -> bytes:
    body = bytearray()
    while len(body) < size:
        piece = stream.read(min(CHUNK, size - len(body)))
        if not piece:
            break
        body += piece
    return bytes(body)


def _drain(stream: BinaryIO, size: int) -> None:
    while size > 0:
        piece = stream.read(CHUNK)
        if not piece:
            return
        size -= len(piece)
