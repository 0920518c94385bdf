"""In real Chromium: she records herself at a bacaan and hears the example, then herself."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from elearn.settings import Settings
from tests.cast import enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.live import live
from tests.web import sample
from tests.web.recording.test_recorder_in_chromium import NO_MICROPHONE
from tests.web.test_answers import seat_of

pytestmark = [pytest.mark.browser, pytest.mark.audio]

STEP = """Ikuti bacaan ini.

> ibu mau ubi itu.
> ini ikan api.

Bagus sekali.
"""
LEFT = "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"
HEARD = """() => {
  const player = elearn.player;
  window.heard = [];
  setInterval(() => {
    if (player.paused || player.readyState < 3) { return; }
    heard.push([player.src.slice(0, 4), player.currentTime]);
  }, 20);
  player.addEventListener('ended', () => { window.done = player.src.startsWith('blob'); });
}"""


@pytest.fixture
def lesson(settings: Settings, clock: FixedClock, tmp_path: Path, whole_chromium: Browser
           ) -> Iterator["Opening"]:
    with sample.serving(settings, clock, tmp_path / "baca", sample.lesson(step=STEP)) as app:
        cast = prepare(app, clock())
        client = enrolled(app, cast.device)
        sign_in(client, cast.sari)
        cookies = [client.get_cookie(name) for name in ("sesi", "perangkat")]
        with live(app) as address:
            path = f"{address}/b/{seat_of(client)}/{sample.STEM}/"
            kept = {one.key: one.value for one in cookies if one}
            yield Opening(whole_chromium, address, path, kept)


class Opening:
    """Sari at her lesson with a bacaan."""

    def __init__(
        self, chromium: Browser, address: str, path: str, cookies: dict[str, str]
    ) -> None:
        self._chromium, self._address, self._path = chromium, address, path
        self._cookies = cookies
        self.asked: list[Request] = []

    @contextmanager
    def page(self, before: str = "") -> Iterator[Page]:
        """Open the first step on a phone."""
        context = self._chromium.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        context.grant_permissions(["microphone"], origin=self._address)
        context.add_cookies([
            {"name": name, "value": value, "url": self._address}
            for name, value in self._cookies.items()
        ])
        if before:
            context.add_init_script(before)
        page = context.new_page()
        page.on("request", lambda one: self.asked.append(one))
        page.goto(self._path)
        yield page
        context.close()


def test_the_example_and_then_her_own_voice_and_nothing_is_sent_or_kept(lesson: Opening) -> None:
    with lesson.page() as page:
        box = page.locator(".screen.now .banding")
        expect(box).to_have_count(0)                        # the example is heard first
        page.locator(".screen.now .act a.dengar").click()
        box.locator("button", has_text="Rekam suaramu").first.focus()
        assert not any("/s/banding" in one.url for one in lesson.asked)
        page.keyboard.press("Enter")
        expect(box).to_contain_text("Hanya di HP ini, tidak dikirim.")
        record = box.locator("[data-record]")
        expect(record).to_be_focused()
        page.evaluate("elearn.stop()")
        before = len(lesson.asked)
        page.keyboard.press("Enter")
        expect(record).to_contain_text("Berhenti merekam")
        assert page.evaluate("elearn.player.paused")        # it would hear the instruction
        page.wait_for_timeout(1200)
        page.keyboard.press("Enter")
        listen = box.locator("[data-listen]")
        expect(listen).to_be_focused()
        page.evaluate(HEARD)
        page.keyboard.press("Enter")
        expect(box.locator("[role=status]")).to_have_text("Ini contohnya.")
        page.wait_for_function("() => window.done")
        expect(box.locator("[role=status]")).to_have_text("Ini suaramu.")
        heard = page.evaluate("heard")
        times = page.evaluate(
            "fetch(document.querySelector('.screen.now .act a.dengar').href.replace('mp3', 'json'))"
            ".then(answer => answer.json()).then(told => told.sentences)")
        spoken = [time for kind, time in heard if kind == "http"]
        first, last = times[2], times[3]
        assert spoken[0] == pytest.approx(first["start"], abs=0.2)     # not "Ikuti bacaan ini."
        assert last["end"] < max(spoken) < times[4]["start"]            # not "Bagus sekali."
        assert heard[-1][0] == "blob"
        assert all(one.method == "GET" for one in lesson.asked[before:])
        page.evaluate(LEFT)
        expect(listen).to_be_hidden()
        assert not page.evaluate("(elearn.player.getAttribute('src') || '').startsWith('blob')")


def test_where_no_microphone_may_be_asked_nothing_is_offered(lesson: Opening) -> None:
    with lesson.page(NO_MICROPHONE) as page:
        page.locator(".screen.now .act a.dengar").click()
        expect(page.locator(".ikuti")).to_be_visible()
        expect(page.locator(".banding")).to_have_count(0)
