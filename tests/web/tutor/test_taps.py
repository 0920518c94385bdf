"""The tutor's main jobs take three taps at most from her first page, counted in real Chromium."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from elearn.accounts import devices, sign_in
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, staffed
from tests.live import live
from tests.web.test_answers import STEM, form_for, signed_in

pytestmark = pytest.mark.browser

TITLE = "Bilangan 1 sampai 5"


@dataclass
class Hand:
    """A finger on a phone: every tap is counted; typing is not."""

    page: Page
    taps: int = field(default=0)

    def tap(self, wanted: str) -> None:
        target = self.page.locator(wanted).first
        expect(target).to_be_visible()
        target.click()
        self.taps += 1


@pytest.fixture
def hand(app: Flask, cast: Cast, chromium: Browser) -> Iterator[Hand]:
    """Ibu Maya at her first page: Rudi is held, Sari has answered."""
    client, seat = signed_in(app, cast, cast.sari)
    client.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat), headers=SAME_SITE)
    site = app.extensions[KEY]
    with site.store.writing() as session:
        device = devices.device_of(session, cast.device)
        assert device
        for _ in range(5):
            sign_in.sign_in(
                session, site.secrets, device, cast.rudi.id, cast.rudi.code[::-1], site.now()
            )
    cookie = staffed(app, cast.maya).get_cookie("petugas")
    assert cookie
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "petugas", "value": cookie.value, "url": address}])
        page = context.new_page()
        page.goto(f"{address}/tutor/kelompok/{cast.class_id}")
        yield Hand(page)
        context.close()


def test_the_main_jobs_take_three_taps_at_most(hand: Hand, cast: Cast) -> None:
    page, first = hand.page, hand.page.url
    counted: dict[str, int] = {}

    def done(job: str, sign: str) -> None:
        expect(page.locator("main")).to_contain_text(sign)
        counted[job], hand.taps = hand.taps, 0
        page.goto(first)

    hand.tap(f"form[action='/tutor/orang/{cast.rudi.id}/masuk'] button")
    done("let in", "Rudi")

    hand.tap("text=Tugas untuk semua")
    hand.tap(f"label.choice:has-text('{TITLE}')")
    hand.tap("main button.main")
    done("assign to the class", "semua di kelompok")

    hand.tap("nav a:text-is('Tugas')")
    hand.tap("text=Tarik")
    done("take an assignment back", "Belum ada tugas.")

    hand.tap("a.who:has-text('Sari')")
    hand.tap(f"a.who:has-text('{TITLE}')")
    done("see why", "1 benar dari 1 jawaban")

    hand.tap("a.who:has-text('Sari')")
    hand.tap(f"a.who:has-text('{TITLE}')")
    hand.tap("text=Bukan dia")
    done("mark bukan dia", "bukan dia, tidak dihitung")

    hand.tap("text=Tambah orang")
    page.locator("#nama").fill("Nenek Ida")
    hand.tap("label:has(input[value=dewasa])")
    hand.tap("main button.main")
    done("add a learner", "Gambar masuk")

    assert counted["let in"] == 1
    assert max(counted.values()) <= 3, counted
