"""Sari's whole way in real Chromium: sign in by pictures, learn, answer, come back tomorrow."""

from dataclasses import dataclass

import pytest
from flask import Flask
from playwright.sync_api import Browser, Locator, Page, expect

from elearn.questions import KINDS
from elearn.web.site import KEY
from tests.cast import Cast, Learner
from tests.conftest import FixedClock
from tests.live import live
from tests.web.waiting import expect_all_sent
from tests.web.walk import fill, key_of, sign_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
@pytest.mark.parametrize("size", [
    pytest.param((240, 320), marks=pytest.mark.soak, id="240x320"),
    pytest.param((360, 640), id="360x640"),
])
def test_sari_learns_today_and_finds_it_again_tomorrow(
    app: Flask, cast: Cast, clock: FixedClock, chromium: Browser,
    size: tuple[int, int], script: bool,
) -> None:
    with live(app) as address:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=script
        )
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))

        sari = Walker(page, address, cast.sari, clock, script)
        sari.walk_lesson(wrong_first=True)
        expect(page.locator("h1")).to_contain_text("Hampir bisa")
        expect(page.locator(".because .not")).to_have_count(1)
        expect(page.locator(".because .yes")).to_have_count(9)
        page.locator(".foot button", has_text="Selesai").click()
        expect(page.locator("h1")).to_have_text("Siapa kamu?")

        clock.forward(hours=24)
        if script:
            page.clock.set_fixed_time(clock())
        sari.walk_lesson(wrong_first=False)
        expect(page.locator("h1")).to_contain_text("Sudah bisa")
        page.locator(".foot a", has_text="Lanjut").click()
        expect(page.locator(".tiles .mark").first).to_contain_text("✓ 1")
        assert not errors
        context.close()
    assert stored(app, cast.sari) == 10 + 1 + 10


@dataclass
class Walker:
    """One learner at one browser; time passes between her answers, here and on the server."""

    page: Page
    address: str
    learner: Learner
    clock: FixedClock
    script: bool

    def walk_lesson(self, *, wrong_first: bool) -> None:
        """Sign in, open "lanjut", answer every question, and look at the result."""
        sign_in(self.page, self.address, self.learner)
        self.page.locator("a.continue").click()
        self.page.locator("main[data-lesson]").wait_for()
        questions = self.page.locator("section.question")
        for anchor in questions.evaluate_all("all => all.map(one => one.id)"):
            if self.script:
                self.forward_to(anchor)
            self.answer(anchor, wrong=wrong_first and anchor == "q1")
        if self.script:
            self.forward_to("akhir")
        self.page.locator("a[data-end]").click()
        self.page.locator(".because").wait_for()

    def forward_to(self, anchor: str) -> None:
        """Tap "Lanjut" until the screen is there."""
        for _ in range(40):
            now = self.page.locator(".screen.now")
            here = now.get_attribute("id") or ""
            if here == anchor:
                return
            now.locator("a.button", has_text="Lanjut").click()
            expect(now).not_to_have_id(here)
        raise AssertionError(f"{anchor} was never reached")

    def answer(self, anchor: str, *, wrong: bool) -> None:
        """Answer a question rightly, at the second try if `wrong`."""
        form = self.page.locator(f"#{anchor} form")
        key = key_of(form)
        right = KINDS[str(key["kind"])].right(key)
        if wrong:
            self.give(form, str(key["kind"]), next(str(i) for i in range(9) if str(i) != right))
            place = self.feedback(anchor)
            expect(place).to_contain_text("Belum.")
            expect(place).not_to_contain_text("Jawabannya:")
            expect(self.page.locator(".hint").first).to_be_visible()
            if self.script:
                form.locator("button[type=submit]").click()          # "Coba lagi"
            else:
                form = self.page.locator("main form")
        self.give(form, str(key["kind"]), right)
        expect(self.feedback(anchor)).to_contain_text("Benar!")
        if not self.script:
            self.page.locator(".foot a", has_text="Lanjut").click()

    def give(self, form: Locator, kind: str, raw: str) -> None:
        """Give an answer and have it checked, half a minute after the last one."""
        if self.script:
            expect_all_sent(self.page)       # the clock goes on for this one, not for the last
        self.clock.forward(seconds=30)
        if self.script:
            self.page.clock.set_fixed_time(self.clock())
        fill(form, raw, kind, self.script)
        form.locator("button.main").click()

    def feedback(self, anchor: str) -> Locator:
        """Where the answer is told: beside the question, or on a page of its own."""
        return self.page.locator(f"#{anchor} .feedback" if self.script else ".feedback")


def stored(app: Flask, learner: Learner) -> int:
    """How many answers of a learner the log holds."""
    from elearn.learning import answers

    with app.extensions[KEY].store.reading() as session:
        return len(answers.log(session, learner.id))
