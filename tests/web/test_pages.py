"""Every page is whole: one h1, valid HTML, no double ids, forms with an action; light; heard."""

import re
from collections.abc import Iterator, Sequence

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.content.catalogue import SUBJECTS
from elearn.web.offline.shells import SHELLS
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, enrolled, sign_in
from tests.web import ways_in
from tests.web.practised import took
from tests.web.test_answers import STEM, form_for, seat_of
from tests.web.weighing import counted as counted
from tests.web.weighing import weigh as weigh  # others take both from here

LESSONS = (
    "baca-01-vokal-a-i-u", "baca-02-vokal-o-e", "baca-03-m-b", "baca-04-k-t",
    "baca-05-n-s", "baca-06-l-d", "baca-07-e-dua-bunyi", "baca-08-p-r",
    "baca-09-g-h", "baca-10-j-y", "baca-11-c-w", "baca-12-huruf-besar",
    "baca-12-uji-suku-terbuka", "baca-18-suku-tengah", "baca-24-gugus-konsonan",
    "baca-28-cerita-pendek",
    "hitung-01-satu-lima", "hitung-02-nol-sepuluh", "hitung-03-banding", "hitung-04-tambah-10",
    "hitung-05-kurang-10", "hitung-06-belasan", "hitung-07-tambah-kurang-20",
    "hitung-08-puluhan-100", "hitung-13-kurang-meminjam", "hitung-17-kembalian",
    "hitung-21-bagi",
    "usaha-01-kebutuhan-keinginan", "usaha-11-keripik-singkong", "usaha-16-hpp-bahan",
    "hak-01-apa-itu-hak",
    "hak-02-nomor-penting",
    "tulis-01-garis", "tulis-02-huruf-hidup", "tulis-03-nama-saya",
)


def pages(app: Flask, cast: Cast) -> Iterator[tuple[str, FlaskClient]]:
    """Yield every learner page with a browser that may open it."""
    client = enrolled(app, cast.device)
    yield "/", app.test_client()
    yield "/perangkat/unknown", app.test_client()
    yield "/", client
    yield f"/masuk/{cast.sari.id.hex}", client
    yield "/perangkat", client
    yield from ways_in.pages(app, cast)
    yield "/coba", client
    guest = app.test_client()
    guest.post("/coba", data={"umur": "anak"}, headers=SAME_SITE)
    yield "/", guest
    own = enrolled(app, cast.device)
    sign_in(own, cast.sari)
    seat = seat_of(own)
    yield "/", own
    yield "/tampilan", own
    yield "/simpan", own
    yield "/simpan?ranah=literasi", own
    yield from ((f"/luring/{which}", own) for which in SHELLS)
    yield "/namaku", own
    yield f"/b/{seat}/penempatan/", own
    yield f"/b/{seat}/penempatan/selesai", own
    for name in SUBJECTS:
        yield f"/ranah/{name}", own
    for stem in LESSONS:
        yield f"/b/{seat}/{stem}/", own
        yield f"/b/{seat}/{stem}/selesai", own
    told = own.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat), headers=SAME_SITE)
    yield told.headers["Location"], own
    took(app, cast.sari)
    yield f"/b/{seat}/latihan/", own
    yield f"/b/{seat}/latihan/selesai", own
    yield "/", own


def test_every_page_is_whole(app: Flask, cast: Cast) -> None:
    for path, client in pages(app, cast):
        answer = client.get(path)
        html = answer.get_data(as_text=True)
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        tree = parser.parse(html)
        assert not parser.errors, (path, parser.errors[:3])
        assert len(tree.findall(".//h1")) == 1, path
        title = tree.find(".//title").text
        heading = "".join(tree.find(".//h1").itertext()).strip()
        assert title.split()[0].rstrip(":") in heading, path
        ids = [one.get("id") for one in tree.iter() if one.get("id")]
        assert len(ids) == len(set(ids)), path
        assert all(form.get("action") for form in tree.iter("form")), path
        assert not re.search(r'(href|src|action)="[^"]*&amp;amp;', html), path
        assert not re.search(r"<script(?![^>]+src=)|\son\w+=|\sstyle=", html), path


