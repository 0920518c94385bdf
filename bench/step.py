"""One step in a slow browser: what it cost, and when it could be used."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Error, Page, Playwright

from bench.visitor import Visitor
from bench.wire import Cookies, Wire, fresh, phone

USABLE = 120   # s; what has not come by then is "never"
QUIET = 500    # ms without a long task after what was awaited is there: usable
SETTLED = 90   # s at most until what comes later has come
LONG_TASKS = """window.__long = 0; new PerformanceObserver(list => {
  for (const one of list.getEntries()) window.__long = one.startTime + one.duration;
}).observe({type: 'longtask', buffered: true})"""
SINCE_LONG = "() => performance.now() - (window.__long || -1e6)"
PAINT = """() => { const one = performance.getEntriesByName('first-contentful-paint')[0];
  return one ? performance.timeOrigin + one.startTime : 0 }"""

Act = Callable[[Page], object]


@dataclass(frozen=True, slots=True)
class Way:
    """One step of one side: what comes before it unseen, the tap, and what is waited for."""

    before: Act
    tap: Act
    awaited: str
    cookies: Cookies = "none"
    cold: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What a step cost; None for what never came, or where nothing new was painted."""

    requests: float
    bytes: float
    scripts: float
    before: float              # bytes until it was usable
    painted: float | None
    usable: float | None


def taken(playwright: Playwright, address: str, visitor: Visitor, way: Way) -> Taken:
    """Take one step in a browser of its own: fast until the tap, slow from then on."""
    with phone(playwright) as browser:
        page = fresh(browser, address, visitor, way.cookies)
        page.set_default_timeout(USABLE * 1000)
        page.add_init_script(LONG_TASKS)
        wire = Wire(page)
        way.before(page)
        if way.cold and page.url != "about:blank":
            page.goto("about:blank")
            wire.empty()
        wire.slow()
        wire.forget()
        stamp, began = time.time(), time.monotonic()
        way.tap(page)
        came = shown(page, way.awaited, USABLE)
        usable = _quiet(page, began) if came else None
        before = sum(one.bytes for one in wire.requests)
        _settle(page, wire)
        painted = float(page.evaluate(PAINT)) / 1000 - stamp
        sizes = [one.bytes for one in wire.requests]
        scripts = sum(one.bytes for one in wire.requests if one.kind == "Script")
        return Taken(
            len(sizes), sum(sizes), scripts, before, painted if painted > 0 else None, usable
        )


def shown(page: Page, awaited: str, seconds: float) -> bool:
    """Wait until it can be seen; "frame:" looks inside the page's frames."""
    framed, selector = awaited.startswith("frame:"), awaited.removeprefix("frame:")
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if any(
                frame.locator(selector).first.is_visible()
                for frame in (page.frames[1:] if framed else [page.main_frame])
            ):
                return True
        except Error:
            pass  # the page is changing under us
        page.wait_for_timeout(50)
    return False


def _quiet(page: Page, began: float) -> float:
    """Return when no long task ran any more, or now if none did lately."""
    seen = time.monotonic()
    while (since := float(page.evaluate(SINCE_LONG))) < QUIET and time.monotonic() - seen < 30:
        page.wait_for_timeout(50)
    return max(seen, time.monotonic() - since / 1000) - began


def _settle(page: Page, wire: Wire) -> None:
    until, last = time.monotonic() + SETTLED, -1
    while time.monotonic() < until:
        page.wait_for_timeout(1500)
        requests = wire.requests
        if len(requests) == last and all(one.ended for one in requests):
            return
        last = len(requests)
