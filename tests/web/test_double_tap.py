"""In real Chromium: a double tap is one answer, and an answer waits while the hub is away."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from elearn.learning import answers
from elearn.questions import KINDS
from elearn.web.site import KEY
from tests.cast import Cast, Learner
from tests.live import live
from tests.web.waiting import expect_all_sent, waiting
from tests.web.walk import fill, key_of, sign_in

pytestmark = pytest.mark.browser

@contextmanager
def browsing(
    app: Flask, cast: Cast, chromium: Browser, script: bool = True
) -> Iterator[tuple[BrowserContext, str]]:
    """Give a browser of Ibu Maya's class, and the address of the site."""
    with live(app) as address:
        context = chromium.new_context(
            viewport={"width": 360, "height": 640}, java_script_enabled=script
        )
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        yield context, address
        context.close()


def open_question(page: Page, address: str, learner: Learner) -> None:
    """Sign in, go to the first question of "lanjut", and mark the right answer without sending."""
    sign_in(page, address, learner)
    page.locator("a.continue").click()
    page.locator("main[data-lesson]").wait_for()
    page.goto(page.url.partition("#")[0] + "#q1")
    form = page.locator("#q1 form")
    key = key_of(form)
    kind = KINDS[str(key["kind"])]
    fill(form, kind.right(key), kind.name, script=False)


def stored(app: Flask, learner: Learner) -> int:
    """How many answers of a learner the log holds."""
    with app.extensions[KEY].store.reading() as session:
        return len(answers.log(session, learner.id))


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_c7_a_double_tap_is_one_answer(
    app: Flask, cast: Cast, chromium: Browser, script: bool
) -> None:
    with browsing(app, cast, chromium, script) as (context, address):
        page = context.new_page()
        open_question(page, address, cast.sari)
        page.locator("#q1 button.main").dblclick()
        expect(page.locator(".feedback:visible")).to_contain_text("Benar!")
        if script:
            expect_all_sent(page)
        assert stored(app, cast.sari) == 1


def test_an_answer_waits_while_the_hub_is_away_and_is_stored_once(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with browsing(app, cast, chromium) as (context, address):
        page = context.new_page()
        open_question(page, address, cast.sari)
        context.set_offline(True)
        page.locator("#q1 button.main").click()
        expect(page.locator("#q1 .feedback")).to_contain_text("Benar!")
        assert len(waiting(page)) == 1
        expect(page.locator("[data-state]")).to_contain_text("di HP ini")
        assert stored(app, cast.sari) == 0
        context.set_offline(False)
        expect_all_sent(page)
        expect(page.locator("[data-state]")).to_contain_text("Tersimpan di hub.")
        assert stored(app, cast.sari) == 1


def test_an_answer_is_sent_where_the_browser_has_no_room_for_it(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with browsing(app, cast, chromium) as (context, address):
        context.add_init_script("Storage.prototype.setItem = function () { throw new Error(); };")
        page = context.new_page()
        open_question(page, address, cast.sari)
        page.locator("#q1 button.main").click()
        expect(page.locator("#q1 .feedback")).to_contain_text("Benar!")
        expect(page.locator("[data-state]")).to_contain_text("Tersimpan di hub.")
        assert stored(app, cast.sari) == 1


def test_an_answer_whose_acknowledgement_was_lost_is_sent_again_and_is_one_row(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with browsing(app, cast, chromium) as (context, address):
        page = context.new_page()
        open_question(page, address, cast.sari)
        lost: list[Route] = []

        def lose(route: Route) -> None:
            route.fetch()
            lost.append(route)
            route.abort()

        context.route("**/b/*/*/", lose, times=1)
        page.locator("#q1 button.main").click()
        expect_all_sent(page)
        assert len(lost) == 1
        assert stored(app, cast.sari) == 1


def test_an_answer_that_waits_is_never_anothers(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with browsing(app, cast, chromium) as (context, address):
        page = context.new_page()
        open_question(page, address, cast.sari)
        own = page.url.partition("#")[0]
        context.set_offline(True)
        page.locator("#q1 button.main").click()
        expect(page.locator("#q1 .feedback")).to_contain_text("Benar!")
        context.clear_cookies(name="sesi")             # as if the browser had been closed
        page.goto("about:blank")
        context.set_offline(False)

        sign_in(page, address, cast.rudi)
        page.locator("a.continue").click()
        page.locator("main[data-lesson]").wait_for()
        page.goto(own)                                 # Sari's own page, under Rudi's hands
        expect(page.locator("h1")).to_have_text("Sudah ganti orang")
        assert stored(app, cast.rudi) == 0

        context.clear_cookies(name="sesi")
        sign_in(page, address, cast.sari)
        page.locator("a.continue").click()
        page.locator("main[data-lesson]").wait_for()
        expect_all_sent(page)
        assert (stored(app, cast.sari), stored(app, cast.rudi)) == (1, 0)
