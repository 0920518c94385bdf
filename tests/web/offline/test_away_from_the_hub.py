"""In real Chromium: she saves lessons, the hub goes away, and she learns on; nothing is lost."""

import re
import shutil
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from elearn import paths
from elearn.learning import answers
from elearn.mastery import Answer
from elearn.settings import Settings
from elearn.web.assets import Assets
from elearn.web.sheets import Sheets
from tests.cast import prepare
from tests.conftest import FixedClock
from tests.web import sample
from tests.web.offline.hub import Hub, Phone
from tests.web.practised import took
from tests.web.sample import SENSITIVE, STEM
from tests.web.waiting import expect_all_sent

pytestmark = [pytest.mark.browser, pytest.mark.audio]

TEST = "baca-04-uji"
OTHER = "baca-05-lain"
SOUND = "document.querySelector('.screen .act a.dengar').href"
RANGES = """(asked) => fetch(%s, { headers: { Range: asked } }).then(reply =>
  reply.arrayBuffer().then(body => [reply.status, reply.headers.get('Content-Range'),
                                    Array.from(new Uint8Array(body)).slice(0, 4),
                                    body.byteLength]))""" % SOUND     # noqa: UP031  # braces of JS
SEEK = """() => new Promise(done => {
  const player = elearn.player;
  const check = () => player.duration && !player.seeking && done([player.currentTime,
                                                                  player.duration]);
  player.addEventListener('seeked', check);
  player.currentTime = player.duration * 0.75;
})"""


def small(title: str, stem: str, test: bool = False) -> str:
    """Return a lesson of ten short questions; one of `stem`'s number."""
    front = sample.FRONT.replace("Contoh semua soal", title) + ("jenis: uji\n" if test else "")
    return sample.lesson(front, questions="").replace("baca-03-", f"{stem[:7]}-")


class Away(Phone):
    """Sari's phone, whose hub and lessons a test may change."""

    lessons: Path
    clock: FixedClock


@pytest.fixture(scope="module")
def saved(
    tmp_path_factory: pytest.TempPathFactory, sounds: Path, chromium: Browser
) -> Iterator[Away]:
    """Sari's phone with two lessons, a test and today's practice on it."""
    folder, clock = tmp_path_factory.mktemp("luring"), FixedClock()
    settings = Settings(data=folder / "data", lessons=folder / "lessons", audio=sounds)
    settings.data.mkdir()
    others = {TEST: small("Uji", TEST, test=True), OTHER: small("Lain", OTHER),
              SENSITIVE: sample.sensitive()}
    text = small("Contoh", STEM)
    with sample.serving(settings, clock, folder / "lessons", text, others=others) as app:
        cast = prepare(app, clock())
        took(app, cast.sari, stems=(OTHER,))
        hub = Hub(app)
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": hub.address}])
        phone = Away(hub, cast, context, context.new_page())
        phone.lessons, phone.clock = folder / "lessons", clock
        phone.page.on("pageerror", lambda error: phone.errors.append(str(error)))
        phone.enter(cast.sari)
        phone.save("?ranah=literasi")
        phone.save()
        yield phone
        context.close()
        hub.lose()
        assert phone.errors == []


@pytest.fixture
def phone(saved: Away) -> Iterator[Away]:
    """The same phone at home, online; what a test has lost is found again."""
    saved.home()
    if saved.page.locator("a.tile", has_text="Sari").count():
        saved.enter(saved.cast.sari)
    yield saved
    saved.hub.find()


def logged(phone: Phone) -> Sequence[Answer]:
    with phone.hub.site.store.reading() as session:
        return answers.log(session, phone.cast.sari.id)


def stored(phone: Phone) -> int:
    return len(logged(phone))


def way(phone: Phone, stem: str = STEM) -> str:
    """Return the address of a lesson under Sari's seat."""
    seat = phone.page.evaluate("elearn.kept ? elearn.kept.read('/luring/siapa') : "
                               "caches.match('/luring/siapa').then(found => found.json())")["seat"]
    return f"{phone.hub.address}/b/{seat}/{stem}/"


def choose(phone: Phone, question: str = "q1", right: bool = True) -> None:
    """Answer a question of the page that is open."""
    page = phone.page
    page.evaluate(f"location.hash = '{question}'")
    option = page.locator(f"#{question} input[type=radio]")
    texts = page.locator(f"#{question} label").all_text_contents()
    option.nth(next(at for at, one in enumerate(texts) if ("ya" in one) == right)).check()
    page.locator(f"#{question} .act button.main").click()


