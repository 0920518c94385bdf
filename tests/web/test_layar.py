"""Writing on the screen: a finger's strokes over the model of a task."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, Request, expect

from tests.cast import Cast
from tests.live import live
from tests.web.walk import sign_in

pytestmark = pytest.mark.browser

STEM = "tulis-01-garis"


def stroke(page: Page, *, across: float) -> None:
    """Draw a line down the board, `across` of its width from the left."""
    box = page.locator("#q3 .papan").bounding_box()
    assert box
    x = box["x"] + box["width"] * across
    page.mouse.move(x, box["y"] + box["height"] * 0.25)
    page.mouse.down()
    page.mouse.move(x, box["y"] + box["height"] * 0.5, steps=4)
    page.mouse.move(x, box["y"] + box["height"] * 0.75, steps=4)
    page.mouse.up()


def test_she_writes_over_the_model_and_compares_and_nothing_is_sent(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 240, "height": 320})
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        sign_in(page, address, cast.sari)
        page.locator("a.continue").click()
        page.locator("main[data-lesson]").wait_for()
        seat = page.url.split("/b/")[1].split("/")[0]
        page.goto(f"{address}/b/{seat}/{STEM}/#q3")
        board, ink = page.locator("#q3 .papan"), page.locator("#q3 .tinta polyline")
        page.wait_for_load_state("networkidle")
        sent: list[Request] = []
        page.on("request", lambda request: sent.append(request))

        assert page.evaluate("document.documentElement.scrollWidth") <= 240
        assert board.evaluate("board => getComputedStyle(board).touchAction") == "none"
        assert page.evaluate("getComputedStyle(document.body).touchAction") == "auto"
        board.scroll_into_view_if_needed()
        stroke(page, across=0.3)
        stroke(page, across=0.5)
        expect(ink).to_have_count(2)
        ends = ink.first.evaluate("""line => [...line.points].map(point => point.y)""")
        assert ends[-1] - ends[0] > 40                  # units of the grid, half of the board
        way = page.locator("#q3 .gores")
        expect(way).to_have_css("opacity", "0.2")
        page.get_by_role("button", name="Hapus satu").click()
        expect(ink).to_have_count(1)

        model = page.get_by_role("button", name="Contoh")
        model.click()
        expect(way).to_be_hidden()
        expect(model).to_have_attribute("aria-pressed", "false")
        page.get_by_role("button", name="Bandingkan").click()
        expect(way).to_have_css("opacity", "0.45")
        expect(page.locator("#q3 .alat [role=status]")).to_contain_text("Mirip?")
        expect(page.locator("#q3 .how")).to_contain_text("kertas")
        page.get_by_role("button", name="Hapus semua").click()
        expect(ink).to_have_count(0)
        board.scroll_into_view_if_needed()
        stroke(page, across=0.4)
        expect(ink).to_have_count(1)
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
        expect(ink).to_have_count(0)                    # the Back button may bring it to another
        assert {one.method for one in sent} <= {"GET"}
        assert not errors
        context.close()
