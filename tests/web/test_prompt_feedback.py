"""Feedback sounds with the tap, and help says what can be done on the screen that is there."""

import json
import statistics
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from elearn.questions import KINDS
from tests.cast import Cast
from tests.live import live
from tests.web.walk import fill, key_of, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.audio]

AT_ONCE_MS = 150

LISTEN = """
(() => {
  const play = HTMLMediaElement.prototype.play;
  window.heard = [];
  addEventListener("click", () => { window.tapped = performance.now(); }, true);
  HTMLMediaElement.prototype.play = function () {
    const address = new URL(this.src).pathname, tapped = window.tapped;
    this.addEventListener("playing", () => window.heard.push([address, performance.now() - tapped]),
                          {once: true});
    return play.call(this);
  };
})();
"""
SAVING = 'Object.defineProperty(navigator, "connection", {value: {saveData: true}});'
QUIET = """addEventListener("DOMContentLoaded",
                         () => document.documentElement.classList.add("tenang"));"""
FETCHED = 'performance.getEntriesByType("resource").map(one => new URL(one.name).pathname)'


@contextmanager
def learning(
    app: Flask, cast: Cast, chromium: Browser, script: str = LISTEN
) -> Iterator[tuple[Page, str]]:
    """Yield Sari's phone at the first question of her next lesson, and the lesson's address."""
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        context.add_init_script(script)
        page = context.new_page()
        sign_in(page, address, cast.sari)
        page.locator("a.continue").click()
        page.locator("main[data-lesson]").wait_for()
        lesson = page.url.partition("#")[0]
        page.goto(f"{lesson}#q1")
        yield page, lesson
        context.close()


def test_feedback_sounds_with_the_tap_and_asks_the_network_for_nothing(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with learning(app, cast, chromium) as (page, lesson):
        page.locator("#q1 .act a.dengar").click()            # the first tap of this session
        waits = []
        for number in range(1, 6):
            page.goto(f"{lesson}#q{number}")
            form = page.locator(f"#q{number} form")
            key = key_of(form)
            kind = str(key["kind"])
            first, why = belongs(page, number)
            fill(form, KINDS[kind].right(key), kind, script=True)
            page.wait_for_function(
                f"wanted => {{ const there = {FETCHED}; "
                "return wanted.every(one => there.includes(one)); }", arg=[first, why],
            )
            page.evaluate("window.heard = []")               # the question itself was said
            page.context.set_offline(True)
            form.locator("button[type=submit]").click()
            said = page.wait_for_function(
                "first => window.heard.find(one => one[0] === first)", arg=first
            )
            page.context.set_offline(False)
            waits.append(said.json_value()[1])
        assert waits[0] < 2 * AT_ONCE_MS, waits
        assert statistics.median(waits) < AT_ONCE_MS, waits


def belongs(page: Page, number: int) -> tuple[str, str]:
    """Return the sound of "Benar!", and that of what a right answer to a question is told."""
    first = page.locator("main").get_attribute("data-right-sound")
    told = json.loads(page.locator(f"#q{number} form").get_attribute("data-question") or "")
    assert first
    return first, told["why"][1]


@pytest.mark.parametrize("script", [SAVING, QUIET], ids=["saves data", "wants it quiet"])
def test_who_wants_few_sounds_fetches_what_she_tapped_and_no_more(
    app: Flask, cast: Cast, chromium: Browser, script: str
) -> None:
    with learning(app, cast, chromium, LISTEN + script) as (page, lesson):
        page.locator("#q1 .act a.dengar").click()
        page.wait_for_function("() => window.heard.length")
        page.wait_for_function(f"() => {FETCHED}.some(one => one.includes('after'))")
        page.goto(f"{lesson}#q2")
        expect(page.locator("#q2")).to_be_visible()
        page.wait_for_timeout(300)
        assert len({one for one in page.evaluate(FETCHED) if one.endswith(".mp3")}) == 1


def test_help_in_a_lesson_is_of_its_screen_and_is_said(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with learning(app, cast, chromium) as (page, lesson):
        told = page.locator(".told")
        page.locator("summary.icon").click()
        expect(told).to_contain_text("Ketuk satu jawaban, lalu ketuk Periksa.")
        page.wait_for_function("() => window.heard.length")
        expect(told.locator("a.dengar").first).to_have_class("dengar on")
        sounds = {one for one in page.evaluate(FETCHED) if one.endswith(".mp3")}
        assert len(sounds) == 1              # no voice was asked for beside
        page.locator("summary.icon").click()
        expect(told.locator("a.dengar").first).to_have_class("dengar")       # closed: silent
        page.goto(f"{lesson}#akhir")
        page.locator("summary.icon").click()
        expect(told).to_contain_text("Ketuk Lihat hasil")
        told.locator("summary").click()
        expect(told.locator("li", has_text="Ke rumah").locator("a.dengar")).to_be_visible()
