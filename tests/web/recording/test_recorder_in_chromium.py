"""The recorder in a real browser, with a microphone, without one, and without script."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import soundfile
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from elearn.narration import keeping
from elearn.settings import Settings
from elearn.web.site import KEY
from tests.cast import Cast, Member, prepare, staffed
from tests.conftest import MICROPHONE, FixedClock
from tests.live import live
from tests.narration.recorded import take
from tests.web.sample import STEM, lesson, serving

pytestmark = pytest.mark.browser

PAGE = f"/rekaman/pelajaran/{STEM}/id"

NO_MICROPHONE = """Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
const append = FormData.prototype.append;
FormData.prototype.append = function (name, value, ...more) {
  if (name === 'berkas') { window.sent = value.type; }
  return append.call(this, name, value, ...more);
};"""
"""What a browser has over plain http on a hub's network."""


@pytest.fixture
def app(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[Flask]:
    text = lesson(step=f"{MICROPHONE} Ini ibu.\n")
    with serving(settings, clock, tmp_path / "pelajaran-saja", text) as made:
        yield made


@pytest.fixture
def cast(app: Flask, clock: FixedClock) -> Cast:
    return prepare(app, clock())


@contextmanager
def opened(
    app: Flask, whole_chromium: Browser, member: Member, *, script: bool = True, before: str = "",
) -> Iterator[Page]:  # fmt: skip
    """Open the page of the lesson's sentences on a phone."""
    cookie = staffed(app, member).get_cookie("petugas")
    assert cookie is not None
    with live(app) as address:
        context = whole_chromium.new_context(
            viewport={"width": 360, "height": 640}, java_script_enabled=script)
        context.set_default_timeout(20_000)
        context.grant_permissions(["microphone"], origin=address)
        context.add_cookies([{"name": "petugas", "value": cookie.value, "url": address}])
        if before:
            context.add_init_script(before)
        page = context.new_page()
        page.goto(address + PAGE)
        yield page
        context.close()


def kept(app: Flask) -> list[keeping.Kept]:
    return list(keeping.all_kept(app.extensions[KEY].settings.data / "rekaman"))


def test_she_records_listens_and_sends_also_when_the_hub_was_away_for_a_while(
    app: Flask, cast: Cast, whole_chromium: Browser
) -> None:
    with opened(app, whole_chromium, cast.maya) as page:
        row = page.locator(".kalimat", has_text=MICROPHONE).first
        row.locator("summary", has_text="Rekam").click()
        expect(row.locator("input[type=file]").first).to_be_hidden()
        row.get_by_role("button", name="● Rekam").click()
        expect(row.locator(".kabar")).to_contain_text("Baca kalimatnya sekarang")
        page.wait_for_function("() => document.querySelector('.kalimat meter').value > 0.1")
        page.wait_for_timeout(2300)
        row.get_by_role("button", name="Berhenti merekam").click()
        expect(row.locator("audio")).to_be_visible()
        page.wait_for_function(
            "() => { var a = document.querySelector('.kalimat audio'); return a.duration > 1.5; }")
        page.context.set_offline(True)
        row.get_by_role("button", name="Kirim", exact=True).click()
        expect(row.locator(".kabar")).to_contain_text("Belum terkirim")
        expect(row.locator("audio")).to_be_visible()
        assert kept(app) == []
        page.context.set_offline(False)
        row.get_by_role("button", name="Coba kirim lagi").click()
        expect(row.locator(".kabar")).to_contain_text("Tersimpan")
        expect(row.locator(".oleh")).to_have_text("suara orang")
        page.keyboard.press("Enter")                    # "Kalimat berikutnya" has the focus
        expect(row.locator("form.rekam")).to_be_hidden()
        expect(page.locator("details[open] form.rekam")).to_have_count(1)
        expect(page.locator("details[open]").get_by_role("button", name="● Rekam")).to_be_focused()
    (found,) = kept(app)
    assert found.about.sentence == MICROPHONE
    assert 0.5 < soundfile.info(found.path).duration < 4


def test_where_no_microphone_may_be_asked_a_file_is_turned_into_what_the_hub_takes(
    app: Flask, cast: Cast, whole_chromium: Browser
) -> None:
    with opened(app, whole_chromium, cast.dewi, before=NO_MICROPHONE) as page:
        row = page.locator(".kalimat", has_text=MICROPHONE).first
        row.locator("summary", has_text="Rekam").click()
        expect(row.get_by_role("button", name="● Rekam")).to_be_hidden()
        field = row.locator("input[type=file]").last
        field.set_input_files({"name": "Rekaman.amr", "mimeType": "audio/amr",
                               "buffer": b"#!AMR\n" + b"\0" * 400})
        expect(row.locator(".kabar")).to_contain_text("belum bisa membaca")
        field.set_input_files({"name": "Rekaman.m4a", "mimeType": "audio/mp4",
                               "buffer": take(MICROPHONE)})
        expect(row.locator("audio")).to_be_visible()
        row.get_by_role("button", name="Kirim", exact=True).click()
        expect(row.locator(".oleh")).to_have_text("suara orang")
        assert page.evaluate("sent") == "audio/wav"
    assert len(kept(app)) == 1


def test_without_script_a_file_is_sent_as_it_is(
    app: Flask, cast: Cast, whole_chromium: Browser
) -> None:
    with opened(app, whole_chromium, cast.maya, script=False) as page:
        row = page.locator(".kalimat", has_text=MICROPHONE).first
        row.locator("summary", has_text="Rekam").click()
        row.locator("input[type=file]").last.set_input_files(
            {"name": "Rekaman.wav", "mimeType": "audio/wav", "buffer": take(MICROPHONE)})
        row.get_by_role("button", name="Kirim").click()
        expect(page.locator(".kalimat", has_text=MICROPHONE).first.locator(".oleh")
               ).to_have_text("suara orang")
    assert len(kept(app)) == 1
