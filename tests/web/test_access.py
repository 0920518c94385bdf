"""Everybody can use every page: axe finds nothing, and what axe cannot see is measured."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from elearn.accounts import devices
from elearn.questions import KINDS
from elearn.settings import Settings
from elearn.web.preview import create_preview
from elearn.web.rescue import create_rescue
from elearn.web.site import KEY
from tests.cast import Cast, prepare
from tests.conftest import FixedClock
from tests.live import live
from tests.web import everywhere
from tests.web.eyes import CONDITIONS, Condition, Eyes
from tests.web.sample import MARKED, lesson, serving
from tests.web.test_pages import LESSONS
from tests.web.walk import fill, key_of, sign_in

pytestmark = pytest.mark.browser

PHONE = CONDITIONS[0]
MOSTLY = 3
"""Of so many conditions each page meets one in every run; in the long campaign it meets all."""
PARTS = [MOSTLY, pytest.param(1, marks=pytest.mark.soak)]
SOME = ("baca-01-vokal-a-i-u", "hitung-04-tambah-10", "usaha-16-hpp-bahan")
STAFF_TEXT = 18
ANY_LINE = 10_000
"""Staff read: how long their lines are is theirs."""
WRONG = {"pilih": "1", "pilih semua": "0,2", "isian": "Sampit", "angka": "1",
         "jodohkan": "1,0", "urutkan": "1,0,2", "rumpang": "1,ikn",
         "ketuk": "0,6", "uang": "5000+1000"}


@pytest.fixture
def site(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[tuple[Flask, Cast]]:
    """A site whose one lesson asks a question of every kind."""
    with serving(settings, clock, tmp_path / "lessons", lesson()) as app:
        yield app, prepare(app, clock())


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """One page for all that a test looks at; our own scripts may be put into it."""
    context = chromium.new_context(viewport={"width": 360, "height": 640}, bypass_csp=True)
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("part", PARTS)
def test_every_page_of_a_learner_is_usable_by_everybody(
    app: Flask, cast: Cast, page: Page, part: int
) -> None:
    stems = SOME if part > 1 else LESSONS
    look_around(app, page, everywhere.of_learners(app, cast, stems), part, of_a_learner)


@pytest.mark.parametrize("part", PARTS)
def test_every_page_of_staff_is_usable_by_everybody(
    app: Flask, cast: Cast, page: Page, part: int
) -> None:
    look_around(app, page, everywhere.of_staff(app, cast), part, of_staff)


def test_where_a_hub_is_broken_and_where_a_file_is_looked_at(
    settings: Settings, page: Page, tmp_path: Path
) -> None:
    folder, file = tmp_path / "lessons", tmp_path / "literasi" / "baca-97-coba.md"
    (folder / "literasi").mkdir(parents=True)
    (folder / "literasi" / "baca-03-contoh.md").write_text(lesson(), encoding="utf-8")
    file.parent.mkdir()
    file.write_text(lesson(questions="### Soal: pilih\n"), encoding="utf-8")
    for app, paths in (
        (create_rescue(replace(settings, lessons=folder)),
         ("/", "/pelajaran/baca-03-contoh/anak/")),
        (create_preview(file, settings), ("/",)),
    ):
        client = app.test_client()
        look_around(app, page, ((path, client) for path in paths), 2, of_staff)


Look = Callable[[Eyes, Condition, Page], Iterator[str]]


def look_around(
    app: Flask, page: Page, opened: Iterator[tuple[str, FlaskClient]], part: int, look: Look
) -> None:
    """Look at each page under its conditions, all on the one document that was loaded."""
    wrong: list[str] = []
    eyes = Eyes(page)
    with live(app) as address:
        for at, (path, client) in enumerate(opened):
            everywhere.become(page.context, client, address)
            page.goto("about:blank")
            page.goto(address + path)
            eyes.open()
            for number, condition in enumerate(CONDITIONS):
                if (at + number) % part == 0:
                    eyes.take(condition)
                    wrong += [f"{path} {condition.name}: {one}"
                              for one in look(eyes, condition, page)]
    assert not wrong, "\n".join(wrong)


def of_a_learner(eyes: Eyes, condition: Condition, page: Page) -> Iterator[str]:
    """Yield what is wrong with a page of a learner; of a lesson all screens are measured."""
    page.evaluate("() => document.documentElement.classList.remove('js')")
    yield from eyes.measured(condition.least)
    yield from eyes.spaced()
    page.evaluate("() => document.documentElement.classList.add('js')")
    yield from eyes.rings()
    yield from eyes.axe(condition)


def of_staff(eyes: Eyes, condition: Condition, page: Page) -> Iterator[str]:
    """Yield what is wrong with a page of staff."""
    yield from eyes.measured(STAFF_TEXT, ANY_LINE)
    yield from eyes.spaced()
    yield from eyes.rings()
    yield from eyes.axe(condition)


@pytest.mark.parametrize("part", PARTS)
def test_every_screen_with_what_it_tells_is_usable_by_everybody(
    site: tuple[Flask, Cast], page: Page, part: int
) -> None:
    app, cast = site
    wrong: list[str] = []
    eyes = Eyes(page)
    with live(app) as address:
        for at, name in enumerate(screens(app, cast, page, address)):
            page.wait_for_load_state()
            eyes.open()
            for condition in conditions(at, part):
                eyes.take(condition)
                found = (*eyes.measured(condition.least), *eyes.axe(condition))
                wrong += [f"{name} {condition.name}: {one}" for one in found]
            eyes.take(PHONE)
    assert not wrong, "\n".join(wrong)


def conditions(at: int, part: int) -> Sequence[Condition]:
    """Return two conditions for a screen, others for the next; or all."""
    if part == 1:
        return CONDITIONS
    return [CONDITIONS[(at + step) % len(CONDITIONS)] for step in (0, len(CONDITIONS) // 2)]


def screens(app: Flask, cast: Cast, page: Page, address: str) -> Iterator[str]:
    """Bring up what a learner meets only by doing something, one after another, and name it."""
    with app.extensions[KEY].store.writing() as session:
        link = devices.offer_enrolment(session, cast.class_id, app.extensions[KEY].now())
    page.goto(f"{address}/perangkat/{link}")
    yield "enrolment"
    page.locator("main form button").click()
    yield "enrolled"
    page.goto(address)
    page.locator("a.tile", has_text="Sari").click()
    for number in reversed(cast.sari.code):
        page.locator(f"button[name=pilih][value='{number}']").click()
    page.locator(".hold").wait_for()
    yield "wrong pictures"
    sign_in(page, address, cast.sari)
    for where in ("dengar", "cari0", "huruf0", "cetak"):
        page.goto(f"{address}/namaku#{where}")
        if where == "cari0":
            page.locator(".screen.now .tepat summary").click()
        yield f"own name, {where}"
    page.goto(address)
    page.locator(".help summary").click()
    yield "help"
    page.locator(".help summary").click()
    page.locator("a.continue").click()
    page.locator("main[data-lesson]").wait_for()
    page.wait_for_load_state()
    yield from lesson_screens(page)
    page.goto(page.url.partition("#")[0] + "selesai")
    yield "result"


def lesson_screens(page: Page) -> Iterator[str]:
    """Bring up the first step, a question of every kind with its feedback, and the end."""
    lesson_page = page.url.partition("#")[0]
    for number in range(1, MARKED.count("### Soal") + 1):
        page.goto(f"{lesson_page}#q{number}")
        form = page.locator(f"#q{number} form")
        key = key_of(form)
        kind = str(key["kind"])
        form.locator("button.main").click()
        form.locator(".feedback").wait_for()
        yield f"{kind}: empty"
        if form.locator(".more").count():
            form.locator(".more").click()
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
    site: tuple[Flask, Cast], page: Page
) -> None:
    app, cast = site
    with live(app) as address:
        page.context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        sign_in(page, address, cast.sari)
        page.locator("a.continue").click()
        page.locator("main[data-lesson]").wait_for()
        telling = page.context.new_page()
        eyes = Eyes(telling)
        for number in (1, 3, 5, 6, 7, 8, 9):
            form = page.locator(f"#q{number} form")
            kind = str(key_of(form)["kind"])
            parts = [] if kind == "uang" else WRONG[kind].split(",")     # there they are counts
            fields = {f"a{at}": raw for at, raw in enumerate(parts)}
            told = page.request.post(
                page.url, headers={"Sec-Fetch-Site": "same-origin"},
                form={"s": form.locator("[name=s]").input_value(), "a": WRONG[kind], **fields},
            )
            telling.goto(told.url)
            expect(telling.locator("h1")).to_have_text("Belum.")
            eyes.open()
            condition = CONDITIONS[number]
            eyes.take(condition)
            assert [*eyes.measured(condition.least), *eyes.axe(condition)] == [], (kind, condition)
