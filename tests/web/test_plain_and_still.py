"""In real Chromium: without script a card is enough for all; with it nothing moves by itself."""

import re

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.cast import Cast
from tests.live import live
from tests.web.test_answers import STEM, log, signed_in
from tests.web.test_ways_in import card_of

pytestmark = pytest.mark.browser

SHIFTS = """window.moved = 0;
new PerformanceObserver((list) => {
  list.getEntries().forEach((one) => { window.moved += one.value; });
}).observe({ type: "layout-shift", buffered: true });"""


def test_without_script_she_comes_in_by_card_answers_and_sees_where_she_stands(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    token = card_of(app, cast, cast.sari)
    with live(app) as address:
        context = chromium.new_context(
            viewport={"width": 360, "height": 640}, java_script_enabled=False
        )
        page = context.new_page()
        page.goto(f"{address}/k/{token}")
        assert token not in page.url
        assert "Sari" in page.locator("main").inner_text()
        page.get_by_role("button", name="Ya, ini saya").click()
        expect(page.locator("h1")).to_contain_text("Sari")
        page.locator("a.continue").click()
        stem = page.url.rstrip("/").split("/")[-1]
        page.locator("#q1 label", has=page.locator("input[name=a]")).first.click()
        page.locator("#q1").get_by_role("button", name="Periksa").click()
        assert "/jawaban/" in page.url
        told = page.locator("main").inner_text()
        assert "Benar" in told or "Belum" in told
        page.goto(f"{page.url.partition('/jawaban/')[0]}/selesai")
        expect(page.locator("main")).to_contain_text(re.compile(r"Sudah 1 dari \d+ soal"))
        page.goto(address)
        page.get_by_role("button", name=re.compile("Selesai|Ganti orang")).last.click()
        page.goto(f"{address}/ranah/literasi")
        expect(page.locator("main")).not_to_contain_text("Sari")
        context.close()
    assert stem
    assert len(log(app, cast.sari)) == 1


def test_nothing_moves_by_itself_on_the_door_home_a_list_and_a_lesson_once_styles_are_there(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    session = client.get_cookie("sesi")
    assert session
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.add_init_script(SHIFTS)
        page = context.new_page()
        moved = {}
        hers = ("/", "/ranah/literasi", f"/b/{seat}/{STEM}/")
        for who, paths in ((cast.device, ("/",)), ("", hers)):
            name, value = ("perangkat", who) if who else ("sesi", session.value)
            context.add_cookies([{"name": name, "value": value, "url": address}])
            for path in paths:
                for _ in range(2):          # the first visit fetches them
                    page.goto(address + path)
                    moved[who, path] = settled(page)
        context.close()
    assert moved == dict.fromkeys(moved, 0)
    assert len(moved) == 4


def settled(page: Page) -> float:
    """Return how much has moved once all is there and drawn."""
    page.wait_for_load_state("networkidle")
    page.evaluate("() => new Promise((go) => requestAnimationFrame(() => setTimeout(go, 100)))")
    return float(page.evaluate("window.moved"))
