"""Ibu Maya sees where Sari begins and why, and chooses another first lesson with a reason."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.learning import rulings
from elearn.learning.silence import silent
from elearn.teaching.erase import erase
from elearn.teaching.export import export
from elearn.web.site import KEY, Site
from tests.cast import SAME_SITE, Cast, enrolled, sign_in, staffed
from tests.conftest import FixedClock
from tests.web.test_answers import seat_of
from tests.web.test_placement import go_through

LESSON = "baca-04-k-t"


@pytest.fixture
def maya(app: Flask, cast: Cast) -> FlaskClient:
    return staffed(app, cast.maya)


@pytest.fixture
def sari(app: Flask, cast: Cast) -> FlaskClient:
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    return client


@pytest.fixture
def way(cast: Cast) -> str:
    return f"/tutor/orang/{cast.sari.id}/mulai"


def choose(maya: FlaskClient, way: str, **changed: str) -> int:
    form = {"jalur": "baca", "pelajaran": LESSON, "alasan": "tahu"} | changed
    return maya.post(way, data=form, headers=SAME_SITE).status_code


def onward(sari: FlaskClient) -> str:
    return sari.get("/").text.split('class="tile subject continue')[1].split("</a>")[0]


def test_what_was_asked_in_placement_says_so_among_her_answers(
    app: Flask, maya: FlaskClient, sari: FlaskClient, cast: Cast, clock: FixedClock
) -> None:
    go_through(app, sari, f"/b/{seat_of(sari)}/penempatan/", clock, right=False)
    asked = maya.get(f"/tutor/orang/{cast.sari.id}/baca-01-vokal-a-i-u").text
    assert "(penempatan)" in asked
    assert asked.count("(penempatan)") == asked.count('<li class="row">')


def test_before_placement_nothing_is_known(maya: FlaskClient, way: str) -> None:
    assert "Belum dicari." in maya.get(way).text


def test_what_placement_found_is_told_with_what_she_knew(
    app: Flask, maya: FlaskClient, sari: FlaskClient, way: str, clock: FixedClock
) -> None:
    go_through(app, sari, f"/b/{seat_of(sari)}/penempatan/", clock, right=False)
    shown = maya.get(way).text
    assert "Mulai dari: Huruf hidup: a, i, u" in shown
    assert "Tingkat: Pemula." in shown
    assert "0 benar dari" in shown


def test_a_tutor_chooses_the_first_lesson_and_it_is_what_comes_next(
    maya: FlaskClient, sari: FlaskClient, way: str
) -> None:
    assert "baca-01" in onward(sari)
    assert choose(maya, way, catatan="  Sudah   lancar suku kata. ") == 303
    assert f"/{LESSON}/" in onward(sari)
    assert "Sudah lancar suku kata." in maya.get(way).text
    assert "Saya tahu kemampuannya" in maya.get(way).text
    assert choose(maya, way, batal="ya") == 303
    assert "baca-01" in onward(sari)
    assert "kembali ke hasil soal" in maya.get(way).text


def test_a_reason_is_asked_for_and_nothing_unknown_is_taken(
    maya: FlaskClient, sari: FlaskClient, way: str
) -> None:
    assert choose(maya, way, alasan="") == 422
    assert choose(maya, way, pelajaran="hitung-01-satu-lima") == 400
    assert choose(maya, way, jalur="hak") == 400
    assert "baca-01" in onward(sari)


def test_the_latest_word_counts_also_when_the_clock_was_set_back(
    app: Flask, cast: Cast, maya: FlaskClient, way: str, clock: FixedClock
) -> None:
    choose(maya, way)
    clock.time -= timedelta(hours=1)
    choose(maya, way, pelajaran="baca-05-n-s", alasan="mudah")
    choose(maya, way, pelajaran="baca-05-n-s", alasan="mudah")
    with site_of(app).store.reading() as session:
        assert rulings.rulings(session, cast.sari.id)["baca"].lesson == "baca-05-n-s"
        assert len(rulings.history(session, cast.sari.id)) == 2


def test_export_and_erasure_know_both_facts(
    app: Flask, cast: Cast, maya: FlaskClient, sari: FlaskClient, way: str
) -> None:
    choose(maya, way)
    sari.post(f"/b/{seat_of(sari)}/penempatan/", data={"cukup": "ya"}, headers=SAME_SITE)
    site = site_of(app)
    with site.store.writing() as session:
        whole = export(session, cast.sari.id, lambda stem: silent(site.shelf.current, stem))
        assert {"placement_ruling", "placement_skip"} <= set(whole)
        assert erase(session, cast.sari.id, cast.maya.id, site.now())
    with site.store.reading() as session:
        assert rulings.history(session, cast.sari.id) == ()
        assert rulings.skipped(session, cast.sari.id) == ()


def site_of(app: Flask) -> Site:
    site: Site = app.extensions[KEY]
    return site