def test_a7_personal_pages_are_kept_by_no_cache(app: Flask, cast: Cast) -> None:
    for path, client in pages(app, cast):
        answer = client.get(path)
        html = answer.get_data(as_text=True)
        if answer.headers["Cache-Control"] != "no-store":
            if path.startswith("/luring/"):
                assert not re.search("Sari|/b/|data-personal", html)
                continue
            assert re.fullmatch(r"/b/[^/]+/[^/]+/", path)
            lesson = app.extensions[KEY].shelf.current.lesson(path.split("/")[3])
            assert ("Sari" in html) <= ("Sari" in lesson.source)    # a Sari of the lesson's own
            assert path.split("/")[2] not in html
            assert "data-personal" not in html
        else:
            assert "data-personal" in html


def test_a_lesson_page_is_the_same_bytes_for_everybody(app: Flask, cast: Cast) -> None:
    site = app.extensions[KEY]
    bodies = set()
    for _ in range(2):
        own = enrolled(app, cast.device)
        sign_in(own, cast.sari)
        answer = own.get(f"/b/{seat_of(own)}/{STEM}/")
        bodies.add(answer.get_data())
        again = own.get(
            f"/b/{seat_of(own)}/{STEM}/", headers={"If-None-Match": answer.headers["ETag"]}
        )
        assert again.status_code == 304
        assert again.get_data() == b""
    assert len(bodies) == 1
    assert site.sheets is not None


def test_a_lesson_page_and_an_answer_ask_the_database_little(app: Flask, cast: Cast) -> None:
    own = enrolled(app, cast.device)
    sign_in(own, cast.sari)
    seat = seat_of(own)
    form = form_for(app, seat)
    own.get(f"/b/{seat}/{STEM}/")
    with counted() as statements:
        own.get(f"/b/{seat}/{STEM}/")
    assert len(statements) <= 4
    statements.clear()
    with counted() as statements:
        own.post(f"/b/{seat}/{STEM}/", data=form, headers=SAME_SITE)
    assert len(statements) <= 10
    with counted() as statements:
        own.get("/")
    assert len(statements) <= 6


@pytest.mark.audio
def test_everything_on_every_page_can_be_heard(app: Flask, cast: Cast) -> None:
    hear(app, [one for one in pages(app, cast) if not any(stem in one[0] for stem in LESSONS[1:])])


@pytest.mark.audio
@pytest.mark.soak
def test_everything_in_every_lesson_can_be_heard(app: Flask, cast: Cast) -> None:
    hear(app, list(pages(app, cast)))


def hear(app: Flask, opened: Sequence[tuple[str, FlaskClient]]) -> None:
    """Ask for every sound of these pages once."""
    heard: set[str] = set()
    for path, client in opened:
        html = client.get(path).get_data(as_text=True)
        sounds = set(re.findall(r"(/suara/[^\"'&\\ ]+\.mp3)", html))
        assert sounds, path
        for address in sounds - heard:
            answer = client.get(address)
            assert answer.status_code == 200, (path, address)
            assert answer.mimetype == "audio/mpeg"
            assert len(answer.get_data()) > 500
        heard |= sounds
    assert len(heard) > 100


@pytest.mark.audio
def test_a_sound_is_served_in_ranges_and_a_name_is_kept_nowhere(
    app: Flask, cast: Cast
) -> None:
    client = enrolled(app, cast.device)
    name = client.get(f"/suara/nama/{cast.sari.id}.mp3")
    assert name.headers["Cache-Control"] == "no-store"
    message = app.extensions[KEY].voice.say("Belum.", "id")
    part = client.get(message, headers={"Range": "bytes=100-199"})
    assert part.status_code == 206
    assert len(part.get_data()) == 100


def test_an_address_of_sound_is_known_after_a_restart(app: Flask, cast: Cast) -> None:
    from elearn.web import create_app

    site = app.extensions[KEY]
    own = enrolled(app, cast.device)
    sign_in(own, cast.sari)
    html = own.get(f"/b/{seat_of(own)}/{STEM}/").get_data(as_text=True)
    address = re.findall(r"/suara/[a-z0-9]+\.mp3", html)[-1]
    fresh = create_app(site.settings, site.now).test_client()
    assert fresh.get(address).status_code == 200
