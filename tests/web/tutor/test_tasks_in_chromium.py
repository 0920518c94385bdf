"""A task in real browsers: Sari hands it in, Ibu Maya ticks it, and Sari's standing follows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from elearn.settings import Settings
from tests.cast import SAME_SITE, Cast, prepare, staffed
from tests.conftest import FixedClock
from tests.content.own_files import photograph
from tests.live import live
from tests.web.sample import STEM, TASK, lesson, serving
from tests.web.tutor.test_tasks import CODE, attempts, forms, sari_in
from tests.web.walk import sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def app(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[Flask]:
    with serving(settings, clock, tmp_path / "tugas", lesson(questions=TASK)) as made:
        yield made


@pytest.fixture
def cast(app: Flask, clock: FixedClock) -> Cast:
    return prepare(app, clock())


def answer_the_rest(app: Flask, cast: Cast, clock: FixedClock) -> None:
    client, seat = sari_in(app, cast)
    for form in forms(app, seat):
        if not form["s"].startswith(CODE):
            clock.forward(seconds=20)
            client.post(f"/b/{seat}/{STEM}/", data=form, headers=SAME_SITE)
    clock.forward(seconds=20)


def on_a_phone(whole_chromium: Browser, *, script: bool) -> BrowserContext:
    context = whole_chromium.new_context(
        viewport={"width": 360, "height": 640}, java_script_enabled=script
    )
    context.set_default_timeout(20_000)
    return context


def record_and_photograph(page: Page, folder: Path) -> None:
    """Use both tools of the task's screen; what they made is shown here."""
    page.locator(".now .mine button", has_text="Rekam suaramu").click()
    page.locator(".now .mine button", has_text="Berhenti merekam").click()
    expect(page.locator(".now .mine audio")).to_be_visible()
    picture = folder / "foto.png"
    picture.write_bytes(photograph((60, 40), "PNG"))
    field = page.locator(".now .mine input[type=file]")
    field.set_input_files(picture)
    expect(page.locator(".now .mine img")).to_be_visible()
    assert field.get_attribute("name") is None
    for tag in ("audio", "img"):
        shown = page.locator(f".now .mine {tag}").get_attribute("src")
        assert shown is not None
        assert shown.startswith("blob:")


LEFT = "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"
"""What a browser says before it puts a page away whole, for the Back button."""

SLOW_TO_ALLOW = """() => {
  const asked = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = how => new Promise(done => {
    window.allow = () => asked(how).then(stream => { window.heard = stream; done(stream); });
  });
}"""


def test_what_she_made_is_gone_when_the_page_is_left_and_no_microphone_stays_open(
    app: Flask, cast: Cast, whole_chromium: Browser, tmp_path: Path
) -> None:
    with live(app) as address:
        context = on_a_phone(whole_chromium, script=True)
        context.grant_permissions(["microphone"], origin=address)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        sign_in(page, address, cast.sari)
        page.locator("a.continue").click()
        task = page.locator("section.question", has_text="Ceritakan kegiatanmu")
        page.goto(f"{page.url.split('#')[0]}#{task.get_attribute('id')}")
        record_and_photograph(page, tmp_path)
        page.evaluate(LEFT)
        for tag in ("audio", "img"):
            made = task.locator(f".mine {tag}")
            expect(made).to_be_hidden()
            assert made.get_attribute("src") is None
        assert task.locator("input[type=file]").evaluate("field => field.files.length") == 0

        page.evaluate("document.documentElement.hidden = false")       # it was not left for good
        page.evaluate(SLOW_TO_ALLOW)
        page.locator(".now .mine button", has_text="Rekam suaramu").click()
        page.evaluate("location.hash = 's1'")
        page.evaluate("allow()")
        page.wait_for_function("() => heard.getTracks()[0].readyState === 'ended'")
        expect(task.locator(".mine button", has_text="Rekam suaramu")).to_have_count(1)
        context.close()


def hand_in(page: Page, address: str, cast: Cast, tmp_path: Path, *, script: bool) -> list[Request]:
    """Do the task on her phone; return what was posted."""
    posted: list[Request] = []
    sign_in(page, address, cast.sari)
    page.locator("a.continue").click()
    task = page.locator("section.question", has_text="Ceritakan kegiatanmu")
    expect(task.locator(".rubric")).to_contain_text("Menyebut tiga kegiatan")
    page.on("request", lambda request: posted.append(request) if request.post_data else None)
    if script:
        page.goto(f"{page.url.split('#')[0]}#{task.get_attribute('id')}")
        record_and_photograph(page, tmp_path)
    page.context.set_offline(script)            # the hub is out of reach; without script it is not
    task.locator("button", has_text="Sudah saya kerjakan").click()
    expect(page.locator(".feedback.given").first).to_contain_text("Tunggu dilihat tutor")
    page.context.set_offline(False)
    page.locator("button", has_text="Belum mirip").click()
    if script:
        expect(page.locator(".now .feedback")).to_contain_text("Terima kasih")
        page.locator(".now a.next").click()
    else:
        page.locator(".foot a.main").click()
    page.goto(f"{address}/")
    return posted


@pytest.mark.parametrize("script", [
    pytest.param(True, id="with-script"),
    pytest.param(False, id="without-script", marks=pytest.mark.soak),
])
def test_a_task_goes_from_her_phone_to_the_tutors_and_back(
    app: Flask, cast: Cast, clock: FixedClock, whole_chromium: Browser, tmp_path: Path, script: bool
) -> None:
    answer_the_rest(app, cast, clock)
    maya = staffed(app, cast.maya).get_cookie("petugas")
    assert maya
    with live(app) as address:
        context = on_a_phone(whole_chromium, script=script)
        if script:
            context.grant_permissions(["microphone"], origin=address)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        posted = hand_in(page, address, cast, tmp_path, script=script)
        expect(page.locator("main")).to_contain_text("Tugas menunggu dilihat tutor.")
        sent = [request.post_data_buffer or b"" for request in posted]
        assert len(sent) >= 2                       # and what was tried while the hub was away
        assert max(map(len, sent)) < 400
        assert {one.raw for one in attempts(app, cast) if one.code == CODE} == {
            "sudah", "sudah,belum",
        }

        hers = on_a_phone(whole_chromium, script=script)
        hers.add_cookies([{"name": "petugas", "value": maya.value, "url": address}])
        tutor = hers.new_page()
        tutor.goto(f"{address}/tutor/kelompok/{cast.class_id}")
        tutor.locator("li", has_text="Menunggu dilihat").locator("a.button").click()
        expect(tutor.locator("main")).to_contain_text("Menurutnya: belum mirip.")
        for row in tutor.locator("label.choice:has(input[name=k])").all():
            box = row.bounding_box()
            assert box
            assert box["height"] >= 48
            row.click()
        tutor.locator("main button.main").click()
        expect(tutor.locator("h1")).to_contain_text("Sari")
        expect(tutor.locator("main")).not_to_contain_text("Menunggu dilihat")

        page.goto(f"{address}/")
        expect(page.locator("main")).not_to_contain_text("menunggu")
        page.goto(f"{address}/ranah/literasi")
        expect(page.locator(".mark").first).to_contain_text("hampir")
        context.close()
        hers.close()
