"""A test: the page does not know the answers, each question is answered once, the end is kind."""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, expect

from elearn.content.values import QuestionScreen
from elearn.learning import answers
from elearn.questions import KINDS
from elearn.questions.parts import parts_of, with_parts
from elearn.settings import Settings
from elearn.web.learn import examining
from elearn.web.learn.pages import draw_for, gaps, page
from elearn.web.site import KEY, Site
from tests.cast import SAME_SITE, Cast, enrolled, prepare, sign_in, staffed
from tests.conftest import FixedClock
from tests.content.written import faults, line_of
from tests.live import live
from tests.web import sample, walk
from tests.web.sample import STEM, examination
from tests.web.waiting import expect_all_sent

SCRIPT = {**SAME_SITE, "Accept": "application/json"}


@pytest.fixture
def app(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[Flask]:
    with sample.serving(settings, clock, tmp_path / "lessons", examination()) as made:
        yield made


@pytest.fixture
def cast(app: Flask, clock: FixedClock) -> Cast:
    return prepare(app, clock())


@pytest.fixture
def sari(app: Flask, cast: Cast) -> FlaskClient:
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    return client


def site_of(app: Flask) -> Site:
    site: Site = app.extensions[KEY]
    return site


def way(client: FlaskClient) -> str:
    found = re.search(rf"/b/[^/]+/{STEM}/", client.get("/ranah/literasi").text)
    assert found
    return found[0]


def asked(app: Flask, where: str) -> tuple[QuestionScreen, ...]:
    site = site_of(app)
    lesson = site.shelf.current.lesson(STEM)
    assert lesson is not None
    draw = draw_for(where.split("/")[2], site.today())
    return page(lesson, "dewasa", draw, site.narrator, site.facts()).questions


def as_shown(screen: QuestionScreen, raw: str) -> str:
    """Return an answer by the places on the page, as her finger gives it."""
    shape = KINDS[screen.kind].shape
    if shape in ("typed", "money"):
        return raw
    if shape == "pairs":
        given = dict(enumerate(raw.split(",")))
        sides = [str(side.id) for side in screen.matches]
        return ",".join(str(sides.index(given[left.id])) for left in screen.choices)
    if shape == "gaps":
        return with_parts(
            part if gap[0].typed else str([one.id for one in gap].index(
                int(part) + min(one.id for one in gap)))
            for gap, part in zip(gaps(screen), parts_of(raw), strict=True)
        )
    ids = [str(choice.id) for choice in screen.choices]
    return ",".join(str(ids.index(part)) for part in raw.split(","))


def wrong(screen: QuestionScreen) -> str:
    return {
        "isian": "Sampit", "angka": "1", "urutkan": ",".join(
            reversed(as_shown(screen, KINDS[screen.kind].right(screen.key)).split(","))
        ), "jodohkan": "2,2", "rumpang": "0,batu", "uang": "5000",
    }.get(screen.kind) or as_shown(
        screen, str(next(one.id for one in screen.choices if not one.accepted))
    )


def form(app: Flask, where: str, at: int, right: bool = True) -> dict[str, object]:
    screen = asked(app, where)[at]
    lesson = site_of(app).shelf.current.lesson(STEM)
    assert lesson is not None
    raw = as_shown(screen, KINDS[screen.kind].right(screen.key)) if right else wrong(screen)
    given: dict[str, object] = {"s": f"{screen.code}~{screen.draw}~{lesson.version}"}
    return given | walk.fields(screen.kind, raw)


def answered(app: Flask, cast: Cast) -> list[str]:
    with site_of(app).store.reading() as session:
        return [one.outcome for one in answers.of_lesson(session, cast.sari.id, STEM)]


def answer_all(
    app: Flask, sari: FlaskClient, clock: FixedClock, wrong_at: frozenset[int] = frozenset()
) -> str:
    where = way(sari)
    for at in range(10):
        clock.forward(seconds=5)
        sari.post(where, data=form(app, where, at, at not in wrong_at), headers=SAME_SITE)
    return where


def test_a_hint_in_a_test_is_a_fault_and_a_sensitive_lesson_is_no_test() -> None:
    text = sample.lesson(sample.TEST_FRONT)
    assert faults(text) == [
        (line_of(text, "Petunjuk:"), "Uji tidak punya petunjuk. Hapus 'Petunjuk:'.")
    ]
    assert faults(examination()) == []


def test_the_page_does_not_know_the_answers(app: Flask, sari: FlaskClient) -> None:
    where = way(sari)
    answer = sari.get(where)
    assert answer.headers["Cache-Control"] == "private, no-cache"
    for screen in asked(app, where):
        said = [one.feedback for one in screen.choices if one.feedback]
        for piece in (*said, screen.explanation):
            assert piece is None or piece.sound not in answer.text
            assert piece is None or piece.html not in answer.text
        heard = {one.body.sound for one in screen.choices}
        assert screen.answer.sound in heard or screen.answer.sound not in answer.text
    for key in re.findall("data-question='([^']*)'", answer.text):
        told = set(re.findall('"([a-z]+)":', key))
        assert told <= {"key", "kind", "of", "ok", "same", "unit", "gaps", "purse"}
        assert "Palangka" not in key


def test_what_is_in_the_form_depends_on_the_places_alone(app: Flask, sari: FlaskClient) -> None:
    """Every page of a test with as many options has the same numbers, whatever is right."""
    html = sari.get(way(sari)).text
    for screen in asked(app, way(sari)):
        part = html[html.index(f'id="{screen.anchor}"'):].partition("</section>")[0]
        values = re.findall('type="(?:radio|checkbox)" name="(a[0-9]*)" value="([0-9]+)"', part)
        for name in {name for name, _ in values} - ({"a"} if screen.once else set()):
            places = [int(value) for other, value in values if other == name]
            assert places == list(range(len(places)))
        shown = examining.whole(screen)
        ok = shown.get("ok", [])
        assert ok in ([], list(range(len(ok))))  # type: ignore[arg-type]


@pytest.mark.parametrize("right", [True, False])
def test_each_kind_is_marked_by_the_places_of_the_page(
    app: Flask, cast: Cast, sari: FlaskClient, clock: FixedClock, right: bool
) -> None:
    where = way(sari)
    for at in range(10):
        clock.forward(seconds=5)
        reply = sari.post(where, data=form(app, where, at, right), headers=SCRIPT)
        assert set(reply.get_json()) == {"id"}
    assert answered(app, cast) == [("right" if right else "wrong")] * 10


def test_without_script_she_is_told_only_that_it_is_kept_and_goes_on(
    app: Flask, sari: FlaskClient
) -> None:
    where = way(sari)
    told = sari.post(
        where, data=form(app, where, 0, right=False), headers=SAME_SITE, follow_redirects=True
    )
    assert "Jawaban tersimpan." in told.text
    for word in ("Benar!", "Belum.", "Coba lagi", "Ini bola", "Jawabannya"):
        assert word not in told.text
    assert 'href="../?di=q2#q2"' in told.text


def test_what_cannot_be_read_is_asked_again_and_not_kept(
    app: Flask, cast: Cast, sari: FlaskClient
) -> None:
    where = way(sari)
    unclear = form(app, where, 3) | {"a": "dua"}
    assert "Belum jelas" in sari.post(where, data=unclear, headers=SAME_SITE).text
    assert sari.post(where, data=unclear, headers=SCRIPT).status_code == 422
    assert answered(app, cast) == []


def test_opened_again_the_same_day_it_goes_on_at_the_first_question_left(
    app: Flask, cast: Cast, sari: FlaskClient, clock: FixedClock
) -> None:
    where = way(sari)
    assert sari.get(where).status_code == 200
    for at in (0, 1, 4):
        clock.forward(seconds=5)
        sari.post(where, data=form(app, where, at), headers=SAME_SITE)
    on = sari.get(where)
    assert (on.status_code, on.headers["Location"]) == (303, "?di=q3#q3")
    assert sari.get(f"{where}?di=q3").status_code == 200
    clock.forward(days=1)
    assert sign_in(sari, cast.sari) == 303
    assert sari.get(way(sari)).status_code == 200      # another day, another sitting


def test_after_a_power_cut_it_goes_on_where_she_was(
    app: Flask, cast: Cast, sari: FlaskClient, clock: FixedClock, settings: Settings, tmp_path: Path
) -> None:
    where = way(sari)
    for at in range(3):
        clock.forward(seconds=5)
        sari.post(where, data=form(app, where, at), headers=SAME_SITE)
    with sample.serving(settings, clock, tmp_path / "lessons", examination()) as restarted:
        again = enrolled(restarted, cast.device)
        assert sign_in(again, cast.sari) == 303
        assert again.get(way(again)).headers["Location"] == "?di=q4#q4"
        for at in range(3, 10):
            clock.forward(seconds=5)
            again.post(where, data=form(restarted, where, at), headers=SAME_SITE)
        assert "Benar 10 dari 10." in again.get(f"{where}selesai").text
    assert answered(app, cast) == ["right"] * 10


def test_the_end_says_nothing_before_all_is_answered(
    app: Flask, sari: FlaskClient, clock: FixedClock
) -> None:
    where = way(sari)
    for at in range(9):
        clock.forward(seconds=5)
        sari.post(where, data=form(app, where, at, at % 2 == 0), headers=SAME_SITE)
    told = sari.get(f"{where}selesai").text
    assert "Sudah 9 dari 10 soal." in told
    assert "benar" not in told
    assert "Lihat lagi" not in told


def test_the_end_says_kindly_what_she_knew_and_what_to_look_at_again(
    app: Flask, sari: FlaskClient, clock: FixedClock
) -> None:
    where = answer_all(app, sari, clock, frozenset({0, 1, 2}))
    assert sari.get(where).headers["Location"] == "selesai"
    answer = sari.get(f"{where}selesai")
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    parser.parse(answer.text)
    assert not parser.errors
    assert "Benar 7 dari 10." in answer.text
    assert "Terima kasih sudah mencoba." in answer.text
    assert "gagal" not in answer.text.lower()
    again = answer.text.partition("Lihat lagi ini:")[2]
    assert "Mana ikan?" in again
    assert "Ikan hidup di air." in again
    assert "Palangka Raya" in again
    assert sari.get(f"/suara/saya/{STEM}.mp3").status_code == 200


def test_the_end_can_be_printed_by_a_tap_where_there_is_script(
    app: Flask, sari: FlaskClient, clock: FixedClock, chromium: Browser
) -> None:
    where = answer_all(app, sari, clock)
    told = sari.get(f"{where}selesai").text
    assert re.search(r"<button class=\"button\" type=\"button\" data-print hidden>.*Cetak<", told)
    page = chromium.new_page(viewport={"width": 240, "height": 320})
    with live(app) as at:
        hers = (sari._cookies or {}).values()
        page.context.add_cookies([{"name": c.key, "value": c.value, "url": at} for c in hers])
        page.add_init_script("window.print = function () { window.printed = true; }")
        page.goto(f"{at}{where}selesai")
        page.get_by_role("button", name="Cetak").click()
        assert page.evaluate("window.printed")
        page.emulate_media(media="print")
        assert not page.get_by_role("button", name="Cetak").is_visible()
    page.close()


def test_the_first_answer_stands(
    app: Flask, cast: Cast, sari: FlaskClient, clock: FixedClock
) -> None:
    where = answer_all(app, sari, clock, frozenset({0}))
    clock.forward(seconds=5)
    second = form(app, where, 0) | {"id": str(uuid.uuid4())}
    assert sari.post(where, data=second, headers=SCRIPT).status_code == 200
    assert "Benar 9 dari 10." in sari.get(f"{where}selesai").text
    assert "Bagus." in sari.get(f"{where}selesai").text


def test_two_good_days_make_it_known_and_the_tutor_sees_the_answers(
    app: Flask, cast: Cast, sari: FlaskClient, clock: FixedClock
) -> None:
    for _ in range(2):
        answer_all(app, sari, clock)
        clock.forward(days=1)
        assert sign_in(sari, cast.sari) == 303
    assert "bisa" in sari.get("/ranah/literasi").text
    told = staffed(app, cast.maya).get(f"/tutor/orang/{cast.sari.id}/{STEM}").text
    assert "10 benar dari 10 jawaban" in told


@pytest.mark.browser
@pytest.mark.parametrize("script", [
    pytest.param(True, id="script"),
    pytest.param(False, id="plain", marks=pytest.mark.soak),
])
def test_a_whole_test_in_a_browser(
    app: Flask, cast: Cast, clock: FixedClock, chromium: Browser, script: bool
) -> None:
    with live(app) as address:
        context = chromium.new_context(
            viewport={"width": 360, "height": 640}, java_script_enabled=script
        )
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        shown = context.new_page()
        walk.sign_in(shown, address, cast.sari)
        shown.locator("a.continue").click()
        shown.locator("main[data-lesson]").wait_for()
        where = re.sub(r"[?#].*", "", shown.url).removeprefix(address)
        for at, screen in enumerate(asked(app, where)):
            clock.forward(seconds=5)
            if script:
                shown.goto(f"{address}{where}?di={screen.anchor}#{screen.anchor}")
            field = shown.locator(f"section#{screen.anchor} form")
            raw = as_shown(screen, KINDS[screen.kind].right(screen.key)) if at else wrong(screen)
            walk.fill(field, raw, screen.kind, script)
            field.locator("button[type=submit]").click()
            told = field.locator(".feedback") if script else shown.locator(".feedback")
            expect(told).to_contain_text("Jawaban tersimpan.")
            expect(told).not_to_contain_text("Benar")
            if script:
                expect(field.locator("button[type=submit]")).to_be_hidden()
                expect_all_sent(shown)
            else:
                shown.locator(".foot a.button").click()
        shown.goto(f"{address}{where}")
        expect(shown.locator("h1")).to_contain_text("Uji selesai:")
        expect(shown.locator("main")).to_contain_text("Benar 9 dari 10.")
        context.close()


def test_a_wrong_answer_is_named_in_the_log_and_nothing_of_it_stands_on_the_page(
    app: Flask, cast: Cast, sari: FlaskClient
) -> None:
    where = way(sari)
    screen = next(one for one in asked(app, where) if one.kind == "angka")
    of = screen.key["of"]
    assert isinstance(of, list)
    line = next(at for at, one in screen.mistakes.items() if one.confusion == "tambah-kali")
    assert line is not None
    shown = sari.get(where).text
    assert "data-words" not in shown
    assert "tambah-kali" not in shown
    named = re.findall(f'name="s" value="({screen.code}~{screen.draw}~[^"]*)"', shown)[0]
    told = sari.post(where, data={"s": named, "a": of[line]}, headers=SAME_SITE,
                     follow_redirects=True).text  # fmt: skip
    assert "Kamu menambah" not in told
    with site_of(app).store.reading() as session:
        (kept,) = answers.of_lesson(session, cast.sari.id, STEM)
    assert kept.confusion == "tambah-kali"
