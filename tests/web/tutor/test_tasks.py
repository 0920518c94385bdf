"""A task goes from Sari to Ibu Maya and back: handed in, seen, ticked, and it counts."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.learning import answers
from elearn.learning.answers import Attempt
from elearn.questions import KINDS
from elearn.settings import Settings
from elearn.web.learn.pages import draw_for, page
from elearn.web.site import KEY, Site
from tests.cast import SAME_SITE, Cast, enrolled, prepare, sign_in, staffed
from tests.conftest import FixedClock
from tests.web.sample import STEM, TASK, TEST_FRONT, lesson, serving
from tests.web.test_answers import SCRIPT, seat_of

CODE = "baca-03-kggg"


@pytest.fixture
def app(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[Flask]:
    with serving(settings, clock, tmp_path / "tugas", lesson(questions=TASK)) as made:
        yield made


@pytest.fixture
def cast(app: Flask, clock: FixedClock) -> Cast:
    return prepare(app, clock())


def site_of(app: Flask) -> Site:
    site: Site = app.extensions[KEY]
    return site


def sari_in(app: Flask, cast: Cast) -> tuple[FlaskClient, str]:
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    return client, seat_of(client)


def forms(app: Flask, seat: str) -> list[dict[str, str]]:
    """Return a right answer to each question of her page of today, the task among them."""
    site = site_of(app)
    read = site.shelf.current.lessons[STEM]["id"]
    asked = page(read, "dewasa", draw_for(seat, site.today()), site.narrator, site.facts())
    return [
        {"s": f"{one.code}~{one.draw}~{read.version}", "a": KINDS[one.kind].right(one.key)}
        for one in asked.questions
    ]


def sit(app: Flask, cast: Cast, clock: FixedClock) -> tuple[FlaskClient, str]:
    """Let Sari answer everything and hand in the task, without script."""
    client, seat = sari_in(app, cast)
    for form in forms(app, seat):
        clock.forward(seconds=20)
        told = client.post(f"/b/{seat}/{STEM}/", data=form, headers=SAME_SITE)
        assert told.status_code == 303
    return client, seat


def tick_form(maya: FlaskClient, path: str, *met: str) -> dict[str, object]:
    """Return the tutor's form with these criteria ticked."""
    html = maya.get(path).get_data(as_text=True)
    found = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', html))
    return {"id": found["id"], "hari": found["hari"], "k": list(met)}


def attempts(app: Flask, cast: Cast) -> list[Attempt]:
    with site_of(app).store.reading() as session:
        return answers.of_lesson(session, cast.sari.id, STEM)


def words(client: FlaskClient, path: str) -> str:
    return client.get(path, follow_redirects=True).get_data(as_text=True)


def test_it_is_handed_in_acknowledged_and_compared_without_script(
    app: Flask, cast: Cast
) -> None:
    client, seat = sari_in(app, cast)
    (form,) = (one for one in forms(app, seat) if one["s"].startswith(CODE))
    told = client.post(f"/b/{seat}/{STEM}/", data=form, headers=SAME_SITE, follow_redirects=True)
    html = told.get_data(as_text=True)
    assert "Tersimpan. Tunggu dilihat tutor." in html
    assert "saya bangun, mandi" in html
    both = form | {"coba": "2", "a": "sudah,mirip"}
    told = client.post(f"/b/{seat}/{STEM}/", data=both, headers=SAME_SITE, follow_redirects=True)
    assert "Belum mirip" not in told.get_data(as_text=True)
    assert {(one.raw, one.outcome) for one in attempts(app, cast)} == {
        ("sudah", "given"), ("sudah,mirip", "given"),
    }


def test_a_script_is_told_that_it_is_kept_and_nobody_can_tick_for_herself(
    app: Flask, cast: Cast
) -> None:
    client, seat = sari_in(app, cast)
    (form,) = (one for one in forms(app, seat) if one["s"].startswith(CODE))
    reply = client.post(f"/b/{seat}/{STEM}/", data=form | {"id": str(uuid4())}, headers=SCRIPT)
    assert reply.get_json()["outcome"] == "given"
    for forged in ("1,1", "0,1", "right", ""):
        bad = client.post(f"/b/{seat}/{STEM}/", data=form | {"a": forged}, headers=SCRIPT)
        assert bad.status_code == 422


