"""Error pages: a picture, a sentence, one way on."""

import pytest
from flask import Flask, abort

from elearn.store import BusyError
from elearn.web import errors
from elearn.web.media import DRAWINGS
from tests.web.tiny import tiny


@pytest.fixture
def app() -> Flask:
    app = tiny()
    errors.install(app)

    @app.get("/galat/<int:status>")
    def fail(status: int) -> str:
        abort(status)

    @app.get("/sibuk")
    def busy() -> str:
        raise BusyError("the writer's turn did not come")

    @app.get("/rusak")
    def broken() -> str:
        raise RuntimeError("kunci rahasia di sini")

    return app


@pytest.mark.parametrize("status", [400, 403, 404, 405, 408, 411, 413, 415, 429, 500, 501, 503])
def test_every_error_has_a_picture_a_sentence_and_a_way_on(app: Flask, status: int) -> None:
    reply = app.test_client().get(f"/galat/{status}")
    assert reply.status_code == status
    trouble = errors.trouble_of(status)
    assert f"<h1>{trouble.sentence}</h1>" in reply.text
    assert f'src="/gambar/{trouble.drawing}.svg"' in reply.text
    assert 'href="/">Kembali ke awal' in reply.text
    assert '<a class="dengar"' in reply.text
    assert reply.headers["Cache-Control"] == "no-store"


def test_each_picture_exists() -> None:
    assert all((DRAWINGS / f"{t.drawing}.svg").is_file() for t in errors.TROUBLES.values())


def test_a_busy_database_is_asked_again_later(app: Flask) -> None:
    reply = app.test_client().get("/sibuk")
    assert reply.status_code == 503
    assert reply.headers["Retry-After"] == "5"
    assert errors.TROUBLES[503].sentence in reply.text


def test_a_crash_shows_no_traceback(app: Flask) -> None:
    reply = app.test_client().get("/rusak")
    assert reply.status_code == 500
    assert errors.TROUBLES[500].sentence in reply.text
    assert "rahasia" not in reply.text
    assert "Traceback" not in reply.text


def test_an_error_page_that_breaks_has_a_plain_one(app: Flask) -> None:
    def gone(text: str) -> str:
        raise RuntimeError(text)

    app.jinja_env.globals["say"] = gone
    reply = app.test_client().get("/galat/503")
    assert reply.status_code == 503
    assert f"<h1>{errors.TROUBLES[503].sentence}</h1>" in reply.text


def test_a_script_gets_json(app: Flask) -> None:
    reply = app.test_client().get("/galat/404", headers={"Accept": "application/json"})
    assert reply.json == {"error": "Halaman ini tidak ada.", "status": 404}
    both = app.test_client().get("/galat/404", headers={"Accept": "text/html, application/json"})
    assert both.mimetype == "text/html"


def test_a_method_that_is_not_for_here_says_which_are(app: Flask) -> None:
    reply = app.test_client().delete("/")
    assert reply.status_code == 405
    assert "POST" in reply.headers["Allow"]


def test_a_redirect_is_no_error(app: Flask) -> None:
    @app.get("/folder/")
    def folder() -> str:
        return "isi"

    assert app.test_client().get("/folder").status_code == 308
