"""Cookies as they go over the wire, on a hub's network and over https."""

import pytest
from flask import Flask, Response, request

from elearn.settings import Settings
from elearn.web import cookies
from tests.web.tiny import tiny


def baker(settings: Settings) -> Flask:
    app = tiny(settings)

    @app.get("/beri/<name>")
    def give(name: str) -> Response:
        response = Response()
        cookies.write(response, name, "rahasia")
        return response

    @app.get("/ambil/<name>")
    def take(name: str) -> Response:
        response = Response(cookies.read(request, name) or "-")
        cookies.clear(response, name)
        return response

    return app


def attributes(header: str) -> set[str]:
    return {part.strip().lower() for part in header.split(";")[1:]}


@pytest.mark.parametrize("name", [cookies.SESSION, cookies.DEVICE, cookies.LANGUAGE])
def test_a8_on_a_hub_a_cookie_is_for_this_host_and_no_script(name: str) -> None:
    header = baker(Settings()).test_client().get(f"/beri/{name}").headers["Set-Cookie"]
    assert header.startswith(f"{name}=")
    assert {"httponly", "samesite=lax", "path=/"} <= attributes(header)
    assert "secure" not in attributes(header)
    assert "domain" not in header.lower()


@pytest.mark.parametrize("name", [cookies.SESSION, cookies.DEVICE, cookies.LANGUAGE])
def test_a8_over_https_it_is_secure_and_bound_to_the_host(name: str) -> None:
    app = baker(Settings(url="https://belajar.contoh.id"))
    header = app.test_client().get(f"/beri/{name}").headers["Set-Cookie"]
    assert header.startswith(f"__Host-{name}=")
    assert {"httponly", "samesite=lax", "path=/", "secure"} <= attributes(header)
    assert "domain" not in header.lower()


def test_a8_a_session_ends_with_the_browser_and_a_device_stays() -> None:
    client = baker(Settings()).test_client()
    session = client.get(f"/beri/{cookies.SESSION}").headers["Set-Cookie"].lower()
    assert "max-age" not in session
    assert "expires" not in session
    device = client.get(f"/beri/{cookies.DEVICE}").headers["Set-Cookie"].lower()
    assert "max-age=34560000" in device


def test_what_was_given_is_read_and_taken_back() -> None:
    client = baker(Settings()).test_client()
    client.get(f"/beri/{cookies.SESSION}")
    assert client.get(f"/ambil/{cookies.SESSION}").text == "rahasia"
    assert client.get(f"/ambil/{cookies.SESSION}").text == "-"


def test_over_https_a_cookie_without_the_prefix_is_not_ours() -> None:
    client = baker(Settings(url="https://belajar.contoh.id")).test_client()
    planted = {"Cookie": f"{cookies.SESSION}=ditanam"}
    assert client.get(f"/ambil/{cookies.SESSION}", headers=planted).text == "-"


def test_an_overlong_value_is_not_ours() -> None:
    client = baker(Settings()).test_client()
    long = {"Cookie": f"{cookies.SESSION}={'x' * 5000}"}
    assert client.get(f"/ambil/{cookies.SESSION}", headers=long).text == "-"


def test_a8_scripts_read_whose_turn_it_is_and_nothing_else() -> None:
    header = baker(Settings()).test_client().get(f"/beri/{cookies.TURN}").headers["Set-Cookie"]
    assert {"samesite=lax", "path=/"} <= attributes(header)
    assert "httponly" not in attributes(header)
    assert {cookies.TURN} == cookies.READABLE
