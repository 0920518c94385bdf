"""Home tells how many lessons of the map there are, in small print and with a voice."""

import re
from uuid import uuid4

from flask import Flask
from sqlalchemy.orm import Session

from elearn.content.curriculum import count, told
from elearn.learning import answers, derived, known
from elearn.learning.answers import NewAnswer
from elearn.web.site import KEY
from tests.cast import Cast
from tests.conftest import FixedClock
from tests.web.test_answers import signed_in


def test_home_and_subjects_say_how_many_lessons_there_are(app: Flask, cast: Cast) -> None:
    client, _seat = signed_in(app, cast, cast.sari)
    stems = app.extensions[KEY].shelf.current.lessons
    last = "/ranah/literasi?hal=99"          # a subject says it below its last lesson
    for path, name in (("/", None), (last, "literasi"), ("/ranah/hak", "hak")):
        said = re.search(r'<p class="small">([^<]+) <a class="dengar" href="([^"]+)"',
                         client.get(path).text)
        assert said is not None, path
        assert said[1] == told(count(stems, name), "id")
        assert app.extensions[KEY].voice.clip(said[2].rpartition("/")[2].split(".")[0]) is not None


def test_a_list_and_the_end_of_a_lesson_say_how_much_sound_a_lesson_takes(
    app: Flask, cast: Cast
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    for path in ("/ranah/literasi", f"/b/{seat}/baca-03-m-b/selesai"):
        said = re.search(r'(Suara satu pelajaran[^<]+) <a class="dengar" href="([^"]+)"',
                         client.get(path).text)
        assert said is not None, path
        assert "mega. Paket satu giga cukup untuk" in said[1]
        assert client.get(said[2]).status_code == 200


def test_its_voice_is_known_after_a_restart(app: Flask, cast: Cast) -> None:
    from elearn.web import create_app

    client, _seat = signed_in(app, cast, cast.sari)
    address = re.findall(r'class="small">[^<]+<a class="dengar" href="([^"]+)"',
                         client.get("/ranah/numerasi?hal=99").text)[0]
    site = app.extensions[KEY]
    assert create_app(site.settings, site.now).test_client().get(address).status_code == 200


def test_home_writes_back_what_follows_from_many_answers(
    app: Flask, cast: Cast, clock: FixedClock
) -> None:
    client, _seat = signed_in(app, cast, cast.sari)
    site = app.extensions[KEY]
    with site.store.writing() as session:
        for number in range(known.MANY):
            clock.forward(seconds=20)
            answers.record(session, NewAnswer(
                id=uuid4(), person_id=cast.sari.id, device_id=uuid4(), lesson="baca-03-m-b",
                version="0" * 16, code=f"baca-03-n{number}", draw=0, try_number=1, raw="1",
                canonical="1", outcome="right", answered_at=clock(),
            ), clock(), site.settings.timezone)  # fmt: skip
        assert len(stale(session, cast)) == known.MANY + 1
    assert client.get("/").status_code == 200
    with site.store.reading() as session:
        assert stale(session, cast) == []


def stale(session: Session, cast: Cast) -> list[derived.Name]:
    rows = derived.all_rows(session, cast.sari.id)
    return [name for name, row in rows.items() if not row.state]
