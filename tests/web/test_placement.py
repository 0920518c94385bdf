"""Sari is placed: asked a few questions, told nothing of them, and led to her first lesson."""

import re
from collections.abc import Mapping
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.content.values import QuestionScreen
from elearn.learning import answers
from elearn.mastery.evidence import PLACEMENT
from elearn.mastery.placement import MOST
from elearn.questions import KINDS
from elearn.web.learn.given import lesson_of
from elearn.web.learn.pages import page
from elearn.web.site import KEY, Site
from tests.cast import SAME_SITE, Cast, enrolled, sign_in
from tests.conftest import FixedClock
from tests.web.test_answers import STEM, form_for, seat_of
from tests.web.test_uji import as_shown
from tests.web.weighing import weigh

LIGHT = 14_336
"""Bytes of a first visit, with styles and scripts."""

OFFER = "Cari pelajaran pertama"


@pytest.fixture
def sari(app: Flask, cast: Cast) -> FlaskClient:
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    return client


@pytest.fixture
def way(sari: FlaskClient) -> str:
    return f"/b/{seat_of(sari)}/penempatan/"


def site_of(app: Flask) -> Site:
    site: Site = app.extensions[KEY]
    return site


def the_question(app: Flask, html: str) -> tuple[str, QuestionScreen]:
    """Return the hidden field of a page of placement, and the question that stands on it."""
    found = re.search(r'name="s" value="([^"]+)"', html)
    assert found
    code, draw, version = found[1].split("~")[:3]
    with app.test_request_context():
        lesson = lesson_of(version)
    assert lesson is not None
    site = site_of(app)
    asked = page(lesson, "dewasa", int(draw) // lesson.rounds(code), site.narrator, site.facts())
    screen = asked.question(code, int(draw))
    assert screen is not None
    return found[1], screen


def form(app: Flask, html: str, right: bool) -> Mapping[str, str | list[str]]:
    """Return what her browser sends for a right answer by the places on the page, or "belum"."""
    said, screen = the_question(app, html)
    if not right:
        return {"s": said, "belum": "ya"}
    raw = as_shown(screen, KINDS[screen.kind].right(screen.key))
    if KINDS[screen.kind].shape in ("tiles", "pairs"):
        return {"s": said} | {f"a{at}": one for at, one in enumerate(raw.split(","))}
    return {"s": said, "a": raw.split(",")}


def go_through(
    app: Flask, client: FlaskClient, way: str, clock: FixedClock, right: bool
) -> tuple[int, str]:
    """Answer until it ends; return how many questions were asked, and the last page."""
    for asked in range(MOST + 1):
        answer = client.get(way)
        if answer.status_code == 303:
            return asked, client.get(answer.headers["Location"]).text
        clock.time += timedelta(seconds=20)
        sent = client.post(way, data=form(app, answer.text, right), headers=SAME_SITE)
        assert sent.headers["Location"] == way
    raise AssertionError("it does not end")


def placing(app: Flask, cast: Cast) -> list[answers.Attempt]:
    with site_of(app).store.reading() as session:
        lessons = {one.lesson for one in answers.log(session, cast.sari.id)}
        return [one for stem in lessons for one in answers.of_lesson(session, cast.sari.id, stem)
                if one.occasion == PLACEMENT]


def test_a_new_learner_is_offered_to_be_placed_until_she_skips_it(
    sari: FlaskClient, way: str
) -> None:
    assert OFFER not in sari.get("/").text           # one thing first: her own name
    sari.post("/namaku", headers=SAME_SITE)
    assert OFFER in sari.get("/").text
    skipped = sari.post(way, data={"cukup": "ya"}, headers=SAME_SITE)
    assert skipped.headers["Location"] == "/"
    assert OFFER not in sari.get("/").text


def test_who_knows_nothing_yet_stops_early_and_begins_at_the_beginning(
    app: Flask, cast: Cast, sari: FlaskClient, way: str, clock: FixedClock
) -> None:
    asked, end = go_through(app, sari, way, clock, right=False)
    assert 0 < asked <= MOST
    assert "Terima kasih. Mulai dari:" in end
    assert "/baca-01-vokal-a-i-u/" in end
    assert "/hitung-01-satu-lima/" in end
    assert "Belum." not in end
    assert {one.outcome for one in placing(app, cast)} == {"wrong"}
    assert OFFER not in sari.get("/").text


def test_who_knows_what_is_asked_goes_on_from_there(
    app: Flask, cast: Cast, sari: FlaskClient, way: str, clock: FixedClock
) -> None:
    _, end = go_through(app, sari, way, clock, right=True)
    given = placing(app, cast)
    assert {one.outcome for one in given} == {"right"}
    assert {one.occasion for one in given} == {PLACEMENT}
    assert all(one.lesson.startswith(("baca-", "hitung-")) for one in given)
    assert "baca-01-vokal-a-i-u" not in end
    home = sari.get("/").text
    assert "baca-01-vokal-a-i-u" not in home
    assert "dilewati dulu" in sari.get("/ranah/literasi").text
    assert sari.get(way.replace("penempatan", "baca-01-vokal-a-i-u")).status_code == 200


def test_its_pages_hold_nothing_that_marks_and_tell_nothing(
    app: Flask, sari: FlaskClient, way: str, clock: FixedClock
) -> None:
    first = sari.get(way)
    said, screen = the_question(app, first.text)
    assert "data-question" not in first.text
    assert first.headers["Cache-Control"] == "no-store"
    values = re.findall(r'name="a" value="(\d+)"', first.text)
    assert values == [str(at) for at in range(len(values))]
    after = sari.post(way, data=form(app, first.text, False), headers=SAME_SITE)
    assert after.status_code == 303
    assert "Belum." not in sari.get(way).text
    assert screen.code in said


def test_no_address_tells_how_an_answer_was(
    app: Flask, cast: Cast, sari: FlaskClient, way: str
) -> None:
    sent = {**form(app, sari.get(way).text, False), "id": "00000000-0000-4000-8000-000000000001"}
    sari.post(way, data=sent, headers=SAME_SITE)
    (one,) = placing(app, cast)
    for stem in (one.lesson, "penempatan", "latihan"):
        assert sari.get(way.replace("penempatan", stem) + f"jawaban/{one.id}").status_code == 404


def test_it_goes_on_where_it_was_left(
    app: Flask, cast: Cast, sari: FlaskClient, way: str, clock: FixedClock
) -> None:
    sari.post(way, data=form(app, sari.get(way).text, True), headers=SAME_SITE)
    left = sari.get(way).text
    again = enrolled(app, cast.device)
    assert sign_in(again, cast.sari) == 303
    assert the_question(app, again.get(f"/b/{seat_of(again)}/penempatan/").text)[0] == (
        the_question(app, left)[0]
    )
    assert OFFER in again.get("/").text


def test_an_answer_that_is_sent_twice_is_one(
    app: Flask, cast: Cast, sari: FlaskClient, way: str
) -> None:
    sent = form(app, sari.get(way).text, True)
    for _ in range(2):
        sari.post(way, data=sent, headers=SAME_SITE)
    assert len(placing(app, cast)) == 1


def test_nothing_chosen_is_asked_again_kindly(app: Flask, sari: FlaskClient, way: str) -> None:
    said, _ = the_question(app, sari.get(way).text)
    empty = sari.post(way, data={"s": said}, headers=SAME_SITE)
    assert "Pilih dulu jawabannya." in sari.get(empty.headers["Location"]).text


def test_half_an_answer_is_told_as_that(
    app: Flask, sari: FlaskClient, way: str, clock: FixedClock
) -> None:
    for _ in range(MOST):
        html = sari.get(way).text
        said, screen = the_question(app, html)
        if KINDS[screen.kind].shape in ("tiles", "pairs"):
            told = sari.post(way, data={"s": said, "a0": "0"}, headers=SAME_SITE,
                             follow_redirects=True).text
            assert "Belum lengkap. Isi semuanya dulu." in told
            return
        clock.time += timedelta(seconds=20)
        sari.post(way, data=form(app, html, right=False), headers=SAME_SITE)
    raise AssertionError("nothing with several places was asked")


def test_enough_ends_it_kindly_for_today_and_what_was_answered_counts(
    app: Flask, cast: Cast, sari: FlaskClient, way: str, clock: FixedClock
) -> None:
    sari.post(way, data=form(app, sari.get(way).text, True), headers=SAME_SITE)
    stopped = sari.post(way, data={"cukup": "ya"}, headers=SAME_SITE)
    assert "Mulai dari:" in sari.get(stopped.headers["Location"]).text
    assert OFFER not in sari.get("/").text
    clock.time += timedelta(days=1)
    assert sign_in(sari, cast.sari) == 303
    assert OFFER in sari.get("/").text


def test_an_answer_after_the_session_ended_waits_for_her(
    app: Flask, cast: Cast, sari: FlaskClient, way: str, clock: FixedClock
) -> None:
    sent = form(app, sari.get(way).text, True)
    clock.forward(minutes=16)
    sari.post(way, data=sent, headers=SAME_SITE)
    assert placing(app, cast) == []
    assert sign_in(sari, cast.sari) == 303
    assert len(placing(app, cast)) == 1


def test_a_lesson_answered_already_offers_nothing_any_more(
    app: Flask, sari: FlaskClient, way: str
) -> None:
    seat = seat_of(sari)
    sari.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat), headers=SAME_SITE)
    assert OFFER not in sari.get("/").text


