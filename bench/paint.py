"""First contentful paint on a phone six times slower, at 400/400 kbps and 400 ms a request.

`python -m bench.paint`: the one wall time that is measured, since all that it depends on is fixed.
"""

import statistics
from dataclasses import dataclass

from playwright.sync_api import Page, Playwright, sync_playwright

from bench.hub import Hub, hub
from bench.tables import table, verdict
from bench.visitor import Visitor
from bench.wire import Cookies, Wire, fresh, phone

RUNS = 5
BUDGET = 1.0
COMES_FROM = "/ranah/literasi"  # sends who is not signed in to the names
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@dataclass(frozen=True, slots=True)
class Target:
    """A page, and who opens it."""

    name: str
    path: str
    cookies: Cookies


def figures() -> str:
    """Measure, and return the table in seconds."""
    with hub() as served, sync_playwright() as playwright:
        visitor = Visitor.of(served.data)
        rows = [row(playwright, served, visitor, target) for target in targets(visitor)]
    head = ["first contentful paint, s", "cold: median (least–most)", "warm", "budget 1.0 warm"]
    return table(head, rows)


def targets(visitor: Visitor) -> list[Target]:
    """Return the three pages that she waits for most."""
    return [
        Target("sign-in, names", "/", "device"),
        Target("home", "/", "learner"),
        Target("lesson", visitor.lesson(), "learner"),
    ]


def row(playwright: Playwright, served: Hub, visitor: Visitor, target: Target) -> list[str]:
    """Open one page several times, each time in a browser of its own."""
    cold = [painted(playwright, served, visitor, target, warm=False) for _ in range(RUNS)]
    warm = [painted(playwright, served, visitor, target, warm=True) for _ in range(RUNS)]
    kept = verdict("paint" if statistics.median(warm) > BUDGET else "")
    return [target.name, _spread(cold), _spread(warm), kept]


def painted(
    playwright: Playwright, served: Hub, visitor: Visitor, target: Target, *, warm: bool
) -> float:
    """Return seconds from the tap to the first paint.

    Cold: empty cache, nothing connected. Warm: she comes from another page of the site, so that
    the connection is open and the styles are kept.
    """
    with phone(playwright) as browser:
        page = fresh(browser, served.address, visitor, target.cookies)
        wire = Wire(page)
        if warm:
            page.goto(served.address + COMES_FROM, wait_until="networkidle")
        wire.slow()
        page.goto(served.address + target.path, wait_until="load")
        return _paint(page)


def _paint(page: Page) -> float:
    page.wait_for_function(f"({PAINTED})() !== undefined")
    return float(page.evaluate(PAINTED)) / 1000


def _spread(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.2f} ({min(seconds):.2f}–{max(seconds):.2f})"


if __name__ == "__main__":
    print(figures())
