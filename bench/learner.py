"""A learner's way through the pages in real Chromium: the same steps for pictures and figures."""

from playwright.sync_api import Browser, BrowserContext, Page

from bench.hub import Hub

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]
SCREENS = ((240, 320), (360, 640), (1366, 768))


def context(browser: Browser, size: tuple[int, int], *, script: bool = True) -> BrowserContext:
    """Return a fresh browser of this size; phones can be touched."""
    return browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=1,
        has_touch=size[0] < 600,
        java_script_enabled=script,
        locale="id-ID",
    )


def enrol(page: Page, hub: Hub) -> None:
    """Make this browser the class's device by a one-time link."""
    page.goto(hub.new_link())
    page.click("main button")
    page.wait_for_url("**/perangkat")


def sign_in(page: Page, hub: Hub, name: str) -> None:
    """Tap the name and the pictures."""
    page.goto(hub.address)
    page.click(f"a.tile:has-text('{name}')")
    for number in hub.code(page.url.rpartition("/")[2]):
        page.click(f"button[name=pilih][value='{number}']")
    page.wait_for_selector(".continue, .tiles.two")
