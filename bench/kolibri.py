"""Our pages beside Kolibri's: the same phone, the same slow line, one run, by turns.

Kolibri is not among our packages. Install it apart, and give its folder:

    python3 -m venv kolibri && kolibri/bin/pip install kolibri==0.19.5
    python -m bench.kolibri kolibri [--rounds 3]

It starts the demonstration hub and an empty Kolibri with one learner, her class, a page of text
and an exercise (`bench/kolibri_school.py`), both on loopback and in folders that go away, and
prints the table. In each round every step is taken by us, then by Kolibri, so that what else the
machine does falls on both; figures are medians of the rounds. Not part of `make bench`.
"""

import argparse
import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, Page, Playwright, sync_playwright

from bench.hub import Hub, free_port, hub, well
from bench.kolibri_school import LEARNER, PASSWORD
from bench.past import remember
from bench.tables import machine, table
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


def nothing(_page: Page) -> None:
    """Come from nowhere."""


def ours(served: Hub, visitor: Visitor) -> dict[str, Way]:
    """Return our steps: the demonstration's learner, a real lesson, real practice."""
    home, there = served.address, f"main a[href='{visitor.lesson()}']"
    lesson, practice = home + visitor.lesson(), f"{home}/b/{visitor.seat}/latihan/"

    def name(page: Page) -> None:
        page.click("a.tile:has-text('Sari')")
        page.wait_for_url("**/masuk/*")

    def pictures(page: Page, last: int) -> None:
        code = served.code(page.url.rpartition("/")[2])
        for number in code[:-1] if last else code:
            page.click(f"button[name=pilih][value='{number}']")

    def known(page: Page) -> None:
        opened(home)(page)
        name(page)
        page.wait_for_load_state("networkidle")
        pictures(page, 1)

    def last(page: Page) -> None:
        number = served.code(page.url.rpartition("/")[2])[-1]
        page.click(f"button[name=pilih][value='{number}']")

    def whole(page: Page) -> None:
        name(page)
        pictures(page, 0)

    at_home, asks = "a.tile.continue", "section.question.now"
    text = "section.screen.now"
    return {
        "sign-in, first visit, cold": Way(nothing, opened(home, idle=False), "a.tile", "device"),
        "the whole sign-in to home, warm": Way(opened(home), whole, at_home, "device"),
        "its last tap to home, warm": Way(known, last, at_home, "device"),
        "tap a text lesson, warm": Way(
            opened(f"{home}/ranah/literasi"), tap(there), text, "learner"),
        "tap the first quiz, warm": Way(
            opened(home), tap("a.tile.practice"), asks, "learner"),
        "text lesson by link, cold": Way(
            nothing, opened(lesson, idle=False), text, "learner", cold=True),
        "text lesson once more by link": Way(
            opened(lesson), again(lesson), text, "learner"),
        "quiz by link, cold": Way(
            nothing, opened(practice, idle=False), asks, "learner", cold=True),
    }


def theirs(home: str, made: dict[str, str]) -> dict[str, Way]:
    """Return Kolibri's steps, of the same names."""
    listed = f"{home}/id/learn/#/home/classes/{made['class']}/lesson/{made['lesson']}"
    text_at, quiz_at = (f"{home}/id/learn/#/topics/c/{made[one]}" for one in ("text", "quiz"))
    text, asks = "frame:h1", "text=2 + 3"

    def filled(page: Page) -> None:
        opened(home)(page)
        page.fill("input[autocomplete=username]", LEARNER)

    def known(page: Page) -> None:
        filled(page)
        page.keyboard.press("Enter")
        page.fill("input[type=password]", PASSWORD)

    def enter(page: Page) -> None:
        page.keyboard.press("Enter")

    def whole(page: Page) -> None:
        enter(page)
        page.fill("input[type=password]", PASSWORD)
        enter(page)

    def signed_in(page: Page) -> None:
        known(page)
        enter(page)
        page.wait_for_url("**/learn/**")
        page.click("button:has-text('Lanjutkan')")
        page.wait_for_load_state("networkidle")

    def before_list(page: Page) -> None:
        signed_in(page)
        opened(listed)(page)
        page.wait_for_selector("a:has-text('exercise')")

    def seen(page: Page) -> None:
        signed_in(page)
        opened(text_at)(page)
        _shown(page, text, 60)

    at_home = "a:has-text('Kembalian')"
    return {
        "sign-in, first visit, cold": Way(
            nothing, opened(home, idle=False), "input[autocomplete=username]"),
        "the whole sign-in to home, warm": Way(filled, whole, at_home),
        "its last tap to home, warm": Way(known, enter, at_home),
        "tap a text lesson, warm": Way(before_list, tap("a:has-text('html5')"), text),
        "tap the first quiz, warm": Way(before_list, tap("a:has-text('exercise')"), asks),
        "text lesson by link, cold": Way(signed_in, opened(text_at, idle=False), text, cold=True),
        "text lesson once more by link": Way(seen, again(text_at), text),
        "quiz by link, cold": Way(signed_in, opened(quiz_at, idle=False), asks, cold=True),
    }


