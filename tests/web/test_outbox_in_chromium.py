"""In real Chromium: each way an answer can be refused or lost has its end, and she is told."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from elearn.accounts import devices
from elearn.learning import answers
from elearn.learning.attempts import Attempt
from elearn.settings import Settings
from elearn.teaching import add_learner
from elearn.web.site import KEY, Site
from tests.cast import Cast, Learner, enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.content.written import STEM, written
from tests.live import live
from tests.migrated import put
from tests.web.outbox_scripts import TAP
from tests.web.test_answers import seat_of
from tests.web.waiting import expect_all_sent, expect_true, expect_waiting, waiting

Place = tuple[Flask, FixedClock, Cast]

pytestmark = pytest.mark.browser

POSTS = "**/b/*/*/"
SAID = ".kotak-tanda .sheet"
"""Where a lesson says where her answers are."""


@dataclass
class Hub:
    """A hub of one lesson, whose clock a test moves, and a phone of Ibu Maya's class."""

    app: Flask
    clock: FixedClock
    cast: Cast
    address: str
    context: BrowserContext

    @property
    def site(self) -> Site:
        found: Site = self.app.extensions[KEY]
        return found

    def sign_in(self, learner: Learner, device: str = "") -> str:
        """Begin a session of hers on the phone; return her seat."""
        client = enrolled(self.app, device or self.cast.device)
        assert sign_in(client, learner) == 303
        seat = seat_of(client)
        for name in ("perangkat", "sesi", "giliran"):
            kept = client.get_cookie(name)
            assert kept
            self.context.add_cookies([{"name": name, "value": kept.value, "url": self.address}])
        return seat

    def open(self, seat: str) -> Page:
        """Open the lesson in a page of its own, with all that comes with the first tap."""
        page = self.context.new_page()
        page.goto(f"{self.address}/b/{seat}/{STEM}/")
        page.evaluate("document.body.click()")
        expect_true(page, "window.elearn && elearn.kotak && elearn.kotak.state.state")
        return page

    def stored(self, learner: Learner) -> list[Attempt]:
        with self.site.store.reading() as session:
            return answers.of_lesson(session, learner.id, STEM)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The hub of all tests here; each of them begins a day of its own."""
    from elearn.web import create_app

    folder = tmp_path_factory.mktemp("hub")
    (folder / "lessons" / "literasi").mkdir(parents=True)
    (folder / "lessons" / "literasi" / f"{STEM}.md").write_text(written())
    made = Settings(data=folder, lessons=folder / "lessons", audio=Path(folder / "suara"))
    put(made.database)
    clock = FixedClock(datetime.now(UTC).replace(microsecond=0))
    app = create_app(made, clock)
    yield app, clock, prepare(app, clock())
    app.extensions[KEY].store.close()


@contextmanager
def phone(place: Place, chromium: Browser, init: str = "") -> Iterator[Hub]:
    """Give a phone with an empty outbox, in a class of its own."""
    app, clock, cast = place
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        if init:
            context.add_init_script(init)
        yield Hub(app, clock, anew(app, clock, cast), address, context)
        context.close()


def anew(app: Flask, clock: FixedClock, cast: Cast) -> Cast:
    """Return the cast with another Sari and another device."""
    site: Site = app.extensions[KEY]
    with site.store.writing() as session:
        person, code = add_learner(
            session, site.secrets, cast.class_id, "Sari", "🌻", "dewasa", "wali", clock()
        )
        token = devices.offer_enrolment(session, cast.class_id, clock())
        enrolled_one = devices.enrol(session, token, clock())
    assert enrolled_one
    return replace(cast, sari=Learner(person.id, "Sari", code), device=enrolled_one[1])


def tap(page: Page) -> str:
    """Give an answer; return its id."""
    given: str = page.evaluate(TAP)[1]
    assert given
    return given


def ids(found: list[Attempt]) -> list[str]:
    return [str(one.id) for one in found]


def test_after_an_expired_session_it_waits_and_she_is_told_to_sign_in(
    place: Place, chromium: Browser
) -> None:
    with phone(place, chromium) as hub:
        seat = hub.sign_in(hub.cast.sari)
        page = hub.open(seat)
        hub.clock.forward(minutes=16)
        given = tap(page)
        said = page.locator(SAID)
        expect(said).to_contain_text("Masuk lagi supaya terkirim")
        page.locator(".kotak-tanda summary").click()
        expect(said.locator("a.dengar")).to_be_visible()
        way = said.locator("a", has_text="Masuk lagi").get_attribute("href") or ""
        assert way == f"/?next=%2Fb%2F{seat}%2F{STEM}%2F"
        assert [one.id for one in waiting(page)] == [given]
        assert hub.stored(hub.cast.sari) == []

        hub.sign_in(hub.cast.rudi)                    # somebody else: it goes on waiting
        other = hub.open(seat_of_(hub, hub.cast.rudi))
        expect(other.locator("[data-state]")).to_contain_text("Tersimpan di hub.")
        expect_waiting(other, 1)
        expect(other.locator(".kotak-tanda")).to_have_count(0)

        hub.sign_in(hub.cast.sari)
        page.goto(f"{hub.address}{way[len('/?next='):].replace('%2F', '/')}")
        expect_all_sent(page)
        assert ids(hub.stored(hub.cast.sari)) == [given]
        assert hub.stored(hub.cast.rudi) == []


def seat_of_(hub: Hub, learner: Learner) -> str:
    client = enrolled(hub.app, hub.cast.device)
    sign_in(client, learner)
    return seat_of(client)


def test_on_a_withdrawn_phone_it_waits_until_she_is_signed_in_elsewhere_on_it(
    place: Place, chromium: Browser
) -> None:
    with phone(place, chromium) as hub:
        page = hub.open(hub.sign_in(hub.cast.sari))
        with hub.site.store.writing() as session:
            device = devices.device_of(session, hub.cast.device)
            assert device
            devices.withdraw(session, device.id, hub.clock())
        given = tap(page)
        expect(page.locator(SAID)).to_contain_text("HP ini tidak terdaftar lagi")
        with hub.site.store.writing() as session:
            token = devices.offer_enrolment(session, hub.cast.class_id, hub.clock())
            anew = devices.enrol(session, token, hub.clock())
        assert anew
        page.close()
        page = hub.open(hub.sign_in(hub.cast.sari, anew[1]))
        expect_all_sent(page)
        assert ids(hub.stored(hub.cast.sari)) == [given]


def test_whatever_the_phones_clock_shows_answers_keep_their_order_and_are_of_today(
    place: Place, chromium: Browser
) -> None:
    with phone(place, chromium) as hub:
        seat = hub.sign_in(hub.cast.sari)

        tried = []

        def busy(route: Route) -> None:
            if route.request.method == "POST":
                route.fulfill(status=503, headers={"Retry-After": "3600"}, body="")
                tried.append(1)
            else:
                route.continue_()

        hub.context.route(POSTS, busy)
        given = []
        for shown in ("1970-01-02", "2099-12-31", "2098-01-01", "1970-01-01"):
            page = hub.context.new_page()
            page.clock.set_fixed_time(shown)
            page.goto(f"{hub.address}/b/{seat}/{STEM}/")
            given.append(tap(page))
            expect_true(page, f"!localStorage.getItem('kotak:{seat}:{given[-1]}')")   # moved
            while len(tried) < len(given):
                page.evaluate("0")
            page.close()
        hub.context.unroute(POSTS)
        page = hub.open(seat)
        expect_all_sent(page)
        stored = hub.stored(hub.cast.sari)
        assert ids(stored) == given
        assert all((hub.clock() - one.answered_at).total_seconds() < 600 for one in stored)
        assert not any(one.flag for one in stored)


NO_ROOM = "Storage.prototype.setItem = function () { throw new Error('penuh'); };"
NO_BASE = "IDBFactory.prototype.open = function () { throw new Error('belum ada'); };"


@pytest.mark.parametrize("missing", [NO_ROOM, NO_BASE], ids=["localStorage", "IndexedDB"])
def test_where_one_store_refuses_the_other_holds_it(
    place: Place, chromium: Browser, missing: str
) -> None:
    with phone(place, chromium, missing) as hub:
        page = hub.open(hub.sign_in(hub.cast.sari))
        hub.context.set_offline(True)
        page.evaluate(TAP)
        expect(page.locator(SAID)).to_contain_text("masih di HP ini")
        assert page.evaluate("elearn.held.length") == 0
        hub.context.set_offline(False)
        page.evaluate("elearn.kotak.send()")
        expect(page.locator("[data-state]")).to_contain_text("Tersimpan di hub.")
        assert len(hub.stored(hub.cast.sari)) == 1


def test_on_a_full_phone_she_is_told_what_to_do_and_it_is_sent_from_memory(
    place: Place, chromium: Browser
) -> None:
    with phone(place, chromium, NO_ROOM + NO_BASE) as hub:
        page = hub.open(hub.sign_in(hub.cast.sari))
        hub.context.set_offline(True)
        page.evaluate(TAP)
        expect(page.locator(SAID)).to_contain_text("Jangan tutup halaman ini")
        expect(page.locator(f"{SAID} a.dengar")).to_have_count(1)
        hub.context.set_offline(False)
        page.evaluate("elearn.kotak.send()")
        expect(page.locator("[data-state]")).to_contain_text("Tersimpan di hub.")
        assert len(hub.stored(hub.cast.sari)) == 1


def test_nothing_but_the_hubs_own_word_counts_as_stored(
    place: Place, chromium: Browser
) -> None:
    with phone(place, chromium) as hub:
        page = hub.open(hub.sign_in(hub.cast.sari))
        page.clock.install()
        gate = {"status": 302, "headers": {"Location": "http://login.example/"}}
        replies = [
            {"status": 200, "content_type": "text/html", "body": "<h1>Selamat datang</h1>"},
            {"status": 200, "content_type": "application/json", "body": "{}"},
            {"status": 200, "content_type": "application/json", "body": '{"id":"lain"}'},
            {"status": 200, "content_type": "application/json", "body": "<html>"},
            gate, {"status": 307, "headers": {"Location": "/"}}, {"status": 204}, {"status": 418},
            {"status": 500, "content_type": "application/json", "body": '{"status":500}'},
        ]
        tried = []

        def answer(route: Route) -> None:
            tried.append(route.request.url)
            if len(tried) > len(replies):
                route.continue_()
            else:
                route.fulfill(**replies[len(tried) - 1])      # type: ignore[arg-type]

        hub.context.route(POSTS, answer)
        given = tap(page)
        while len(tried) <= len(replies):
            assert [one.id for one in waiting(page)] == [given]
            page.clock.fast_forward(5_000)
        while waiting(page):
            page.clock.fast_forward(5_000)
        assert ids(hub.stored(hub.cast.sari)) == [given]


def test_a_busy_hub_is_left_alone_as_long_as_it_asks(
    place: Place, chromium: Browser
) -> None:
    with phone(place, chromium) as hub:
        page = hub.open(hub.sign_in(hub.cast.sari))
        page.clock.install()
        tried = []

        def busy(route: Route) -> None:
            tried.append(1)
            route.fulfill(status=503, headers={"Retry-After": "300"}, content_type="text/html")

        hub.context.route(POSTS, busy)
        tap(page)
        tap(page)
        expect(page.locator(SAID)).to_contain_text("2 × ")
        page.clock.fast_forward(290_000)
        expect_waiting(page, 2)
        assert len(tried) == 1
        hub.context.unroute(POSTS)
        page.clock.fast_forward(100_000)
        expect_true(page, "elearn.kotak.state.state === 'hub'")
        assert len(hub.stored(hub.cast.sari)) == 2


def test_an_answer_to_a_question_that_is_gone_is_named_until_she_lets_go_of_it(
    place: Place, chromium: Browser
) -> None:
    with phone(place, chromium) as hub:
        page = hub.open(hub.sign_in(hub.cast.sari))
        page.evaluate("""document.querySelectorAll("input[name=s]").forEach((one) => {
          one.value = one.value.replace(/~[0-9a-f]{16}/, "~0123456789abcdef");
        })""")
        tap(page)
        said = page.locator(SAID)
        expect(said).to_contain_text("Tunjukkan ke tutor")
        page.locator(".kotak-tanda summary").click()
        expect(said.locator("li")).to_contain_text(re.compile(f"{STEM}: .*Soalnya sudah tidak ada"))
        assert [one.why for one in waiting(page)] == ["soal"]
        page.goto(f"{hub.address}/")
        expect(page.locator("main .kotak")).to_contain_text("Tunjukkan ke tutor")
        page.locator("main .kotak button", has_text="Buang").click()
        expect_waiting(page, 0)
        assert hub.stored(hub.cast.sari) == []


def test_home_says_what_waits_and_sends_what_an_older_version_had_kept(
    place: Place, chromium: Browser
) -> None:
    with phone(place, chromium) as hub:
        seat = hub.sign_in(hub.cast.sari)
        page = hub.open(seat)
        hub.context.route(POSTS, lambda route: route.abort())
        given = [tap(page)]
        old = page.evaluate("""(seat) => {
          const form = document.querySelector("form[data-question]"), id = "00000000-0000-4000-8000-000000000001";
          const body = `s=${form.elements.s.value}&a=0&coba=1&petunjuk=0&id=${id}&waktu=${Date.now()}`;
          localStorage.setItem("kotak:" + seat, JSON.stringify([{ id: id, to: location.pathname, body: body }]));
          return id;
        }""", seat)  # noqa: E501  # as the older version wrote it
        given.append(old)
        page.goto(f"{hub.address}/")
        expect(page.locator("main .kotak")).to_contain_text("2 × Jawaban masih di HP ini")
        expect(page.locator("main .kotak a.dengar")).to_be_visible()
        assert page.evaluate("elearn.kotak.waiting()") == {seat: 2}
        hub.context.unroute(POSTS)
        page.evaluate("window.dispatchEvent(new Event('online'))")
        expect(page.locator("main .kotak")).to_contain_text("Tersimpan di hub.")
        expect_all_sent(page)
        assert sorted(ids(hub.stored(hub.cast.sari))) == sorted(given)
        assert page.evaluate("localStorage.getItem('kotak')") is None


def test_the_results_wait_for_the_hub_and_show_what_came_late(
    place: Place, chromium: Browser
) -> None:
    with phone(place, chromium) as hub:
        page = hub.open(hub.sign_in(hub.cast.sari))
        hub.context.route(POSTS, lambda route: route.abort())
        tap(page)
        page.clock.install()
        page.evaluate("document.querySelector('a[data-end]').click()")
        page.clock.fast_forward(3500)
        assert not page.url.endswith("/selesai")       # no hub: nothing to see there yet
        expect(page.locator("#akhir [data-state]")).to_contain_text("masih di HP ini")
        hub.context.unroute(POSTS)
        page.evaluate("elearn.kotak.send()")
        page.wait_for_url("**/selesai")
        expect(page.locator(".because li")).to_have_count(1)


def test_on_a_page_of_hers_another_sees_nothing_of_what_waits_for_her(
    place: Place, chromium: Browser
) -> None:
    with phone(place, chromium) as hub:
        seat = hub.sign_in(hub.cast.sari)
        page = hub.open(seat)
        page.evaluate("document.querySelectorAll('input[name=s]').forEach(one => one.value += 'x')")
        tap(page)
        expect(page.locator(SAID)).to_contain_text("Tunjukkan ke tutor")
        hub.sign_in(hub.cast.rudi)
        page.goto(f"{hub.address}/b/{seat}/{STEM}/")
        expect(page.locator("h1")).to_have_text("Sudah ganti orang")
        expect_true(page, "window.elearn && elearn.kotak && elearn.kotak.state.state")
        assert page.evaluate("elearn.kotak.state.apart") == []
        expect(page.locator(".kotak")).to_have_count(0)


def test_a_store_that_does_not_open_today_is_not_taken_for_an_empty_one(
    place: Place, chromium: Browser
) -> None:
    with phone(place, chromium) as hub:
        page = hub.open(hub.sign_in(hub.cast.sari))
        hub.context.route(POSTS, lambda route: route.abort())
        given = tap(page)
        expect_true(page, "localStorage['kotak.isi']")
        home = hub.context.new_page()
        home.add_init_script(NO_BASE)
        home.goto(f"{hub.address}/")
        expect_true(home, "elearn.kotak && elearn.kotak.state.state")
        assert home.evaluate("elearn.kotak.state.state") == "hp"
        assert home.evaluate("localStorage.getItem('kotak')") is not None
        hub.context.unroute(POSTS)
        page.reload()
        expect_all_sent(page)
        expect_true(page, "!localStorage.getItem('kotak.isi') && !localStorage.getItem('kotak')")
        assert ids(hub.stored(hub.cast.sari)) == [given]


def test_on_the_names_what_a_hub_did_not_hear_is_sent_again(
    place: Place, chromium: Browser
) -> None:
    with phone(place, chromium) as hub:
        page = hub.open(hub.sign_in(hub.cast.sari))
        tried: list[int] = []

        def away(route: Route) -> None:
            tried.append(1)
            route.abort()

        hub.context.route(POSTS, away)
        given = tap(page)
        page.goto(f"{hub.address}/")
        page.locator(".foot form[action='/keluar'] button").first.click()
        expect(page.locator("h1")).to_have_text("Siapa kamu?")
        expect_true(page, "window.elearn && elearn.kotak && elearn.kotak.state.state")
        until = len(tried)
        while len(tried) == until:
            page.evaluate("0")
        hub.context.unroute(POSTS)
        expect_all_sent(page)
        assert ids(hub.stored(hub.cast.sari)) == [given]