def test_without_sound_nothing_is_asked_that_must_be_heard(
    app: Flask, sari: FlaskClient, way: str, clock: FixedClock
) -> None:
    sari.post("/tampilan", data={"apa": "tenang", "jadi": "ya"}, headers=SAME_SITE)
    lessons = site_of(app).shelf.current.lessons
    hearing = {one.code for readings in lessons.values()
               for one in readings["id"].asked if one.hearing}
    for _ in range(MOST):
        answer = sari.get(way)
        if answer.status_code == 303:
            break
        said, _ = the_question(app, answer.text)
        assert said.split("~")[0] not in hearing
        clock.time += timedelta(seconds=20)
        sari.post(way, data={"s": said, "belum": "ya"}, headers=SAME_SITE)


def test_its_pages_are_light(sari: FlaskClient, way: str) -> None:
    for path in (way, f"{way}selesai"):
        _, whole, requests = weigh(sari, path)
        assert whole <= LIGHT
        assert requests <= 3


def test_a_guest_is_not_placed(app: Flask) -> None:
    guest = app.test_client()
    guest.post("/coba", data={"umur": "anak"}, headers=SAME_SITE)
    home = guest.get("/").text
    assert OFFER not in home
    seat = re.search(r"/b/([^/]+)/", home)
    assert seat
    assert guest.get(f"/b/{seat[1]}/penempatan/").status_code == 404