def test_chromium_finds_the_site_installable(phone: Away, whole_chromium: Browser) -> None:
    context = whole_chromium.new_context()
    context.add_cookies(phone.context.cookies())  # type: ignore[arg-type]  # as they came
    page = context.new_page()
    page.goto(phone.hub.address)
    tools = context.new_cdp_session(page)
    found = tools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in found] == ["in-incognito"]      # as the test's browser is
    manifest = tools.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"].endswith("/manifest.webmanifest")
    context.close()


def test_what_she_saved_is_listed_at_home_without_the_hub_and_without_her_name(
    phone: Away,
) -> None:
    phone.hub.lose()
    phone.home()
    expect(phone.page.locator("h1")).to_have_text("Belajar tanpa jaringan")
    titles = phone.page.locator("[data-saved] .tile")
    expect(titles).to_have_text(["Latihan hari ini", "Contoh", "Uji", "Lain"])
    assert "Sari" not in phone.page.content()
    for image in phone.page.locator("[data-saved] img").all():
        assert image.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0
    phone.page.locator("[data-saved] .dengar").nth(1).click()
    phone.page.wait_for_function("() => elearn.player && elearn.player.currentTime > 0.1")
    expect(phone.page.locator(".dengar.none")).to_have_count(0)


def test_a_saved_lesson_opens_sounds_and_seeks_without_the_hub_and_its_answer_is_stored_once(
    phone: Away,
) -> None:
    before, page = stored(phone), phone.page
    phone.hub.lose()
    page.goto(way(phone))
    assert page.evaluate(RANGES, "bytes=0-")[0] == 206
    whole = page.evaluate(RANGES, "bytes=0-")[3]
    assert page.evaluate(RANGES, "bytes=100-199")[1:2] == [f"bytes 100-199/{whole}"]
    assert page.evaluate(RANGES, "bytes=-50")[1:] [0] == f"bytes {whole - 50}-{whole - 1}/{whole}"
    assert page.evaluate(RANGES, f"bytes={whole}-")[:2] == [416, f"bytes */{whole}"]
    page.locator(".screen.now .act a.dengar").click()
    page.wait_for_function("() => elearn.player && elearn.player.duration > 0")
    at, long = page.evaluate(SEEK)
    assert at == pytest.approx(long * 0.75, abs=0.3)
    page.locator(".ikuti").wait_for()                     # its controls, too, are on the phone
    page.locator(".help summary.icon").click()
    expect(page.locator(".help .told")).to_contain_text("Dengar atau baca dulu.")
    page.locator(".help summary.icon").click()
    choose(phone)
    expect(page.locator("#q1 .feedback")).to_contain_text("Benar!")
    page.goto(way(phone) + "selesai")
    expect(page.locator("main")).to_contain_text("Hasilnya bisa dilihat kalau sudah tersambung.")
    expect(page.locator("[data-state]")).to_be_visible()     # the outbox says what waits
    phone.hub.find()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("h1")).not_to_have_text("Sampai di akhir")   # the result comes by itself
    expect_all_sent(page)
    assert stored(phone) == before + 1


def test_a_saved_test_holds_no_keys_and_its_result_comes_when_the_hub_is_back(
    phone: Away,
) -> None:
    page = phone.page
    phone.hub.lose()
    page.goto(way(phone, TEST))
    begun = phone.clock() - timedelta(minutes=10)
    for number in range(1, 11):
        page.clock.set_system_time(begun + timedelta(seconds=20 * number))
        form = page.locator(f"#q{number} form")
        assert '"ok":[]' in (form.get_attribute("data-question") or "")
        choose(phone, f"q{number}", right=number > 2)
        expect(form.locator(".feedback")).to_contain_text("Jawaban tersimpan.")
    page.evaluate("location.hash = 'akhir'")
    page.locator("a[data-end]").click()
    expect(page.locator(".card")).to_contain_text("Hasilnya bisa dilihat kalau sudah tersambung.")
    phone.hub.find()
    page.goto(way(phone, TEST) + "?di=")
    expect_all_sent(page)
    page.goto(way(phone, TEST) + "selesai")
    expect(page.locator(".card")).to_contain_text("Benar")


def test_todays_practice_is_answered_without_the_hub(phone: Away) -> None:
    before = stored(phone)
    phone.hub.lose()
    phone.home()
    phone.page.locator("[data-saved] a", has_text="Latihan hari ini").click()
    choose(phone)
    expect(phone.page.locator("#q1 .feedback")).to_contain_text("Benar!")
    phone.hub.find()
    phone.page.reload()
    expect_all_sent(phone.page)
    assert stored(phone) == before + 1


