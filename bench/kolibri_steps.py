"""The steps that are taken at our hub and at Kolibri, of the same names."""

from playwright.sync_api import Page

from bench.hub import Hub
from bench.kolibri_school import LEARNER, PASSWORD
from bench.step import Act, Way, shown
from bench.visitor import Visitor


def nothing(_page: Page) -> None:
    """Come from nowhere."""


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
        shown(page, text, 60)

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
