"""Gaps in their sentence, filled and filled anew by finger."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect

from elearn.settings import Settings
from tests.cast import Cast, prepare
from tests.conftest import FixedClock
from tests.live import live
from tests.web import sample, walk

pytestmark = pytest.mark.browser


@pytest.fixture
def app(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[Flask]:
    with sample.serving(settings, clock, tmp_path / "contoh", sample.lesson()) as made:
        yield made


@pytest.fixture
def cast(app: Flask, clock: FixedClock) -> Cast:
    return prepare(app, clock())


def test_a_filled_gap_opens_by_one_tap_on_its_word_while_another_is_typed(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 240, "height": 320})
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        walk.sign_in(page, address, cast.sari)
        page.locator("a.continue").click()
        page.locator("main[data-lesson]").wait_for()
        form = page.locator("#q7 form")
        page.goto(f"{page.url.partition('#')[0]}#q7")
        form.locator(".choice label", has_text="meja").click()
        form.locator("input.typed").fill("ikan")          # its field is left by the next tap
        form.locator("button.titik span", has_text="meja").click(force=True)
        expect(form.locator(".choice label", has_text="bola")).to_be_visible()
        form.locator(".choice label", has_text="ibu").click()
        expect(form.locator("button.titik").first).to_have_text("ibu")
        expect(form.locator("button.titik").last).to_have_text("ikan")
        context.close()
