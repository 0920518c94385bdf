"""Sari practises in real Chromium: by tap, by keyboard, and without script; tomorrow other ones."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Locator, Page, expect

from elearn.questions import KINDS
from elearn.web.site import KEY
from tests.cast import Cast
from tests.conftest import FixedClock
from tests.live import live
from tests.web.practised import took
from tests.web.test_practice import practised
from tests.web.waiting import expect_all_sent
from tests.web.walk import fill, key_of, sign_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [
    pytest.param(True, id="with-script"),
    pytest.param(False, id="without-script", marks=pytest.mark.soak),
])
def test_sari_gets_her_ten_and_tomorrow_others(
    app: Flask, cast: Cast, clock: FixedClock, chromium: Browser, script: bool
) -> None:
    took(app, cast.sari)
    with live(app) as address:
        context = chromium.new_context(
            viewport={"width": 360, "height": 640}, java_script_enabled=script
        )
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        sign_in(page, address, cast.sari)
        page.locator("a.practice").click()
        for number in range(1, 11):
            clock.forward(seconds=20)
            answer(page, number, script, by_keyboard=number == 1)
            if number == 3 and script:
                come_back(page, address)
        page.locator("#akhir:visible a[data-end]").click()
        expect(page.locator("h1")).to_have_text("Latihan hari ini sudah selesai.")
        expect(page.locator(".because .yes")).to_have_count(10)
        page.locator(".foot a", has_text="Lanjut").click()
        expect(page.locator("a.practice")).to_contain_text("Latihan hari ini sudah selesai")
        expect(page.locator("a.practice .on")).to_have_count(5)
        today = {one.question for one in practised(app, cast.sari)}
        assert len(today) == 10

        clock.forward(hours=24)
        page.goto(address)
        sign_in(page, address, cast.sari)
        page.locator("a.practice").click()
        page.locator("section.question").first.wait_for(state="attached")
        names = page.locator("input[name=s]").evaluate_all("all => all.map(one => one.value)")
        assert not today & {name.split("~")[0] for name in names}
        assert not errors
        context.close()
    assert app.extensions[KEY].today().isoformat() == "2026-11-25"


def come_back(page: Page, address: str) -> None:
    """Go home and open it again: it goes on with the first question that is left."""
    expect(page.locator("#q4")).to_be_visible()
    expect_all_sent(page)
    page.goto(address)
    expect(page.locator("a.practice .on")).to_have_count(1)
    page.locator("a.practice").click()
    expect(page.locator("#q4")).to_be_visible()
    expect(page.locator("#q1")).to_be_hidden()


def answer(page: Page, number: int, script: bool, by_keyboard: bool) -> None:
    """Answer a question rightly and go on to the next."""
    if script:
        page.locator("html.js").wait_for()       # sent earlier, a form goes the way without script
    form = page.locator(f"#q{number} form")
    key = key_of(form)
    kind = str(key["kind"])
    raw = KINDS[kind].right(key)
    if by_keyboard and script and kind in {"pilih", "angka"}:
        type_it(page, form, raw, kind)
    else:
        fill(form, raw, kind, script)
        form.locator("button.main").click()
    place = page.locator(f"#q{number} .feedback" if script else ".feedback")
    expect(place).to_contain_text("Benar!")
    if script:
        form.locator("a.next").click()
    else:
        page.locator(".foot a", has_text="Lanjut").click()


def type_it(page: Page, form: Locator, raw: str, kind: str) -> None:
    """Answer without a finger on the screen."""
    if kind == "angka":
        form.locator("input[name=a]").focus()
        page.keyboard.type(raw)
    else:
        form.locator(f"input[name=a][value='{raw}']").focus()
        page.keyboard.press("Space")
    form.locator("button[type=submit]").focus()
    page.keyboard.press("Enter")
