"""A learner's hands: the same steps with and without script, found by what is on the screen."""

import json
from collections.abc import Callable

from playwright.sync_api import Locator, Page

from tests.cast import Learner

Choose = Callable[[dict[str, object]], str]


def sign_in(page: Page, address: str, learner: Learner) -> None:
    """Tap the name, then the pictures, one after another."""
    page.goto(address)
    page.locator("a.tile", has_text=learner.name).click()
    for number in learner.code:
        page.locator(f"button[name=pilih][value='{number}']").click()
    page.locator(".continue, .tiles.two").first.wait_for()


def key_of(form: Locator) -> dict[str, object]:
    """Return the marking data of a question."""
    found: dict[str, object] = json.loads(form.get_attribute("data-question") or "{}")["key"]
    return found


def fill(form: Locator, raw: str, kind: str, script: bool) -> None:
    """Give a raw answer by tapping, or by typing where that is asked."""
    if kind in {"isian", "angka"}:
        form.locator("input[name=a]").fill(raw)
        return
    if kind == "urutkan" and script:
        for tile in raw.split(","):
            form.locator(f".order.pool button[value='{tile}']").click()
        return
    for place, value in enumerate(raw.split(",")):
        name = "a" if kind in {"pilih", "pilih semua"} else f"a{place}"
        if value:
            form.locator(f"input[name='{name}'][value='{value}']").check()