def test_who_signs_out_without_the_hub_is_out_and_the_hub_hears_of_it_first(phone: Away) -> None:
    page, lesson = phone.page, way(phone)
    phone.hub.lose()
    phone.home()
    phone.leave()
    expect(page.locator("h1")).to_have_text("Belum tersambung")
    expect(page.locator(".card")).to_contain_text("Masuk bisa kalau sudah tersambung.")
    page.goto(lesson)
    expect(page.locator("h1")).to_have_text("Belum tersambung")
    page.go_back()
    phone.hub.find()
    page.goto(lesson)                                      # her cookie is still there
    expect(page.locator("h1")).to_have_text("Siapa kamu?")


def test_another_learner_opens_nothing_of_hers_and_finds_her_own(phone: Away) -> None:
    page, lesson = phone.page, way(phone)
    phone.leave()
    phone.enter(phone.cast.rudi)
    phone.hub.lose()
    page.goto(lesson)
    expect(page.locator("h1")).to_have_text("Sudah ganti orang")
    phone.home()
    expect(page.locator("[data-none]")).to_be_visible()    # a child's pages are others
    phone.hub.find()
    phone.home()
    phone.leave()


def test_a_changed_lesson_takes_the_old_ones_place_and_an_answer_on_the_old_one_counts(
    phone: Away,
) -> None:
    before, page = stored(phone), phone.page
    phone.hub.lose()
    page.goto(way(phone))
    choose(phone, "q2")                                     # on the page of before
    sample.put(phone.lessons, STEM, small("Contoh", STEM).replace("Ini ibu.", "Ini ibu kita."))
    assert phone.hub.site.shelf.refresh()
    phone.hub.find()
    page.goto(way(phone))
    expect_all_sent(page)
    assert stored(phone) == before + 1
    old = phone.kept()
    phone.home()
    _mended(phone, old)
    phone.hub.lose()
    page.goto(way(phone))
    expect(page.locator("main")).to_contain_text("Ini ibu kita.")
    page.locator(".screen.now .act a.dengar").click()
    page.wait_for_function("() => elearn.player.currentTime > 0.1")


def test_a_changed_application_is_never_mixed_with_the_old_one(
    phone: Away, tmp_path: Path
) -> None:
    page, site = phone.page, phone.hub.site
    old = phone.kept()
    scripts = {one for one in old if one.startswith("/s/lesson") and one.endswith(".js")}
    static = tmp_path / "static"
    shutil.copytree(paths.shipped("static") / "css", static / "css")
    shutil.copytree(paths.shipped("static") / "js", static / "js")
    for script in ("lesson.js", "entry.js", "after/warm.js"):
        with (static / "js" / script).open("a") as file:
            file.write("\nwindow.newer = true;\n")
    _replace(site, assets=Assets(static), sheets=Sheets())
    phone.hub.lose()
    page.goto(way(phone))                                    # all of before, and nothing missing
    choose(phone, "q3")
    assert page.evaluate("window.newer") is None
    phone.hub.find()
    page.goto(way(phone))                                    # all of now, from the hub
    assert page.evaluate("window.newer") is True
    expect_all_sent(page)
    phone.home()
    _mended(phone, old)
    phone.until(lambda kept: not kept & scripts)            # swept
    phone.hub.lose()
    page.goto(way(phone))
    assert page.evaluate("window.newer") is True


def _replace(site: object, **parts: Any) -> None:
    for name, value in parts.items():
        object.__setattr__(site, name, value)


def _mended(phone: Phone, old: set[str]) -> None:
    """Wait until every page that is kept is another one, and what nothing needs is gone."""
    old = {one for one in old if f"/{STEM}/" in one or one.startswith("/s/lesson")}
    phone.until(lambda kept: not kept & {one for one in old if "halaman" in one})


def test_a_page_that_was_saved_days_ago_is_marked_as_it_asks(phone: Away) -> None:
    before, page = logged(phone), phone.page
    phone.clock.forward(days=3)
    phone.home()                                             # her session is over
    phone.enter(phone.cast.sari)
    lesson = way(phone)
    phone.hub.lose()
    page.goto(lesson)
    code, draw = page.locator("#q5 input[name=s]").input_value().split("~")[:2]
    choose(phone, "q5")
    phone.hub.find()
    page.goto(lesson)
    expect_all_sent(page)
    new = [one for one in logged(phone) if one not in before]
    assert [(one.question, one.draw, one.right) for one in new] == [(code, int(draw), True)]


def test_what_the_phone_threw_away_is_told_kindly_and_saved_again(phone: Away) -> None:
    page, lesson = phone.page, way(phone)
    tools = phone.context.new_cdp_session(page)
    gone = {"origin": phone.hub.address, "storageTypes": "cache_storage"}
    tools.send("Storage.clearDataForOrigin", gone)
    phone.hub.lose()
    page.goto(lesson)
    expect(page.locator("main")).to_contain_text("Simpanan di HP ini hilang.")
    phone.hub.find()
    phone.home()
    expect(page.locator(".card.hold")).to_contain_text("Simpanan di HP ini hilang.")
    phone.until(lambda kept: sum("/luring/catatan/" in one for one in kept) == 5)
    phone.hub.lose()
    page.goto(lesson)
    expect(page.locator("main")).to_contain_text("Ini ibu")
    phone.hub.find()


