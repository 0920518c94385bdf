"""In real Chromium: what sounds is lit up, word by word, by the times of the sound itself."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from elearn.settings import Settings
from tests.cast import enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.live import live
from tests.web import sample
from tests.web.test_answers import seat_of

log = logging.getLogger(__name__)

pytestmark = [pytest.mark.browser, pytest.mark.audio]

STEP = """Ikuti bacaan ini.

> ibu mau ubi itu.
> ini ikan api.
"""
LONG = "Ini panjang.\n\n" + "\n".join(
    f"> {who} mau {what} itu. itu {what} ibu. ini {what} itu.\n"
    for who in ("ibu", "ini", "api", "itu") for what in ("ubi", "ikan", "api", "ibu")
)
LONG_STEM = "baca-04-panjang"
WATCH = """() => {
    const words = [...document.querySelectorAll(".screen.now .kata")];
    window.lit = [];
    window.prose = new Set();
    window.parts = [];
    const put = CSS.highlights.set.bind(CSS.highlights);
    CSS.highlights.set = (name, lit) => prose.add([...lit][0].toString()) && put(name, lit);
    new MutationObserver(() => {
        const part = document.querySelector(".suku.kini");
        const sentence = document.querySelector(".kalimat.kini");
        if (part && parts[parts.length - 1] !== part.textContent) { parts.push(part.textContent); }
        const word = words.findIndex(one => one.classList.contains("kini"));
        if (word < 0 || (lit.length && lit[lit.length - 1][0] === word)) { return; }
        const focus = document.activeElement.className;
        lit.push([word, elearn.player.currentTime, focus, sentence.innerText]);
    }).observe(document.querySelector(".screen.now"), { attributes: true, subtree: true });
}"""
"""Notes each word that is lit up, where the sound is then, and what has the focus."""
UNSAID = """() => elearn.moments([
    { text: "ibu mau ubi itu.", engine: "", start: 1, end: 1, words: [[1, 1, 0, 3]] },
], document.querySelector(".now"))"""
"""When what is lit up, of a sentence that nobody says."""
PICTURED = """() => {
    const place = document.createElement("div");
    place.innerHTML = "<h2>Huruf a</h2><p><img alt='api'><img alt='ikan'></p>"
        + "<p>Ini api. Api, ikan.</p><span role='img' aria-label='garis, ke 3'><svg></svg></span>";
    let at = 0;
    const cue = (text, ...words) => (
        { text, start: at, words: words.map(([from, to]) => [at++, at, from, to]), end: at }
    );
    return elearn.moments([
        cue("Huruf a", [0, 5], [6, 7]), cue("api, ikan", [0, 3], [5, 9]),
        cue("Ini api.", [0, 3], [4, 7]), cue("Api, ikan.", [0, 3], [5, 9]),
        cue("garis, ke 3", [0, 5], [7, 9], [10, 11]),
    ], place).filter(one => one.word).map(({ word }) => (
        word.range ? word.range.toString() : word.box.alt ? `[${word.box.alt}]` : word.box.nodeName
    ));
}"""
"""What is lit up, one after another, where pictures are named before words that are the same."""
ENDED = "() => window.elearn.player && elearn.player.ended"
SOUNDS = "() => window.elearn.player && !elearn.player.paused && elearn.player.currentTime > 0"


@dataclass(frozen=True, slots=True)
class Reader:
    """Sari, signed in at a server of two lessons that are read along and a sensitive one."""

    address: str
    seat: str
    cookies: dict[str, str]
    browser: Browser

    @contextmanager
    def opening(
        self, stem: str = sample.STEM, size: tuple[int, int] = (360, 640), **how: Any
    ) -> Iterator[Page]:
        """Give a lesson in a browser of her own; no script of it may fail."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}, **how
        )
        context.add_cookies([
            {"name": name, "value": value, "url": self.address}
            for name, value in self.cookies.items()
        ])
        errors: list[str] = []
        page = self.page(context, stem)
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page
        assert not errors
        context.close()

    def page(self, context: BrowserContext, stem: str = sample.STEM) -> Page:
        """Open a lesson in one more tab."""
        page = context.new_page()
        page.goto(f"{self.address}/b/{self.seat}/{stem}/")
        return page


@pytest.fixture(scope="module")
def reader(
    tmp_path_factory: pytest.TempPathFactory, sounds: Path, chromium: Browser
) -> Iterator[Reader]:
    data, clock = tmp_path_factory.mktemp("data"), FixedClock()
    long = sample.lesson(step=LONG).replace("baca-03-", "baca-04-")
    settings = Settings(data=data, audio=sounds, lessons=data, sensitive=(sample.SENSITIVE,))
    with sample.serving(
        settings, clock, data / "lessons", sample.lesson(step=STEP),
        others={LONG_STEM: long, sample.SENSITIVE: sample.sensitive()},
    ) as app:  # fmt: skip
        cast = prepare(app, clock())
        client = enrolled(app, cast.device)
        assert sign_in(client, cast.sari) == 303
        cookie = client.get_cookie("sesi")
        assert cookie is not None
        with live(app) as address:
            yield Reader(address, seat_of(client), {"sesi": cookie.value}, chromium)


