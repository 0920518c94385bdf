"""Away from a sensitive lesson: no entry of the history shows it again, by Back or by Forward."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from elearn.settings import Settings
from tests.cast import Cast, prepare
from tests.conftest import CHROMIUM, FLAGS, FixedClock
from tests.live import live
from tests.web import sample
from tests.web.sample import SENSITIVE, sensitive
from tests.web.walk import sign_in

pytestmark = pytest.mark.browser

WATCH = """
(() => {
  const look = () => {
    const shown = document.body && document.body.checkVisibility() ? document.body.innerText : "";
    if (sessionStorage.getItem("away") && /Rumah harus aman|Siapa yang boleh/.test(shown)) {
      sessionStorage.setItem("seen", location.pathname);
    }
  };
  const watch = () => { look(); requestAnimationFrame(watch); };
  watch();
  addEventListener("pageshow", look);
})();
"""
"""Notes, once `away` is set, whether words of the lesson can be read: at each frame."""


@pytest.fixture
def app(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[Flask]:
    with sample.serving(
        settings, clock, tmp_path / "lessons", sensitive(), SENSITIVE,
        {sample.STEM: sample.lesson()},
    ) as made:  # fmt: skip
        yield made


@pytest.fixture
def cast(app: Flask, clock: FixedClock) -> Cast:
    return prepare(app, clock())


@pytest.fixture(scope="module")
def keeping(chromium: Browser) -> Iterator[Browser]:
    """Chromium as people have it: pages that are left are kept whole for the Back button."""
    browser = chromium.browser_type.launch(
        executable_path=str(CHROMIUM), args=FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield browser
    browser.close()


def opened(context: BrowserContext, address: str, cast: Cast) -> Page:
    """Open the lesson from the list, as a learner does."""
    context.set_default_timeout(20_000)
    context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
    context.add_init_script(WATCH)
    page = context.new_page()
    sign_in(page, address, cast.sari)
    page.locator("a.tile", has_text="Hak kita").click()
    page.locator("a.tile", has_text="Keluarga aman").click()
    expect(page.get_by_text("Rumah harus aman")).to_be_visible()
    return page


def travel(page: Page, step: int) -> None:
    """Press Back or Forward, and let the page that comes up settle."""
    (page.go_back if step < 0 else page.go_forward)(wait_until="commit")
    page.wait_for_function(
        "() => document.readyState === 'complete' && document.body.checkVisibility()"
    )
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("ending", [
    "quick", *(pytest.param(one, marks=pytest.mark.soak) for one in ("home", "back")),
])
def test_with_script_the_lesson_is_in_no_entry_of_the_history(
    app: Flask, cast: Cast, keeping: Browser, ending: str
) -> None:
    with live(app) as address:
        context = keeping.new_context(viewport={"width": 360, "height": 640})
        page = opened(context, address, cast)
        entries = page.evaluate("history.length")
        page.locator(".now a.button.main").click()
        page.locator(".now input[type=radio]").first.check()
        page.locator(".now button[type=submit]").click()
        expect(page.locator(".now .feedback")).to_contain_text("Ini jawabannya:")
        page.locator(".now .next").click()
        page.locator(".now input.typed").fill("3")
        page.locator(".now button[type=submit]").click()
        page.locator(".now .next").click()
        expect(page.locator("section.now")).to_contain_text("Minta tolong")
        assert page.evaluate("history.length") == entries
        assert page.evaluate("location.pathname") == "/"
        assert page.evaluate("Object.keys(localStorage).map(k => localStorage[k])") == []
        page.evaluate("sessionStorage.setItem('away', '1')")
        if ending == "back":
            travel(page, -1)
            expect(page.locator("h1")).to_contain_text("Hak kita")
        else:
            way = "[data-quick] button" if ending == "quick" else ".now a.button.main"
            page.locator(way).click()
            expect(page.locator("h1")).to_contain_text("Selamat pagi")
            assert page.evaluate("history.length") == entries
            travel(page, -1)
            expect(page.locator("h1")).to_contain_text("Hak kita")
        for step in (1, -1, -1, 1, 1):
            travel(page, step)
            assert SENSITIVE not in page.url
        assert page.evaluate("sessionStorage.getItem('seen')") is None
        context.close()


def test_the_way_out_is_in_sight_on_every_screen(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 240, "height": 320})
        page = opened(context, address, cast)
        way = page.locator("[data-quick] button")
        for _ in range(4):
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            expect(way).to_be_in_viewport(ratio=1)
            box = way.bounding_box()
            assert box
            assert box["height"] >= 48
            assert box["width"] >= 96
            links = page.locator(".now a.button.main, .now .next")
            page.evaluate("href => { location.hash = href }", links.last.get_attribute("href"))
        context.close()


def test_nothing_sounds_by_itself_though_she_has_asked_for_a_voice(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with live(app) as address:
        context = chromium.new_context()
        context.add_init_script("sessionStorage.setItem('suara', '1')")
        heard: list[str] = []
        context.on(
            "request", lambda asked: heard.append(asked.url) if "/suara/" in asked.url else None
        )
        page = opened(context, address, cast)
        heard.clear()
        page.locator(".now a.button.main").click()
        page.locator(".now input[type=radio]").first.check()
        page.locator(".now button[type=submit]").click()
        expect(page.locator(".now .feedback")).to_be_visible()
        page.wait_for_timeout(300)
        assert heard == []
        page.locator(".now .act a.dengar").click()
        page.wait_for_timeout(300)
        assert len(heard) >= 1
        assert all(one.endswith("?simpan=0") for one in heard)
        context.close()


def test_with_script_no_answer_leaves_the_browser(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with live(app) as address:
        context = chromium.new_context()
        page = opened(context, address, cast)
        posts: list[str] = []
        page.on(
            "request", lambda asked: posts.append(asked.url) if asked.method == "POST" else None
        )
        page.locator(".now a.button.main").click()
        page.locator(".now input[value='1']").check()
        page.locator(".now button[type=submit]").click()
        told = page.locator(".now .feedback")
        expect(told).to_contain_text("Suami juga tidak boleh.")
        expect(told).to_contain_text("Tidak ada yang boleh.")
        expect(told).not_to_contain_text("Belum")
        page.wait_for_timeout(300)
        assert posts == []
        context.close()


def test_without_script_what_was_told_of_an_answer_does_not_come_back(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with live(app) as address:
        context = chromium.new_context(java_script_enabled=False)
        page = opened(context, address, cast)
        page.locator(".question input[type=radio]").first.check()
        page.locator(".question button").first.click()
        expect(page.locator(".feedback")).to_contain_text("Ini jawabannya:")
        page.locator("[data-quick] button").click()
        expect(page.locator("h1")).to_have_text("Siapa kamu?")
        with pytest.raises(Error, match="ERR_CACHE_MISS"):      # it would have to post again
            page.go_back()
        context.close()


def test_without_script_the_lesson_goes_on_after_an_answer(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with live(app) as address:
        context = chromium.new_context(java_script_enabled=False)
        page = opened(context, address, cast)
        page.locator("#q1 input[type=radio]").first.check()
        page.locator("#q1 button.main").click()
        expect(page.locator(".feedback")).to_contain_text("Ini jawabannya:")
        page.locator(".foot a.main").click()
        expect(page.locator("#q2 button.main")).to_be_visible()
        context.close()


def test_without_script_back_finds_the_door(app: Flask, cast: Cast, chromium: Browser) -> None:
    with live(app) as address:
        context = chromium.new_context(java_script_enabled=False)
        page = opened(context, address, cast)
        page.locator("[data-quick] button").click()
        expect(page.locator("h1")).to_have_text("Siapa kamu?")
        for _ in range(3):
            page.go_back()
            expect(page.locator("h1")).to_have_text("Siapa kamu?")
        context.close()
