"""After a first miss a hint; after the second the answer, and the question once more."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Locator, Page, expect

from elearn.learning import answers
from elearn.settings import Settings
from tests.cast import SAME_SITE, Cast, enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.live import live
from tests.web import sample, walk
from tests.web.test_answers import seat_of, site_of

TWO = """### Soal: pilih
Mana ikan?
- [x] 🐟
- [ ] ⚽
Kode: baca-03-kzzz
"""


@pytest.fixture
def app(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[Flask]:
    others = sample.EVERY_KIND.partition("### Soal: tugas")[0]       # a lesson has ten
    text = sample.lesson(questions=f"{others}\n{TWO}")
    with sample.serving(settings, clock, tmp_path / "contoh", text) as made:
        yield made


@pytest.fixture
def cast(app: Flask, clock: FixedClock) -> Cast:
    return prepare(app, clock())


class Plain:
    """A browser without script."""

    def __init__(self, app: Flask, cast: Cast) -> None:
        self.client: FlaskClient = enrolled(app, cast.device)
        assert sign_in(self.client, cast.sari) == 303
        self.home = f"/b/{seat_of(self.client)}/{sample.STEM}/"

    def give(self, code: str, raw: str, tries: int = 1) -> str:
        """Answer a question, and return what is told."""
        page = self.client.get(self.home).get_data(as_text=True)
        named = re.findall(rf'name="s" value="([^"]*{code}[^"]*)"', page)[0]
        told = self.client.post(
            self.home, data={"s": named, "a": raw, "coba": str(tries)}, headers=SAME_SITE,
            follow_redirects=True,
        )
        return told.get_data(as_text=True)

    def end(self) -> str:
        """Return the last page of the lesson."""
        return self.client.get(f"{self.home}selesai").get_data(as_text=True)


def test_without_script_a_first_miss_gives_a_hint_and_a_second_the_answer(
    app: Flask, cast: Cast
) -> None:
    plain = Plain(app, cast)
    first = plain.give("kaaa", "1")
    assert "Belum." in first
    assert "Ini bola." in first
    assert "Ia berenang." in first
    assert "Jawabannya:" not in first
    assert "Periksa" in first
    second = plain.give("kaaa", "2", tries=2)
    assert "Jawabannya:" in second
    assert "Ikan hidup di air." in second
    assert "Periksa" not in second


def test_without_script_the_end_leads_back_to_what_is_not_right_yet(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    plain = Plain(app, cast)
    plain.give("kaaa", "1")
    assert re.findall(r'href="\./#(q\d+)"', plain.end()) == ["q1"]
    clock.forward(seconds=30)
    plain.give("kaaa", "0")
    assert "Coba lagi yang belum" not in plain.end()


def test_of_two_options_the_first_miss_tells_the_answer(app: Flask, cast: Cast) -> None:
    assert "Jawabannya:" in Plain(app, cast).give("kzzz", "1")


@pytest.mark.browser
def test_with_script_what_was_missed_is_asked_once_more_before_the_end(
    app: Flask, cast: Cast, clock: FixedClock, chromium: Browser
) -> None:
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 240, "height": 320})
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        walk.sign_in(page, address, cast.sari)
        page.locator("a.continue").click()
        page.locator("main[data-lesson]").wait_for()
        lesson = page.url.partition("#")[0]
        hands = Hands(page, clock)

        form = hands.ask(f"{lesson}#q1")
        place = form.locator(".feedback")
        hands.give(form, "1")
        expect(place).to_contain_text("Ini bola.")
        expect(place.locator(".hint")).to_contain_text("Ia berenang.")
        expect(place).not_to_contain_text("Jawabannya:")
        form.locator("button[data-again]").click()
        expect(form.locator(".hint")).to_be_visible()            # it stays beside the question
        hands.give(form, "2")
        expect(place).to_contain_text("Jawabannya:")
        expect(place).to_contain_text("Ikan hidup di air.")
        expect(form.locator("button[type=submit]")).to_be_hidden()
        expect(form.locator(".next.main")).to_be_visible()

        sum_ = hands.ask(f"{lesson}#q4")
        hands.give(sum_, "7777", kind="angka")
        expect(sum_.locator(".feedback")).not_to_contain_text("Jawabannya:")

        tiles = hands.ask(f"{lesson}#q6")                        # a speaker goes with its tile
        tiles.locator(".pool button[value='0']").click()
        expect(tiles.locator(".order:not(.pool) .piece a.dengar")).to_have_count(1)

        page.goto(f"{lesson}#akhir")                             # nobody is held: they come first
        expect(page.locator("#q1.now h2")).to_have_text("Coba lagi")
        hands.give(form, "0")
        expect(place).to_contain_text("Benar!")
        form.locator(".next").click()
        expect(page.locator("#q4.now h2")).to_have_text("Coba lagi")
        hands.give(sum_, "8888", kind="angka")
        expect(sum_.locator(".feedback")).to_contain_text("Jawabannya:")
        sum_.locator(".next").click()
        expect(page.locator("#akhir.now")).to_be_visible()
        page.locator("a[data-end]").click()
        expect(page.locator("a.tile", has_text="Soal 4")).to_be_visible()
        context.close()
    with site_of(app).store.reading() as session:
        log = answers.of_lesson(session, cast.sari.id, sample.STEM)
    tries = [one for one in log if one.code == "baca-03-kaaa"]
    assert [one.outcome for one in tries] == ["wrong", "wrong", "right"]
    assert [(one.try_number, one.hints) for one in tries] == [(1, 0), (2, 1), (3, 1)]


class Hands:
    """Taps, half a minute apart."""

    def __init__(self, page: Page, clock: FixedClock) -> None:
        self.page = page
        self.clock = clock

    def ask(self, address: str) -> Locator:
        """Go to a question."""
        self.page.goto(address)
        return self.page.locator(f"#{address.rpartition('#')[2]} form")

    def give(self, form: Locator, raw: str, kind: str = "pilih") -> None:
        """Answer it, and have it checked."""
        self.clock.forward(seconds=30)
        self.page.clock.set_fixed_time(self.clock())
        walk.fill(form, raw, kind, script=True)
        form.locator("button[type=submit]").click()
