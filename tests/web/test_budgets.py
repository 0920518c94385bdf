"""What each learner's page may cost: bytes, requests, questions to the database, and its DOM.

A page is known by the place that its help names, so that a new place without a budget fails.
Bytes are gzip's, as on a hub's plain HTTP, headers counted; brotli and what waits for a tap apart.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser

from elearn.teaching import add_learner
from elearn.teaching.assignments import assign
from elearn.web.helping import PLACES, QUESTIONS
from elearn.web.site import KEY, Site
from tests.cast import Cast, enrolled, sign_in
from tests.live import live
from tests.web.practised import took
from tests.web.test_answers import seat_of
from tests.web.test_pages import pages
from tests.web.weighing import PICTURES, Weight, at_once, fetched, whole_weight

KB = 1024


@dataclass(frozen=True, slots=True)
class Budget:
    """At most so much; HTML and the whole first visit in bytes."""

    html: int
    whole: int
    statements: int
    elements: int = 200
    depth: int = 12
    requests: int = 3

    def broken_by(self, weight: Weight) -> dict[str, tuple[int, int]]:
        """Return what a page costs beside what it may, where that is more."""
        both = {name: (getattr(weight, name), getattr(self, name)) for name in self.__slots__}
        return {name: pair for name, pair in both.items() if pair[0] > pair[1]}


def door(statements: int) -> Budget:
    """Budget a page in front of the sign-in."""
    return Budget(1536, 5 * KB, statements)


def listed(statements: int) -> Budget:
    """Budget home and what is like it."""
    return Budget(3 * KB, 7 * KB, statements)


BUDGETS: Mapping[str, Budget] = MappingProxyType({
    "baru": door(1), "nama": door(2), "gambar": door(3), "pin": Budget(1792, 5376, 3),
    "kartu": door(2), "izin": door(2),
    "coba": door(1), "perangkat": door(2), "galat": door(2), "ganti": listed(3),
    "umum": door(2), "rumah": listed(7), "ranah": listed(5), "tampilan": listed(2),
    "simpan": Budget(3 * KB, 9 * KB, 6), "luring": listed(3),
    "penempatan": Budget(10 * KB, 14 * KB, 6), "jawaban": Budget(3 * KB, 9 * KB, 4),
    "hasil": Budget(3 * KB, 9 * KB, 7), "pelajaran": Budget(10 * KB, 14 * KB, 4, 1000, 16),
    "rumah-bergilir": listed(7), "hasil-bergilir": Budget(3 * KB, 9 * KB, 7),
    "namaku": Budget(10 * KB, 14 * KB, 6, 1000, 16),
    "latihan": Budget(8 * KB, 16 * KB, 6, 1000, 16),
})
"""By the place of a page; a PIN's has its keys and their words. Lighthouse warns of more than 800
elements and calls 1,400, or a depth of 32, an error; a lesson holds all its screens, of which
scripts show one at a time."""
ELSEWHERE = frozenset({"langkah", "akhir", *QUESTIONS})    # within a lesson


def six_learners(app: Flask, cast: Cast) -> None:
    """Let the class have as many names as a page of them shows, each with her picture."""
    site: Site = app.extensions[KEY]
    five = (("Yohana", "🦋"), ("Markus", "🐘"), ("Fitriani", "🐝"), ("Dani", "🐢"), ("Eka", "🐔"))
    with site.store.writing() as session:
        for name, picture in five:
            add_learner(session, site.secrets, cast.class_id, name, picture, "anak", "wali",
                        site.now())  # fmt: skip


def laden(app: Flask, cast: Cast) -> FlaskClient:
    """Sign in Rudi, on whose home everything stands that can: asked, waiting, practice."""
    site: Site = app.extensions[KEY]
    with site.store.writing() as session:
        assign(session, uuid4(), cast.class_id, cast.rudi.id, "hitung-17-kembalian", site.today(),
               cast.maya.id, site.now(), site.today())  # fmt: skip
    took(app, cast.rudi, audience="anak")
    took(app, cast.rudi, ("tulis-01-garis",), ago=0, audience="anak", handed_in=True)
    own = enrolled(app, cast.device)
    sign_in(own, cast.rudi)
    return own


def visited(app: Flask, cast: Cast) -> Iterator[tuple[str, FlaskClient]]:
    """Yield every learner's page at its fullest."""
    six_learners(app, cast)
    own = laden(app, cast)
    home = own.get("/").text
    assert all(words in home for words in ("Tugas dari tutor.", "Tugasmu menunggu", "Latihan"))
    yield "/", own
    yield from pages(app, cast)
    yield "/?hal=2", enrolled(app, cast.device)
    yield "/ranah/numerasi", own
    yield "/tidak-ada", own
    other = enrolled(app, cast.device)
    sign_in(other, cast.sari)
    yield f"/b/{seat_of(other)}/baca-03-m-b/", own
    yield from ((f"/bantuan/{place}", own) for place in PLACES)


