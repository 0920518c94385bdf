"""Everybody can use every page: axe finds nothing, targets and text are large, keys suffice."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from elearn.accounts import devices
from elearn.questions import KINDS
from elearn.settings import Settings
from elearn.web.site import KEY
from tests.cast import Cast, prepare
from tests.conftest import FixedClock
from tests.live import live
from tests.web.sample import MARKED, lesson, serving
from tests.web.walk import fill, key_of, sign_in

pytestmark = pytest.mark.browser

SMALL = """() => [...document.querySelectorAll(
    "a, button, summary, textarea, label:has([type=radio], [type=checkbox]), .typed")]
  .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.matches(".skip"))
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([one, box]) => box.width < 47.5 || box.height < 47.5)
  .map(([one, box]) => `${one.outerHTML.slice(0, 90)} ${box.width} x ${box.height}`)"""
FAINT = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.checkVisibility() && !one.closest(".off, .skip, svg, [aria-hidden=true]")
    && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
    && parseFloat(getComputedStyle(one).fontSize) < 18)
  .map(one => `${one.outerHTML.slice(0, 90)} ${getComputedStyle(one).fontSize}`)"""
WIDE = "() => document.documentElement.scrollWidth - innerWidth"
Scheme = Literal["light", "dark"]
CONTRAST = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
AXE: Mapping[Scheme, object] = {
    "light": {"resultTypes": ["violations"]},
    "dark": CONTRAST,                              # all that changes
}
AXE_SCRIPT = AXE_FILE_PATH.read_text(encoding="utf-8")
BROKEN = """options => axe.run(document, options).then(
    found => found.violations.map(one => [one.id, one.nodes[0].html.slice(0, 120)]))"""
WRONG = {"pilih": "1", "pilih semua": "0,2", "isian": "Sampit", "angka": "1",
         "jodohkan": "1,0", "urutkan": "1,0,2", "rumpang": "1,ikn",
         "ketuk": "0,6", "uang": "5000+1000"}


@pytest.fixture
def site(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[tuple[Flask, Cast]]:
    """A site whose one lesson asks a question of every kind."""
    with serving(settings, clock, tmp_path / "lessons", lesson()) as app:
        yield app, prepare(app, clock())


@pytest.mark.parametrize("width", [240, 360])
def test_every_screen_is_usable_by_everybody(
    site: tuple[Flask, Cast], chromium: Browser, width: int
) -> None:
    app, cast = site
    with live(app) as address:
        context = chromium.new_context(
            viewport={"width": width, "height": width * 16 // 9}, bypass_csp=True
        )
        context.set_default_timeout(20_000)
        page = context.new_page()
        wrong: list[object] = []
        for name in screens(app, cast, page, address):
            page.wait_for_load_state()
            for fault in (*page.evaluate(SMALL), *page.evaluate(FAINT)):
                wrong.append((name, fault))
            body = page.evaluate("() => getComputedStyle(document.body).fontSize")
            if body != ("18px" if width < 300 else "20px"):
                wrong.append((name, f"body text of {body}"))
            if page.evaluate(WIDE) > 0:
                wrong.append((name, "wider than the screen"))
            if width == 360:
                wrong += [(name, *told) for told in violations(page)]
        context.close()
    assert not wrong, "\n".join(map(str, wrong))


def violations(page: Page, rules: Mapping[Scheme, object] = AXE) -> Iterator[tuple[str, str, str]]:
    """Yield what axe finds on the page as it is, in light and in dark."""
    page.evaluate(AXE_SCRIPT)                      # once for both: it is half a megabyte
    for scheme, options in rules.items():
        page.emulate_media(color_scheme=scheme)
        for name, where in page.evaluate(BROKEN, options):
            yield scheme, name, where
    page.emulate_media(color_scheme="light")


def screens(app: Flask, cast: Cast, page: Page, address: str) -> Iterator[str]:
    """Bring up every page that a learner meets, one after another, and name it."""
    with app.extensions[KEY].store.writing() as session:
        link = devices.offer_enrolment(session, cast.class_id, app.extensions[KEY].now())
    for path, name in (
        ("/", "not enrolled"), ("/perangkat/x", "used link"), (f"/perangkat/{link}", "enrolment")
    ):
        page.goto(address + path)
        yield name
    page.locator("main form button").click()
    yield "enrolled"
    page.goto(f"{address}/tidak-ada")
    yield "error"
    page.goto(address)
    yield "names"
    page.locator("a.tile", has_text="Sari").click()
    yield "pictures"
    for number in reversed(cast.sari.code):
        page.locator(f"button[name=pilih][value='{number}']").click()
    page.locator(".hold").wait_for()
    page.wait_for_load_state()
    yield "wrong pictures"
    sign_in(page, address, cast.sari)
    yield "home"
    for where in ("dengar", "cari0", "huruf0", "cetak"):
        page.goto(f"{address}/namaku#{where}")
        if where == "cari0":
            page.locator(".screen.now .tepat summary").click()
        yield f"own name, {where}"
    page.goto(address)
    page.locator(".help summary").click()
    yield "help"
    for subject in ("literasi", "hak"):
        page.goto(f"{address}/ranah/{subject}")
        yield f"subject {subject}"
    page.goto(address)
    page.locator("a.continue").click()
    page.locator("main[data-lesson]").wait_for()
    page.wait_for_load_state()
    yield from lesson_screens(page)
    page.goto(page.url.partition("#")[0] + "selesai")
    yield "result"


def lesson_screens(page: Page) -> Iterator[str]:
    """Bring up the first step, a question of every kind with its feedback, and the end."""
    yield "step"
    lesson_page = page.url.partition("#")[0]
    for number in range(1, MARKED.count("### Soal") + 1):
        page.goto(f"{lesson_page}#q{number}")
        form = page.locator(f"#q{number} form")
        key = key_of(form)
        kind = str(key["kind"])
        yield kind
        form.locator("button.main").click()
        form.locator(".feedback").wait_for()
        yield f"{kind}: empty"
        if form.locator(".more").count():
            form.locator(".more").click()
            yield f"{kind}: hint"
        for raw in (WRONG[kind], KINDS[kind].right(key)):
            fill(form, raw, kind, script=True)
            form.locator("button.main").click()
            form.locator(".feedback").wait_for()
            yield f"{kind}: {raw}"
            if form.locator("button[data-again]").count():
                form.locator("button[data-again]").click()
    page.goto(f"{lesson_page}#akhir")
    yield "end"


def test_the_page_that_tells_without_script_is_usable(
    site: tuple[Flask, Cast], chromium: Browser
) -> None:
    app, cast = site
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640}, bypass_csp=True)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        sign_in(page, address, cast.sari)
        page.locator("a.continue").click()
        page.locator("main[data-lesson]").wait_for()
        for number in (1, 3, 5, 6, 7, 8, 9):
            form = page.locator(f"#q{number} form")
            kind = str(key_of(form)["kind"])
            parts = [] if kind == "uang" else WRONG[kind].split(",")     # there they are counts
            fields = {f"a{at}": raw for at, raw in enumerate(parts)}
            told = page.request.post(
                page.url, headers={"Sec-Fetch-Site": "same-origin"},
                form={"s": form.locator("[name=s]").input_value(), "a": WRONG[kind], **fields},
            )
            telling = context.new_page()
            telling.goto(told.url)
            expect(telling.locator("h1")).to_have_text("Belum.")
            assert telling.evaluate(SMALL) == telling.evaluate(FAINT) == []
            assert list(violations(telling)) == []
            telling.close()
        context.close()


