"""A tutor lends her voice to a sentence of a lesson, and learners hear her from then on."""

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from elearn.content import curriculum
from elearn.narration import keeping
from elearn.narration.keeping import About, name_in
from elearn.operating import archive, backup
from elearn.settings import Settings
from elearn.store import tables
from elearn.web import bodies
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, prepare, staffed
from tests.conftest import FixedClock
from tests.narration.recorded import awake, take
from tests.web.sample import FRONT, STEM, lesson, serving
from tests.web.test_staff_pages import check_whole

__all__ = ["awake"]

pytestmark = pytest.mark.audio

SENTENCE = "Ini ibu."
PAGE = f"/rekaman/pelajaran/{STEM}/id"
JSON = {**SAME_SITE, "Accept": "application/json"}


@pytest.fixture
def app(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[Flask]:
    with serving(settings, clock, tmp_path / "pelajaran-saja", lesson()) as made:
        yield made


@pytest.fixture
def cast(app: Flask, clock: FixedClock) -> Cast:
    return prepare(app, clock())


def give(
    client: FlaskClient, data: bytes, sentence: str = SENTENCE, name: str = "Rekaman 1.wav",
    headers: dict[str, str] = SAME_SITE,
) -> TestResponse:
    """Send a take as the form does, in one piece; the field of the microphone is empty."""
    head = 'Content-Disposition: form-data; name="{}"{}\r\n\r\n'
    fields = {"kalimat": sentence, "kembali": PAGE, "pelajaran": STEM}
    body = b"".join(
        b"--batas\r\n" + head.format(key, "").encode() + value.encode() + b"\r\n"
        for key, value in fields.items()
    )
    for file, content in (("", b""), (name, data)):
        body += b"--batas\r\n" + head.format("berkas", f'; filename="{file}"').encode()
        body += content + b"\r\n"
    return client.post("/rekaman/id", headers=headers, data=body + b"--batas--\r\n",
                       content_type="multipart/form-data; boundary=batas")


def recordings(app: Flask) -> Path:
    folder: Path = app.extensions[KEY].settings.data / "rekaman"
    return folder


def first_sentence(client: FlaskClient) -> str:
    found = re.search(r'name="kalimat" value="([^"]+)"', client.get(PAGE).text)
    assert found
    return found[1]


def test_a_take_overrides_the_machine_at_once_and_goes_again(app: Flask, cast: Cast) -> None:
    maya, site = staffed(app, cast.maya), app.extensions[KEY]
    sentence = first_sentence(maya)
    name = name_in(sentence, "id")
    assert "suara mesin (espeak)" in maya.get(PAGE).text
    assert "Suara orang: 0 dari" in maya.get(PAGE).text
    machine = site.narrator.say((sentence,), "id")
    kept = give(maya, take(sentence), sentence)
    assert (kept.status_code, kept.headers["Location"]) == (303, f"{PAGE}#k{name}")
    page = maya.get(PAGE).text
    assert "Suara orang: 1 dari" in page
    assert site.narrator.voice(sentence, "id") == "orang"
    heard = site.narrator.say((sentence,), "id")
    assert heard != machine
    assert heard in page
    assert maya.get(heard).mimetype == "audio/mpeg"
    gone = maya.post(f"/rekaman/id/{name}/hapus", data={"kembali": PAGE}, headers=SAME_SITE)
    assert gone.headers["Location"] == f"{PAGE}#k{name}"
    assert site.narrator.say((sentence,), "id") == machine
    assert "Suara orang: 0 dari" in maya.get(PAGE).text


def test_the_log_tells_who_and_the_files_do_not(app: Flask, cast: Cast) -> None:
    give(staffed(app, cast.maya), take(SENTENCE))
    name = name_in(SENTENCE, "id")
    with app.extensions[KEY].store.reading() as session:
        deeds = session.scalars(
            select(tables.StaffDeed.did).where(tables.StaffDeed.staff_id == cast.maya.id)).all()
    assert f"recorded id/{name}" in deeds
    written = (recordings(app) / "id" / f"{name}.json").read_text("utf-8")
    assert SENTENCE in written
    assert "maya" not in written.lower()


def test_a_script_is_told_where_the_new_sound_is(app: Flask, cast: Cast) -> None:
    told = give(staffed(app, cast.dewi), take(SENTENCE), headers=JSON).get_json()
    assert (told["name"], told["who"]) == (name_in(SENTENCE, "id"), "orang")
    assert told["sound"] == app.extensions[KEY].narrator.say((SENTENCE,), "id")
    assert 0.4 < told["seconds"] < 2


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "Rekam dulu, atau pilih rekamannya."),
        (b"<!doctype html><p>Masuk Wi-Fi</p>", "bukan rekaman suara"),
        (b"#!AMR\n" + b"\0" * 400, "berbentuk AMR"),
        (b"RIFF\xff\xff\xff\xffWAVEfmt " + b"\xff" * 400, "rusak atau terpotong"),
    ],
    ids=["nothing", "a page", "a phone's own", "lies"],
)
def test_who_sends_something_else_reads_what_to_do(
    app: Flask, cast: Cast, data: bytes, why: str
) -> None:
    maya = staffed(app, cast.maya)
    page = give(maya, data, name="rekaman.mp3")
    assert page.status_code == 422
    assert why in page.text
    assert PAGE in page.text
    told = give(maya, data, headers=JSON)
    assert (told.status_code, why in told.get_json()["why"]) == (422, True)
    assert not recordings(app).exists()