def opened(address: str, *, idle: bool = True) -> Act:
    """Open an address; with `idle`, wait until all has come."""
    return lambda page: page.goto(address, wait_until="networkidle" if idle else "commit")


def again(address: str) -> Act:
    """Leave, and open an address once more."""

    def act(page: Page) -> None:
        page.goto("about:blank")
        page.goto(address, wait_until="commit")

    return act


def tap(selector: str) -> Act:
    """Tap what `selector` finds first."""
    return lambda page: page.locator(selector).first.click(no_wait_after=True)


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
        came = _shown(page, way.awaited, USABLE)
        usable = _quiet(page, began) if came else None
        before = sum(one.bytes for one in wire.requests)
        _settle(page, wire)
        painted = float(page.evaluate(PAINT)) / 1000 - stamp
        sizes = [one.bytes for one in wire.requests]
        scripts = sum(one.bytes for one in wire.requests if one.kind == "Script")
        return Taken(
            len(sizes), sum(sizes), scripts, before, painted if painted > 0 else None, usable
        )


def _shown(page: Page, awaited: str, seconds: float) -> bool:
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


@contextmanager
def kolibri(venv: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Start a Kolibri of its own with its school; give its address and the school's ids."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as aside:
        own = os.environ | {"KOLIBRI_HOME": aside, "KOLIBRI_DISABLE_PING": "true"}
        own.pop("PYTHONPATH", None)
        school = Path(__file__).with_name("kolibri_school.py")
        ports = [str(free_port()), str(free_port())]
        with school.open() as script:  # as a file it would find this module for Kolibri's
            subprocess.run(
                [venv / "bin" / "python", "-", aside], stdin=script, env=own, cwd=aside, check=True
            )
        process = subprocess.Popen(
            [venv / "bin" / "kolibri", "start", "--foreground",
             "--port", ports[0], "--zip-port", ports[1]],
            env=own, stdout=subprocess.DEVNULL,
        )
        address = f"http://127.0.0.1:{ports[0]}"
        try:
            well(address)
            yield address, json.loads((Path(aside) / "school.json").read_text())
        finally:
            process.kill()  # it takes a minute to say good-bye, and its folder goes anyway


def figures(venv: Path, rounds: int, only: str = "") -> str:
    """Measure by turns, and return the table."""
    with hub() as served, kolibri(venv) as (address, made), sync_playwright() as playwright:
        visitor = Visitor.of(served.data)
        remember(served.data)
        mine, other = ours(served, visitor), theirs(address, made)
        steps = [name for name in mine if only in name]
        both: dict[str, list[tuple[Taken, Taken]]] = {name: [] for name in steps}
        for _ in range(rounds):
            for name in steps:
                pair = (
                    taken(playwright, served.address, visitor, mine[name]),
                    taken(playwright, address, visitor, other[name]),
                )
                print(name, *pair, sep="\n  ", flush=True)
                both[name].append(pair)
    head = ["elearn : Kolibri (times)", "requests", "KB in all", "KB until usable",
            "of all: scripts, KB", "first paint, s", "usable, s"]
    return table(head, [[name, *_cells(pairs)] for name, pairs in both.items()])


def _cells(pairs: list[tuple[Taken, Taken]]) -> list[str]:
    sides = list(zip(*pairs, strict=True))
    kilo = 1024

    def cell(of: str, unit: int, digits: int) -> str:
        one, two = (_median([getattr(each, of) for each in side], unit) for side in sides)
        times = f" ({two / one:.0f}×)" if one and two and two / one >= 1 else ""
        return f"{_said(one, digits)} : {_said(two, digits)}{times}"

    return [
        cell("requests", 1, 0), cell("bytes", kilo, 1), cell("before", kilo, 1),
        cell("scripts", kilo, 1), cell("painted", 1, 2), cell("usable", 1, 2),
    ]


def _median(values: list[float | None], unit: int) -> float | None:
    known = [value for value in values if value is not None]
    return statistics.median(known) / unit if known else None


def _said(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"


if __name__ == "__main__":
    read = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    read.add_argument("venv", type=Path, help="the folder Kolibri was installed into")
    read.add_argument("--rounds", type=int, default=3)
    read.add_argument("--only", default="", help="only steps with this in their name")
    told = read.parse_args()
    print(figures(told.venv.absolute(), told.rounds, told.only), machine(), sep="\n\n")
