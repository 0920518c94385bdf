"""A learner's other ways in: a card, the tutor's word, an adult's yes; and who stays outside."""

import re
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete

from elearn.accounts import archive, people
from elearn.accounts.picture_codes import OBJECTS
from elearn.store import tables
from elearn.teaching.classes import new_code
from elearn.web import create_app
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, Learner, enrolled, sign_in, staffed
from tests.conftest import FixedClock
from tests.web.test_answers import STEM, form_for, log, signed_in

CARD = re.compile(r"/k/([\w-]{22})")


def card_of(app: Flask, cast: Cast, learner: Learner) -> str:
    told = staffed(app, cast.maya).post(f"/tutor/orang/{learner.id}/kartu", headers=SAME_SITE)
    found = CARD.search(told.text)
    assert found
    return found[1]


def names_in(app: Flask, cast: Cast) -> list[str]:
    with app.extensions[KEY].store.reading() as session:
        return [one.name for one in people.learners(session, cast.class_id)]


def come_by_card(client: FlaskClient, token: str) -> int:
    client.get(f"/k/{token}")
    return client.post("/kartu", headers=SAME_SITE).status_code


def test_a18_a_card_asks_first_and_signs_in_by_a_tap_on_any_browser(app: Flask, cast: Cast) -> None:
    token = card_of(app, cast, cast.sari)
    client = app.test_client()
    away = client.get(f"/k/{token}")
    assert (away.status_code, away.headers["Location"]) == (303, "/kartu")
    assert "sesi" not in away.headers.get("Set-Cookie", "")
    asked = client.get("/kartu")
    assert "Sari" in asked.text
    assert token not in asked.text
    assert asked.headers["Referrer-Policy"] == "same-origin"
    assert client.get("/ranah/literasi").status_code == 303           # a GET signs nobody in
    assert client.post("/kartu", headers=SAME_SITE).status_code == 303
    assert "Sari" in client.get("/").text
    client.post("/keluar", headers=SAME_SITE)
    assert "Sari" not in client.get("/").text                          # no names on her browser


def test_a18_a_void_card_is_worth_nothing_at_once(app: Flask, cast: Cast) -> None:
    old = card_of(app, cast, cast.sari)
    client = app.test_client()
    client.get(f"/k/{old}")
    new = card_of(app, cast, cast.sari)
    assert client.post("/kartu", headers=SAME_SITE).status_code == 404
    staffed(app, cast.maya).post(f"/tutor/orang/{cast.sari.id}/kartu/hilang", headers=SAME_SITE)
    assert come_by_card(app.test_client(), new) == 404


