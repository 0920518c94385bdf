"""Who may post here: our own pages, and nobody else's."""

import re
from html import unescape

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from elearn.web import cross_site
from elearn.web.cross_site import json_post, own_key_post, verdict
from tests.web.tiny import HUB, tiny

SAME = {"Origin": HUB}
FOREIGN = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": HUB},
    {"Origin": "http://evil.example"},
    {"Origin": "http://hub.lan:9000"},
    {"Origin": "http://hub.lan.evil.example:8000"},
    {"Origin": "null"},
    {"Origin": "http://[", "Referer": f"{HUB}/"},
    {"Referer": "http://evil.example/hub.lan:8000"},
    {"Referer": "about:blank"},
]


@pytest.fixture
def got() -> list[dict[str, str]]:
    return []


@pytest.fixture
def app(got: list[dict[str, str]]) -> Flask:
    app = tiny()
    cross_site.install(app, own_url="https://belajar.contoh.id")

    @app.post("/jawab")
    def answer() -> str:
        got.append(request.form.to_dict())
        return "tersimpan"

    @app.post("/b/<key>/")
    @own_key_post
    def own(key: str) -> str:
        got.append(request.form.to_dict())
        return "tersimpan"

    @app.post("/kotak")
    @json_post
    def outbox() -> str:
        got.append(request.get_json())
        return "tersimpan"

    return app


@pytest.fixture
def sari(app: Flask) -> FlaskClient:
    return app.test_client()


def post(client: FlaskClient, path: str, headers: dict[str, str], **data: str) -> tuple[int, str]:
    reply = client.post(path, data=data, headers=headers, base_url=HUB)
    return reply.status_code, reply.text


