"""Bodies are small and whole, of whatever type."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder, run_wsgi_app

from elearn.web import bodies, errors
from tests.web.tiny import tiny

TEN_MB = 10_000_000


@pytest.fixture
def app() -> Flask:
    app = tiny()
    bodies.install(app)
    errors.install(app)

    @app.post("/abai")
    def ignore() -> str:
        return "tidak dibaca"

    @app.post("/baca")
    def read() -> str:
        return str(len(request.get_data()))

    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


BIG: dict[str, Callable[[], dict[str, Any]]] = {
    "urlencoded": lambda: {"data": {"a": "x" * TEN_MB}},
    "raw": lambda: {"data": b"x" * TEN_MB, "content_type": "application/octet-stream"},
    "untyped": lambda: {"data": b"x" * TEN_MB},
    "json": lambda: {"data": b'"' + b"x" * TEN_MB + b'"', "content_type": "application/json"},
    "field": lambda: multipart('name="a"'),
    "file": lambda: multipart('name="f"; filename="besar.bin"'),
}


def multipart(part: str) -> dict[str, Any]:
    body = b"x" * TEN_MB
    head = f"--batas\r\nContent-Disposition: form-data; {part}\r\n\r\n".encode()
    kind = "multipart/form-data; boundary=batas"
    return {"data": head + body + b"\r\n--batas--\r\n", "content_type": kind}


@pytest.mark.parametrize("kind", BIG)
@pytest.mark.parametrize("path", ["/", "/abai", "/baca"])
def test_c3_ten_megabytes_are_refused_kindly(client: FlaskClient, kind: str, path: str) -> None:
    reply = client.post(path, **BIG[kind]())
    assert reply.status_code == 413
    assert errors.TROUBLES[413].sentence in reply.text
    assert len(reply.data) < 4096


class Counting(io.RawIOBase):
    """A body that counts what is taken of it."""

    def __init__(self, size: int) -> None:
        self.left = size
        self.largest = 0

    def read(self, size: int = -1) -> bytes:
        size = self.left if size < 0 else min(size, self.left)
        self.largest = max(self.largest, size)
        self.left -= size
        return b"x" * size


def raw(app: Flask, stream: object, **environ: object) -> str:
    builder = EnvironBuilder("/baca", method="POST", input_stream=io.BytesIO())
    made = builder.get_environ()
    made.pop("CONTENT_LENGTH", None)
    made |= {"wsgi.input": stream, "wsgi.input_terminated": True} | environ
    body, status, _ = run_wsgi_app(app, made)
    return status.partition(" ")[0] + " " + b"".join(body).decode()


def test_c3_a_chunked_body_is_cut_off_piece_by_piece(app: Flask) -> None:
    stream = Counting(TEN_MB)
    assert raw(app, stream, HTTP_TRANSFER_ENCODING="chunked").startswith("413 ")
    assert stream.largest <= bodies.CHUNK


def test_an_endless_body_is_left(app: Flask) -> None:
    stream = Counting(10**12)
    assert raw(app, stream, HTTP_TRANSFER_ENCODING="chunked").startswith("413 ")
    assert stream.left > 10**12 - 2 * bodies.DRAIN


def test_who_asks_before_sending_is_not_made_to_send(app: Flask) -> None:
    stream = Counting(TEN_MB)
    reply = raw(app, stream, CONTENT_LENGTH=str(TEN_MB), HTTP_EXPECT="100-continue")
    assert reply.startswith("413 ")
    assert stream.left == TEN_MB


def test_half_an_answer_is_no_answer(app: Flask) -> None:
    assert raw(app, io.BytesIO(b"a=1"), CONTENT_LENGTH="5").startswith("400 ")
    assert raw(app, io.BytesIO(b"a=125"), CONTENT_LENGTH="5") == "200 5"


def test_a_body_without_a_length_could_be_half_a_body(app: Flask) -> None:
    assert raw(app, io.BytesIO(b"a=1"), HTTP_TRANSFER_ENCODING="chunked").startswith("411 ")


def test_a_form_of_a_usual_size_arrives_whole(client: FlaskClient) -> None:
    sent = {"a": "ikan " * 10_000, "b": "é"}
    assert client.post("/", data=sent).text == f"rumah a={sent['a']},b=é"
    assert client.post("/baca", data=b"x" * bodies.LIMIT).text == str(bodies.LIMIT)
    assert client.post("/baca", data=b"x" * (bodies.LIMIT + 1)).status_code == 413


def test_no_body_is_fine(client: FlaskClient) -> None:
    assert client.post("/baca").text == "0"
    assert client.get("/").status_code == 200
