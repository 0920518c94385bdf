"""Every route × every kind of visitor × objects of both classes: the written policy, and no other.

The rows come from the application's own map of addresses: a new route fails until it is listed.
"""

import uuid

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, enrolled, sign_in

STEM = "hitung-01-satu-lima"
VISITORS = ("nobody", "device", "other device", "rudi", "sari")

# What each visitor gets for an object of Sari's (or her class's): the status.
# 303 to the start page is how somebody who is not signed in is sent to the door.
TABLE: dict[tuple[str, str], tuple[int, int, int, int, int]] = {
    # route                               nobody device other rudi sari
    ("GET", "account.start"):            (200, 200, 200, 200, 200),
    ("GET", "account.pictures"):         (404, 200, 404, 200, 200),
    ("POST", "account.tap"):             (404, 403, 404, 403, 403),
    ("POST", "account.leave"):           (303, 303, 303, 303, 303),
    ("POST", "account.choose_language"): (303, 303, 303, 303, 303),
    ("GET", "account.enrolment"):        (404, 404, 404, 404, 404),
    ("POST", "account.enrol"):           (404, 404, 404, 404, 404),
    ("GET", "account.enrolled"):         (303, 200, 200, 200, 200),
    ("POST", "account.try_as_learner"):  (403, 403, 403, 403, 403),
    ("GET", "learn.subject"):            (303, 303, 303, 200, 200),
    ("GET", "learn.lesson"):             (303, 303, 303, 409, 200),
    ("POST", "learn.answer"):            (303, 303, 303, 409, 303),
    ("GET", "learn.feedback"):           (303, 303, 303, 409, 200),
    ("GET", "learn.result"):             (303, 303, 303, 409, 200),
    ("GET", "learn.name"):               (404, 200, 404, 200, 200),
    ("GET", "learn.at_home"):            (303, 303, 303, 200, 200),
    ("GET", "learn.at_the_end"):         (303, 303, 303, 200, 200),
    ("GET", "media.asset"):              (200, 200, 200, 200, 200),
    ("GET", "media.drawing"):            (200, 200, 200, 200, 200),
    ("GET", "media.sound"):              (200, 200, 200, 200, 200),
    ("GET", "media.timings"):            (200, 200, 200, 200, 200),
    ("GET", "health.ask"):               (200, 200, 200, 200, 200),
}


def test_a11_every_route_is_in_the_table(app: Flask) -> None:
    routes = {
        (method, rule.endpoint)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert routes == set(TABLE)


def test_a15_nothing_changes_by_get(app: Flask) -> None:
    changing = {"leave", "choose_language", "enrol", "try_as_learner", "tap", "answer"}
    for rule in app.url_map.iter_rules():
        if rule.endpoint.rpartition(".")[2] in changing:
            assert "GET" not in (rule.methods or set())


@pytest.mark.parametrize("visitor", VISITORS)
def test_a11_everybody_gets_what_the_policy_says(app: Flask, cast: Cast, visitor: str) -> None:
    objects = addresses(app, cast)
    column = VISITORS.index(visitor)
    for (method, endpoint), expected in TABLE.items():
        client = browser(app, cast, visitor)
        path, form = objects[endpoint]
        answer = client.open(path, method=method, data=form, headers=SAME_SITE)
        assert (endpoint, answer.status_code) == (endpoint, expected[column])


def browser(app: Flask, cast: Cast, visitor: str) -> FlaskClient:
    """Return the visitor's browser, signed in where she is somebody."""
    if visitor == "nobody":
        return app.test_client()
    client = enrolled(app, cast.other_device if visitor == "other device" else cast.device)
    if visitor in {"rudi", "sari"}:
        assert sign_in(client, getattr(cast, visitor)) == 303
    return client


def addresses(app: Flask, cast: Cast) -> dict[str, tuple[str, dict[str, str]]]:
    """Return an address and a form for each route, all of Sari's."""
    from elearn.web.learn.pages import draw_for, page

    site = app.extensions[KEY]
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    seat = client.get("/").get_data(as_text=True).split("/b/")[1].split("/")[0]
    lesson = site.shelf.current.lessons[STEM]["id"]
    asked = page(lesson, "dewasa", draw_for(seat, site.today()), site.narrator).questions[0]
    form = {"s": f"{asked.code}~{asked.draw}~{lesson.version}", "a": "0"}
    own = f"/b/{seat}/{STEM}/"
    told = client.post(own, data=form, headers=SAME_SITE)
    client.post("/keluar", headers=SAME_SITE)
    return {
        "account.start": ("/", {}),
        "account.pictures": (f"/masuk/{cast.sari.id}", {}),
        "account.tap": (f"/masuk/{cast.sari.id}", {"sudah": wrong(cast.sari.code)}),
        "account.leave": ("/keluar", {}),
        "account.choose_language": ("/bahasa", {"bahasa": "id"}),
        "account.enrolment": (f"/perangkat/{uuid.uuid4()}", {}),
        "account.enrol": (f"/perangkat/{uuid.uuid4()}", {}),
        "account.enrolled": ("/perangkat", {}),
        "account.try_as_learner": ("/contoh/pelajar", {}),
        "learn.subject": ("/ranah/literasi", {}),
        "learn.lesson": (own, {}),
        "learn.answer": (own, form),
        "learn.feedback": (told.headers["Location"], {}),
        "learn.result": (f"{own}selesai", {}),
        "learn.name": (f"/suara/nama/{cast.sari.id}.mp3", {}),
        "learn.at_home": ("/suara/saya/rumah.mp3", {}),
        "learn.at_the_end": (f"/suara/saya/{STEM}.mp3", {}),
        "media.asset": (site.assets.url("app.css"), {}),
        "media.drawing": ("/gambar/1F41F.svg", {}),
        "media.sound": (site.voice.say("Belum.", "id"), {}),
        "media.timings": (site.voice.say("Belum.", "id").replace(".mp3", ".json"), {}),
        "health.ask": ("/health", {}),
    }


def wrong(code: tuple[int, ...]) -> str:
    """Return other pictures than these."""
    return "-".join(str((number + 1) % 12) for number in code)
