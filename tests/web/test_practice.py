"""Latihan hari ini: ten questions of what she can do, on one page; kept as practice."""

import html
import re
from itertools import pairwise

from flask import Flask
from flask.testing import FlaskClient

from elearn.content.values import DRAWS
from elearn.learning import answers
from elearn.mastery import Answer
from elearn.questions import KINDS
from elearn.web.learn.practising import Part, parts
from elearn.web.learn.today import practice_today
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, Learner, enrolled, sign_in, staffed
from tests.conftest import FixedClock
from tests.web.practised import THREE, took
from tests.web.test_answers import SCRIPT, signed_in
from tests.web.weighing import counted, weigh

NAMED = re.compile(r'name="s" value="([^"]+)"')


def asked(client: FlaskClient, path: str) -> list[str]:
    """What each form of a page names: code, draw, version."""
    return [html.unescape(name) for name in NAMED.findall(client.get(path).text)]


def log(app: Flask, learner: Learner) -> list[Answer]:
    with app.extensions[KEY].store.reading() as session:
        return answers.log(session, learner.id)


def practised(app: Flask, learner: Learner) -> list[Answer]:
    return [one for one in log(app, learner) if one.occasion == "latihan"]


def ten(app: Flask, client: FlaskClient) -> tuple[Part, ...]:
    """Today's questions of whoever is signed in, as her page asks them."""
    from elearn.web import auth

    cookie = client.get_cookie("sesi")
    assert cookie is not None
    with app.test_request_context("/", headers={"Cookie": f"sesi={cookie.value}"}):
        signed = auth.me()
        assert signed is not None
        return parts(practice_today(signed), signed)


def form_of(part: Part, right: bool = True) -> dict[str, str]:
    """A form that answers a question rightly, or in a way that is wrong."""
    screen = part.screen
    raw = KINDS[screen.kind].right(screen.key)
    form = {"s": f"{screen.code}~{screen.draw}~{part.page.named}"}
    if screen.kind in {"jodohkan", "urutkan"}:
        pieces = raw.split(",") if right else raw.split(",")[::-1]
        return form | {f"a{at}": piece for at, piece in enumerate(pieces)}
    if not right:
        wrong = next((one.id for one in screen.choices if not one.accepted), 99)
        return form | {"a": str(wrong) if screen.kind.startswith("pilih") else "999"}
    return form | {"a": raw}


def answer_all(app: Flask, client: FlaskClient, seat: str, clock: FixedClock) -> tuple[Part, ...]:
    found = ten(app, client)
    for part in found:
        clock.forward(seconds=20)
        client.post(f"/b/{seat}/latihan/", data=form_of(part), headers=SAME_SITE)
    return found