@pytest.mark.parametrize("headers", [
    {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, SAME, {"Referer": f"{HUB}/b/x/"},
    {"Origin": "https://belajar.contoh.id"}, {"Origin": "https://belajar.contoh.id:443"},
])
def test_our_own_pages_may_post(
    sari: FlaskClient, got: list[dict[str, str]], headers: dict[str, str]
) -> None:
    assert post(sari, "/jawab", headers, a="ikan") == (200, "tersimpan")
    assert got == [{"a": "ikan"}]


@pytest.mark.parametrize("path", ["/jawab", "/b/kunci/", "/kotak"])
@pytest.mark.parametrize("headers", FOREIGN)
def test_a15_a_post_from_another_site_does_nothing_and_keeps_what_was_typed(
    sari: FlaskClient, got: list[dict[str, str]], headers: dict[str, str], path: str
) -> None:
    status, page = post(sari, path, headers, a='<ikan> "besar"')
    assert status == 400
    assert "Muat ulang" in page
    assert "&lt;ikan&gt; &#34;besar&#34;" in page
    assert 'method="post" action="/keluar"' not in page
    assert got == []


def test_a15_the_page_that_refuses_cannot_send_what_the_stranger_wrote(sari: FlaskClient) -> None:
    _, page = post(sari, "/jawab", {"Origin": "http://evil.example"}, a="jahat")
    form = page[page.index('<form method="get"'):]
    assert 'name="' not in form[:form.index("</form>")]


def test_a_secret_is_not_written_out(sari: FlaskClient) -> None:
    _, page = post(sari, "/jawab", {"Origin": "null"}, pin="918273", sandi="rahasia", a="ikan")
    assert "918273" not in page
    assert "rahasia" not in page
    assert "ikan" in page


def test_what_is_shown_stays_small(sari: FlaskClient) -> None:
    many = {f"a{i}": "x" * 3000 for i in range(60)}
    _, page = post(sari, "/jawab", {"Origin": "null"}, **many)
    assert len(page) < 20_000


def test_reading_is_never_refused(sari: FlaskClient) -> None:
    for headers in FOREIGN:
        assert sari.get("/", headers=headers, base_url=HUB).status_code == 200


def test_a_silent_browser_may_post_under_its_own_key(
    sari: FlaskClient, got: list[dict[str, str]]
) -> None:
    assert post(sari, "/b/kunci/", {}, a="ikan") == (200, "tersimpan")
    assert got == [{"a": "ikan"}]


def hidden(page: str) -> list[tuple[str, str]]:
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    return [(unescape(name), unescape(value)) for name, value in found if name != "kembali"]


def test_a15_a_silent_browser_is_asked_once_and_then_believed(
    sari: FlaskClient, got: list[dict[str, str]]
) -> None:
    status, page = post(sari, "/jawab?x=1", {}, a='ikan & "ubi"', b="2")
    assert status == 400
    assert got == []
    assert 'action="/jawab?x=1"' in page
    values = dict(hidden(page))
    assert values.pop("konfirmasi")
    assert values == {"a": 'ikan & "ubi"', "b": "2"}
    again = dict(hidden(page))
    assert post(sari, "/jawab?x=1", {}, **again) == (200, "tersimpan")
    assert got[0]["a"] == 'ikan & "ubi"'
    assert post(sari, "/jawab?x=1", {}, **again)[0] == 400     # the yes counts once
    assert len(got) == 1


def test_a15_a_strangers_yes_is_worth_nothing_in_her_browser(
    app: Flask, sari: FlaskClient, got: list[dict[str, str]]
) -> None:
    stranger = app.test_client()
    theirs = dict(hidden(post(stranger, "/jawab", {}, a="jahat")[1]))
    post(sari, "/jawab", {}, a="ikan")        # she holds a question of her own
    assert post(sari, "/jawab", {}, **theirs)[0] == 400
    assert got == []


@pytest.mark.parametrize("change", [
    {"a": "lain"}, {"b": "tambah"}, {"konfirmasi": "9999999999.00"}, {"konfirmasi": "x"},
    {"konfirmasi": "٣.٣"}, {"konfirmasi": "0.0"},
])
def test_a15_the_yes_holds_for_these_values_only(
    sari: FlaskClient, got: list[dict[str, str]], change: dict[str, str]
) -> None:
    asked = dict(hidden(post(sari, "/jawab", {}, a="ikan")[1]))
    assert post(sari, "/jawab", {}, **(asked | change))[0] == 400
    assert got == []


def test_a15_the_yes_holds_at_this_address_only(
    sari: FlaskClient, got: list[dict[str, str]]
) -> None:
    asked = dict(hidden(post(sari, "/", {}, a="ikan")[1]))
    assert post(sari, "/jawab", {}, **asked)[0] == 400
    assert got == []


def test_too_much_to_carry_is_shown_but_not_asked_about(sari: FlaskClient) -> None:
    status, page = post(sari, "/jawab", {}, a="x" * 20_000)
    assert status == 400
    assert "konfirmasi" not in dict(hidden(page))
    assert "Muat ulang" in page


@pytest.mark.parametrize("kind", ["text/plain", "text/plain;charset=utf-8", "application/xml", ""])
@pytest.mark.parametrize("path", ["/kotak", "/jawab", "/b/kunci/"])
def test_a15_json_in_plain_text_is_refused(
    sari: FlaskClient, got: list[dict[str, str]], kind: str, path: str
) -> None:
    reply = sari.post(path, data='{"a":"ikan"}', content_type=kind, headers=SAME, base_url=HUB)
    assert reply.status_code == 400
    assert got == []


def test_json_is_for_the_views_that_want_it(sari: FlaskClient, got: list[dict[str, str]]) -> None:
    assert sari.post("/kotak", json={"a": "ikan"}, headers=SAME, base_url=HUB).text == "tersimpan"
    assert sari.post("/jawab", json={"a": "ikan"}, headers=SAME, base_url=HUB).status_code == 400
    assert got == [{"a": "ikan"}]


def test_a_script_is_refused_in_json(sari: FlaskClient) -> None:
    reply = sari.post("/kotak", json={"a": 1}, base_url=HUB,
                      headers={"Origin": "null", "Accept": "application/json"})
    assert (reply.status_code, reply.json) == (400, {"error": "muat-ulang", "status": 400})


def test_an_unknown_page_is_simply_not_there(sari: FlaskClient) -> None:
    assert post(sari, "/tidak-ada", {"Origin": "null"})[0] == 404


def test_the_public_address_counts_behind_a_proxy(app: Flask) -> None:
    with app.test_request_context("/", base_url="http://127.0.0.1:8000", method="POST",
                                  headers={"Origin": "https://belajar.contoh.id"}):
        assert verdict(request, "https://belajar.contoh.id") == "same"
        assert verdict(request) == "cross"
