"""Her own name on the first day: reached in six taps, heard, found, written, and kept nowhere."""

import json
import re
from itertools import pairwise

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, Request, expect

from elearn.teaching import add_learner
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, Learner, enrolled, sign_in
from tests.live import live
from tests.narration.listening import heard, seconds
from tests.web.test_answers import STEM, form_for, seat_of
from tests.web.test_pages import weigh

OWN = "/suara/saya/namaku/"
WATCH = """() => {
  const name = document.querySelector(".nama");
  const lit = [];
  window.whole = new Promise(done => new MutationObserver(() => {
    const now = [...name.querySelectorAll(".kini")].map(one => one.textContent).join("");
    if (now && now !== lit[lit.length - 1]) { lit.push(now); }
    if (now === "Sari") { done(lit); }
  }).observe(name, { subtree: true, attributes: true }));
}"""
NAMES = (
    "E", "M. Rizky", "Nur'aini", "Siti Nurhaliza Ramadhani", "I Wayan", "Ai-Ling", "Désy", "王",
    "<b>&'\"", "a" * 40,
)  # fmt: skip


def signed(app: Flask, cast: Cast, learner: Learner) -> FlaskClient:
    client = enrolled(app, cast.device)
    assert sign_in(client, learner) == 303
    return client


def called(app: Flask, cast: Cast, name: str, *, consent: bool = True) -> Learner:
    """Return somebody new in Sari's class."""
    site = app.extensions[KEY]
    with site.store.writing() as session:
        person, code = add_learner(
            session, site.secrets, cast.class_id, name, "🌾", "dewasa",
            "sendiri" if consent else None, site.now(),
        )  # fmt: skip
        return Learner(person.id, name, code)


def is_first(client: FlaskClient) -> bool:
    home = client.get("/").text
    return 'href="/namaku"' in home and home.index('href="/namaku"') < home.index("/b/")


def test_it_is_the_first_thing_at_home_until_she_has_been_there(app: Flask, cast: Cast) -> None:
    client = signed(app, cast, cast.sari)
    assert is_first(client)
    assert client.post("/namaku", headers=SAME_SITE).headers["Location"] == "/"
    assert 'href="/namaku"' not in client.get("/").text
    assert 'href="/namaku"' in client.get("/tampilan").text
    client.post("/keluar", headers=SAME_SITE)
    sign_in(client, cast.rudi)
    assert is_first(client)                          # on the same phone, for whoever is new


def test_who_has_answered_anything_goes_on_with_that(app: Flask, cast: Cast) -> None:
    client = signed(app, cast, cast.sari)
    seat = seat_of(client)
    client.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat), headers=SAME_SITE)
    assert 'href="/namaku"' not in client.get("/").text


def test_a_visitor_without_a_name_has_none_to_learn(app: Flask) -> None:
    guest = app.test_client()
    guest.post("/coba", data={"umur": "anak"}, headers=SAME_SITE)
    assert 'href="/namaku"' not in guest.get("/").text
    assert 'href="/namaku"' not in guest.get("/tampilan").text
    assert guest.get("/namaku").status_code == 303
    assert guest.get(f"{OWN}suku.mp3").status_code == 404


def test_it_holds_her_name_alone_and_none_of_her_class(app: Flask, cast: Cast) -> None:
    called(app, cast, "Sara")
    page = signed(app, cast, cast.sari).get("/namaku")
    assert page.headers["Cache-Control"] == "no-store"
    assert "Sari" in page.text
    assert not re.search(r"\b(Sara|Rudi)\b", page.text)
    assert page.text.count('<details class="calon') == 9
    assert page.text.count('<details class="calon tepat"') == 3
    shown = re.findall(r'class="kertas stem">([^<]+)', page.text)
    assert shown == ["Namaku: Sari"]
    assert "tidak ada yang dikirim atau dinilai" in page.text


def test_any_name_has_a_whole_page_with_all_its_sounds(app: Flask, cast: Cast) -> None:
    for name in NAMES:
        client = signed(app, cast, called(app, cast, name))
        page = client.get("/namaku").text
        html, whole, requests = weigh(client, "/namaku")
        assert html <= 10_240, name
        assert whole <= 14_336, name
        assert requests <= 3
        assert "<b>&'" not in page
        sounds = sorted(set(re.findall(rf"{OWN}[^\"]+\.mp3", page)))
        assert len(sounds) >= 12
        for sound in (sounds[0], sounds[-1], f"{OWN}suku.mp3"):
            answer = client.get(sound)
            assert answer.status_code == 200, (name, sound)
            assert answer.headers["Cache-Control"] == "no-store"
    for part in ("huruf-99", "huruf-x", "pilih-0-7", "pilih-", "lain"):
        assert client.get(f"{OWN}{part}.mp3").status_code == 404