def test_sixty_megabytes_are_not_read(app: Flask, cast: Cast) -> None:
    maya = staffed(app, cast.maya)
    assert give(maya, b"\0" * 60_000_000).status_code == 413
    assert give(maya, take(SENTENCE) + b"\0" * (bodies.LARGE - bodies.LIMIT)).status_code == 422
    assert not recordings(app).exists()


def test_half_an_upload_is_none(app: Flask, cast: Cast) -> None:
    field = b'--batas\r\nContent-Disposition: form-data; name='
    body = (field + b'"kalimat"\r\n\r\nIni ibu.\r\n' + field +
            b'"berkas"; filename="a.wav"\r\n\r\n')
    cut = staffed(app, cast.maya).post(
        "/rekaman/id", headers=JSON, data=body + take(SENTENCE)[:9000],
        content_type="multipart/form-data; boundary=batas",
        environ_overrides={"CONTENT_LENGTH": "60000"})
    assert cut.status_code == 400
    assert cut.get_json()["error"]
    assert not recordings(app).exists()


def test_a_full_disk_is_told_and_the_old_take_stays(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    maya = staffed(app, cast.maya)
    give(maya, take(SENTENCE))
    (found,) = keeping.all_kept(recordings(app))
    was = found.path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    told = give(maya, take("ini ibu"), headers=JSON)
    assert told.status_code == 507
    assert "penuh atau terkunci" in told.get_json()["why"]
    assert found.path.read_bytes() == was


@pytest.mark.parametrize("sentence", ["", "…", "kata " * 101])
def test_what_nobody_can_say_is_not_recorded(app: Flask, cast: Cast, sentence: str) -> None:
    assert give(staffed(app, cast.maya), take(SENTENCE), sentence).status_code == 400


def test_a_language_that_nobody_speaks_here_is_no_page(app: Flask, cast: Cast) -> None:
    maya = staffed(app, cast.maya)
    assert maya.post("/rekaman/xx", headers=SAME_SITE, data={"kalimat": "a"}).status_code == 404
    assert maya.get(f"/rekaman/pelajaran/{STEM}/xx").status_code == 404
    assert maya.get("/rekaman/pelajaran/tidak-ada/id").status_code == 404


def test_what_no_lesson_says_any_more_is_listed_heard_and_removed(app: Flask, cast: Cast) -> None:
    dewi = staffed(app, cast.dewi)
    sentence = first_sentence(dewi)
    give(dewi, take(sentence), sentence)
    give(dewi, take("kalimat lama sekali"), "Kalimat lama sekali.")
    lessons = curriculum.count(app.extensions[KEY].shelf.current.lessons, None)
    button = keeping.keep(recordings(app), "id", b"", About(curriculum.told(lessons, "id")))
    for path in (PAGE, "/rekaman/"):
        page = dewi.get(path).text
        check_whole(path, page)
        assert "Kalimat lama sekali." in page
        name = name_in("Kalimat lama sekali.", "id")
        assert f'href="/rekaman/id/{name}"' in page
    for used in (name_in(sentence, "id"), button):
        assert f"/rekaman/id/{used}/hapus" not in dewi.get("/rekaman/").text
    assert dewi.get(f"/rekaman/id/{name}").mimetype == "audio/flac"
    dewi.post(f"/rekaman/id/{name}/hapus", data={"kembali": "/rekaman/"}, headers=SAME_SITE)
    assert "Kalimat lama sekali." not in dewi.get("/rekaman/").text
    assert dewi.get(f"/rekaman/id/{name}").status_code == 404


def test_a_way_back_never_leads_to_another_site(app: Flask, cast: Cast) -> None:
    maya = staffed(app, cast.maya)
    name = keeping.keep(recordings(app), "id", take(SENTENCE), About(SENTENCE))
    gone = maya.post(f"/rekaman/id/{name}/hapus", headers=SAME_SITE,
                     data={"kembali": "https://evil.example/"})
    assert gone.headers["Location"] == f"/#k{name}"


def test_backups_hold_the_recording_and_what_is_told_of_it(
    app: Flask, cast: Cast, tmp_path: Path
) -> None:
    give(staffed(app, cast.maya), take(SENTENCE))
    site, name = app.extensions[KEY], name_in(SENTENCE, "id")
    backup.back_up(site.settings.database, site.settings.data, tmp_path / "c.zip", site.now())
    with archive.opened(tmp_path / "c.zip") as (_about, folder):
        for ending in ("flac", "json"):
            kept = (folder / "rekaman" / "id" / f"{name}.{ending}").read_bytes()
            assert kept == (recordings(app) / "id" / f"{name}.{ending}").read_bytes()


def test_a_take_stays_with_its_sentence_where_a_word_is_said_otherwise(
    app: Flask, cast: Cast, tmp_path: Path
) -> None:
    maya, shelf = staffed(app, cast.maya), app.extensions[KEY].shelf
    sentence = first_sentence(maya)
    word = sentence.split()[0].strip(".,")
    (tmp_path / "pelajaran-saja" / "ucapan.md").write_text(f"- {word} = bukan begitu\n")
    assert shelf.refresh()
    assert "bukan begitu" in maya.get(PAGE).text
    assert give(maya, take(sentence), sentence).status_code == 303
    assert "Suara orang: 1 dari" in maya.get(PAGE).text
    assert "Yang kalimatnya sudah tidak ada: 0." in maya.get("/rekaman/").text


def test_a_draft_says_its_words_as_its_own_head_tells(app: Flask, cast: Cast) -> None:
    dewi = staffed(app, cast.dewi)
    text = lesson(f"{FRONT}ucapan: ibu = mamanya\n", "Ini ibu.\n").replace("baca-03-", "baca-90-")
    kept = dewi.post("/penulis/baru", data={"teks": text, "nama": "baca-90-baru.md"},
                     headers=SAME_SITE)
    draft = kept.headers["Location"].partition("?")[0].rpartition("/")[2]
    page = dewi.get(f"/rekaman/naskah/{draft}").text
    assert "dibaca: Ini mamanya." in page
    answer = dewi.post("/rekaman/id", headers=SAME_SITE, data={
        "kalimat": "Ini ibu.", "naskah": draft, "kembali": "/",
        "berkas": (io.BytesIO(take("ini mamanya")), "a.wav")})
    assert f'id="{answer.headers["Location"].partition("#")[2]}"' in page
