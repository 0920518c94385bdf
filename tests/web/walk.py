"""A learner's hands: the same steps with and without script, found by what is on the screen."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page

from elearn.questions import KINDS
from elearn.questions.parts import parts_of
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


def fields(kind: str, raw: str) -> dict[str, Any]:
    """Return the fields in which a form of this kind sends a raw answer."""
    shape = KINDS[kind].shape
    if shape in ("tiles", "pairs", "gaps"):
        return {f"a{place}": part for place, part in enumerate(parts_of(raw))}
    return {"a": raw if shape in ("typed", "money") else raw.split(",")}


def fill(form: Locator, raw: str, kind: str, script: bool) -> None:
    """Give a raw answer by tapping, or by typing where that is asked."""
    if kind in {"isian", "angka"}:
        form.locator("input[name=a]").fill(raw)
        return
    if kind == "urutkan" and script:
        for tile in raw.split(","):
            form.locator(f".order.pool button[value='{tile}']").click()
        return
    if kind == "uang":
        _pay(form, raw, script)
        return
    if kind == "rumpang":
        _fill_gaps(form, raw, script)
        return
    for place, value in enumerate(raw.split(",")):
        name = "a" if kind in {"pilih", "pilih semua", "ketuk"} else f"a{place}"
        if value:
            form.locator(f"input[name='{name}'][value='{value}']").check()


def _pay(form: Locator, raw: str, script: bool) -> None:
    paid = raw.split("+")
    for at, piece in enumerate(paid):
        if script:
            form.locator(f".dompet button[value='{piece}']:enabled").first.click()
        else:
            box = form.locator(f"input[name='a'][value='{piece}']")
            box.nth(paid[:at].count(piece)).check()


def _fill_gaps(form: Locator, raw: str, script: bool) -> None:
    for place, part in enumerate(parts_of(raw)):
        if script:
            form.locator("button.titik").nth(place).click()
        field = form.locator(f"input[name='a{place}']")
        if field.first.get_attribute("type") == "radio":
            field.and_(form.locator(f"[value='{part}']")).check()
        else:
            field.fill(part)
