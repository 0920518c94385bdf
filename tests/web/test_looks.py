"""Large text, clear colours, no sound: hers alone, on every device, and seen by the browser."""

import re
from collections.abc import Sequence

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from elearn.content.senses import asked, needs_hearing
from elearn.store import tables
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, enrolled, sign_in, staffed
from tests.live import live
from tests.web.everywhere import become
from tests.web.eyes import Scheme
from tests.web.test_answers import seat_of

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
STEM = "baca-01-vokal-a-i-u"


def sari(app: Flask, cast: Cast, **settings: bool) -> FlaskClient:
    """Return Sari's browser, signed in, after she has switched these on or off."""
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    for name, on in settings.items():
        assert switch(client, name, on) == 303
    return client


def switch(client: FlaskClient, name: str, on: bool) -> int:
    form = {"apa": name, "jadi": "ya" if on else "tidak"}
    return client.post("/tampilan", data=form, headers=SAME_SITE).status_code


def classes(client: FlaskClient, path: str) -> str:
    found = re.search(r'<html lang="id"(?: class="([^"]+)")?', client.get(path).text)
    assert found is not None
    return found[1] or ""


def test_two_taps_from_home_and_every_switch_says_what_it_is(app: Flask, cast: Cast) -> None:
    client = sari(app, cast)
    assert '<a class="button" href="/tampilan">' in client.get("/").text
    page = client.get("/tampilan").text
    assert page.count('aria-pressed="false"') == 3
    assert page.count('class="dengar"') == 6
    assert switch(client, "kontras", True) == 303
    assert client.get("/tampilan").text.count('aria-pressed="true"') == 1


def test_what_she_chose_is_on_all_her_pages_and_on_nobody_elses(app: Flask, cast: Cast) -> None:
    client = sari(app, cast, besar=True, kontras=True)
    at = f"/b/{seat_of(client)}/{STEM}/"
    for path in ("/", "/ranah/literasi", "/tampilan", at, f"{at}selesai"):
        assert classes(client, path) == "besar kontras", path
    assert switch(client, "besar", False) == 303
    assert classes(client, at) == "kontras"
    rudi = enrolled(app, cast.device)
    sign_in(rudi, cast.rudi)
    assert classes(rudi, "/") == ""
    assert "/tampilan" not in staffed(app, cast.maya).get(f"/tutor/kelompok/{cast.class_id}").text


def test_it_follows_her_to_another_device(app: Flask, cast: Cast) -> None:
    sari(app, cast, tenang=True)
    again = enrolled(app, cast.device)
    sign_in(again, cast.sari)
    assert classes(again, "/") == "tenang"


def test_a_tutor_sets_them_for_her(app: Flask, cast: Cast) -> None:
    form = {"bahasa": "id", "besar": "on", "tenang": "on"}
    path = f"/tutor/orang/{cast.sari.id}"
    maya = staffed(app, cast.maya)
    maya.post(f"{path}/tampilan", data=form, headers=SAME_SITE)
    assert classes(sari(app, cast), "/") == "besar tenang"
    assert 'name="tenang" checked' in maya.get(path).text


def test_what_is_no_setting_is_refused(app: Flask, cast: Cast) -> None:
    client = sari(app, cast)
    for form in ({"apa": "name", "jadi": "ya"}, {"apa": "besar"}, {"apa": "besar", "jadi": "x"}):
        assert client.post("/tampilan", data=form, headers=SAME_SITE).status_code == 400


def test_a_lesson_is_the_same_bytes_for_all_of_one_setting(app: Flask, cast: Cast) -> None:
    client = sari(app, cast)
    at = f"/b/{seat_of(client)}/{STEM}/"
    plain = client.get(at).data
    switch(client, "besar", True)
    large = client.get(at).data
    assert large != plain
    assert b"/s/looks-lesson" in large
    same = [re.sub(rb"/s/(looks-)?lesson[+.][a-z0-9.+-]*css", b"", page) for page in (large, plain)]
    assert same[0].replace(b' class="besar"', b"") == same[1]
    switch(client, "besar", False)
    assert client.get(at).data == plain


def test_without_sound_nothing_is_asked_that_must_be_heard(app: Flask, cast: Cast) -> None:
    lesson = app.extensions[KEY].shelf.current.lesson(STEM)
    silent = {one.code for one in asked(lesson, "dewasa") if not needs_hearing(one)}
    client = sari(app, cast, tenang=True)
    at = f"/b/{seat_of(client)}/{STEM}/"
    page = client.get(at).text
    values = re.findall(r'name="s" value="([^"]+)"', page)
    assert {value.split("~")[0] for value in values} == silent
    assert len(values) == 6
    assert re.findall(r'id="(q\d+)"', page) == [f"q{at}" for at in range(1, 7)]
    assert all(value.endswith("~t") for value in values)


