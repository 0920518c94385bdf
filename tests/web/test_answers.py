"""What becomes of an answer: marked here, stored once, under the right name or not at all."""

import uuid
from typing import Any
from urllib.parse import quote

from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given
from hypothesis import settings as tuned
from hypothesis import strategies as st

from elearn.content.values import QuestionScreen
from elearn.learning import answers, sources
from elearn.questions import KINDS
from elearn.web.learn.pages import draw_for, page
from elearn.web.site import KEY, Site
from tests.cast import SAME_SITE, Cast, Learner, enrolled, sign_in
from tests.conftest import FixedClock
from tests.web import walk

STEM = "hitung-01-satu-lima"
SCRIPT = {**SAME_SITE, "Accept": "application/json"}


def site_of(app: Flask) -> Site:
    site: Site = app.extensions[KEY]
    return site


def seat_of(client: FlaskClient) -> str:
    return client.get("/").get_data(as_text=True).split("/b/")[1].split("/")[0]


def questions(app: Flask, seat: str) -> tuple[tuple[QuestionScreen, ...], str]:
    site = site_of(app)
    lesson = site.shelf.current.lessons[STEM]["id"]
    asked = page(lesson, "dewasa", draw_for(seat, site.today()), site.narrator, site.facts())
    return asked.questions, lesson.version


def form_for(app: Flask, seat: str, at: int = 0, raw: str | None = None) -> dict[str, Any]:
    asked, version = questions(app, seat)
    screen = asked[at]
    answer = raw if raw is not None else KINDS[screen.kind].right(screen.key)
    return {"s": f"{screen.code}~{screen.draw}~{version}"} | walk.fields(screen.kind, answer)


def log(app: Flask, learner: Learner) -> list[object]:
    with site_of(app).store.reading() as session:
        return list(answers.log(session, learner.id))


def signed_in(app: Flask, cast: Cast, learner: Learner) -> tuple[FlaskClient, str]:
    client = enrolled(app, cast.device)
    assert sign_in(client, learner) == 303
    return client, seat_of(client)


def test_an_answer_is_told_kindly_and_stored(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    told = client.post(
        f"/b/{seat}/{STEM}/", data=form_for(app, seat), headers=SAME_SITE, follow_redirects=True
    )
    assert "Benar!" in told.get_data(as_text=True)
    assert len(log(app, cast.sari)) == 1


def test_c7_a_double_tap_without_script_is_one_row(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    for _ in range(2):
        client.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat), headers=SAME_SITE)
    assert len(log(app, cast.sari)) == 1


