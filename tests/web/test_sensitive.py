"""A sensitive lesson is heard and answered; nothing of it is stored, counted or told to anybody."""

import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from elearn.content.values import QuestionScreen, StepScreen
from elearn.learning import answers
from elearn.learning.answers import NewAnswer
from elearn.questions import KINDS
from elearn.settings import Settings
from elearn.store.base import Base
from elearn.teaching import assignments
from elearn.web.learn.pages import draw_for, page
from elearn.web.rescue import create_rescue
from elearn.web.site import KEY, Site
from tests.cast import SAME_SITE, Cast, Learner, enrolled, prepare, sign_in, staffed
from tests.conftest import FixedClock
from tests.web import sample
from tests.web.sample import SENSITIVE, SENSITIVE_FRONT, put, sensitive

SCRIPT = {**SAME_SITE, "Accept": "application/json"}
OFF = SENSITIVE_FRONT.replace(", perlindungan 2026-11-23", "")
ORDINARY = SENSITIVE_FRONT.replace("peka: ya\n", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "pelajaran-uji"


@pytest.fixture
def app(settings: Settings, clock: FixedClock, folder: Path) -> Iterator[Flask]:
    with sample.serving(
        settings, clock, folder, sensitive(), SENSITIVE, {sample.STEM: sample.lesson()}
    ) as made:
        yield made


@pytest.fixture
def cast(app: Flask, clock: FixedClock) -> Cast:
    return prepare(app, clock())


@pytest.fixture
def sari(app: Flask, cast: Cast) -> FlaskClient:
    return signed_in(app, cast, cast.sari)


def site_of(app: Flask) -> Site:
    site: Site = app.extensions[KEY]
    return site


def signed_in(app: Flask, cast: Cast, learner: Learner) -> FlaskClient:
    client = enrolled(app, cast.device)
    assert sign_in(client, learner) == 303
    return client


def way(client: FlaskClient) -> str:
    """Return the address of the lesson, as her list has it."""
    found = re.search(rf'href="(/b/[^/]+/{SENSITIVE}/)"', client.get("/ranah/hak").text)
    assert found, "the list does not offer it"
    return found[1]


def form(app: Flask, where: str, at: int = 0, raw: str | None = None) -> dict[str, str]:
    site = site_of(app)
    lesson = site.shelf.current.lesson(SENSITIVE)
    assert lesson is not None
    draw = draw_for(where.split("/")[2], site.today())
    screen: QuestionScreen = page(lesson, "dewasa", draw, site.narrator, site.facts()).questions[at]
    right = KINDS[screen.kind].right(screen.key)
    return {
        "s": f"{screen.code}~{screen.draw}~{lesson.version}", "a": right if raw is None else raw,
    }  # fmt: skip


def rows(app: Flask) -> dict[str, list[object]]:
    """Return all rows of the database but those of sessions, versions and limits, by table."""
    passing = {"session", "lesson_version", "bucket"}
    with site_of(app).store.reading() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table))]
            for table in Base.metadata.sorted_tables
            if table.name not in passing
        }


def old_answer(app: Flask, cast: Cast, clock: FixedClock, at: int) -> None:
    """Let Sari have answered the lesson when it was an ordinary one."""
    site = site_of(app)
    with site.store.writing() as session:
        seat = session.execute(select(Base.metadata.tables["seat"])).first()
        assert seat is not None
        answers.record(
            session,
            NewAnswer(
                id=uuid.uuid4(), person_id=cast.sari.id, device_id=seat.device_id,
                lesson=SENSITIVE, version="0123456789abcdef", code=f"hak-17-k{at:03}", draw=0,
                try_number=1, raw="1", canonical="1", outcome="wrong",
                answered_at=clock() - timedelta(minutes=at),
            ),
            clock(), site.settings.timezone,
        )  # fmt: skip


