"""A PIN at the door: tapped or typed, with and without script, told to nobody."""

import re
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, Learner, enrolled, staffed
from tests.conftest import FixedClock
from tests.web.test_hostile_sign_in import CALL, NOT_YET, WAIT, refusal
from tests.web.test_pages import counted, weigh
from tests.web.test_ways_in import come_by_card

SHOWN = re.compile(r'class="figures">(\d{3}) (\d{3})<')


@pytest.fixture
def sari(app: Flask, cast: Cast) -> Learner:
    """Sari with the PIN that Ibu Maya has made for her."""
    told = staffed(app, cast.maya).post(
        f"/tutor/orang/{cast.sari.id}/kode", data={"jenis": "pin"}, headers=SAME_SITE
    )
    assert told.headers["Cache-Control"] == "no-store"
    found = SHOWN.search(told.text)
    assert found
    return Learner(cast.sari.id, "Sari", tuple(map(int, found[1] + found[2])))


def written(learner: Learner) -> str:
    return "".join(map(str, learner.code))


def send(client: FlaskClient, learner: Learner, **form: str) -> tuple[int, str]:
    answer = client.post(f"/masuk/{learner.id}", data=form, headers=SAME_SITE)
    return answer.status_code, answer.text


def typed_so_far(html: str) -> str:
    found = re.search(r'<input id="pin"[^>]* value="(\d*)"', html)
    assert found, html
    return found[1]


def test_without_script_each_key_is_a_page_and_the_sixth_opens(
    app: Flask, cast: Cast, sari: Learner
) -> None:
    client, so_far = enrolled(app, cast.device), ""
    for figure in written(sari)[:5]:
        status, html = send(client, sari, pin=so_far, pilih=figure)
        assert status == 200
        so_far = typed_so_far(html)
    assert so_far == written(sari)[:5]
    taken_back = typed_so_far(send(client, sari, pin=so_far, hapus="satu")[1])
    assert taken_back == so_far[:4]
    status, html = send(client, sari, pin=so_far)
    assert (status, refusal(html)) == (200, "PIN ada 6 angka. Tulis lagi.")
    assert typed_so_far(html) == so_far
    assert send(client, sari, pin=so_far, pilih=written(sari)[5])[0] == 303
    assert "Sari" in client.get("/").text


def test_what_is_typed_with_spaces_is_understood(app: Flask, cast: Cast, sari: Learner) -> None:
    pin = written(sari)
    for typed in (f"{pin[:3]} {pin[3:]}", f" {pin}"):
        assert send(enrolled(app, cast.device), sari, pin=typed)[0] == 303
    client = enrolled(app, cast.device)
    for nonsense in ("", "satu dua", "½²³①", "\0", "9" * 5000, f"{pin}7"):
        assert send(client, sari, pin=nonsense)[0] in {200, 403}
    assert client.get_cookie("sesi") is None


def test_neither_page_nor_sound_tells_her_figures(app: Flask, cast: Cast, sari: Learner) -> None:
    client = enrolled(app, cast.device)
    asked = client.get(f"/masuk/{sari.id}")
    assert asked.headers["Cache-Control"] == "no-store"
    field = re.search(r'<input id="pin"[^>]*>', asked.text)
    assert field
    assert {'type="password"', 'autocomplete="one-time-code"', 'inputmode="numeric"'} <= set(
        field[0].split()
    )
    sounds = re.findall(r'data-aloud="([^"]+)"', asked.text)
    assert len(sounds) == 1                    # all figures in one sound: its address tells none
    assert len(re.findall(r'name="pilih"', asked.text)) == 10
    keys = re.findall(r"<button[^>]*name=\"pilih\"[^>]*>", asked.text)
    assert not any("suara" in key for key in keys)
    assert written(sari) not in send(client, sari, pin=written(sari)[::-1])[1]