def test_c7_a_double_tap_with_script_is_one_row(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    form = form_for(app, seat) | {"id": str(uuid.uuid4())}
    replies = [client.post(f"/b/{seat}/{STEM}/", data=form, headers=SCRIPT) for _ in range(2)]
    assert replies[0].json == replies[1].json
    assert replies[0].get_json()["id"] == form["id"]
    assert len(log(app, cast.sari)) == 1


def test_a10_an_answer_under_anothers_seat_is_stored_under_nobody(app: Flask, cast: Cast) -> None:
    _, saris = signed_in(app, cast, cast.sari)
    rudi, _ = signed_in(app, cast, cast.rudi)
    form = form_for(app, saris)
    refused = rudi.post(f"/b/{saris}/{STEM}/", data=form, headers=SAME_SITE)
    assert refused.status_code == 409
    assert "Sudah ganti orang" in refused.get_data(as_text=True)
    assert rudi.post(f"/b/{saris}/{STEM}/", data=form, headers=SCRIPT).status_code == 409
    extra = form | {"person_id": str(cast.sari.id), "learner": str(cast.sari.id)}
    own = seat_of(rudi)
    named = {**SAME_SITE, "X-Learner": str(cast.sari.id)}
    rudi.post(f"/b/{own}/{STEM}/", data=extra, headers=named)
    assert log(app, cast.sari) == []


def test_a10_anothers_feedback_and_result_are_not_shown(app: Flask, cast: Cast) -> None:
    sari, saris = signed_in(app, cast, cast.sari)
    told = sari.post(f"/b/{saris}/{STEM}/", data=form_for(app, saris), headers=SAME_SITE)
    rudi, own = signed_in(app, cast, cast.rudi)
    assert rudi.get(told.headers["Location"]).status_code == 409
    moved = told.headers["Location"].replace(saris, own)
    assert rudi.get(moved).status_code == 404
    assert rudi.get(f"/b/{saris}/{STEM}/selesai").status_code == 409


def test_c8_the_server_marks_for_itself(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    screen = questions(app, seat)[0][0]
    wrong = next(str(c.id) for c in screen.choices if not c.accepted)
    forged = form_for(app, seat, raw=wrong) | {"outcome": "right", "score": "999", "benar": "1"}
    reply = client.post(f"/b/{seat}/{STEM}/", data=forged, headers=SCRIPT)
    assert reply.get_json()["outcome"] == "wrong"


def test_c8_an_answer_that_is_no_option_is_not_stored(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    reply = client.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat, raw="77"), headers=SCRIPT)
    assert reply.status_code == 422
    assert log(app, cast.sari) == []


def test_c8_a_question_that_was_never_asked_is_refused(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    for forged in ("baca-99-xxxx~0~0", "~~", "", "hitung-01-eq3k~99999~x", "a~-1~b"):
        reply = client.post(f"/b/{seat}/{STEM}/", data={"s": forged, "a": "0"}, headers=SAME_SITE)
        assert reply.status_code == 400
        assert "Traceback" not in reply.get_data(as_text=True)
    assert log(app, cast.sari) == []


def test_an_answer_after_the_session_ended_waits_for_the_same_learner(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    form = form_for(app, seat)
    clock.forward(minutes=16)
    sent = client.post(f"/b/{seat}/{STEM}/", data=form, headers=SAME_SITE)
    assert sent.status_code == 303
    assert log(app, cast.sari) == []
    assert sign_in(client, cast.rudi) == 303
    assert log(app, cast.sari) == log(app, cast.rudi) == []
    client.post("/keluar", headers=SAME_SITE)
    taps = "-".join(map(str, cast.sari.code))
    asked = {"sudah": taps, "next": f"/b/{seat}/{STEM}/"}
    back = client.post(f"/masuk/{cast.sari.id}", data=asked, headers=SAME_SITE)
    assert len(log(app, cast.sari)) == 1
    assert "Benar!" in client.get(back.headers["Location"]).text     # where she had stopped


def test_a_script_keeps_its_answer_when_the_session_has_ended(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    form = form_for(app, seat) | {"id": str(uuid.uuid4())}
    clock.forward(minutes=16)
    assert client.post(f"/b/{seat}/{STEM}/", data=form, headers=SCRIPT).status_code == 401


def test_an_answer_to_a_page_of_an_older_lesson_is_marked_by_the_older_lesson(
    app: Flask, cast: Cast
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    site = site_of(app)
    client.get(f"/b/{seat}/{STEM}/")
    form = form_for(app, seat)
    with site.store.reading() as session:
        kept = sources.version_source(session, form["s"].rsplit("~", 1)[1])
    assert kept is not None
    assert kept.stem == STEM


@tuned(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    fields=st.dictionaries(
        st.sampled_from(["s", "a", "a0", "a1", "coba", "petunjuk", "id", "waktu", "next", "sudah",
                         "pilih", "bahasa", "kembali"]),
        st.text(max_size=40), max_size=6,
    ),
    tail=st.text(max_size=20),
)
def test_c9_no_form_and_no_address_is_an_error_of_ours(
    app: Flask, cast: Cast, fields: dict[str, str], tail: str
) -> None:
    client, seat = signed_in(app, cast, cast.rudi)
    base = form_for(app, seat)
    for path in (f"/b/{seat}/{STEM}/", f"/masuk/{cast.sari.id}", "/bahasa", "/keluar"):
        status = client.post(path, data=base | fields, headers=SAME_SITE).status_code
        assert status < 500
    for path in (f"/b/{seat}/{quote(tail)}/", f"/ranah/{quote(tail)}", f"/masuk/{quote(tail)}",
                 f"/perangkat/{quote(tail)}", f"/suara/{quote(tail)}.mp3", f"/?hal={quote(tail)}"):
        assert client.get(path).status_code < 500