def test_the_lesson_is_open_under_a_neutral_title_and_kept_by_no_browser(
    app: Flask, sari: FlaskClient
) -> None:
    answer = sari.get(way(sari))
    assert answer.status_code == 200
    assert "<title>Keluarga aman</title>" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    assert "data-personal" in answer.text
    assert answer.text.count("data-quick") == 1
    again = sari.get(way(sari), headers={"If-None-Match": "*"})
    assert again.status_code == 200


def test_its_sounds_are_kept_by_no_browser(sari: FlaskClient) -> None:
    html = sari.get(way(sari)).text
    own = set(re.findall(r'/suara/[^"]+\.mp3\?simpan=0', html))
    assert own
    for address in own:
        answer = sari.get(address)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")


def test_where_only_people_speak_and_nobody_has_it_has_no_speaker_that_leads_nowhere(
    app: Flask, folder: Path
) -> None:
    put(folder, f"{SENSITIVE}.nij", sensitive(SENSITIVE_FRONT + "bahasa: nij\n"))
    site = site_of(app)
    site.shelf.refresh()
    lesson = site.shelf.current.lessons[SENSITIVE]["nij"]
    made = page(lesson, "dewasa", 0, site.narrator, site.facts())
    assert [one.body.sound for one in made.screens if isinstance(one, StepScreen)] == ["", ""]


def test_nothing_sounds_by_itself(sari: FlaskClient) -> None:
    html = sari.get(way(sari)).text
    assert re.search("<html[^>]* data-quiet", html)
    assert "data-enter" not in html


@pytest.mark.parametrize("raw", [None, "1", "2"])
def test_without_script_the_answer_is_told_and_nothing_is_written(
    app: Flask, sari: FlaskClient, raw: str | None
) -> None:
    where = way(sari)
    sari.get(where)
    before = rows(app)
    told = sari.post(where, data=form(app, where, raw=raw), headers=SAME_SITE)
    assert told.status_code == 200
    assert told.headers["Cache-Control"] == "no-store"
    assert "Ini jawabannya:" in told.text
    assert "Tidak ada yang boleh." in told.text
    assert ("Suami juga tidak boleh." in told.text) is (raw == "1")
    for word in ("Benar", "Belum.", "✓", "↩", "Coba lagi"):
        assert word not in told.text
    assert "data-quick" in told.text
    assert 'href="./?#q2"' in told.text
    assert rows(app) == before


def test_a_number_that_cannot_be_read_is_asked_again(app: Flask, sari: FlaskClient) -> None:
    where = way(sari)
    told = sari.post(where, data=form(app, where, 1, "dua belas"), headers=SAME_SITE)
    assert "Belum jelas" in told.text
    again = re.search('<form class="question[^"]*" method="post" action="([^"]*)" lang', told.text)
    assert again
    assert again[1] == "./"


def test_a_script_that_posts_all_the_same_writes_nothing(app: Flask, sari: FlaskClient) -> None:
    where = way(sari)
    before = rows(app)
    forged = form(app, where) | {"id": str(uuid.uuid4()), "coba": "1"}
    reply = sari.post(where, data=forged, headers=SCRIPT)
    assert reply.get_json() == {"id": forged["id"]}     # so that an outbox forgets it
    assert rows(app) == before


def test_a_forged_post_for_the_ordinary_version_before_it_writes_nothing(
    app: Flask, sari: FlaskClient, folder: Path
) -> None:
    """The page was made while the lesson was ordinary; by now it is sensitive."""
    where = way(sari)
    questions = "\n".join((sample.SENSITIVE_QUESTIONS, *(
        f"### Soal: pilih\nMana {at}?\n- [x] ya {at}\n- [ ] ini {at}\n- [ ] itu {at}\n"
        f"Kode: hak-17-f{at:03}\n" for at in range(8)
    )))
    put(folder, SENSITIVE, sensitive(ORDINARY, questions))
    assert site_of(app).shelf.refresh()
    sari.get(where)
    old = form(app, where)
    before = rows(app)
    put(folder, SENSITIVE, sensitive())
    site_of(app).shelf.refresh()
    for headers in (SAME_SITE, SCRIPT):
        assert sari.post(where, data=old, headers=headers).status_code == 200
    assert rows(app) == before
    practised = old | {"id": str(uuid.uuid4())}
    reply = sari.post(where.replace(SENSITIVE, "latihan"), data=practised, headers=SCRIPT)
    assert reply.get_json() == {"id": practised["id"]}      # else her outbox would wait for ever
    sari.post(where.replace(SENSITIVE, "penempatan"), data=old, headers=SAME_SITE)
    assert rows(app) == before