def test_the_whole_way_by_keyboard_alone(app: Flask, cast: Cast, chromium: Browser) -> None:
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        page.goto(address)
        press(page, "a.tile:has-text('Sari')", "Enter")
        for number in cast.sari.code:
            press(page, f"button[name=pilih][value='{number}']", "Enter")
        page.locator(".continue").wait_for()
        press(page, "a.continue", "Enter")
        page.locator("main[data-lesson]").wait_for()
        page.wait_for_load_state()
        for _ in range(30):
            if page.locator("#q1.now").count():
                break
            here = page.locator(".screen.now").get_attribute("id") or ""
            press(page, ".now a.button.main", "Enter")
            expect(page.locator(".screen.now")).not_to_have_id(here)
        form = page.locator("#q1 form")
        key = key_of(form)
        assert key["kind"] == "pilih"
        press(page, "#q1 input[name=a]", None)                   # arrows move within a group
        right = KINDS["pilih"].right(key)
        for _ in range(4):
            if form.locator(f"input[value='{right}']").is_checked():
                break
            page.keyboard.press("ArrowDown")
        press(page, "#q1 button[type=submit]", "Enter")
        expect(form.locator(".feedback")).to_contain_text("Benar!")
        press(page, "#q1 a.next", "Enter")
        page.locator("#q1:not(.now)").wait_for(state="attached")
        press(page, "header a.icon", "Enter")
        page.locator(".continue").wait_for()
        press(page, ".foot form button", "Enter")
        expect(page.locator("h1")).to_have_text("Siapa kamu?")
        context.close()


def press(page: Page, wanted: str, key: str | None) -> None:
    """Tab until `wanted` has the focus and shows it, then press `key`."""
    target = page.locator(wanted).first
    for _ in range(90):
        if target.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("Tab")
    assert target.evaluate("one => one === document.activeElement"), wanted
    assert target.evaluate("one => getComputedStyle(one).outlineStyle") != "none", wanted
    if key:
        page.keyboard.press(key)
