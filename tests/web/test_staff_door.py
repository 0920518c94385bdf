"""The staff's door: a name and a passphrase, limits, and one person at a time in a browser."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.accounts import passphrases, staff
from elearn.teaching.tutors import take_class
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, enrolled, sign_in, staffed
from tests.conftest import FixedClock

WORDS = "bako-tile-runa-mido-pelu"


@pytest.fixture
def maya(app: Flask, cast: Cast) -> Cast:
    """The cast, with a passphrase of Ibu Maya's that is known."""
    site = app.extensions[KEY]
    with site.store.writing() as session:
        staff.set_passphrase(session, cast.maya.id, WORDS, site.now())
    return cast


def post(client: FlaskClient, path: str, **form: str) -> Any:
    return client.post(path, data=form, headers=SAME_SITE)


def test_she_signs_in_and_stands_before_her_class(app: Flask, maya: Cast) -> None:
    client = app.test_client()
    answer = post(client, "/petugas", nama=" Maya ", sandi=WORDS)
    assert answer.status_code == 303
    assert client.get("/", follow_redirects=True).request.path == f"/tutor/kelompok/{maya.class_id}"
    post(client, "/keluar")
    assert client.get("/tutor/").headers["Location"].startswith("/petugas?next=")


def test_a4_an_unknown_name_costs_and_says_what_a_wrong_passphrase_does(
    app: Flask, maya: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = []
    verify = passphrases._hasher.verify

    def counted(seal: str, words: str) -> bool:
        work.append(words)
        return bool(verify(seal, words))

    class Counting:
        verify = staticmethod(counted)
        hash = passphrases._hasher.hash

    monkeypatch.setattr(passphrases, "_hasher", Counting)
    told = [
        post(app.test_client(), "/petugas", nama=name, sandi="bukan kata sandi")
        for name in ("maya", "siapa")
    ]
    assert [answer.status_code for answer in told] == [403, 403]
    pages = [answer.get_data(as_text=True) for answer in told]
    assert pages[0].replace('value="maya"', "") == pages[1].replace('value="siapa"', "")
    assert len(work) == 2


def test_ten_wrong_passphrases_hold_the_name_and_the_right_one_too(
    app: Flask, maya: Cast, clock: FixedClock
) -> None:
    client = app.test_client()
    for _ in range(10):
        assert "belum cocok" in post(client, "/petugas", nama="maya", sandi="x").text
    held = post(client, "/petugas", nama="maya", sandi=WORDS)
    assert held.status_code == 403
    assert "Tunggu" in held.text
    clock.forward(minutes=16)
    assert post(client, "/petugas", nama="maya", sandi=WORDS).status_code == 303


def test_a16_after_sign_in_only_a_page_of_this_site_follows(app: Flask, maya: Cast) -> None:
    for asked, followed in (("/tutor/tamu", "/tutor/tamu"), ("//jahat.example/x", "/")):
        answer = post(app.test_client(), "/petugas", nama="maya", sandi=WORDS, next=asked)
        assert answer.headers["Location"] == followed


def test_one_browser_is_one_persons(app: Flask, maya: Cast) -> None:
    client = enrolled(app, maya.device)
    assert sign_in(client, maya.sari) == 303
    assert post(client, "/petugas", nama="maya", sandi=WORDS).status_code == 303
    assert client.get("/").headers["Location"] == "/tutor/"      # Sari is signed out
    assert sign_in(client, maya.sari) == 303
    assert "Sari" in client.get("/").text                          # and now Ibu Maya is
    assert client.get("/tutor/").status_code == 303


def test_a_new_passphrase_ends_every_other_session(app: Flask, maya: Cast) -> None:
    here, there = staffed(app, maya.maya), staffed(app, maya.maya)
    new = "lebih-panjang-dan-baru"
    wrong = post(here, "/petugas/sandi", sandi=WORDS, baru="pendek", lagi="pendek")
    assert wrong.status_code == 422
    assert post(here, "/petugas/sandi", sandi=WORDS, baru=new, lagi=new).status_code == 303
    assert here.get("/tutor/").headers["Location"].startswith("/tutor/kelompok/")
    assert there.get("/tutor/").headers["Location"].startswith("/petugas")
    assert post(app.test_client(), "/petugas", nama="maya", sandi=new).status_code == 303


def test_a13_a_tutor_who_was_removed_is_refused_at_once_and_it_is_written_down(
    app: Flask, cast: Cast
) -> None:
    site = app.extensions[KEY]
    client = staffed(app, cast.maya)
    page = f"/tutor/kelompok/{cast.class_id}"
    assert client.get(page).status_code == 200
    with site.store.writing() as session:
        take_class(session, cast.class_id, cast.maya.id, site.now())
    assert client.get(page).status_code == 404
    assert post(client, f"/tutor/orang/{cast.sari.id}/masuk").status_code == 404
    with site.store.reading() as session:
        deeds = session.connection().exec_driver_sql("SELECT did FROM staff_deed").scalars().all()
    assert deeds == ["refused: teach_class"] * 2


def test_a13_a_closed_account_ends_with_the_next_request(app: Flask, maya: Cast) -> None:
    site = app.extensions[KEY]
    client = staffed(app, maya.maya)
    with site.store.writing() as session:
        staff.end_account(session, maya.maya.id, site.now())
    for _ in range(2):
        assert post(client, f"/tutor/orang/{maya.sari.id}/masuk").headers["Location"].startswith(
            "/petugas"
        )
    assert post(app.test_client(), "/petugas", nama="maya", sandi=WORDS).status_code == 403
    with site.store.reading() as session:
        deeds = session.connection().exec_driver_sql("SELECT did FROM staff_deed").scalars().all()
    assert deeds == ["refused: account ended"]      # her cookie went with the first


def test_a_staff_session_ends_when_idle(app: Flask, cast: Cast, clock: FixedClock) -> None:
    client = staffed(app, cast.maya)
    clock.forward(hours=1, minutes=59)
    assert client.get("/petugas").status_code == 303
    clock.forward(hours=2, minutes=1)
    assert client.get("/petugas").status_code == 200