def test_ten_questions_of_what_she_can_do_mixed(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari)
    took(app, cast.sari, ("hitung-03-banding",), ago=7, right=False)
    answer = client.get(f"/b/{seat}/latihan/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(asked(client, f"/b/{seat}/latihan/")) == 10
    stems = [part.page.stem for part in ten(app, client)]
    assert set(stems) == set(THREE)
    assert all(before != after for before, after in pairwise(stems))


def test_opened_again_it_takes_no_turn_of_who_writes(app: Flask, cast: Cast) -> None:
    took(app, cast.sari)
    client, seat = signed_in(app, cast, cast.sari)
    for first in (True, False):
        with counted() as statements:
            assert client.get(f"/b/{seat}/latihan/").status_code == 200
        assert any("INSERT INTO lesson_version" in one for one in statements) is first


def test_numbers_are_others_than_the_lesson_ever_shows(app: Flask, cast: Cast) -> None:
    client, _ = signed_in(app, cast, cast.sari)
    took(app, cast.sari, ("hitung-04-tambah-10",))
    lesson = app.extensions[KEY].shelf.current.lessons["hitung-04-tambah-10"]["id"]
    drawn = {question.code for question in lesson.questions if question.numbers}
    found = [part for part in ten(app, client) if part.screen.code in drawn]
    assert found
    for part in found:
        assert part.screen.draw >= DRAWS * lesson.rounds(part.screen.code)


def test_home_offers_it_and_says_how_far_she_is(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    assert "Latihan hari ini" not in client.get("/").text
    took(app, cast.sari)
    assert f'href="/b/{seat}/latihan/"' in client.get("/").text
    for part in ten(app, client)[:6]:
        clock.forward(seconds=20)
        client.post(f"/b/{seat}/latihan/", data=form_of(part), headers=SAME_SITE)
    home = client.get("/").text
    tile = home[home.index("/latihan/"):]
    assert tile[:tile.index("</ol>")].count('class="on"') == 3
    answer_all(app, client, seat, clock)
    assert "Latihan hari ini sudah selesai" in client.get("/").text


def test_an_answer_is_kept_as_practice_and_told(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari)
    first, second, *_ = ten(app, client)
    told = client.post(f"/b/{seat}/latihan/", data=form_of(first), headers=SAME_SITE,
                       follow_redirects=True)
    assert "Benar!" in told.text
    assert '<a class="button main" href="../?di=q2#q2">' in told.text
    kept = practised(app, cast.sari)
    assert [(one.lesson, one.question, one.right) for one in kept] == [
        (first.page.stem, first.screen.code, True)]
    clock.forward(seconds=20)
    wrong = client.post(f"/b/{seat}/latihan/", data=form_of(second, right=False),
                        headers=SAME_SITE, follow_redirects=True)
    assert "Belum." in wrong.text
    assert 'action="../"' in wrong.text
    again = client.get(f"/b/{seat}/latihan/")
    assert again.headers["Location"] == "?di=q3#q3"


def test_practice_changes_no_standing(app: Flask, cast: Cast, clock: FixedClock) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari)
    before = client.get("/ranah/numerasi").text
    for part in ten(app, client):
        clock.forward(seconds=20)
        client.post(f"/b/{seat}/latihan/", data=form_of(part, right=False), headers=SAME_SITE)
    assert len(practised(app, cast.sari)) == 10
    assert client.get("/ranah/numerasi").text == before


def test_when_all_is_done_it_says_so_and_tomorrow_brings_others(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari)
    today = answer_all(app, client, seat, clock)
    assert client.get(f"/b/{seat}/latihan/").headers["Location"] == "selesai"
    end = client.get(f"/b/{seat}/latihan/selesai")
    assert end.headers["Cache-Control"] == "no-store"
    assert "Latihan hari ini sudah selesai." in end.text
    assert "Besok ada latihan lagi." in end.text
    assert end.text.count('<li class="yes">') == 10
    assert client.get("/suara/saya/latihan.mp3").status_code == 200
    clock.forward(hours=24)
    client, seat = signed_in(app, cast, cast.sari)
    codes = {part.screen.code for part in today}
    assert not codes & {part.screen.code for part in ten(app, client)}


def test_an_answer_to_an_older_page_is_marked_by_what_it_asked(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari)
    client.get(f"/b/{seat}/latihan/")
    form = form_of(ten(app, client)[0])
    clock.forward(hours=24)
    client, seat = signed_in(app, cast, cast.sari)
    reply = client.post(f"/b/{seat}/latihan/", data=form, headers=SCRIPT)
    assert reply.get_json()["outcome"] == "right"


def test_the_same_answer_in_the_lesson_and_in_practice_are_two(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari)
    part = next(one for one in ten(app, client) if one.screen.draw < DRAWS)
    for stem in (part.page.stem, "latihan", "latihan"):
        client.post(f"/b/{seat}/{stem}/", data=form_of(part), headers=SAME_SITE)
    today = app.extensions[KEY].today()
    occasions = [one.occasion for one in log(app, cast.sari) if one.day == today]
    assert sorted(occasions) == ["", "latihan"]


def test_nothing_is_practised_of_a_lesson_that_asks_no_such_question(
    app: Flask, cast: Cast
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari)
    form = form_of(ten(app, client)[0])
    code, _draw, version = form["s"].split("~")[:3]
    for named in (f"{code}~9999~{version}", f"{code}~0~0123456789abcdef", f"x~0~{version}"):
        reply = client.post(f"/b/{seat}/latihan/", data=form | {"s": named}, headers=SCRIPT)
        assert reply.status_code == 400
    assert practised(app, cast.sari) == []


def test_anothers_practice_is_not_opened_and_stores_nothing(app: Flask, cast: Cast) -> None:
    sari, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari)
    form = form_of(ten(app, sari)[0])
    rudi, _own = signed_in(app, cast, cast.rudi)
    for path in (f"/b/{seat}/latihan/", f"/b/{seat}/latihan/selesai"):
        assert rudi.get(path).status_code == 409
    assert rudi.post(f"/b/{seat}/latihan/", data=form, headers=SCRIPT).status_code == 409
    assert practised(app, cast.sari) == practised(app, cast.rudi) == []


def test_an_answer_after_the_session_ended_is_kept_at_the_next_sign_in(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari)
    form = form_of(ten(app, client)[0])
    client.get(f"/b/{seat}/latihan/")
    clock.forward(minutes=20)
    away = client.post(f"/b/{seat}/latihan/", data=form, headers=SAME_SITE)
    assert away.status_code == 303
    assert practised(app, cast.sari) == []
    clock.forward(minutes=1)
    sign_in(client, cast.sari)
    assert len(practised(app, cast.sari)) == 1


