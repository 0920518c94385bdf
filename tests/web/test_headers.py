"""The headers that every page carries."""

import base64
import hashlib

from flask import Response
from flask.testing import FlaskClient

from elearn.web import headers
from tests.web.tiny import tiny

CSS = "body{margin:0}"


def client(secure: bool = False) -> FlaskClient:
    app = tiny()
    headers.install(app, CSS, secure)

    @app.get("/tetap")
    def lasting() -> Response:
        return Response("x", headers={"Cache-Control": "private, no-cache"})

    @app.get("/sama")
    def same() -> Response:
        return Response(status=304, headers={"Cache-Control": "private, no-cache"})

    @app.get("/bunyi")
    def sound() -> Response:
        return Response(b"x", mimetype="audio/mpeg")

    return app.test_client()


def test_no_inline_script_and_only_the_one_style_is_allowed() -> None:
    policy = client().get("/").headers["Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(CSS.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy    # falls back to default-src 'self'
    for part in ("default-src 'self'", "frame-ancestors 'self'", "base-uri 'none'",
                 "form-action 'self'", "object-src 'none'", "media-src 'self' blob:",
                 "img-src 'self' blob:"):
        assert part in policy


def test_the_policy_is_the_same_for_every_page() -> None:
    asking = client()
    assert len({asking.get(p).headers["Content-Security-Policy"] for p in ("/", "/tidak-ada")}) == 1


def test_a_page_guesses_nothing_tells_nobody_and_hears_only_for_its_own_learner() -> None:
    got = client().get("/").headers
    assert got["X-Content-Type-Options"] == "nosniff"
    assert got["Referrer-Policy"] == "same-origin"
    over_https = client(secure=True).get("/").headers
    assert over_https["Cross-Origin-Opener-Policy"] == "same-origin"
    assert over_https["Permissions-Policy"] == "camera=(), geolocation=(), microphone=(self)"


def test_what_browsers_heed_over_https_alone_costs_no_byte_over_plain_http() -> None:
    got = client().get("/").headers
    assert not {"Cross-Origin-Opener-Policy", "Permissions-Policy"} & set(got.keys())
    assert client(secure=True).get("/").headers["Content-Security-Policy"] \
        == got["Content-Security-Policy"]


def test_a_page_that_says_nothing_is_kept_nowhere() -> None:
    assert client().get("/").headers["Cache-Control"] == "no-store"
    assert client().get("/tetap").headers["Cache-Control"] == "private, no-cache"


def test_what_is_no_document_carries_no_policy() -> None:
    got = client().get("/bunyi").headers
    assert "Content-Security-Policy" not in got
    assert got["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" not in client().get("/sama").headers
