"""The safety of the whole site, route by route."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from werkzeug.routing import Rule

from elearn import paths
from elearn.settings import Settings
from elearn.store import Store
from elearn.web import create_app

UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})


@pytest.fixture(scope="module")
def site_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    data = tmp_path_factory.mktemp("hub")
    settings = Settings(data=data, lessons=paths.shipped("lessons"), audio=data / "audio")
    Store(settings.database).migrate()
    return create_app(settings)


def forms(app: Flask) -> Iterator[tuple[Rule, str]]:
    """Every route that changes something, with an address of it."""
    routes = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        for method in UNSAFE & (rule.methods or set()):
            values = {name: UUID(int=7) if "UUID" in type(made).__name__ else "x"
                      for name, made in rule._converters.items()}
            yield rule, routes.build(rule.endpoint, values, method=method)


def test_a15_no_form_of_ours_can_be_posted_by_another_site(site_app: Flask) -> None:
    asked = site_app.test_client()
    found = list(forms(site_app))
    assert found
    for rule, address in found:
        for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"},
                        {"Referer": "http://evil.example/"}, {"Origin": "null"}):
            reply = asked.post(address, data={"a": "ikan segar"}, headers=headers)
            assert reply.status_code == 400, (rule.rule, headers)
            assert "Muat ulang" in reply.text
            assert "ikan segar" in reply.text


def test_a15_no_form_of_ours_takes_json_dressed_as_text(site_app: Flask) -> None:
    for rule, address in forms(site_app):
        reply = site_app.test_client().post(
            address, data='{"a":"ikan"}', content_type="text/plain",
            headers={"Sec-Fetch-Site": "same-origin"},
        )
        assert reply.status_code == 400, rule.rule


def test_every_page_carries_the_policy_and_is_kept_nowhere(site_app: Flask) -> None:
    reply = site_app.test_client().get("/")
    assert reply.status_code == 200
    assert reply.headers["Content-Security-Policy"] == site_app.config["CSP"]
    assert reply.headers["Cache-Control"] == "no-store"


def test_every_error_page_is_made_of_our_own_template(site_app: Flask) -> None:
    for path in ("/tidak-ada", "/b/kunci-salah/baca-01/"):
        reply = site_app.test_client().get(path)
        assert reply.status_code in {302, 303, 404}
        if reply.status_code == 404:
            assert '<a class="button main wide" href="/">' in reply.text


def test_a_foreign_name_is_refused(site_app: Flask) -> None:
    assert site_app.test_client().get("/", headers={"Host": "evil.example"}).status_code == 400


def test_it_says_that_it_is_well_and_that_it_is_not(site_app: Flask, tmp_path: Path) -> None:
    assert site_app.test_client().get("/health").get_json()["status"] == "ok"
    lost = create_app(Settings(data=tmp_path, lessons=paths.shipped("lessons"), audio=tmp_path))
    reply = lost.test_client().get("/health")
    assert (reply.status_code, reply.get_json()["status"]) == (503, "error")
