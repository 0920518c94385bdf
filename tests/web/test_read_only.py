"""D6, D3: a disk that can only be read, or is full. Lessons open; what cannot be kept is told."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.settings import Settings
from elearn.store import CannotStoreError
from elearn.web import create_app
from tests import read_only
from tests.cast import SAME_SITE, Cast, enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.web.test_answers import SCRIPT, STEM, form_for, log, seat_of, site_of

TOLD = "Belum bisa menyimpan di sini. Panggil tutor."


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with read_only.disk(tmp_path / "kartu", "24m") as place:
        yield place


@pytest.fixture
def small(disk: Path, settings: Settings) -> Settings:
    return replace(settings, data=disk)


def site_on(small: Settings, clock: FixedClock) -> Flask:
    made = create_app(small, clock)
    made.testing = True
    return made


@pytest.fixture
def people(small: Settings, clock: FixedClock) -> Iterator[tuple[Cast, FlaskClient]]:
    """A class, and Sari's browser in which she is signed in; nothing runs any more."""
    app = site_on(small, clock)
    site_of(app).store.migrate()
    cast = prepare(app, clock())
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    yield cast, client
    site_of(app).store.close()


def moved_to(app: Flask, client: FlaskClient) -> FlaskClient:
    """Return the same browser before another server."""
    other = app.test_client()
    for name in ("perangkat", "sesi"):
        cookie = client.get_cookie(name)
        assert cookie
        other.set_cookie(name, cookie.value)
    return other


def test_d6_on_a_disk_that_can_only_be_read_lessons_open_and_writing_says_so(
    small: Settings, people: tuple[Cast, FlaskClient], clock: FixedClock
) -> None:
    cast, client = people
    seat = seat_of(client)
    site_of(client.application).store.close()
    read_only.close(small.data)
    app = site_on(small, clock)
    browser = moved_to(app, client)
    clock.forward(minutes=5)                                   # her session would be touched
    page = browser.get(f"/b/{seat}/{STEM}/")
    assert page.status_code == 200
    assert "Satu benda, satu hitungan" in page.text
    plain = browser.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat), headers=SAME_SITE)
    assert plain.status_code == 507
    assert TOLD in plain.text
    scripted = browser.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat), headers=SCRIPT)
    assert scripted.status_code == 507                         # the outbox keeps it and asks again
    assert sign_in(enrolled(app, cast.device), cast.rudi) == 507
    site_of(app).store.close()
    read_only.open_again(small.data)
    app = site_on(small, clock)
    again = moved_to(app, client).post(
        f"/b/{seat}/{STEM}/", data=form_for(app, seat), headers=SCRIPT
    )
    assert again.status_code == 200
    assert len(log(app, cast.sari)) == 1
    site_of(app).store.close()


def test_d3_on_a_full_disk_nothing_is_acknowledged_and_all_works_again_with_room(
    small: Settings, people: tuple[Cast, FlaskClient], clock: FixedClock
) -> None:
    cast, client = people
    app = client.application
    seat = seat_of(client)
    filler = small.data / "penuh"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            pass
    stored, told = 0, 0
    for at in range(10):
        reply = client.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat, at), headers=SCRIPT)
        stored += reply.status_code == 200
        told += reply.status_code == 507
    assert stored + told == 10
    assert told > 0
    assert client.get(f"/b/{seat}/{STEM}/").status_code == 200
    assert len(log(app, cast.sari)) == stored
    filler.unlink()
    for at in range(10):
        reply = client.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat, at), headers=SCRIPT)
        assert reply.status_code == 200
    assert len(log(app, cast.sari)) >= 10


def test_d6_writing_is_refused_by_name(
    small: Settings, people: tuple[Cast, FlaskClient], clock: FixedClock
) -> None:
    site_of(people[1].application).store.close()
    read_only.close(small.data)
    store = site_of(site_on(small, clock)).store
    with pytest.raises(CannotStoreError), store.writing():
        pass
    with store.reading() as session:
        names = session.connection().exec_driver_sql("SELECT name FROM person").scalars().all()
    assert "Sari" in names
    store.close()
