"""A PIN in a real browser: by keyboard alone, by keys on the screen, said only while wanted."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from elearn.teaching.classes import new_code
from elearn.web.site import KEY
from tests.cast import Cast, Learner
from tests.live import live

pytestmark = pytest.mark.browser

SAID = """window.said = [];
const start = AudioBufferSourceNode.prototype.start;
AudioBufferSourceNode.prototype.start = function (...at) {
  said.push(at[1]);
  start.apply(this, at);
};"""
"""Notes from where in a sound something is said."""


@pytest.fixture
def sari(app: Flask, cast: Cast) -> Learner:
    """Sari, who cannot see, with her PIN."""
    site = app.extensions[KEY]
    with site.store.writing() as session:
        pin = new_code(session, site.secrets, cast.sari.id, site.now(), "pin")
    return Learner(cast.sari.id, "Sari", pin)


@pytest.fixture
def door(app: Flask, cast: Cast, chromium: Browser) -> Iterator[Page]:
    """The names, on a device of the class."""
    context = chromium.new_context(viewport={"width": 360, "height": 640}, locale="id-ID")
    context.set_default_timeout(10_000)
    with live(app) as address:
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        page.goto(address)
        yield page
        context.close()


def test_who_cannot_see_comes_in_by_keyboard_alone(door: Page, sari: Learner) -> None:
    name = door.get_by_role("link", name="Sari", exact=True)
    for _ in range(20):
        door.keyboard.press("Tab")
        if name.evaluate("link => link === document.activeElement"):
            break
    door.keyboard.press("Enter")
    field = door.get_by_label("PIN, 6 angka")
    expect(field).to_be_focused()                    # nothing to be looked for
    wrong = "".join(map(str, sari.code[::-1]))
    for pin, landed in ((wrong, "Belum cocok"), ("".join(map(str, sari.code)), "Sari")):
        door.keyboard.type(pin)
        door.keyboard.press("Enter")
        expect(door.locator("body")).to_contain_text(landed)
        if pin == wrong:
            expect(door.get_by_role("status").first).to_contain_text("Belum cocok")
            expect(field).to_be_focused()
    expect(door.get_by_role("heading", level=1)).to_contain_text("Sari")


def test_keys_on_the_screen_write_and_the_sixth_sends(door: Page, sari: Learner) -> None:
    door.get_by_role("link", name="Sari", exact=True).click()
    field, told = door.get_by_label("PIN, 6 angka"), door.locator("[data-of]")
    for figure in (*sari.code[:3], 0):
        door.get_by_role("button", name=str(figure), exact=True).click()
    expect(told).to_have_text("4 dari 6 angka")      # how many, for a screen reader; never which
    door.get_by_role("button", name="Hapus satu").click()
    assert field.input_value() == "".join(map(str, sari.code[:3]))
    for figure in sari.code[3:]:
        door.get_by_role("button", name=str(figure), exact=True).click()
    expect(door.get_by_role("heading", level=1)).to_contain_text("Selamat")


@pytest.mark.audio
def test_figures_are_said_only_while_wanted_and_no_request_tells_them(
    door: Page, sari: Learner
) -> None:
    door.add_init_script(SAID)
    door.get_by_role("link", name="Sari", exact=True).click()
    asked: list[str] = []
    door.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    one = door.get_by_role("button", name="1", exact=True)
    wanted = door.locator("[data-aloud] button")
    one.click()
    assert door.evaluate("said") == []
    assert asked == []                               # nor is anything fetched before it is wanted
    with door.expect_response("**/*.mp3"):
        wanted.click()
    expect(wanted).to_have_attribute("aria-pressed", "true")
    before = list(asked)
    assert [address.rpartition(".")[2] for address in before] == ["js", "json", "mp3"]
    for figure in ("7", "3"):
        door.wait_for_timeout(300)
        door.get_by_role("button", name=figure, exact=True).click()
    seven, three = door.evaluate("said")
    assert seven > three > 0                         # two places of one sound
    assert asked == before
    wanted.click()
    one.click()
    assert len(door.evaluate("said")) == 2


def test_a_hold_counts_its_minutes_down_and_asks_again(
    app: Flask, cast: Cast, door: Page, sari: Learner
) -> None:
    door.get_by_role("link", name="Sari", exact=True).click()
    door.clock.install()
    for _ in range(6):
        door.get_by_label("PIN, 6 angka").fill("000000")
        door.get_by_label("PIN, 6 angka").press("Enter")
        door.wait_for_load_state()
    expect(door.locator(".hold")).to_contain_text("Tunggu 5 menit")
    sound = door.locator(".hold .dengar")
    first = sound.get_attribute("href")
    door.clock.run_for(61_000)
    expect(door.locator(".hold")).to_contain_text("Tunggu 4 menit")
    expect(door.locator("[data-wait] li")).to_have_count(4)
    assert sound.get_attribute("href") != first
    door.clock.run_for(240_000)
    expect(door.get_by_label("PIN, 6 angka")).to_be_visible()