@pytest.mark.audio
def test_her_name_is_said_by_syllables_and_nothing_of_it_is_kept(app: Flask, cast: Cast) -> None:
    client = signed(app, cast, called(app, cast, "Christina Sari"))
    site = app.extensions[KEY]
    before = set(site.settings.audio.rglob("*.*"))
    whole = heard(client.get(f"{OWN}suku.mp3").get_data())
    page = client.get("/namaku").text
    told = re.search(r"data-times='([^']+)'", page)
    assert told
    spans = json.loads(told[1])
    assert len(spans) == 5 + 1                       # Chris-ti-na Sa-ri, then the name
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert spans[-1][1] <= seconds(whole) + 0.2
    assert re.findall(r'data-suku="(\d)">([^<]+)', page) == [
        ("0", "Chris"), ("1", "ti"), ("2", "na"), ("3", "Sa"), ("4", "ri"),
    ]
    assert set(site.settings.audio.rglob("*.*")) == before
    scripts = site.narrator.scripts.values()
    said = {word for one in scripts for word in " ".join(one.sentences).split()}
    assert not {"Christina", "Chris"} & said


def taps_to_her_name(page: Page, address: str, learner: Learner) -> int:
    """Return how many taps it takes from the names to the page, as they are really made."""
    taps = 0

    def tap(what: str) -> None:
        nonlocal taps
        page.locator(what).first.click()
        taps += 1

    page.goto(address)
    tap(f"a.tile:has-text('{learner.name}')")
    for number in learner.code:
        tap(f"button[name=pilih][value='{number}']")
    page.wait_for_load_state()
    if page.url.endswith("/izin"):
        tap("button[value=ya]")
    if not page.url.endswith("/namaku"):
        tap('main a[href="/namaku"]')
    page.wait_for_url("**/namaku")
    return taps


def go_on(page: Page, times: int = 1) -> None:
    """Tap on to the next screen; a screen is gone a moment after the tap."""
    for _ in range(times):
        left = page.locator(".screen.now").get_attribute("id") or ""
        page.locator(f"#{left} .act a.main").click()
        expect(page.locator(".screen.now")).not_to_have_attribute("id", left)


@pytest.mark.browser
def test_a_new_learner_reaches_it_in_six_taps(app: Flask, cast: Cast, chromium: Browser) -> None:
    wati = called(app, cast, "Wati", consent=False)      # an adult who has not said yes
    with live(app) as address:
        for learner, most in ((cast.rudi, 5), (cast.sari, 6), (wati, 6)):
            context = chromium.new_context(viewport={"width": 360, "height": 640})
            context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
            page = context.new_page()
            assert taps_to_her_name(page, address, learner) <= most, learner.name
            expect(page.locator(".screen.now .nama")).to_have_text(learner.name)
            context.close()


@pytest.mark.browser
def test_she_hears_finds_and_writes_it_and_nothing_is_sent(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 240, "height": 320})
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        taps_to_her_name(page, address, cast.sari)
        sent: list[Request] = []
        page.on("request", lambda request: sent.append(request))
        page.evaluate(WATCH)
        page.locator(".screen.now .act .dengar").click()
        assert page.evaluate("whole") == ["Sa", "ri", "Sari"]
        go_on(page)

        page.locator(".screen.now .calon:not(.tepat) summary").first.click()
        expect(page.locator(".screen.now .calon[open]")).to_contain_text("Ini dibaca:")
        page.keyboard.press("Escape")
        page.locator(".screen.now .calon.tepat summary").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".screen.now .calon[open]")).to_have_count(1)
        expect(page.locator(".screen.now .calon[open]")).to_contain_text("Benar! Ini namamu.")
        go_on(page, 3)

        expect(page.locator(".screen.now h2")).to_have_text("S besar")
        board = page.locator(".screen.now .papan")
        expect(board).to_be_visible()
        board.scroll_into_view_if_needed()
        box = board.bounding_box()
        assert box
        page.mouse.move(box["x"] + 60, box["y"] + 40)
        page.mouse.down()
        page.mouse.move(box["x"] + 90, box["y"] + 80, steps=4)
        page.mouse.up()
        expect(page.locator(".screen.now .tinta polyline")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") <= 240
        go_on(page, 5)
        page.emulate_media(media="print")
        expect(page.locator(".lembar")).to_be_visible()
        expect(page.locator(".kertas")).to_have_text("Namaku: Sari")
        expect(page.locator(".act").last).to_be_hidden()
        page.emulate_media(media="screen")
        assert {one.method for one in sent} == {"GET"}
        page.get_by_role("button", name="Ke rumah").click()
        page.locator(".tiles.two").wait_for()
        assert page.locator('main a[href="/namaku"]').count() == 0
        assert not errors
        context.close()


@pytest.mark.browser
def test_without_script_all_of_it_is_there(app: Flask, cast: Cast, chromium: Browser) -> None:
    with live(app) as address:
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        client = signed(app, cast, cast.sari)
        session = client.get_cookie("sesi")
        assert session
        for name, value in (("perangkat", cast.device), ("sesi", session.value)):
            context.add_cookies([{"name": name, "value": value, "url": address}])
        page.goto(f"{address}/namaku")
        screens = page.locator(".screen")
        assert screens.count() == 1 + 3 + 4 + 2
        assert all(screens.nth(at).is_visible() for at in range(screens.count()))
        page.locator("#cari0 .tepat summary").click()
        expect(page.locator("#cari0 .tepat p")).to_be_visible()
        assert page.locator("#dengar .act .dengar").get_attribute("href") == f"{OWN}suku.mp3"
        page.get_by_role("button", name="Ke rumah").click()
        expect(page.locator("h1")).to_contain_text("Sari")
        context.close()