def test_without_sound_nothing_is_asked_that_must_be_heard(app: Flask, cast: Cast) -> None:
    client, _ = signed_in(app, cast, cast.sari)
    took(app, cast.sari, ("baca-03-m-b",))
    lesson = app.extensions[KEY].shelf.current.lessons["baca-03-m-b"]["id"]
    heard = {one.code for one in lesson.asked if one.hearing}
    assert heard & {part.screen.code for part in ten(app, client)}
    client.post("/tampilan", data={"apa": "tenang", "jadi": "ya"}, headers=SAME_SITE)
    assert not heard & {part.screen.code for part in ten(app, client)}


def test_a_guest_has_no_practice(app: Flask) -> None:
    guest = app.test_client()
    guest.post("/coba", data={"umur": "anak"}, headers=SAME_SITE)
    seat = guest.get("/").text.split("/b/")[1].split("/")[0]
    assert guest.get(f"/b/{seat}/latihan/").headers["Location"] == "/"
    assert "Latihan hari ini" not in guest.get("/").text


def test_who_knows_nothing_yet_is_led_home(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    for path in (f"/b/{seat}/latihan/", f"/b/{seat}/latihan/selesai"):
        assert client.get(path).headers["Location"] == "/"


HOME = (3072, 7168)
PRACTICE = (8192, 16384)
"""HTML, and the whole first visit: it mixes more kinds than a lesson, each with its script."""


def test_the_page_and_home_keep_their_budgets(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari)
    for budget, path in ((PRACTICE, f"/b/{seat}/latihan/"), (HOME, "/")):
        page, whole, requests = weigh(client, path)
        assert page <= budget[0]
        assert whole <= budget[1]
        assert requests <= 3


MIXED = ("baca-24-gugus-konsonan", "hitung-13-kurang-meminjam", "hitung-17-kembalian")


def test_a_mix_of_the_newer_kinds_keeps_the_budget(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    took(app, cast.sari, MIXED)
    asked_of = set()
    for _day in range(3):
        client, seat = signed_in(app, cast, cast.sari)
        page, whole, requests = weigh(client, f"/b/{seat}/latihan/")
        assert page <= PRACTICE[0]
        assert whole <= PRACTICE[1]
        assert requests <= 3
        asked_of |= {part.screen.kind for part in answer_all(app, client, seat, clock)}
        clock.forward(hours=24)
    assert {"rumpang", "ketuk", "uang"} <= asked_of


def test_what_is_not_clear_yet_is_asked_again_where_it_stands(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari, ("hitung-04-tambah-10",))
    typed = next(one for one in ten(app, client) if one.screen.kind == "angka")
    for address in ("latihan", typed.page.stem):
        form = form_of(typed) | {"a": "satu dua"}
        if address != "latihan":
            form["s"] = form["s"].replace(f"~{typed.screen.draw}~", "~0~")
        told = client.post(f"/b/{seat}/{address}/", data=form, headers=SAME_SITE)
        assert "Belum jelas." in told.text
        assert 'action="./"' in told.text        # the answer page is at the lesson's own address
    assert practised(app, cast.sari) == []


def test_her_tutor_sees_what_was_practised(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari, ("hitung-04-tambah-10",))
    new = next(one for one in ten(app, client) if one.screen.draw >= 2 * DRAWS)
    client.post(f"/b/{seat}/latihan/", data=form_of(new), headers=SAME_SITE)
    path = f"/tutor/orang/{cast.sari.id}/{new.page.stem}"
    shown = staffed(app, cast.maya).get(path).text
    assert "(latihan)" in shown
    assert new.screen.stem.html in shown


def test_its_sounds_are_there(app: Flask, cast: Cast) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    took(app, cast.sari, ("hitung-04-tambah-10",))
    page = client.get(f"/b/{seat}/latihan/").text
    sounds = set(re.findall(r"(/suara/[^\"'&\\ ]+\.mp3)", page))
    assert len(sounds) > 20
    stem = next(one for one in ten(app, client) if one.screen.draw >= DRAWS).screen.stem
    assert client.get(stem.sound).status_code == 200


def test_she_is_asked_the_same_on_another_device(app: Flask, cast: Cast) -> None:
    client, _ = signed_in(app, cast, cast.sari)
    took(app, cast.sari)
    other = enrolled(app, cast.device)
    sign_in(other, cast.sari)
    codes = [part.screen.code for part in ten(app, client)]
    assert [part.screen.code for part in ten(app, other)] == codes