def keep(page: Page, sent: list[Request]) -> None:
    """Note what a page asks for."""
    page.on("request", lambda request: sent.append(request))


def begins(page: Page) -> list[float]:
    """Return when each word of the bacaan on the screen begins to sound."""
    address = page.locator(".now .act a.dengar").get_attribute("href") or ""
    told = page.request.get(page.url.split("/b/")[0] + address.replace(".mp3", ".json")).json()
    bacaan = page.locator(".now .kalimat").all_inner_texts()
    return [word[0] for cue in told["sentences"] if cue["text"] in bacaan for word in cue["words"]]


def late(page: Page) -> list[float]:
    """Return by how much each word was lit up late, in milliseconds; all were, in their order."""
    lit, due = page.evaluate("lit"), begins(page)
    assert [word for word, *_ in lit] == list(range(len(due)))
    return [1000 * (at - time) for (_, at, *_), time in zip(lit, due, strict=True)]


def test_each_word_is_lit_up_as_it_sounds_at_both_speeds(reader: Reader) -> None:
    with reader.opening() as page:
        page.evaluate(WATCH)
        page.locator(".now .act a.dengar").click()
        page.wait_for_function(ENDED)
        expect(page.locator(".kini")).to_have_count(0)
        assert median(map(abs, late(page))) <= 60
        _, _, focus, sentences = zip(*page.evaluate("lit"), strict=True)
        assert sentences == ("ibu mau ubi itu.",) * 4 + ("ini ikan api.",) * 3
        assert set(focus) == {"dengar on"}                     # it never moved
        assert {"Ikuti bacaan ini.", "bacaan"} <= set(page.evaluate("[...prose]"))

        slowly = page.get_by_role("button", name="Pelan")
        slowly.click()
        expect(slowly).to_have_attribute("aria-pressed", "true")
        page.evaluate("lit.length = 0")
        page.get_by_role("button", name="Dengar dari awal").click()
        page.wait_for_function(SOUNDS)
        assert page.evaluate("[elearn.player.playbackRate, elearn.player.preservesPitch]") == [
            0.75, True
        ]
        page.wait_for_function(ENDED)
        assert median(map(abs, late(page))) <= 60
        page.reload()                          # what may not begin by itself begins by one tap
        page.locator(".now .act a.dengar").click()
        expect(slowly).to_have_attribute("aria-pressed", "true")
        assert page.evaluate("elearn.player.playbackRate") == 0.75


def test_a_word_that_is_tapped_twice_is_said_and_seen_by_its_syllables(reader: Reader) -> None:
    with reader.opening() as page:
        word = page.locator(".kata", has_text="ikan")
        word.click()
        expect(page.locator(".now .ikuti")).to_be_visible()
        page.wait_for_function(ENDED)
        page.evaluate(WATCH)
        word.dblclick()
        parts = word.locator(".suku")
        expect(parts).to_have_text(["i", "kan"])
        lines = [parts.nth(at).evaluate("one => getComputedStyle(one).borderBottomStyle")
                 for at in range(2)]
        assert lines == ["solid", "double"]                    # told apart without colours, too
        page.wait_for_function("() => parts.length === 2")
        assert page.evaluate("parts") == ["i", "kan"]
        expect(word).to_have_accessible_name("ikan")
        page.locator(".kata", has_text="mau").press("Enter")
        expect(page.locator(".suku")).to_have_count(0)
        page.keyboard.press("Space")
        expect(page.locator(".suku")).to_have_text(["ma", "u"])


def test_the_voice_is_there_while_what_follows_it_is_not(reader: Reader) -> None:
    with reader.opening() as page:
        page.route("**/s/after.*", lambda route: route.abort())
        page.locator(".now .act a.dengar").click()
        page.wait_for_function(SOUNDS)
        page.locator(".kata").first.click()
        page.wait_for_function(ENDED)
        expect(page.locator(".now .ikuti")).to_have_count(0)


