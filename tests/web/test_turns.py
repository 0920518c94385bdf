"""One phone among many hands: an answer is credited to whoever had the phone at the tap."""

import re
import uuid
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.accounts import devices, seats
from elearn.teaching import guests
from tests.cast import SAME_SITE, Cast, enrolled, sign_in, staffed
from tests.conftest import FixedClock
from tests.web.test_answers import SCRIPT, STEM, form_for, log, seat_of, signed_in, site_of


def mark(client: FlaskClient) -> str:
    """Return the mark that a script finds in this browser."""
    cookie = client.get_cookie("giliran")
    return cookie.value if cookie else ""


def leave(client: FlaskClient) -> None:
    assert client.post("/keluar", headers=SAME_SITE).status_code == 303


def tapped(app: Flask, client: FlaskClient, seat: str, at: int = 0) -> dict[str, Any]:
    """Return what the outbox keeps of a tap in this browser, now."""
    return form_for(app, seat, at) | {"id": str(uuid.uuid4()), "giliran": mark(client)}


def send(client: FlaskClient, seat: str, item: dict[str, Any]) -> tuple[int, Any]:
    reply = client.post(f"/b/{seat}/{STEM}/", data=item, headers=SCRIPT)
    return reply.status_code, reply.get_json()


def test_her_mark_is_there_while_it_is_her_turn_and_opens_nothing(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    assert mark(client).startswith(f"{seat}.")
    thief = enrolled(app, cast.device)
    thief.set_cookie("giliran", mark(client))
    assert thief.get(f"/b/{seat}/{STEM}/").status_code == 303
    leave(client)
    assert mark(client) == "-"
    assert sign_in(client, cast.rudi) == 303
    assert mark(client) == "-"                     # until a page of his is there
    assert mark(client).split(".")[0] != seat_of(client) == mark(client).split(".")[0]


def test_what_she_had_tapped_is_stored_after_she_handed_the_phone_over(
    app: Flask, cast: Cast
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    items = [tapped(app, client, seat, at) for at in (0, 1)]
    leave(client)
    assert send(client, seat, items[0]) == (200, {"id": items[0]["id"]})
    assert sign_in(client, cast.rudi) == 303
    seat_of(client)
    for _ in range(2):                             # and its reply may be lost
        assert send(client, seat, items[1]) == (200, {"id": items[1]["id"]})
    assert (len(log(app, cast.sari)), log(app, cast.rudi)) == (2, [])


def test_what_somebody_else_taps_on_a_page_of_hers_is_nobodys_for_ever(
    app: Flask, cast: Cast
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    leave(client)
    nobodys = tapped(app, client, seat)
    assert sign_in(client, cast.rudi) == 303
    seat_of(client)
    his = tapped(app, client, seat)
    assert send(client, seat, his) == (403, {"error": "bukan-dia"})
    leave(client)
    assert sign_in(client, cast.sari) == 303
    seat_of(client)
    for item in (nobodys, his):
        assert send(client, seat, item) == (403, {"error": "bukan-dia"})
    assert log(app, cast.sari) == log(app, cast.rudi) == []


def test_a_tap_that_no_mark_proves_waits_until_she_is_back(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    item = tapped(app, client, seat) | {"giliran": ""}
    leave(client)
    assert send(client, seat, item) == (401, {"error": "masuk-lagi"})
    assert sign_in(client, cast.rudi) == 303
    assert send(client, seat, item) == (409, {"error": "ganti-orang"})
    leave(client)
    assert sign_in(client, cast.sari) == 303
    assert send(client, seat, item)[0] == 200
    assert len(log(app, cast.sari)) == 1


def test_a_turn_that_ran_out_proves_nothing(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    clock.forward(minutes=16)
    item = tapped(app, client, seat)               # whoever found the phone, or she herself
    assert send(client, seat, item) == (401, {"error": "masuk-lagi"})
    assert sign_in(client, cast.rudi) == 303       # ends what had ended
    assert send(client, seat, item) == (409, {"error": "ganti-orang"})
    leave(client)
    assert sign_in(client, cast.sari) == 303
    assert send(client, seat, item)[0] == 200


@pytest.mark.parametrize("how", ["elsewhere", "withdrawn", "forged"])
def test_a_mark_counts_on_her_own_device_only(app: Flask, cast: Cast, how: str) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    item = tapped(app, client, seat)
    leave(client)
    if how == "elsewhere":
        client = enrolled(app, cast.other_device)
    elif how == "withdrawn":
        with site_of(app).store.writing() as session:
            token = devices.device_of(session, cast.device)
            assert token is not None
            devices.withdraw(session, token.id, site_of(app).now())
    else:
        item["giliran"] = f"{seat}.{uuid.uuid4().hex}"
    assert send(client, seat, item)[0] == (410 if how == "withdrawn" else 401)
    assert log(app, cast.sari) == []


def test_the_next_one_who_signs_in_ends_the_session_before_and_opens_no_page_of_it(
    app: Flask, cast: Cast
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    before = client.get_cookie("sesi")
    taps = "-".join(map(str, cast.rudi.code))
    told = client.post(f"/masuk/{cast.rudi.id}", headers=SAME_SITE,
                       data={"sudah": taps, "next": f"/b/{seat}/{STEM}/"})
    assert told.headers["Location"] == "/"
    other = enrolled(app, cast.device)
    assert before is not None
    other.set_cookie("sesi", before.value)
    assert other.get(f"/b/{seat}/{STEM}/").status_code == 303


@pytest.mark.parametrize(("script", "status"), [(False, 409), (True, 403)])
def test_a_plain_form_of_hers_is_nobodys_after_she_signed_out(
    app: Flask, cast: Cast, script: bool, status: int
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    leave(client)
    form = tapped(app, client, seat) if script else form_for(app, seat)
    headers = SCRIPT if script else SAME_SITE
    assert client.post(f"/b/{seat}/{STEM}/", data=form, headers=headers).status_code == status
    assert sign_in(client, cast.sari) == 303
    assert log(app, cast.sari) == []




def go_round(app: Flask, cast: Cast) -> None:
    """Let Ibu Maya set the device to go round."""
    maya = staffed(app, cast.maya)
    way = f"/tutor/kelompok/{cast.class_id}/perangkat"
    action = re.findall(r'action="([^"]+/giliran)"', maya.get(way).text)[0]
    told = maya.post(action, data={"jadi": "ya"}, headers=SAME_SITE, follow_redirects=True)
    assert "Berhenti bergilir" in told.text


def names(html: str) -> list[str]:
    """Return the names of a page of names, in order."""
    return re.findall(r'class="tile tall"[^>]*><img[^>]*>(\w+)', html)


def test_from_every_page_of_hers_one_tap_hands_the_phone_to_the_names(
    app: Flask, cast: Cast
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    for path in ("/", f"/b/{seat}/{STEM}/", f"/b/{seat}/{STEM}/selesai", "/ranah/literasi"):
        sheet = client.get(path).text.partition('<div class="sheet">')[2]
        assert '<button class="button" name="ganti" value="1">Ganti orang' in sheet, path
    told = client.post("/keluar", data={"ganti": "1"}, headers=SAME_SITE)
    page = client.get(told.headers["Location"]).text
    assert "Berikan HP kepada temanmu" in page
    assert "Rudi" in page
    assert client.get(f"/b/{seat}/{STEM}/").status_code == 303


def test_on_a_phone_that_goes_round_handing_over_is_the_main_thing(
    app: Flask, cast: Cast
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    end = f"/b/{seat}/{STEM}/selesai"
    assert 'class="button main" href="/">Lanjut' in client.get(end).text
    go_round(app, cast)
    assert 'class="button main" name="ganti" value="1">Ganti orang' in client.get(end).text
    foot = client.get("/").text.partition('class="foot"')[2]
    assert "Ganti orang" in foot
    assert "Selesai" not in foot
    leave(client)                                   # whichever way she leaves
    assert client.get("/").text.count("✓") >= 1


def test_who_has_had_no_turn_today_is_shown_first(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client = enrolled(app, cast.device)
    assert names(client.get("/").text) == ["Rudi", "Sari"]
    assert sign_in(client, cast.rudi) == 303
    leave(client)
    assert names(client.get("/").text) == ["Rudi", "Sari"]
    go_round(app, cast)
    page = client.get("/").text
    assert names(page) == ["Sari", "Rudi"]
    assert page.count("sudah hari ini") == 1
    clock.forward(hours=16)                         # tomorrow
    assert names(client.get("/").text) == ["Rudi", "Sari"]


def test_only_a_tutor_of_the_class_lets_its_devices_go_round(app: Flask, cast: Cast) -> None:
    with site_of(app).store.reading() as session:
        device = devices.device_of(session, cast.other_device)
    assert device is not None
    way = f"/tutor/kelompok/{cast.class_id}/perangkat/{device.id}/giliran"
    assert staffed(app, cast.anton).post(way, headers=SAME_SITE).status_code == 404
    assert staffed(app, cast.maya).post(way, headers=SAME_SITE).status_code == 404


def test_beside_a_name_stands_how_many_answers_wait_and_never_whose_of_another_class(
    app: Flask, cast: Cast
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    other = enrolled(app, cast.other_device)
    assert sign_in(other, cast.tuti) == 303
    tutis = seat_of(other)
    leave(client)
    asked = f"/menunggu?b={seat}.3&b={tutis}.2&b=nobody.1&b={seat}.x&b={seat}"
    told = client.get(asked).text
    assert re.findall(r'data-of="([^"]+)"', told) == [cast.sari.id.hex]
    assert f'href="/masuk/{cast.sari.id.hex}"' in client.get("/").text      # beside which it stands
    assert "3 jawaban menunggu di HP ini." in told
    assert "data-of" not in client.get("/menunggu").text
    assert app.test_client().get(asked).status_code == 404


def test_that_she_is_still_here_is_noted_and_told(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    for _ in range(3):
        clock.forward(minutes=10)
        assert client.get("/masih").status_code == 204
    assert client.get(f"/b/{seat}/{STEM}/").status_code == 200
    clock.forward(minutes=16)
    assert client.get("/masih").status_code == 401


def test_what_comes_late_from_a_guest_is_hers_to_whom_the_sitting_was_given(
    app: Flask, cast: Cast
) -> None:
    guest = enrolled(app, cast.device)
    guest.post("/coba", data={"umur": "dewasa"}, headers=SAME_SITE)
    seat = seat_of(guest)
    at_once, late = (tapped(app, guest, seat, at) for at in (0, 1))
    assert send(guest, seat, at_once)[0] == 200
    with site_of(app).store.writing() as session:
        place = seats.seat(session, seat)
        assert place
        guests.give(session, place.person_id, cast.sari.id, cast.maya.id, site_of(app).now())
    for _ in range(2):
        assert send(guest, seat, late) == (200, {"id": late["id"]})
    assert len(log(app, cast.sari)) == 2
