"""What a phone is told to keep, the worker and the manifest: asked for without a browser."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.web.learn.pages import draw_for
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, enrolled, sign_in
from tests.conftest import FixedClock
from tests.web.test_answers import STEM, seat_of

SENSITIVE = "hak-02-nomor-penting"


@pytest.fixture
def sari(app: Flask, cast: Cast) -> FlaskClient:
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    return client


def test_the_worker_is_asked_for_anew_and_is_another_one_when_a_script_is(
    app: Flask, client: FlaskClient
) -> None:
    answer = client.get("/sw.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Service-Worker-Allowed"] == "/"
    again = client.get("/sw.js", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert app.extensions[KEY].assets.version in answer.text
    assert not re.search(r"Sari|/b/\w{22}", answer.text)


def test_the_manifest_names_icons_that_are_there_and_nobody(client: FlaskClient) -> None:
    told = client.get("/manifest.webmanifest")
    assert told.mimetype == "application/manifest+json"
    assert told.json is not None
    assert (told.json["start_url"], told.json["display"], told.json["lang"]) == (
        "/", "standalone", "id")
    for icon in told.json["icons"]:
        drawn = client.get(icon["src"])
        assert drawn.mimetype == "image/png"
        width = int.from_bytes(drawn.data[16:20], "big")      # of the PNG's first chunk
        assert icon["sizes"] == f"{width}x{width}"
    assert client.get("/ikon/lain.png").status_code == 404


def test_a_saved_lesson_is_whole_its_two_draws_are_pages_and_all_they_name_is_there(
    sari: FlaskClient,
) -> None:
    told = sari.get(f"/simpan/{STEM}.json").json
    assert told is not None
    for address in told["pages"].values():
        page = sari.get(address)
        assert page.status_code == 200
        named = set(re.findall(r'"(/(?:s|gambar|suara)/[^"?\\]+)\\?"', page.text))
        assert named <= set(told["files"])
    linked = [one for one in told["files"] if one.startswith(("/s/", "/gambar/", "/bantuan/"))]
    assert {sari.get(one).status_code for one in linked} == {200}
    assert any(one.startswith("/s/after") for one in linked)
    assert told["bytes"] > 100_000


def test_tomorrows_page_is_that_of_tomorrow_but_no_test_is_seen_before_its_day(
    app: Flask, sari: FlaskClient
) -> None:
    seat, today = seat_of(sari), app.extensions[KEY].today()
    for stem, ahead in ((STEM, 1), ("baca-12-uji-suku-terbuka", 0)):
        day = today + timedelta(days=ahead)
        html = sari.get(f"/b/{seat}/{stem}/?besok&di=").text
        lesson = app.extensions[KEY].shelf.current.lesson(stem, "id")
        code, drawn = re.findall(r'name="s" value="([\w-]+)~(\d+)~', html)[0]
        assert int(drawn) // lesson.rounds(code) == draw_for(seat, day), stem
    pages = sari.get("/simpan/baca-12-uji-suku-terbuka.json").json
    assert pages is not None
    assert list(pages["pages"]) == ["0"]
    assert pages["scope"] == seat


def test_a_sensitive_lesson_and_a_visitors_are_kept_on_no_phone(
    app: Flask, cast: Cast, sari: FlaskClient
) -> None:
    catalogue = app.extensions[KEY].shelf.current
    hidden = [stem for stem, each in catalogue.lessons.items()
              if any(one.meta.sensitive for one in each.values())]
    for stem in hidden:
        assert sari.get(f"/simpan/{stem}.json").status_code == 404
        assert sari.get(f"/simpan.json?p={stem}").json["marks"] == {}  # type: ignore[index]
    visitor = app.test_client()
    visitor.post("/coba", data={"umur": "anak"}, headers=SAME_SITE)
    assert visitor.get("/simpan").status_code == 303
    assert visitor.get(f"/simpan/{STEM}.json").status_code == 401
    assert "/simpan" not in visitor.get("/").text
    assert "Kursi" not in visitor.get("/").headers


def test_only_her_own_home_says_whose_it_is(sari: FlaskClient) -> None:
    seat = seat_of(sari)
    assert sari.get("/").headers["Kursi"].split()[0] == seat
    assert "Kursi" not in sari.get("/ranah/literasi").headers
    sari.post("/keluar", headers=SAME_SITE)
    assert "Kursi" not in sari.get("/").headers


def test_the_mark_of_a_saved_lesson_changes_with_her_looks_and_not_with_the_day(
    sari: FlaskClient, clock: FixedClock
) -> None:
    def mark() -> str:
        told = sari.get(f"/simpan.json?p={STEM}").json
        assert told is not None
        return str(told["marks"][STEM])

    first = mark()
    clock.forward(minutes=10)
    assert mark() == first
    sari.post("/tampilan", data={"apa": "besar", "jadi": "ya"}, headers=SAME_SITE)
    assert mark() != first
