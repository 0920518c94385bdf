"""Sound on a slow line: nothing comes before a tap, and it begins before all of it is there."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from bench.sound import BUDGET_S, HEARD, SPEAKER, tap
from bench.wire import Wire
from elearn import paths
from elearn.narration.narrator import id_of
from elearn.web.site import KEY
from tests.cast import Cast
from tests.live import live
from tests.web.walk import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.soak]

SPOKEN_S = 12.0                          # Chromium begins when it has 32 KB: 11 s of prose
TRIES = 3                                # the quickest counts: other work may run beside


def test_no_markup_and_no_script_makes_a_browser_fetch_sound_by_itself() -> None:
    for file in (*paths.shipped("templates").rglob("*.html"),
                 *paths.shipped("static").glob("js/**/*.js")):
        text = file.read_text(encoding="utf-8")
        assert "autoplay" not in text, file
        assert text.count("<audio") == text.count('preload="none"'), file


@pytest.fixture
def sari(app: Flask, cast: Cast, chromium: Browser) -> Iterator[Page]:
    """Her phone at home: she is signed in and has tapped no speaker."""
    with live(app) as address:
        context = chromium.new_context()
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        context.set_default_timeout(20_000)
        opened = context.new_page()
        opened.add_init_script(f"({HEARD})()")
        sign_in(opened, address, cast.sari)
        yield opened
        context.close()


def test_a_page_fetches_no_sound_before_a_tap(sari: Page) -> None:
    wire = Wire(sari)
    sari.reload(wait_until="networkidle")
    sari.locator("a[href='/ranah/literasi']").click()
    sari.wait_for_load_state("networkidle")
    sari.locator("main a.tile[href^='/b/']").first.click()
    sari.wait_for_load_state("networkidle")
    sari.mouse.wheel(0, 2000)
    assert sari.locator("main[data-lesson]").count() == 1
    assert [one.path for one in wire.requests if one.path.startswith("/suara/")] == []


def test_a_step_sounds_at_400_kbps_before_it_is_whole(sari: Page, app: Flask) -> None:
    sari.locator("a.continue").click()
    sari.wait_for_load_state("networkidle")
    lesson, wire = sari.url, Wire(sari)
    address = str(sari.locator(SPEAKER).first.get_attribute("href"))
    assert app.extensions[KEY].voice.clip(id_of(address)) is not None
    starts = []
    for _ in range(TRIES):
        wire.fast()
        wire.empty()
        sari.evaluate("sessionStorage.clear()")      # else the screen speaks before the tap
        sari.goto("about:blank")
        sari.goto(lesson, wait_until="networkidle")
        wire.slow()
        starts.append(tap(sari, SPEAKER))
    assert starts[0].whole > SPOKEN_S
    assert min(one.seconds for one in starts) <= BUDGET_S, starts
    assert all(one.there < one.whole for one in starts), starts
