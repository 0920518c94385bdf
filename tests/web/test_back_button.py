"""After "Selesai" the Back button shows nobody's name, in a browser that keeps whole pages."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.cast import Cast
from tests.conftest import CHROMIUM, FLAGS
from tests.live import live
from tests.web.walk import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

WATCH = """
(() => {
  const note = (key, text) => sessionStorage.setItem(key, (sessionStorage.getItem(key) || "") + text);
  const look = () => {
    const text = document.body ? document.body.innerText + document.title : "";
    if (sessionStorage.getItem("out") && text.includes("Sari")) { note("seen", location.pathname + " "); }
  };
  const watch = () => { look(); requestAnimationFrame(watch); };
  watch();
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
  addEventListener("pageshow", event => { look(); if (event.persisted) { note("kept", location.pathname + " "); } });
})();
"""
"""Notes, once `out` is set, every page on which the name can be read: at each frame, each change of
the document, and when a page that was kept whole comes back."""


@pytest.fixture
def keeping(chromium: Browser) -> Iterator[Browser]:
    """Chromium as people have it: pages that are left are kept whole for the Back button."""
    browser = chromium.browser_type.launch(
        executable_path=str(CHROMIUM), args=FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield browser
    browser.close()


def noted(page: Page, key: str) -> str:
    """Return what was noted under `key`."""
    return str(page.evaluate("key => sessionStorage.getItem(key) || ''", key))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a7_the_back_button_shows_no_name_after_sign_out(
    app: Flask, cast: Cast, keeping: Browser, host: str
) -> None:
    with live(app) as loopback:
        address = loopback.replace("127.0.0.1", host)
        context = keeping.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        context.add_init_script(WATCH)
        page = context.new_page()
        sign_in(page, address, cast.sari)
        expect(page.locator("h1")).to_contain_text("Sari")
        page.locator("a.tile.numerasi").last.click()
        page.locator("ul.rows a.tile").first.click()
        page.locator("main[data-lesson]").wait_for()
        page.locator("header a.icon").click()
        page.locator(".continue").wait_for()
        page.go_back(wait_until="commit")
        page.locator("main[data-lesson]").wait_for()
        assert "/b/" in noted(page, "kept")            # this browser does keep pages whole
        page.goto(page.url.partition("#")[0] + "selesai")
        page.locator(".foot button").click()
        expect(page.locator("h1")).to_have_text("Siapa kamu?")
        page.evaluate("sessionStorage.setItem('out', '1')")
        for _ in range(6):
            page.go_back(wait_until="commit")
            page.wait_for_function("document.readyState === 'complete' && !document.documentElement.hidden")
            page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            print(page.url, page.title(), repr(noted(page, "seen")), noted(page, "kept"))
        context.close()
