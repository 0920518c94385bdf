"""A video of signs on a learner's page: fetched by the tap, in ranges, once; a link without script.

The video is a real one: Chromium records a square that moves.
"""

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from elearn.authoring import own_files
from elearn.settings import Settings
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, enrolled, prepare, sign_in, staffed
from tests.conftest import FixedClock
from tests.content.own_files import mp4, put, webm
from tests.content.written import written
from tests.live import live
from tests.web.author.test_files import drafted, give
from tests.web.sample import STEM, lesson, serving
from tests.web.test_answers import seat_of

STEP = "Isyarat: isyarat/ma.webm\n\nIni ma.\n"
RECORD = """async () => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 64, height: 48 });
  const pen = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm" });
  const parts = [];
  recorder.ondataavailable = event => parts.push(event.data);
  recorder.start();
  for (let at = 0; at < 12; at += 1) {
    pen.fillStyle = at % 2 ? "#124E89" : "#F4B536";
    pen.fillRect(at * 4, 8, 16, 16);
    await new Promise(done => setTimeout(done, 50));
  }
  await new Promise(done => { recorder.onstop = done; recorder.stop(); });
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(String.fromCharCode(...bytes));
}"""


@pytest.fixture(scope="module")
def film(chromium: Browser) -> bytes:
    page = chromium.new_page()
    made = base64.b64decode(page.evaluate(RECORD))
    page.close()
    return made


def serve(settings: Settings, clock: FixedClock, home: Path, data: bytes) -> Iterator[Flask]:
    put(home, "isyarat/ma.webm", data)
    text = lesson(step=STEP)
    (home / "literasi" / f"{STEM}.md").write_text(text, encoding="utf-8")
    with serving(settings, clock, home, text) as app:
        yield app


@pytest.fixture
def served(settings: Settings, clock: FixedClock, tmp_path: Path, film: bytes) -> Iterator[Flask]:
    yield from serve(settings, clock, tmp_path / "contoh", film)


def opened(page: Page, app: Flask, cast: Cast, address: str) -> None:
    client: FlaskClient = enrolled(app, cast.device)
    sign_in(client, cast.sari)
    session = client.get_cookie("sesi")
    assert session
    page.context.add_cookies([
        {"name": "perangkat", "value": cast.device, "url": address},
        {"name": "sesi", "value": session.value, "url": address},
    ])
    page.goto(f"{address}/b/{seat_of(client)}/{STEM}/")


@pytest.mark.browser
def test_it_is_fetched_by_the_tap_and_plays_without_sound(
    served: Flask, chromium: Browser
) -> None:
    cast = prepare(served, served.extensions[KEY].now())
    with live(served) as address:
        context = chromium.new_context(viewport={"width": 240, "height": 320})
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url))
        opened(page, served, cast, address)
        page.wait_for_load_state("networkidle")
        assert not [one for one in asked if "/isyarat/" in one]
        button = page.get_by_role("link", name="Lihat isyarat")
        box = button.bounding_box()
        assert box
        assert box["height"] >= 48
        assert box["width"] >= 48
        button.press("Enter")
        video = page.locator(".isyarat video")
        expect(video).to_be_focused()
        expect(video).to_have_attribute("aria-label", "Lihat isyarat")
        page.wait_for_timeout(300)
        assert video.evaluate("one => new Promise(done => { one.readyState > 1 ? done(true)"
                              " : one.onloadeddata = () => done(true); })")
        assert video.evaluate("one => [one.videoWidth, one.muted, one.loop]") == [64, True, True]
        assert page.evaluate("document.documentElement.scrollWidth") <= 240
        expect(page.locator(".screen.now")).to_contain_text("Ini ma.")       # its captions
        assert [one for one in asked if "/isyarat/" in one]
        context.close()


def test_without_script_it_is_a_link_with_a_name_for_ever(
    settings: Settings, clock: FixedClock, tmp_path: Path
) -> None:
    for app in serve(settings, clock, tmp_path / "contoh", webm()):
        cast = prepare(app, app.extensions[KEY].now())
        client = enrolled(app, cast.device)
        assert sign_in(client, cast.sari) == 303
        html = client.get(f"/b/{seat_of(client)}/{STEM}/").text
        found = re.search(r'<a class="button" href="(/isyarat/[0-9a-f]{20}\.webm)">', html)
        assert found
        assert "<video" not in html
        whole = client.get(found[1])
        assert whole.get_data() == webm()
        assert whole.mimetype == "video/webm"
        assert "immutable" in whole.headers["Cache-Control"]
        part = client.get(found[1], headers={"Range": "bytes=4-9"})
        assert (part.status_code, part.get_data()) == (206, webm()[4:10])
        for name in ("../rahasia/x.mp4", "0" * 20 + ".mp4", "a.mp4", "0" * 20 + ".html"):
            assert client.get(f"/isyarat/{name}").status_code == 404
        other = client.get(f"/b/{seat_of(client)}/baca-01-vokal-a-i-u/").text
        assert "isyarat" not in other                # a lesson without one is not heavier


def test_an_author_gives_it_on_her_desk_and_what_is_used_stays(app: Flask, cast: Cast) -> None:
    dewi = staffed(app, cast.dewi)
    text = written(step="Isyarat: isyarat/ma.mp4\n\nIni ma.\n").replace("baca-03-", "baca-90-")
    draft = drafted(dewi, text)
    assert "Naskah ini memakai isyarat/ma.mp4, yang belum ada." in dewi.get(draft).text
    assert give(dewi, draft, mp4()[:-3], "Film 1.MP4", "isyarat/ma.mp4").status_code == 422
    assert give(dewi, draft, mp4(), "Film 1.MP4", "isyarat/ma.mp4").status_code == 303
    assert "Semua baik." in dewi.get(draft).text
    data = app.extensions[KEY].settings.data
    assert own_files.listed(data, "literasi") == ["isyarat/ma.mp4"]
    assert (data / "pelajaran" / "literasi" / "isyarat" / "ma.mp4").is_file()    # in each backup
    assert dewi.post(f"{draft}/terbit", headers=SAME_SITE).status_code == 303
    drop = dewi.post(f"{draft}/berkas/hapus", data={"nama": "isyarat/ma.mp4"}, headers=SAME_SITE)
    assert drop.status_code == 422
