"""After "Selesai" the Back button shows nothing of hers, in a browser that keeps whole pages."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask, Response
from playwright.sync_api import Browser, Page, expect

from elearn.settings import Settings
from tests.cast import Cast
from tests.conftest import CHROMIUM, FLAGS
from tests.live import live
from tests.web.walk import sign_in

pytestmark = pytest.mark.browser

NAMED = "hub.lan"        # over http a name is no secure context: Clear-Site-Data does nothing there
WATCH = """
(() => {
  const note = key => sessionStorage.setItem(
    key, (sessionStorage.getItem(key) || "") + location.pathname + " ");
  const look = () => {
    const shown = document.body && document.body.checkVisibility() ? document.body.innerText : "";
    const hers = /Selamat pagi|Sedang dipelajari/.test(shown + document.title);
    if (sessionStorage.getItem("out") && hers) { note("seen"); }
  };
  const watch = () => { look(); requestAnimationFrame(watch); };
  watch();
  new MutationObserver(look).observe(
    document, { childList: true, subtree: true, attributes: true, characterData: true });
  addEventListener("pageshow", event => { look(); if (event.persisted) { note("kept"); } });
})();
"""
"""Notes, once `out` is set, where her greeting or result can be read: at each frame, each change of
the document, and when a page that was kept whole comes back."""


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Let the site be called by a name as well."""
    return replace(settings, trusted_hosts=(NAMED,))


@pytest.fixture(scope="module")
def keeping(chromium: Browser) -> Iterator[Browser]:
    """Chromium as people have it: pages that are left are kept whole for the Back button."""
    browser = chromium.browser_type.launch(
        executable_path=str(CHROMIUM),
        args=[*FLAGS, f"--host-resolver-rules=MAP {NAMED} 127.0.0.1"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield browser
    browser.close()


@pytest.mark.parametrize(
    ("host", "obeys"), [
        pytest.param("127.0.0.1", True, id="loopback", marks=pytest.mark.soak),
        pytest.param(NAMED, True, id="named", marks=pytest.mark.soak),
        pytest.param(NAMED, False, id="named-and-deaf-to-no-store"),
    ],
)
def test_a7_the_back_button_shows_nothing_of_hers_after_sign_out(
    app: Flask, cast: Cast, keeping: Browser, host: str, obeys: bool
) -> None:
    if not obeys:
        app.after_request(kept_all_the_same)
    with live(app) as loopback:
        address = loopback.replace("127.0.0.1", host)
        context = keeping.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        context.add_init_script(WATCH)
        page = context.new_page()
        sign_in(page, address, cast.sari)
        expect(page.locator("h1")).to_have_text("Selamat pagi, Sari")
        page.locator("a.continue").click()
        page.locator("main[data-lesson]").wait_for()
        page.locator("header a.icon").click()
        page.locator(".continue").wait_for()
        travel(page, -1)
        assert "/b/" in noted(page, "kept")            # this browser does keep pages whole
        page.goto(page.url.partition("#")[0] + "selesai")
        expect(page.locator("h1")).to_contain_text("Sedang dipelajari")
        page.locator(".foot button").click()
        expect(page.locator("h1")).to_have_text("Siapa kamu?")
        page.evaluate("sessionStorage.setItem('out', '1')")
        for step in (-1, -1, -1, -1, 1, 1, 1, 1):
            travel(page, step)
            assert noted(page, "seen") == "", page.url
        if not obeys:
            assert "selesai" in noted(page, "kept")
        context.close()


def kept_all_the_same(response: Response) -> Response:
    """Answer as if the browser had not heard of `no-store`."""
    if response.mimetype == "text/html":
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def travel(page: Page, step: int) -> None:
    """Press Back or Forward, and let the page that comes up settle."""
    (page.go_back if step < 0 else page.go_forward)(wait_until="commit")
    page.wait_for_function(
        "() => document.readyState === 'complete' && document.body.checkVisibility()"
    )
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def noted(page: Page, key: str) -> str:
    """Return what was noted under `key`."""
    return str(page.evaluate("key => sessionStorage.getItem(key) || ''", key))
