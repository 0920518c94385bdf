"""What the hub says to a browser's outbox: which answers it takes, from whom, and when given."""

import re
import uuid
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.accounts import devices
from elearn.accounts.seats import seat as seat_by
from elearn.learning import answers
from elearn.learning.attempts import Attempt
from elearn.store import tables
from tests.cast import SAME_SITE, Cast, Learner, enrolled, sign_in
from tests.conftest import FixedClock
from tests.web.test_answers import (
    SCRIPT,
    STEM,
    form_for,
    log,
    seat_of,
    signed_in,
    site_of,
)


def post(client: FlaskClient, seat: str, form: dict[str, str]) -> tuple[int, dict[str, object]]:
    reply = client.post(f"/b/{seat}/{STEM}/", data=form, headers=SCRIPT)
    return reply.status_code, reply.get_json()


def kept(app: Flask, learner: Learner) -> list[Attempt]:
    with site_of(app).store.reading() as session:
        return answers.of_lesson(session, learner.id, STEM)


def withdraw(app: Flask, seat: str) -> None:
    """Take the device of a seat out of its class, as a tutor does."""
    with site_of(app).store.writing() as session:
        found = seat_by(session, seat)
        assert found
        devices.withdraw(session, found.device_id, site_of(app).now())


def test_an_answer_of_a_withdrawn_device_is_refused_and_not_held_for_anybody(
    app: Flask, cast: Cast
) -> None:
    sari, seat = signed_in(app, cast, cast.sari)
    form = form_for(app, seat) | {"id": str(uuid.uuid4())}
    withdraw(app, seat)
    assert post(sari, seat, form) == (410, {"error": "tidak-terdaftar"})
    assert sari.post(f"/b/{seat}/{STEM}/", data=form, headers=SAME_SITE).status_code == 404
    assert log(app, cast.sari) == []


def test_an_answer_of_a_withdrawn_device_is_stored_once_she_is_signed_in_again(
    app: Flask, cast: Cast
) -> None:
    _, seat = signed_in(app, cast, cast.sari)
    form = form_for(app, seat) | {"id": str(uuid.uuid4())}
    with site_of(app).store.writing() as session:
        token = devices.offer_enrolment(session, cast.class_id, site_of(app).now())
        anew = devices.enrol(session, token, site_of(app).now())
        assert anew
    withdraw(app, seat)
    rudi, sari = (enrolled(app, anew[1]) for _ in range(2))
    sign_in(rudi, cast.rudi)
    sign_in(sari, cast.sari)
    assert post(rudi, seat, form) == (409, {"error": "ganti-orang"})
    for _ in range(2):
        status, said = post(sari, seat, form)
        assert (status, said["id"]) == (200, form["id"])
    assert [str(one.id) for one in kept(app, cast.sari)] == [form["id"]]
    assert log(app, cast.rudi) == []


def test_an_answer_of_before_she_was_counted_among_others_is_stored(
    app: Flask, cast: Cast
) -> None:
    sari, seat = signed_in(app, cast, cast.sari)
    form = form_for(app, seat) | {"id": str(uuid.uuid4())}
    with site_of(app).store.writing() as session:
        person = session.get(tables.Person, cast.sari.id)
        assert person
        person.age_band = "anak"
    status, said = post(sari, seat, form)
    assert (status, said.get("id")) == (200, form["id"])


def test_an_answer_to_a_lesson_that_nobody_knows_is_named_not_stored(
    app: Flask, cast: Cast
) -> None:
    sari, seat = signed_in(app, cast, cast.sari)
    code, draw, _version = form_for(app, seat)["s"].split("~")[:3]
    form = form_for(app, seat) | {"id": str(uuid.uuid4()), "s": f"{code}~{draw}~0123456789abcdef"}
    assert post(sari, seat, form) == (400, {"error": "soal-tidak-ada"})
    assert log(app, cast.sari) == []


MINUTE = 60_000
SHOWN = {"1970": 5 * MINUTE, "2099": 4_070_908_800_000, "nonsense": "12e5", "empty": ""}


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_a_wrong_clock_does_not_move_an_answer(
    app: Flask, cast: Cast, clock: FixedClock, shown: int | str
) -> None:
    """What the phone's clock shows is nothing; how long ago it was, is."""
    sari, seat = signed_in(app, cast, cast.sari)
    first, second = (form_for(app, seat, at) | {"id": str(uuid.uuid4())} for at in (0, 1))
    post(sari, seat, first | {"waktu": str(shown), "umur": str(7 * MINUTE)})
    post(sari, seat, second | {"waktu": str(shown)})
    times = {str(one.id): one.answered_at for one in kept(app, cast.sari)}
    assert times[str(first["id"])] == clock() - timedelta(minutes=7)
    assert times[str(second["id"])] == clock()


def test_a_right_clock_is_believed_and_no_answer_is_older_than_two_months(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    sari, seat = signed_in(app, cast, cast.sari)

    def given(at: int, **told: object) -> datetime:
        form = form_for(app, seat, at) | {"id": str(uuid.uuid4())}
        post(sari, seat, form | {name: str(value) for name, value in told.items()})
        return next(one.answered_at for one in kept(app, cast.sari) if str(one.id) == form["id"])

    hour_ago = clock() - timedelta(hours=1)
    assert given(0, waktu=int(hour_ago.timestamp() * 1000)) == hour_ago
    assert given(1, umur=100 * 24 * 60 * MINUTE) == clock() - timedelta(days=60)
    assert given(2, umur=-5) == clock()


def test_the_words_of_the_outbox_can_be_heard_and_are_asked_for_once(client: FlaskClient) -> None:
    here, there = client.get("/kotak/id"), client.get("/kotak/en")
    assert "Masuk lagi supaya terkirim" in here.text
    assert "Sign in again to send them" in there.text
    states = re.findall(r'<p data-of="(\w+)">(.*?)</p>', here.text)
    assert {name for name, _ in states} >= {
        "hub", "hp", "masuk", "ganti", "dicabut", "sempit", "penuh", "sisih"
    }
    assert all("/suara/" in words for _, words in states)
    again = client.get("/kotak/id", headers={"If-None-Match": here.headers["ETag"]})
    assert again.status_code == 304


def test_only_pages_on_which_somebody_learns_know_where_the_outbox_is(
    app: Flask, cast: Cast
) -> None:
    sari, seat = signed_in(app, cast, cast.sari)
    assert "data-kotak" not in app.test_client().get("/").text
    for path in ("/", f"/b/{seat_of(sari)}/{STEM}/", f"/b/{seat}/{STEM}/selesai"):
        assert "data-kotak" in sari.get(path).text