def test_an_answer_after_the_session_ended_is_not_held(
    app: Flask, cast: Cast, sari: FlaskClient, clock: FixedClock
) -> None:
    where = way(sari)
    given = form(app, where)
    clock.forward(minutes=16)
    assert sari.post(where, data=given, headers=SAME_SITE).status_code == 303
    assert sari.post(where, data=given, headers=SCRIPT).status_code == 401
    assert rows(app)["held_answer"] == []
    assert sign_in(sari, cast.sari) == 303
    assert rows(app)["attempt"] == []


@pytest.mark.parametrize("other", ["latihan", "penempatan", sample.STEM])
def test_nor_under_another_name(
    app: Flask, sari: FlaskClient, clock: FixedClock, other: str
) -> None:
    where = way(sari)
    given = form(app, where)
    clock.forward(minutes=16)
    elsewhere = where.replace(SENSITIVE, other)
    assert sari.post(elsewhere, data=given, headers=SAME_SITE).status_code == 303
    assert rows(app)["held_answer"] == []


def test_the_end_tells_nothing(sari: FlaskClient) -> None:
    where = way(sari)
    assert "selesai" not in sari.get(where).text
    answer = sari.get(f"{where}selesai")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert sari.get(f"/suara/saya/{SENSITIVE}.mp3").status_code == 404


def test_home_neither_counts_it_nor_leads_there(
    app: Flask, cast: Cast, sari: FlaskClient, clock: FixedClock
) -> None:
    old_answer(app, cast, clock, 1)
    home = sari.get("/").text
    assert SENSITIVE not in home
    tile = re.search(r'href="/ranah/hak">(.*?)</a>', home)
    assert tile
    assert "/" not in re.sub("<[^>]+>", "", tile[1])
    row = re.search(rf'{SENSITIVE}/">(.*?)</a>', sari.get("/ranah/hak").text)
    assert row
    assert not re.search('class="mark"|stone [a-z]+ [a-z]', row[1])


@pytest.mark.parametrize("front", [OFF, SENSITIVE_FRONT.replace("2026-11-23", "–")])
def test_without_the_review_it_is_off_until_the_operator_turns_it_on(
    settings: Settings, clock: FixedClock, folder: Path, front: str
) -> None:
    with sample.serving(settings, clock, folder, sensitive(front), SENSITIVE) as app:
        cast = prepare(app, clock())
        sari = signed_in(app, cast, cast.sari)
        assert SENSITIVE not in sari.get("/ranah/hak").text
        (row,) = rows(app)["seat"]
        key = next(cell for cell in row if isinstance(cell, str))  # type: ignore[attr-defined]
        where = f"/b/{key}/{SENSITIVE}/"
        assert sari.get(where).status_code == 404
        for headers in (SAME_SITE, SCRIPT):
            answer = sari.post(where, data=form(app, where), headers=headers)
            assert answer.status_code == 404
        told = staffed(app, cast.maya).get(f"/tutor/kelompok/{cast.class_id}/tugas/beri").text
        assert "belum ditinjau untuk perlindungan" in told
        on = replace(site_of(app).settings, sensitive=(SENSITIVE,))
        app.extensions[KEY] = replace(site_of(app), settings=on)
        assert sari.get(way(sari)).status_code == 200
        told = staffed(app, cast.maya).get(f"/tutor/kelompok/{cast.class_id}/tugas/beri").text
        assert "Keluarga aman" in told
        assert "belum ditinjau" not in told


