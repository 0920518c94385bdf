"""Own pictures and recordings of a lesson, on the way to a learner's phone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser

from elearn.settings import Settings
from elearn.web.site import KEY
from tests.cast import SAME_SITE, enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.content.own_files import photograph, put, voice
from tests.live import live
from tests.web.sample import STEM, lesson, serving
from tests.web.test_answers import seat_of

STEP = """Ini ikan.

![Seekor ikan](gambar/ikan.jpg)

Suara: [ma](suara/ma.wav)

![](jam:03.15)

![](garis:0..10@7)

Baca dulu [contoh ini](baca-03-contoh.md).
"""


@pytest.fixture
def served(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[Flask]:
    home = tmp_path / "contoh"
    put(home, "gambar/ikan.jpg", photograph((1600, 1000)))
    put(home, "suara/ma.wav", voice())
    text = lesson(step=STEP)
    (home / "literasi" / f"{STEM}.md").write_text(text, encoding="utf-8")
    with serving(settings, clock, home, text) as app:
        yield app


def opened(app: Flask) -> tuple[FlaskClient, str]:
    """Return Sari's browser, and the lesson in it."""
    cast = prepare(app, app.extensions[KEY].now())
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    return client, client.get(f"/b/{seat_of(client)}/{STEM}/").get_data(as_text=True)


def test_a_picture_is_small_and_kept_by_the_browser_for_ever(served: Flask) -> None:
    client, html = opened(served)
    found = re.search(r'<img class="foto" src="(/gambar/p-[0-9a-f]{20}\.jpg)"[^>]+>', html)
    assert found is not None
    assert 'alt="Seekor ikan" width="240" height="150" loading="lazy"' in found[0]
    answer = client.get(found[1])
    assert answer.mimetype == "image/jpeg"
    assert len(answer.data) <= 20_000
    assert "immutable" in answer.headers["Cache-Control"]
    again = client.get(found[1], headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("name", ["p-0.jpg", "p-00000000000000000000.svg", "p-../x.jpg",
                                  "p-0123456789abcdef0123.jpg", "p-..%2f..%2felearn.db"])
def test_nothing_else_is_served_as_a_picture(app: Flask, name: str) -> None:
    assert app.test_client().get(f"/gambar/{name}").status_code == 404


def test_a_button_plays_the_persons_recording(served: Flask) -> None:
    client, html = opened(served)
    (address,) = re.findall(r'<p><a class="dengar" href="(/suara/[a-z2-7]{10}\.mp3)">', html)
    assert client.get(address).mimetype == "audio/mpeg"
    (cue,) = client.get(address.replace(".mp3", ".json")).get_json()["sentences"]
    assert cue["engine"] == "orang"


def test_a_link_leads_to_the_other_lesson_under_the_same_seat(served: Flask) -> None:
    client, html = opened(served)
    assert '<a class="tautan" href="../baca-03-contoh/">contoh ini</a>' in html
    assert client.get(f"/b/{seat_of(client)}/baca-03-contoh/").status_code == 200


def test_an_answer_to_a_page_whose_picture_is_gone_is_still_marked(served: Flask) -> None:
    client, html = opened(served)
    said = re.search(r'name="s" value="([^"]+)"', html)
    assert said is not None
    site = served.extensions[KEY]
    picture = site.settings.lessons / "literasi" / "gambar" / "ikan.jpg"
    picture.write_bytes(photograph((300, 300)))
    assert site.shelf.refresh()
    assert site.shelf.current.by_version(said[1].split("~")[2]) is None
    picture.unlink()
    site.shelf.refresh()
    told = client.post(f"/b/{seat_of(client)}/{STEM}/", data={"s": said[1], "a": "0"},
                       headers=SAME_SITE)
    assert told.status_code == 303
    answer = client.get(told.headers["Location"]).text
    assert "Benar!" in answer or "Belum." in answer


@pytest.mark.browser
@pytest.mark.parametrize("width", [240, 1366])
def test_all_of_it_fits_the_screen(served: Flask, chromium: Browser, width: int) -> None:
    client, _html = opened(served)
    with live(served) as address:
        context = chromium.new_context(viewport={"width": width, "height": 320})
        for name in ("sesi", "perangkat"):
            cookie = client.get_cookie(name)
            assert cookie is not None
            context.add_cookies([{"name": name, "value": cookie.value, "url": address}])
        page = context.new_page()
        page.goto(f"{address}/b/{seat_of(client)}/{STEM}/")
        shown = page.locator("img.foto").first
        shown.scroll_into_view_if_needed()
        page.wait_for_function("document.querySelector('img.foto').naturalWidth === 480")
        box = shown.bounding_box()
        assert box is not None
        assert box["width"] <= min(width, 240)
        assert abs(box["width"] / box["height"] - 1.6) < 0.02
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        context.close()