def test_every_page_of_a_learner_keeps_its_budget(app: Flask, cast: Cast) -> None:
    broken, met = {}, set()
    for path, client in visited(app, cast):
        html = client.get(path).get_data(as_text=True)
        place = place_of(path, html)
        met.add(place)
        if over := BUDGETS[place].broken_by(whole_weight(client, path)):
            broken[place, path] = over
        assert "@font-face" not in html, path
    assert broken == {}
    assert set(BUDGETS) - met <= {"umum", "rumah-bergilir", "hasil-bergilir"}
    assert set(PLACES) - ELSEWHERE <= set(BUDGETS)


def test_home_and_lists_ask_at_once_for_three_pictures_at_most(app: Flask, cast: Cast) -> None:
    own = laden(app, cast)
    first = enrolled(app, cast.device)
    sign_in(first, cast.sari)
    for client in (own, first):
        for path in ("/", "/ranah/literasi", "/ranah/numerasi", "/ranah/literasi?hal=2"):
            html = client.get(path).text
            shown = at_once(html.partition("<body>")[2])
            assert 1 <= len(shown) <= 3, (path, shown)
            assert html.count(' loading="lazy"') >= 3, path
    for tag in re.findall(r"<img[^>]*>", own.get("/").text):
        assert re.search(r' width="\d+" height="\d+"', tag), tag     # room is kept for it


def place_of(path: str, html: str) -> str:
    """Return where a page says that it is."""
    if path.startswith("/bantuan/"):
        return "rumah"                      # as long as a list
    if path.endswith("/latihan/"):
        return "latihan"
    named = re.search(r'href="/bantuan/([a-z-]+)"', html)
    return named[1] if named else "umum"


def test_no_style_brings_a_font_or_a_picture(app: Flask) -> None:
    site: Site = app.extensions[KEY]
    for name in ("app.css", "staff.css", "ikuti.css", "help.css"):
        css = app.test_client().get(site.assets.url(name)).text
        assert "@font-face" not in css
        assert "@import" not in css
        assert fetched(css) == []


def test_over_https_browsers_are_sent_a_tenth_less(app: Flask, cast: Cast) -> None:
    own = enrolled(app, cast.device)
    sign_in(own, cast.sari)
    for path in ("/", f"/b/{seat_of(own)}/hitung-17-kembalian/"):
        assert whole_weight(own, path, "br").whole < 0.92 * whole_weight(own, path).whole


@pytest.mark.browser
def test_what_is_counted_is_what_a_browser_fetches(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    six_learners(app, cast)
    own = laden(app, cast)
    found = (own.get_cookie(name) for name in ("perangkat", "sesi"))
    cookies = {one.key: one.value for one in found if one}
    paths = ("/", "/ranah/literasi", f"/b/{seat_of(own)}/hitung-03-banding/",
             f"/b/{seat_of(own)}/usaha-01-kebutuhan-keinginan/")
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.add_cookies([
            {"name": name, "value": value, "url": address} for name, value in cookies.items()
        ])
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url.removeprefix(address)))
        for path in paths:
            asked.clear()
            page.goto(address + path, wait_until="networkidle")
            html = own.get(path).text
            plain = [one for one in asked if not one.startswith(PICTURES)]
            assert plain == [path, *(one for one in fetched(html) if not one.startswith(PICTURES))]
            assert {one for one in asked if one not in plain} <= set(fetched(html))
            assert page.evaluate("document.getElementsByTagName('*').length") \
                <= whole_weight(own, path).elements + 60       # what scripts add to a lesson
        context.close()
    assert at_once('<img src="/gambar/1.svg"><img src="/gambar/2.svg" loading="lazy">') \
        == ["/gambar/1.svg"]
