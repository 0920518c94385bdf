"""In real Chromium: she is asked before she is signed out, and finds what she had chosen again."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect

from elearn import paths
from tests.cast import Cast
from tests.conftest import CHROMIUM, FLAGS, FixedClock
from tests.live import live
from tests.web.test_back_button import travel
from tests.web.test_double_tap import open_question, stored
from tests.web.walk import sign_in

pytestmark = pytest.mark.browser

JS = paths.shipped("static") / "js"
SCRIPTS = "() => document.querySelectorAll('.masih').length === 1"


@pytest.fixture(scope="module")
def keeping(chromium: Browser) -> Iterator[Browser]:
    """Chromium as people have it: pages that are left are kept whole for the Back button."""
    browser = chromium.browser_type.launch(
        executable_path=str(CHROMIUM), args=FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield browser
    browser.close()


@contextmanager
def phone(app: Flask, cast: Cast, browser: Browser) -> Iterator[tuple[BrowserContext, str]]:
    with live(app) as address:
        context = browser.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(30_000)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        yield context, address
        context.close()


def chosen(page: Page) -> int:
    """How many answers can be seen to be chosen on this page."""
    return int(page.evaluate(
        "() => document.documentElement.hidden ? 0 : document.querySelectorAll("
        "'form input[type=radio]:checked, form input[type=checkbox]:checked').length"
    ))


def test_what_she_had_half_chosen_is_hers_alone_and_there_when_she_is_back(
    app: Flask, cast: Cast, keeping: Browser, clock: FixedClock
) -> None:
    with phone(app, cast, keeping) as (context, address):
        page = context.new_page()
        open_question(page, address, cast.sari)
        page.wait_for_function(SCRIPTS)
        own = page.url
        picked = chosen(page)
        assert picked > 0
        clock.forward(minutes=16)
        page.goto(address)
        expect(page.locator("h1")).to_have_text("Siapa kamu?")
        sign_in(page, address, cast.rudi)
        for step in (-1, -1, -1, -1, -1):
            travel(page, step)
            assert chosen(page) == 0, page.url
            if "/b/" in page.url and page.url.split("/b/")[1][:22] == own.split("/b/")[1][:22]:
                expect(page.locator("h1")).to_have_text("Sudah ganti orang")
        page.goto(own)
        expect(page.locator("h1")).to_have_text("Sudah ganti orang")
        context.request.post(f"{address}/keluar", headers={"Sec-Fetch-Site": "same-origin"})
        sign_in(page, address, cast.sari)
        page.locator("a.continue").click()
        page.locator("main[data-lesson]").wait_for()
        expect(page.locator("#q1 form input:checked")).to_have_count(picked)
        assert page.url.endswith("#q1")
        page.locator("#q1 button.main").click()
        expect(page.locator("#q1 .feedback")).to_contain_text("Benar!")
        page.wait_for_function("() => !localStorage.getItem('draf')")
    assert (stored(app, cast.sari), stored(app, cast.rudi)) == (1, 0)


def test_she_is_asked_before_she_is_signed_out_and_one_tap_keeps_her_in(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with phone(app, cast, chromium) as (context, address):
        page = context.new_page()
        page.clock.install()
        open_question(page, address, cast.sari)
        page.wait_for_function(SCRIPTS)
        asked = page.locator(".masih")
        for _ in range(2):
            expect(asked).to_be_hidden()
            page.clock.fast_forward("12:05")
            expect(asked).to_be_visible()
            button = asked.get_by_role("button", name="Ya, masih di sini")
            expect(button).to_be_focused()
            box = button.bounding_box()
            assert box is not None
            assert box["height"] >= 72
            button.click()
        expect(asked).to_be_hidden()
        picked = chosen(page)
        page.clock.fast_forward("12:30")
        page.clock.fast_forward("00:40")
        expect(page.locator("h1")).to_have_text("Siapa kamu?")
        assert re.search(r"\?next=%2Fb%2F", page.url)
        assert "sesi" not in {one["name"] for one in context.cookies()}
        page.goto(f"{address}/?next=" + page.url.partition("next=")[2])
        page.locator("a.tile", has_text="Sari").click()
        for number in cast.sari.code:
            page.locator(f"button[value='{number}']").click()
        page.locator("main[data-lesson]").wait_for()
        expect(page.locator("#q1 form input:checked")).to_have_count(picked)


def test_the_first_tap_after_too_long_a_while_is_nobodys(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with phone(app, cast, chromium) as (context, address):
        page = context.new_page()
        page.clock.install()
        open_question(page, address, cast.sari)
        page.wait_for_function(SCRIPTS)
        page.clock.set_system_time(page.evaluate("Date.now() + 14 * 60000"))     # the phone slept
        page.locator("#q1 button.main").dispatch_event("click")
        expect(page.locator("h1")).to_have_text("Siapa kamu?")
        assert page.evaluate("Object.keys(localStorage).filter(k => /^kotak:/.test(k)).length") == 0
    assert stored(app, cast.sari) == 0


def test_what_waits_for_her_is_counted_beside_her_name(
    app: Flask, cast: Cast, chromium: Browser, clock: FixedClock
) -> None:
    with phone(app, cast, chromium) as (context, address):
        page = context.new_page()
        open_question(page, address, cast.sari)
        page.wait_for_function(SCRIPTS)
        clock.forward(minutes=16)               # so that nobody knows who tapped
        page.locator("#q1 button.main").click()
        expect(page.locator("#q1 .feedback")).to_contain_text("Benar!")
        page.goto(address)
        note = page.locator("li", has_text="Sari").locator(".menunggu")
        expect(note).to_have_text(re.compile("1 jawaban menunggu di HP ini."))
        sign_in(page, address, cast.rudi)
        page.locator(".foot button").click()
        expect(note).to_be_visible()
        assert stored(app, cast.sari) == stored(app, cast.rudi) == 0
        sign_in(page, address, cast.sari)
        page.wait_for_function("() => !localStorage.getItem('kotak')")
        page.locator(".foot button").click()
        expect(page.locator("h1")).to_have_text("Siapa kamu?")
        expect(note).to_have_count(0)
    assert (stored(app, cast.sari), stored(app, cast.rudi)) == (1, 0)


def test_without_a_hub_she_goes_on_though_she_looked_at_something_else_meanwhile(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with phone(app, cast, chromium) as (context, address):
        page = context.new_page()
        page.clock.install()
        open_question(page, address, cast.sari)
        page.wait_for_function(SCRIPTS)
        page.evaluate("""localStorage.setItem("draf:lama", '{"t":1,"f":[["a","rahasia"]]}')""")
        context.set_offline(True)
        page.clock.fast_forward("12:30")
        page.clock.fast_forward("00:40")
        page.locator(".masih button").click()
        page.evaluate("window.dispatchEvent(new Event('focus'))")
        expect(page.locator("#q1 button.main")).to_be_visible()
        page.locator("#q1 button.main").click()
        expect(page.locator("#q1 .feedback")).to_contain_text("Benar!")
        context.set_offline(False)
        page.reload()
        page.wait_for_function("() => !localStorage.getItem('draf:lama')")


HTTPS = "https://hub.example/"


def test_over_https_one_cookie_tells_whose_turn_it_is_after_she_signed_out_too(
    chromium: Browser,
) -> None:
    scripts = [(JS / name).read_text() for name in ("outbox.js", "giliran/still.js")]
    page = "<!doctype html><html lang=id><form action=/keluar><input name=s value=1></form>"
    context = chromium.new_context()
    context.route(f"{HTTPS}**", lambda route: route.fulfill(body=page, content_type="text/html"))

    def turn(of: str) -> None:
        context.add_cookies([{"name": "__Host-giliran", "value": of, "url": HTTPS, "secure": True}])

    opened = context.new_page()
    for seat in ("sari", "rudi"):
        turn(f"{seat}.1")
        opened.goto(f"{HTTPS}b/{seat}/baca/")
        opened.evaluate("() => { window.elearn = { unpack() {} }; }")
        for script in scripts:
            opened.evaluate(script)
        opened.evaluate("elearn.post(document.querySelector('form'), {})")
        kept = opened.evaluate("Object.keys(localStorage).filter(k => /^kotak:/.test(k)).join()")
        assert f"kotak:{seat}:" in kept
        opened.evaluate(
            "document.querySelector('form').dispatchEvent(new Event('submit', {bubbles: true}))"
        )
        assert opened.evaluate("document.cookie") == "__Host-giliran=-"
        turn("-")
    context.close()