def test_from_her_hand_to_the_tutors_ticks_to_her_standing(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = sit(app, cast, clock)
    end = words(client, f"/b/{seat}/{STEM}/selesai")
    assert "Semua sudah dikerjakan. Tinggal dilihat tutor." in end
    home = words(client, "/")
    assert "Tugas menunggu dilihat tutor." in home
    assert "Lanjut:" not in home

    maya = staffed(app, cast.maya)
    first = words(maya, f"/tutor/kelompok/{cast.class_id}")
    assert "Menunggu dilihat: 1 tugas" in first
    (path,) = re.findall(rf'href="(/tutor/orang/{cast.sari.id}/{STEM}/nilai/[^"]+)"', first)
    path = path.replace("&amp;", "&")
    assert path.split("?")[1] == "hari=2026-11-24"
    assert f"/{STEM}/nilai/" in words(maya, f"/tutor/orang/{cast.sari.id}")
    assert "menunggu dilihat" in words(maya, f"/tutor/orang/{cast.sari.id}/{STEM}")

    clock.forward(days=1)
    maya = staffed(app, cast.maya)
    ticked_form = tick_form(maya, path, "0", "1")
    for _ in range(2):                      # a double tap
        saved = maya.post(path.split("?")[0], data=ticked_form, headers=SAME_SITE)
        assert saved.status_code == 303
    ticked = [one for one in attempts(app, cast) if one.judged_by]
    assert [(one.raw, one.outcome, one.day.day) for one in ticked] == [("1,1", "right", 24)]
    assert ticked[0].judged_by == cast.maya.id
    assert "Menunggu" not in words(maya, f"/tutor/kelompok/{cast.class_id}")

    client, _ = sari_in(app, cast)
    end = words(client, f"/b/{seat}/{STEM}/selesai")
    assert "Hampir bisa:" in end
    assert "Menyebut tiga kegiatan" in end
    shown = words(maya, f"/tutor/orang/{cast.sari.id}/{STEM}")
    assert "10 benar dari 10 jawaban" in shown
    assert "dinilai tutor" in shown


def test_a_correction_is_a_further_row_and_the_latest_counts(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, seat = sit(app, cast, clock)
    maya = staffed(app, cast.maya)
    path = f"/tutor/orang/{cast.sari.id}/{STEM}/nilai/{CODE}"
    day = site_of(app).today().isoformat()
    for met in (["0", "1"], ["0"]):
        form = tick_form(maya, f"{path}?hari={day}", *met)
        assert maya.post(path, data=form, headers=SAME_SITE).status_code == 303
    assert [one.raw for one in attempts(app, cast) if one.judged_by] == ["1,1", "1,0"]
    assert words(maya, f"{path}?hari={day}").count("checked") == 1
    assert "9 benar dari 10 jawaban" in words(maya, f"/tutor/orang/{cast.sari.id}/{STEM}")
    end = words(client, f"/b/{seat}/{STEM}/selesai")
    assert "Hampir bisa:" in end
    assert "Sudah saya kerjakan" not in end             # it is talked over, not asked again
    exported = maya.get(f"/tutor/orang/{cast.sari.id}/data.json").get_data(as_text=True)
    assert exported.count(f'"judged_by": "{cast.maya.id}"') == 2


def test_a_tutor_who_only_looks_at_the_lesson_keeps_nothing(app: Flask, cast: Cast) -> None:
    maya, at = staffed(app, cast.maya), f"/tutor/pelajaran/{STEM}/lihat/dewasa/"
    code = re.findall(rf"{CODE}~[0-9]+~[0-9a-f]+", words(maya, at))[0]
    told = maya.post(at, data={"s": code, "a": "sudah"}, headers=SAME_SITE, follow_redirects=True)
    html = told.get_data(as_text=True)
    assert "Tersimpan. Tunggu dilihat tutor." in html
    assert "Belum mirip" in html
    assert attempts(app, cast) == []


def test_paper_is_as_good_as_a_tap(app: Flask, cast: Cast, clock: FixedClock) -> None:
    client, seat = sari_in(app, cast)
    for form in forms(app, seat):
        if not form["s"].startswith(CODE):
            clock.forward(seconds=20)
            client.post(f"/b/{seat}/{STEM}/", data=form, headers=SAME_SITE)
    maya = staffed(app, cast.maya)
    assert f"/{STEM}" in words(maya, f"/tutor/orang/{cast.sari.id}/kertas")
    lesson_page = words(maya, f"/tutor/orang/{cast.sari.id}/{STEM}")
    path = f"/tutor/orang/{cast.sari.id}/{STEM}/nilai/{CODE}"
    assert f'href="{path}"' in lesson_page
    ticked = tick_form(maya, path, "0", "1")
    assert maya.post(path, data=ticked, headers=SAME_SITE).status_code == 303
    assert "Hampir bisa:" in words(client, f"/b/{seat}/{STEM}/selesai")


def test_paper_that_is_ticked_over_midnight_stays_of_its_day(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    path = f"/tutor/orang/{cast.sari.id}/{STEM}/nilai/{CODE}"
    day = site_of(app).today()
    ticked = tick_form(staffed(app, cast.maya), path, "0", "1")
    clock.forward(days=1)
    assert staffed(app, cast.maya).post(path, data=ticked, headers=SAME_SITE).status_code == 303
    assert [(one.day, one.outcome) for one in attempts(app, cast)] == [(day, "right")]


def test_another_tutor_may_not_and_no_day_or_question_is_made_up(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    sit(app, cast, clock)
    path = f"/tutor/orang/{cast.sari.id}/{STEM}/nilai/{CODE}"
    anton, maya = staffed(app, cast.anton), staffed(app, cast.maya)
    assert anton.get(path).status_code == 404
    assert anton.post(path, data={"k": "0"}, headers=SAME_SITE).status_code == 404
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert maya.post(path, data={"k": "0"}, headers=elsewhere).status_code in (400, 403)
    long_ago = (site_of(app).today() - timedelta(days=2)).isoformat()
    tomorrow = (site_of(app).today() + timedelta(days=1)).isoformat()
    for day, status in ((long_ago, 404), (tomorrow, 404), ("2999-01-01", 404), ("kemarin", 400)):
        assert maya.get(f"{path}?hari={day}").status_code == status
    assert maya.get(path.replace(CODE, "baca-03-z002")).status_code == 404
    assert not [one for one in attempts(app, cast) if one.judged_by]


def test_a_test_may_hold_one_and_its_end_says_what_waits(
    settings: Settings, clock: FixedClock, tmp_path: Path
) -> None:
    text = lesson(TEST_FRONT, questions=TASK)
    with serving(settings, clock, tmp_path / "uji", text) as app:
        cast = prepare(app, clock())
        client, seat = sit(app, cast, clock)
        end = words(client, f"/b/{seat}/{STEM}/selesai")
        assert re.search("Benar [0-9] dari 9[.]", end)      # options lie as they were shuffled
        assert "1 soal lagi menunggu dilihat tutor." in end
        assert client.get(f"/b/{seat}/{STEM}/").headers["Location"].endswith("selesai")