@pytest.mark.audio
def test_the_figures_are_said_one_by_one_in_the_order_of_the_keys(
    app: Flask, cast: Cast, sari: Learner
) -> None:
    client = enrolled(app, cast.device)
    address = re.findall(r'data-aloud="([^"]+)\.mp3"', client.get(f"/masuk/{sari.id}").text)[0]
    script = app.extensions[KEY].voice.script(address.rpartition("/")[2])
    assert script.sentences == (*"0123456789", "Hapus satu")
    cues = client.get(f"{address}.json").get_json()["sentences"]
    assert len(cues) == 11
    assert all(0.1 < one["end"] - one["start"] < 2 for one in cues)
    assert len(client.get(f"{address}.mp3").get_data()) < 60_000


def test_a1_the_same_hold_and_the_same_stop(
    app: Flask, cast: Cast, clock: FixedClock, sari: Learner
) -> None:
    client, wrong = enrolled(app, cast.device), written(sari)[1:] + written(sari)[0]
    for _ in range(4):
        assert [refusal(send(client, sari, pin=wrong)[1]) for _ in range(5)] == [NOT_YET] * 5
        held = [send(client, sari, pin=pin) for pin in (wrong, written(sari))]
        assert held[0] == held[1]
        assert held[0][0] == 403
        assert refusal(held[0][1]) in {WAIT.format(5), CALL}
        assert 'name="pin"' not in held[0][1]
        clock.forward(minutes=6)
    assert refusal(send(client, sari, pin=written(sari))[1]) == CALL
    maya = staffed(app, cast.maya)
    maya.post(f"/tutor/orang/{sari.id}/masuk", headers=SAME_SITE)
    assert "dibukakan" in client.get(f"/masuk/{sari.id}").text
    assert client.post(f"/masuk/{sari.id}/dibukakan", headers=SAME_SITE).status_code == 303


def test_a4_whoever_a_pin_is_for_the_refusal_is_the_same(
    app: Flask, cast: Cast, sari: Learner
) -> None:
    client, pin = enrolled(app, cast.device), written(sari)[1:] + written(sari)[0]
    told = {}
    for name, learner in (
        ("wrong", sari), ("unknown", Learner(uuid4(), "", ())), ("has pictures", cast.rudi),
        ("elsewhere", cast.tuti),
    ):
        with counted(app) as seen:
            status, html = send(client, learner, pin=pin)
        told[name] = (status, html.replace(learner.id.hex, ""), len(seen))
    assert len(set(told.values())) == 1
    assert not re.search("Sari|Rudi|Tuti", told["wrong"][1])


def test_the_pin_lies_in_no_log_and_on_no_page_that_asks_again(
    app: Flask, cast: Cast, sari: Learner, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    client = enrolled(app, cast.device)
    assert send(client, sari, pin=written(sari)[::-1])[0] == 403
    assert written(sari)[::-1] not in caplog.text
    foreign = client.post(f"/masuk/{sari.id}", data={"pin": written(sari)},
                          headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 400
    assert written(sari) not in foreign.text


def test_who_has_no_code_is_sent_to_the_tutor_and_comes_by_card(
    app: Flask, cast: Cast, sari: Learner
) -> None:
    client, maya = enrolled(app, cast.device), staffed(app, cast.maya)
    assert send(client, sari, pin=written(sari))[0] == 303
    maya.post(f"/tutor/orang/{sari.id}/kode/batal", headers=SAME_SITE)
    assert client.get("/ranah/literasi").status_code == 303       # her session ended at once
    assert send(client, sari, pin=written(sari))[0] == 403
    assert refusal(client.get(f"/masuk/{sari.id}").text) == CALL
    assert "Belum punya kode." in maya.get(f"/tutor/orang/{sari.id}").text
    told = maya.post(f"/tutor/orang/{sari.id}/kartu", headers=SAME_SITE).text
    token = re.search(r"/k/([\w-]{22})", told)
    assert token
    assert come_by_card(app.test_client(), token[1]) == 303


def test_the_keypad_is_hardly_heavier_than_the_door(app: Flask, cast: Cast, sari: Learner) -> None:
    html, whole, requests = weigh(enrolled(app, cast.device), f"/masuk/{sari.id}")
    assert html <= 2048
    assert whole <= 5632
    assert requests <= 3
