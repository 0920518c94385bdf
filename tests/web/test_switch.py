"""Two keys are enough, as a switch has: Tab goes on, Enter does; an answer takes few presses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from elearn import paths
from elearn.settings import Settings
from tests.cast import Cast, enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.live import live
from tests.web.everywhere import become
from tests.web.sample import lesson, serving
from tests.web.test_keyboard import Keys

pytestmark = pytest.mark.browser

MOST = {"home": 16, "question": 9}
"""Stops of Tab on home's way to "Lanjut"; presses from a question to its answer and on."""


@pytest.fixture
def page(
    settings: Settings, clock: FixedClock, tmp_path: Path, chromium: Browser
) -> Iterator[Page]:
    """Sari's home, in a browser of a lesson of every kind; she has asked for a voice."""
    with serving(settings, clock, tmp_path / "lessons", lesson()) as app, live(app) as address:
        cast: Cast = prepare(app, clock())
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        become(context, _signed(app, cast), address)
        page = context.new_page()
        page.goto(address)
        yield page
        context.close()


def _signed(app: Flask, cast: Cast) -> FlaskClient:
    client = enrolled(app, cast.device)
    sign_in(client, cast.sari)
    return client


class Switch:
    """Somebody who has Tab and Enter."""

    def __init__(self, page: Page) -> None:
        self.presses = 0
        self._page, self._keys = page, Keys(page)

    def to(self, role: str, name: str) -> None:
        """Go on until this is reached."""
        for _ in range(40):
            found = self._keys.here()
            if found[0] == role and found[1].startswith(name):
                return
            self._press("Tab")
        raise AssertionError((role, name))

    def do(self) -> None:
        self._press("Enter")

    def here(self) -> tuple[str, str]:
        return self._keys.here()

    def _press(self, key: str) -> None:
        self.presses += 1
        self._page.keyboard.press(key)


def test_a_question_is_answered_with_two_keys_and_few_presses(page: Page) -> None:
    switch = Switch(page)
    switch.to("link", "Lanjut: Contoh")
    assert switch.presses <= MOST["home"]
    page.goto(f"{page.url.rstrip('/')}{page.locator('a.continue').get_attribute('href')}#q1")
    page.locator("#q1.now").wait_for()
    page.keyboard.press("Shift")                   # any key brings what keys can do
    page.wait_for_function("() => window.elearn.captions")
    switch.presses = 0
    switch.to("radio", "")
    for _ in range(3):                             # round the choices until hers is chosen
        switch.do()
        if switch.here()[1] == "ikan":
            break
    assert page.locator("#q1 input:checked").count() == 1
    switch.to("button", "Periksa")
    switch.do()
    expect(page.locator("#q1 .feedback")).to_contain_text("Benar!")
    switch.to("link", "Lanjut")
    switch.do()
    page.locator("#q2.now").wait_for()
    assert switch.presses <= MOST["question"], switch.presses
    switch.to("checkbox", "ikan")
    switch.do()
    assert page.locator("#q2 input:checked").count() == 1


def test_no_page_waits_for_her_or_counts_her_time() -> None:
    """Nothing in our scripts ends by itself while she thinks (WCAG 2.2.1): no refresh, no timer."""
    for template in paths.shipped("templates").rglob("*.html"):
        assert 'http-equiv="refresh"' not in template.read_text(encoding="utf-8"), template