def test_a_step_without_sound_says_so_and_lights_nothing_up(reader: Reader) -> None:
    def gone(route: Route) -> None:
        route.fulfill(status=404)

    with reader.opening() as page:
        page.route("**/suara/*", gone)
        page.locator(".now .act a.dengar").click()
        expect(page.locator(".now .ikuti [role=status]")).to_have_text("Belum ada suara.")
        expect(page.locator(".now .ikuti button")).to_have_count(3)
        expect(page.locator(".now .ikuti button:visible")).to_have_count(0)
        assert page.locator(".now .act").evaluate("one => one.offsetHeight") < 90   # in one line
        expect(page.locator(".kini")).to_have_count(0)
        page.unroute("**/suara/*")
        page.locator(".kata").first.click()
        page.wait_for_function(SOUNDS)
        expect(page.locator(".now .ikuti [role=status]")).to_have_text("")
        expect(page.get_by_role("button", name="Pelan")).to_be_visible()
        assert page.evaluate(UNSAID) == [{"at": 1, "silent": True}]


def test_a_picture_is_lit_up_while_it_is_named(reader: Reader) -> None:
    with reader.opening() as page:
        page.locator(".kata").first.click()
        page.wait_for_function("() => elearn.moments")
        assert page.evaluate(PICTURED) == [
            "Huruf", "a", "[api]", "[ikan]", "Ini", "api", "Api", "ikan", "svg",
        ]


def test_what_says_her_name_has_no_times_that_are_asked_for(reader: Reader) -> None:
    with reader.opening() as page:
        sent: list[Request] = []
        keep(page, sent)
        page.locator(".now .act a.dengar").click()
        page.wait_for_function(SOUNDS)
        page.goto(reader.address)
        page.locator(".foot a.dengar").click()
        page.wait_for_function(SOUNDS)
        asked = [one.url for one in sent if "/suara/" in one.url]
        assert any("/suara/saya/" in one for one in asked)
        assert not [one for one in asked if "/suara/saya/" in one and one.endswith(".json")]


def test_what_sounds_is_brought_into_view_and_her_own_scrolling_is_left_alone(
    reader: Reader,
) -> None:
    with reader.opening(LONG_STEM, size=(240, 320), reduced_motion="reduce") as page:
        page.locator(".now .act a.dengar").click()
        page.wait_for_function(SOUNDS)
        page.evaluate("elearn.player.currentTime = 12")
        expect(page.locator(".kata.kini")).to_be_in_viewport(ratio=1)
        expect(page.get_by_role("button", name="Berhenti")).to_be_in_viewport(ratio=1)
        page.mouse.wheel(0, -4000)
        page.wait_for_function("() => scrollY === 0")
        before = page.locator(".kata.kini").evaluate("one => one.getBoundingClientRect().top")
        page.wait_for_timeout(900)
        assert page.evaluate("scrollY") == 0
        assert before > 320
        page.get_by_role("button", name="Berhenti").click()
        assert page.evaluate("elearn.player.paused")


def test_there_is_one_voice_in_all_tabs_and_escape_ends_it(reader: Reader) -> None:
    with reader.opening() as first:
        second = reader.page(first.context)
        for page in (first, second):
            page.locator(".now .act a.dengar").click()
            page.wait_for_function(SOUNDS)
            expect(page.locator(".now .ikuti")).to_be_visible()
        first.wait_for_function("() => elearn.player.paused")
        assert not second.evaluate("elearn.player.paused")
        second.keyboard.press("Escape")
        second.wait_for_function("() => elearn.player.paused && !elearn.player.ended")


def test_a_locked_screen_names_the_step_but_never_a_sensitive_lesson(reader: Reader) -> None:
    for stem, title in ((sample.STEM, "Suku kata"), (sample.SENSITIVE, "elearn")):
        with reader.opening(stem) as page:
            sent: list[Request] = []
            keep(page, sent)
            page.locator(".now .act a.dengar").click()
            expect(page.locator(".now .ikuti")).to_be_visible()
            assert page.evaluate("navigator.mediaSession.metadata.title") == title
            sounds = [one.url for one in sent if "/suara/" in one.url]
            assert sounds
            if stem == sample.SENSITIVE:
                assert all(one.endswith("?simpan=0") for one in sounds)


@pytest.mark.soak
def test_in_a_minute_on_a_slow_phone_the_light_keeps_with_the_sound(reader: Reader) -> None:
    with reader.opening(LONG_STEM) as page:
        slow = page.context.new_cdp_session(page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": 6})
        page.evaluate(WATCH)
        page.locator(".now .act a.dengar").click()
        page.wait_for_function(ENDED, timeout=120_000, polling=1000)
        assert page.evaluate("elearn.player.duration") >= 60
        errors = [abs(one) for one in late(page)]
        last = median(errors[-len(errors) // 4:])
        ninety_five = quantiles(errors, n=20)[18]
        log.info("%d words: median %.0f ms, in the last quarter %.0f, p95 %.0f, most %.0f",
                 len(errors), median(errors), last, ninety_five, max(errors))
        assert max(median(errors), last) <= 60         # it does not drift
        assert ninety_five <= 150