def test_a_page_of_which_a_part_is_gone_is_not_shown_in_parts(phone: Away) -> None:
    page, lesson = phone.page, way(phone)
    page.evaluate("""async () => {
      const cache = await caches.open('elearn-1');
      for (const key of await cache.keys()) {
        if (key.url.includes('/luring/halaman/') && key.url.includes('baca-05')) {
          await cache.delete(key, { ignoreVary: true });
        }
      }
    }""")
    phone.hub.lose()
    page.goto(lesson.replace(STEM, OTHER))
    expect(page.locator("h1")).to_have_text("Simpanan ini hilang")


def test_what_two_lessons_share_stays_until_the_last_one_is_removed(phone: Away) -> None:
    page = phone.page
    page.goto(f"{phone.hub.address}/simpan")
    rows = page.locator("[data-kept] li")
    expect(rows).to_have_count(4)
    for left, title in enumerate(("Lain", "Uji", "Latihan hari ini", "Contoh")):
        shared = [one for one in phone.kept() if one.startswith("/s/lesson")]
        assert shared, title
        page.locator("[data-kept] li", has_text=title).locator("button").click()
        expect(rows).to_have_count(3 - left)
    phone.until(lambda kept: not any(one.startswith("/s/lesson") for one in kept))


def test_saving_tells_the_size_first_can_be_stopped_and_goes_on_after_a_break(phone: Away) -> None:
    page, hub = phone.page, phone.hub
    page.evaluate("caches.delete('elearn-1').then(() => localStorage.removeItem('luring'))")
    page.goto(f"{hub.address}/simpan?ranah=literasi")
    expect(page.locator("[data-size]")).to_contain_text("Kira-kira")
    assert not any("/catatan/" in one or one.startswith("/suara/") for one in phone.kept())
    hub.asked.clear()
    hub.slow = 0.1
    page.locator("[data-save]").click()
    bar = page.get_by_role("progressbar")
    expect(bar).to_be_visible()
    phone.until(lambda kept: sum(one.startswith("/suara/") for one in kept) > 30)
    page.locator("[data-stop]").click()
    expect(page.locator("[data-told=stopped]")).to_be_visible()
    assert not any("catatan" in one and STEM in one for one in phone.kept())
    page.reload()
    expect(page.locator("[data-told=half]")).to_be_visible()
    page.locator("[data-save]").click()
    expect(bar).to_be_visible()
    hub.lose()
    expect(page.locator("[data-told=broken]")).to_be_visible(timeout=30_000)
    hub.slow = 0
    hub.find()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-told=done]")).to_be_visible(timeout=60_000)
    for image in ("[data-offer] .mark:visible", "[data-kept] li"):
        expect(page.locator(image)).to_have_count(3)
    sounds = [one for one in hub.asked if re.fullmatch(r"/suara/\w+\.mp3", one)]
    assert len(sounds) - len(set(sounds)) < 10               # those under way at the breaks
    page.evaluate("navigator.storage.estimate = () => Promise.resolve({ quota: 9, usage: 8 })")
    page.locator("[data-kept] button").first.click()
    page.locator("[data-save]").click()
    expect(page.locator("[data-told=full]")).to_be_visible()


def test_under_save_data_nothing_comes_by_itself(phone: Away) -> None:
    sample.put(phone.lessons, OTHER, small("Lain", OTHER).replace("Ini ibu.", "Ini kita."))
    assert phone.hub.site.shelf.refresh()
    page = phone.context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'connection', "
                         "{ value: { saveData: true } })")
    phone.hub.asked.clear()
    page.goto(phone.hub.address)
    page.wait_for_load_state("networkidle")
    assert "/simpan.json" in phone.hub.asked
    assert not [one for one in phone.hub.asked if re.fullmatch(r"/simpan/.+|/suara/\w+\.mp3", one)]
    page.close()


def test_where_no_worker_can_be_nothing_is_offered_and_nothing_breaks(phone: Away) -> None:
    page = phone.context.new_page()
    page.add_init_script("delete Navigator.prototype.serviceWorker")      # as over plain http
    page.on("pageerror", lambda error: phone.errors.append(str(error)))
    page.goto(phone.hub.address)
    expect(page.locator("[data-luring]")).to_be_hidden()
    page.goto(f"{phone.hub.address}/simpan")
    expect(page.locator("[data-none]")).to_be_visible()
    expect(page.locator("[data-save]")).to_be_hidden()
    page.close()
