"""The whole way by keyboard alone: in by pictures, a lesson, an answer, out again."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from elearn.questions import KINDS
from tests.cast import Cast
from tests.live import live
from tests.web.walk import key_of

pytestmark = pytest.mark.browser


def test_the_whole_way_by_keyboard_alone(app: Flask, cast: Cast, chromium: Browser) -> None:
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        page.goto(address)
        press(page, "a.tile:has-text('Sari')", "Enter")
        for number in cast.sari.code:
            press(page, f"button[name=pilih][value='{number}']", "Enter")
        page.locator(".continue").wait_for()
        press(page, "a.continue", "Enter")
        page.locator("main[data-lesson]").wait_for()
        page.wait_for_load_state()
        for _ in range(30):
            if page.locator("#q1.now").count():
                break
            here = page.locator(".screen.now").get_attribute("id") or ""
            press(page, ".now a.button.main", "Enter")
            expect(page.locator(".screen.now")).not_to_have_id(here)
        form = page.locator("#q1 form")
        key = key_of(form)
        assert key["kind"] == "pilih"
        press(page, "#q1 input[name=a]", None)                   # arrows move within a group
        right = KINDS["pilih"].right(key)
        for _ in range(4):
            if form.locator(f"input[value='{right}']").is_checked():
                break
            page.keyboard.press("ArrowDown")
        press(page, "#q1 button[type=submit]", "Enter")
        expect(form.locator(".feedback")).to_contain_text("Benar!")
        press(page, "#q1 a.next", "Enter")
        page.locator("#q1:not(.now)").wait_for(state="attached")
        press(page, "header a.icon", "Enter")
        page.locator(".continue").wait_for()
        press(page, ".foot form button", "Enter")
        expect(page.locator("h1")).to_have_text("Siapa kamu?")
        context.close()


def press(page: Page, wanted: str, key: str | None) -> None:
    """Tab until `wanted` has the focus and shows it, then press `key`."""
    target = page.locator(wanted).first
    for _ in range(90):
        if target.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("Tab")
    assert target.evaluate("one => one === document.activeElement"), wanted
    assert target.evaluate("one => getComputedStyle(one).outlineStyle") != "none", wanted
    if key:
        page.keyboard.press(key)