def test_a_guest_does_not_meet_it(app: Flask, cast: Cast) -> None:
    guest = app.test_client()
    guest.post("/coba", data={"umur": "dewasa"}, headers=SAME_SITE)
    assert SENSITIVE not in guest.get("/ranah/hak").text
    seat = re.search("/b/([^/]+)/", guest.get("/").text)
    assert seat
    where = f"/b/{seat[1]}/{SENSITIVE}/"
    assert guest.get(where).status_code == 404
    assert guest.post(where, data=form(app, where), headers=SAME_SITE).status_code == 404
    assert guest.post(where, data=form(app, where), headers=SCRIPT).status_code == 404


def test_it_is_assigned_to_nobody(app: Flask, cast: Cast) -> None:
    maya = staffed(app, cast.maya)
    for whom in (str(cast.sari.id), ""):
        page_of = f"/tutor/kelompok/{cast.class_id}/tugas/beri?orang={whom}"
        assert f'value="{SENSITIVE}"' not in maya.get(page_of).text
        refused = maya.post(
            f"/tutor/kelompok/{cast.class_id}/tugas/beri",
            data={"pelajaran": SENSITIVE, "orang": whom}, headers=SAME_SITE,
        )
        assert refused.status_code == 422
    assert rows(app)["assignment"] == []


def test_what_was_asked_and_answered_before_is_told_nowhere(
    app: Flask, cast: Cast, sari: FlaskClient, clock: FixedClock
) -> None:
    """While it was an ordinary lesson, Sari answered it and was asked for it."""
    site = site_of(app)
    for at in range(3):
        old_answer(app, cast, clock, at)
    with site.store.writing() as session:
        assignments.assign(
            session, uuid.uuid4(), cast.class_id, cast.sari.id, SENSITIVE,
            site.today() - timedelta(days=1), cast.maya.id, clock(),
            site.today() - timedelta(days=3),
        )  # fmt: skip
    maya = staffed(app, cast.maya)
    klass = f"/tutor/kelompok/{cast.class_id}"
    learner = f"/tutor/orang/{cast.sari.id}"
    for told in (klass, learner, f"{klass}/laporan/kelompok"):
        assert "Keluarga aman" not in maya.get(told).text, told
        assert SENSITIVE not in maya.get(told).text, told
    tasks = maya.get(f"{klass}/tugas").text
    assert "Keluarga aman" in tasks        # she can take it back
    assert "belum:" not in tasks
    assert maya.get(f"{learner}/{SENSITIVE}").status_code == 404
    mark = maya.post(f"{learner}/{SENSITIVE}/duduk", data={"hari": "2026-11-24"}, headers=SAME_SITE)
    assert mark.status_code == 404
    export = maya.get(f"{learner}/data.json")
    assert SENSITIVE not in export.text
    assert "attempt" not in json.loads(export.text)
    assert "Keluarga aman" not in sari.get("/").text
    csv = maya.get(f"{klass}/laporan/kelompok.csv").text
    assert re.search("Sari.*,0\r?$", csv, re.MULTILINE), csv


@pytest.mark.parametrize("front", [SENSITIVE_FRONT, OFF])
def test_beside_a_broken_database_it_is_not_shown(
    settings: Settings, clock: FixedClock, folder: Path, front: str
) -> None:
    put(folder, SENSITIVE, sensitive(front))
    put(folder, sample.STEM, sample.lesson())
    rescue = create_rescue(replace(settings, lessons=folder)).test_client()
    told = rescue.get("/").text
    assert f"/pelajaran/{sample.STEM}/dewasa/" in told
    assert SENSITIVE not in told
    assert rescue.get(f"/pelajaran/{SENSITIVE}/dewasa/").status_code == 503