def test_an_answer_says_how_many_questions_its_page_asked(app: Flask, cast: Cast) -> None:
    client = sari(app, cast, tenang=True)
    at = f"/b/{seat_of(client)}/{STEM}/"
    value = re.findall(r'name="s" value="([^"]+)"', client.get(at).text)[0]
    told = client.post(at, data={"s": value, "a": "0"}, headers=SAME_SITE)
    assert told.status_code == 303
    assert value in client.get(told.headers["Location"]).text or "Benar" in client.get(
        told.headers["Location"]).text
    assert "Sudah 1 dari 6 soal." in client.get(f"{at}selesai").text
    with app.extensions[KEY].store.reading() as session:
        assert [row.asked for row in session.query(tables.Attempt)] == [6]
    maya = staffed(app, cast.maya)
    assert "belum: 1 dari 6 soal" in maya.get(f"/tutor/orang/{cast.sari.id}").text


def test_a_page_from_before_the_setting_is_still_marked(app: Flask, cast: Cast) -> None:
    client = sari(app, cast)
    at = f"/b/{seat_of(client)}/{STEM}/"
    heard = re.findall(r'name="s" value="([^"]+)"', client.get(at).text)[1]
    switch(client, "tenang", True)
    told = client.post(at, data={"s": heard, "a": "0"}, headers=SAME_SITE)
    assert told.status_code == 303
    assert client.get(told.headers["Location"]).status_code == 200
    assert client.post(at, data={"s": f"{heard}~~t", "a": "0"}, headers=SAME_SITE
                       ).status_code == 400


@pytest.mark.browser
@pytest.mark.parametrize("chosen", [
    pytest.param(("besar",), marks=pytest.mark.soak),
    pytest.param(("kontras",), marks=pytest.mark.soak),
    ("besar", "kontras", "tenang"),
])
def test_a_browser_shows_them(
    app: Flask, cast: Cast, chromium: Browser, chosen: tuple[str, ...]
) -> None:
    client = sari(app, cast)
    at = f"/b/{seat_of(client)}/{STEM}/"
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 240, "height": 320})
        context.set_default_timeout(20_000)
        page = context.new_page()
        become(context, client, address)
        for name in ("besar", "kontras", "tenang"):
            switch(client, name, name in chosen)
        for path in ("/", f"{at}#s2", f"{at}selesai"):
            page.goto("about:blank")
            page.goto(address + path)
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                assert shown(page) == wanted(chosen, scheme), (chosen, scheme, path)
        context.close()


@pytest.mark.browser
def test_without_sound_nothing_plays_but_by_a_tap(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    client = sari(app, cast, tenang=True)
    at = f"/b/{seat_of(client)}/{STEM}/"
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        context.add_init_script(
            "HTMLMediaElement.prototype.play = function () {"
            " sessionStorage.played = Number(sessionStorage.played || 0) + 1; };"
        )
        page = context.new_page()
        become(context, client, address)
        played = "Number(sessionStorage.played || 0)"
        page.goto(f"{address}{at}#s1")
        page.locator("#s1 .act .dengar").click()              # she asks for a voice once
        assert page.evaluate(played) == 1
        page.locator("#s1 .act .main").click()
        page.locator("#s2.now").wait_for()
        assert page.evaluate(played) == 1
        switch(client, "tenang", False)
        page.goto(f"{address}{at}?#s3")
        page.locator("#s3.now").wait_for()
        assert page.evaluate(played) == 2                     # with sound she is spoken to again
        context.close()


BODY = "(s => [s.fontSize, s.color, s.backgroundColor])(getComputedStyle(document.body))"
BLACK, WHITE = "rgb(0, 0, 0)", "rgb(255, 255, 255)"


def shown(page: Page) -> list[str]:
    """Return the size of letters, ink and paper of a page."""
    return list(page.evaluate(BODY))


def wanted(chosen: Sequence[str], scheme: str) -> list[str]:
    """Return what a small phone shows under these settings."""
    size = "26px" if "besar" in chosen else "18px"
    if "kontras" in chosen:
        return [size, BLACK, WHITE] if scheme == "light" else [size, WHITE, BLACK]
    usual = ["rgb(34, 28, 20)", "rgb(255, 250, 240)"]
    return [size, *(usual if scheme == "light" else ["rgb(246, 239, 226)", "rgb(27, 23, 18)"])]