def test_a18_the_token_lies_in_no_table_and_no_log(
    app: Flask, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    token = card_of(app, cast, cast.sari)
    come_by_card(app.test_client(), token)
    assert token not in caplog.text
    kept = app.extensions[KEY].settings.data
    assert not any(token.encode() in path.read_bytes() for path in kept.rglob("*.db*"))


def test_a3_burned_tries_never_stand_in_the_way_of_card_or_tutor(app: Flask, cast: Cast) -> None:
    client = enrolled(app, cast.device)
    for learner in (cast.sari, cast.rudi):
        for _ in range(6):
            assert sign_in(client, learner, learner.code[::-1]) == 403
    assert sign_in(client, cast.sari) == 403
    maya = staffed(app, cast.maya)
    told = maya.get(f"/tutor/kelompok/{cast.class_id}").text
    assert told.count("Kode salah 5 kali") == 2                         # the tutor sees the burst
    maya.post(f"/tutor/orang/{cast.sari.id}/masuk", headers=SAME_SITE)
    assert client.post(f"/masuk/{cast.sari.id}/dibukakan", headers=SAME_SITE).status_code == 303
    assert come_by_card(app.test_client(), card_of(app, cast, cast.rudi)) == 303


def test_the_tutors_word_opens_one_session_for_ten_minutes(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, maya = enrolled(app, cast.device), staffed(app, cast.maya)
    door = f"/masuk/{cast.sari.id}"
    assert "dibukakan" not in client.get(door).text
    maya.post(f"/tutor/orang/{cast.sari.id}/masuk", headers=SAME_SITE)
    assert "dibukakan" in client.get(door).text
    assert "dibukakan" not in client.get(f"/masuk/{cast.rudi.id}").text
    assert client.post(f"{door}/dibukakan", headers=SAME_SITE).status_code == 303
    again = enrolled(app, cast.device).post(f"{door}/dibukakan", headers=SAME_SITE)
    assert again.status_code == 403
    maya.post(f"/tutor/orang/{cast.sari.id}/masuk", headers=SAME_SITE)
    clock.forward(minutes=11)
    assert client.post(f"{door}/dibukakan", headers=SAME_SITE).status_code == 403


@pytest.fixture
def no_consent(app: Flask, cast: Cast) -> Cast:
    """A class in which nobody has agreed to anything yet."""
    with app.extensions[KEY].store.writing() as session:
        session.execute(delete(tables.Consent))
    return cast


def test_f4_a_child_without_a_guardians_yes_comes_in_by_no_way(
    app: Flask, no_consent: Cast
) -> None:
    cast, client = no_consent, enrolled(app, no_consent.device)
    assert "Belum ada izin wali" in client.get(f"/masuk/{cast.rudi.id}").text
    assert sign_in(client, cast.rudi) == 403
    staffed(app, cast.maya).post(f"/tutor/orang/{cast.rudi.id}/masuk", headers=SAME_SITE)
    assert client.post(f"/masuk/{cast.rudi.id}/dibukakan", headers=SAME_SITE).status_code == 403
    assert come_by_card(app.test_client(), card_of(app, cast, cast.rudi)) == 404
    assert client.get("/coba").status_code == 200                      # but she may try, unnamed


def test_f4_a_child_cannot_be_added_without_a_guardians_yes(app: Flask, cast: Cast) -> None:
    maya, path = staffed(app, cast.maya), f"/tutor/kelompok/{cast.class_id}/tambah"
    form = {"id": "5d1b6f0e-0000-4000-8000-000000000001", "nama": "Eka", "usia": "anak"}
    told = maya.post(path, data=form, headers=SAME_SITE)
    assert told.status_code == 422
    assert "izin wali" in told.text
    assert 'value="Eka"' in told.text
    added = maya.post(path, data=form | {"wali": "on"}, headers=SAME_SITE)
    assert added.status_code == 200
    assert "Tampil sekali ini saja" in added.text
    assert names_in(app, cast).count("Eka") == 1


def test_a_double_tap_makes_one_person_and_the_page_that_is_seen_has_her_code(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    maya, path = staffed(app, cast.maya), f"/tutor/kelompok/{cast.class_id}/tambah"
    eka = UUID("5d1b6f0e-0000-4000-8000-000000000001")
    form = {"id": str(eka), "nama": "Eka", "usia": "anak", "wali": "on", "gambar": "🦋"}
    maya.post(path, data=form, headers=SAME_SITE)
    shown = maya.post(path, data=form, headers=SAME_SITE).text
    names = [one.name for one in OBJECTS]
    code = tuple(names.index(name) for name in re.findall(r"<span>\d\. (\w+)</span>", shown))
    assert sign_in(enrolled(app, cast.device), Learner(eka, "Eka", code)) == 303
    assert maya.post(path, data=form, headers=SAME_SITE).status_code == 303   # she was in: no more
    assert sign_in(enrolled(app, cast.device), Learner(eka, "Eka", code)) == 303
    assert names_in(app, cast).count("Eka") == 1
    taken = maya.post(path, data=form | {"id": str(cast.class_id)}, headers=SAME_SITE)
    assert taken.status_code == 422
    assert "sudah dipakai" in taken.text


def test_an_adult_says_yes_herself_before_anything_is_kept(app: Flask, no_consent: Cast) -> None:
    client = enrolled(app, no_consent.device)
    assert sign_in(client, no_consent.sari) == 303
    for path in ("/", "/ranah/literasi"):
        assert client.get(path).headers["Location"] == "/izin"
    assert "Boleh" in client.get("/izin").text
    no = client.post("/izin", data={"izin": "belum"}, headers=SAME_SITE)
    assert "Baik" in no.text
    assert client.get("/ranah/literasi").headers["Location"].startswith("/?next")
    told = staffed(app, no_consent.maya).get(f"/tutor/kelompok/{no_consent.class_id}").text
    assert "Belum ada persetujuan" in told
    assert sign_in(client, no_consent.sari) == 303
    client.post("/izin", data={"izin": "ya"}, headers=SAME_SITE)
    assert client.get("/ranah/literasi").status_code == 200


@pytest.mark.audio
def test_what_she_agrees_to_is_heard_in_twenty_seconds(app: Flask, no_consent: Cast) -> None:
    client = enrolled(app, no_consent.device)
    sign_in(client, no_consent.sari)
    page = client.get("/izin").text
    address = re.findall(r'class="dengar" href="(/suara/[\w]+)\.mp3"', page)[-1]
    cues = client.get(f"{address}.json").get_json()
    assert 5 < cues["sentences"][-1]["end"] <= 20


def idle(app: Flask, cast: Cast, clock: FixedClock, _client: FlaskClient) -> Learner:
    clock.forward(minutes=15)
    return cast.sari


def busy_for_four_hours(
    app: Flask, cast: Cast, clock: FixedClock, client: FlaskClient
) -> Learner:
    for _ in range(24):
        assert client.get("/ranah/literasi").status_code == 200
        clock.forward(minutes=10)
    return cast.sari


def given_a_new_code(app: Flask, cast: Cast, clock: FixedClock, _client: FlaskClient) -> Learner:
    site = app.extensions[KEY]
    with site.store.writing() as session:
        code = new_code(session, site.secrets, cast.sari.id, clock())
    return replace(cast.sari, code=code)


def archived(app: Flask, cast: Cast, clock: FixedClock, client: FlaskClient) -> Learner:
    site = app.extensions[KEY]
    with site.store.writing() as session:
        archive.archive(session, cast.sari.id, cast.maya.id, clock())
    return cast.sari


@pytest.mark.parametrize("end", [idle, busy_for_four_hours, given_a_new_code, archived])
def test_a9_the_session_ends_and_the_answer_waits_for_the_same_learner(
    app: Flask, cast: Cast, clock: FixedClock,
    end: Callable[[Flask, Cast, FixedClock, FlaskClient], Learner],
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    form = form_for(app, seat)
    sari = end(app, cast, clock, client)
    assert client.get("/ranah/literasi").headers["Location"] == "/?next=/ranah/literasi"
    sent = client.post(f"/b/{seat}/{STEM}/", data=form, headers=SAME_SITE)
    assert sent.headers["Location"].startswith("/?next=")
    assert sign_in(client, cast.rudi) == 303
    client.post("/keluar", headers=SAME_SITE)
    assert log(app, cast.sari) == log(app, cast.rudi) == []
    if end is archived:
        assert sign_in(client, sari) == 403
        with app.extensions[KEY].store.writing() as session:
            archive.restore(session, sari.id, cast.maya.id, clock())
    assert sign_in(client, sari) == 303
    assert len(log(app, cast.sari)) == 1
    assert "Sudah 1 dari 10 soal" in client.get(f"/b/{seat}/{STEM}/selesai").text


def test_a9_a_restart_loses_no_answer_and_revives_no_session(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    form = form_for(app, seat)
    for minutes, place in ((0, f"/b/{seat}/{STEM}/jawaban/"), (16, "/?next=")):
        clock.forward(minutes=minutes)
        fresh = create_app(app.extensions[KEY].settings, clock)
        again = fresh.test_client()
        for name in ("sesi", "perangkat"):
            cookie = client.get_cookie(name)
            assert cookie
            again.set_cookie(name, cookie.value)
        sent = again.post(f"/b/{seat}/{STEM}/", data=form, headers=SAME_SITE)
        assert sent.headers["Location"].startswith(place)
        fresh.extensions[KEY].store.close()
    assert len(log(app, cast.sari)) == 1


def test_a9_who_is_archived_is_out_at_once_and_back_with_everything(app: Flask, cast: Cast) -> None:
    client, maya = enrolled(app, cast.device), staffed(app, cast.maya)
    card = card_of(app, cast, cast.sari)
    assert sign_in(client, cast.sari) == 303
    maya.post(f"/tutor/orang/{cast.sari.id}/arsip", headers=SAME_SITE)
    assert client.get("/ranah/literasi").status_code == 303
    assert "Sari" not in client.get("/").text
    assert sign_in(client, cast.sari) == 403
    assert come_by_card(app.test_client(), card) == 404
    assert "Sari" in maya.get(f"/tutor/kelompok/{cast.class_id}/arsip").text
    maya.post(f"/tutor/orang/{cast.sari.id}/kembali", headers=SAME_SITE)
    assert sign_in(client, cast.sari) == 303


def test_a9_a_new_code_ends_the_session_and_the_old_code(app: Flask, cast: Cast) -> None:
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    told = staffed(app, cast.maya).post(f"/tutor/orang/{cast.sari.id}/kode", headers=SAME_SITE)
    assert told.headers["Cache-Control"] == "no-store"
    assert len(re.findall(r"<li><img", told.text)) == 4
    assert client.get("/ranah/literasi").status_code == 303


def test_a_tutor_enrols_and_withdraws_devices(app: Flask, cast: Cast) -> None:
    maya, page = staffed(app, cast.maya), f"/tutor/kelompok/{cast.class_id}/perangkat"
    maya.post(f"{page}/ini", headers=SAME_SITE)
    assert "Perangkat ini" in maya.get(page).text
    told = maya.post(f"{page}/tautan", headers=SAME_SITE).text
    link = re.search(r"/perangkat/([\w-]{22})<", told)
    assert link
    other = app.test_client()
    assert other.post(f"/perangkat/{link[1]}", headers=SAME_SITE).status_code == 303
    assert "Sari" in other.get("/").text
    for found in re.findall(r'action="(/tutor/[^"]+/cabut)"', maya.get(page).text):
        assert maya.post(found, headers=SAME_SITE).status_code == 303
    assert "Sari" not in other.get("/").text
