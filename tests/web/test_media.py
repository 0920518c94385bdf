"""Sounds and drawings, whole and in parts."""

import gzip
import os
import re
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile
from flask import Flask, Response
from flask.testing import FlaskClient

from elearn.narration.epoch import OFTEN
from elearn.narration.recordings import name_of
from elearn.web.media import AT_ONCE, DRAWINGS, HEX, media, send_file_ranged
from elearn.web.site import KEY
from tests.cast import Cast
from tests.web.test_answers import STEM, signed_in
from tests.web.tiny import tiny

SOUND = bytes(range(256)) * 40
RIGHT = re.compile(r'data-right-sound="(/suara/[a-z2-7]{10}\.mp3)"')


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "clip.mp3"
    path.write_bytes(SOUND)
    return path


@pytest.fixture
def client(clip: Path) -> FlaskClient:
    app = tiny()
    app.register_blueprint(media)

    @app.get("/klip")
    def serve() -> Response:
        return send_file_ranged(clip, "audio/mpeg")

    return app.test_client()


def test_a_sound_comes_whole_and_is_kept(client: FlaskClient) -> None:
    reply = client.get("/klip")
    assert (reply.status_code, reply.data, reply.mimetype) == (200, SOUND, "audio/mpeg")
    assert reply.headers["Accept-Ranges"] == "bytes"
    assert "immutable" in reply.headers["Cache-Control"]
    assert reply.content_length == len(SOUND)


@pytest.mark.parametrize(("asked", "start", "stop"), [
    ("bytes=0-1", 0, 2), ("bytes=100-199", 100, 200), ("bytes=10000-", 10000, 10240),
    ("bytes=-40", 10200, 10240), ("bytes=0-999999", 0, 10240), ("bytes=-999999", 0, 10240),
    ("bytes=10239-10239", 10239, 10240),
])
def test_a_part_is_that_part(client: FlaskClient, asked: str, start: int, stop: int) -> None:
    reply = client.get("/klip", headers={"Range": asked})
    assert reply.status_code == 206
    assert reply.data == SOUND[start:stop]
    assert reply.headers["Content-Range"] == f"bytes {start}-{stop - 1}/10240"
    assert reply.content_length == stop - start


@pytest.mark.parametrize("asked", ["bytes=10240-", "bytes=99999-100000"])
def test_a_part_beyond_the_end_is_refused(client: FlaskClient, asked: str) -> None:
    reply = client.get("/klip", headers={"Range": asked})
    assert reply.status_code == 416
    assert reply.headers["Content-Range"] == "bytes */10240"


@pytest.mark.parametrize("asked", [
    "bytes=0-1,5-6", "bytes=b-a", "bytes=5-2", "lines=1-2", "x", "bytes=",
])
def test_what_is_not_one_range_gets_the_whole(client: FlaskClient, asked: str) -> None:
    reply = client.get("/klip", headers={"Range": asked})
    assert (reply.status_code, reply.data) == (200, SOUND)


def test_a_part_of_another_version_is_not_given(client: FlaskClient, clip: Path) -> None:
    first = client.get("/klip").headers
    for known in (first["ETag"], first["Last-Modified"]):
        part = client.get("/klip", headers={"Range": "bytes=5-9", "If-Range": known})
        assert (part.status_code, part.data) == (206, SOUND[5:10])
    clip.write_bytes(b"baru" * 100)
    os.utime(clip, (1_700_000_000, 1_700_000_000))
    for known in (first["ETag"], first["Last-Modified"], f"W/{first['ETag']}", "x"):
        part = client.get("/klip", headers={"Range": "bytes=5-9", "If-Range": known})
        assert (part.status_code, part.data) == (200, b"baru" * 100)


def test_a_browser_that_has_the_sound_is_told_so(client: FlaskClient) -> None:
    first = client.get("/klip").headers
    tagged = client.get("/klip", headers={"If-None-Match": first["ETag"]})
    dated = client.get("/klip", headers={"If-Modified-Since": first["Last-Modified"]})
    assert (tagged.status_code, tagged.data) == (304, b"")
    assert dated.status_code == 304


def test_a_look_at_the_head_brings_no_sound(client: FlaskClient) -> None:
    reply = client.head("/klip", headers={"Range": "bytes=0-1"})
    assert (reply.status_code, reply.data, reply.content_length) == (200, b"", len(SOUND))


def test_a_long_recording_comes_in_pieces(client: FlaskClient, clip: Path) -> None:
    clip.write_bytes(b"x" * (AT_ONCE + 3))
    reply = client.get("/klip")
    assert len(reply.data) == reply.content_length == AT_ONCE + 3


def test_a_sound_that_is_gone_is_not_found(client: FlaskClient, clip: Path) -> None:
    clip.unlink()
    assert client.get("/klip").status_code == 404


def test_a_drawing_comes_compressed_where_the_browser_can(client: FlaskClient) -> None:
    plain = client.get("/gambar/1F41F.svg")
    packed = client.get("/gambar/1F41F.svg", headers={"Accept-Encoding": "gzip"})
    assert plain.data == (DRAWINGS / "1F41F.svg").read_bytes()
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["Content-Encoding"] == "gzip"
    assert plain.mimetype == packed.mimetype == "image/svg+xml"
    assert plain.headers["ETag"] != packed.headers["ETag"]
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("name", [
    "1f41f", "FFFFFF", "..", "%2e%2e%2fLICENSE", "1F41F%00", "1F41F-", "x" * 300,
])
def test_no_other_file_is_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/gambar/{name}.svg").status_code == 404


def test_every_drawing_has_a_name_that_is_served() -> None:
    names = [path.stem for path in DRAWINGS.glob("*.svg")]
    assert len(names) > 4000
    assert all(HEX.fullmatch(name) for name in names)


@pytest.mark.audio
def test_a_lesson_names_the_sound_of_a_person_as_soon_as_it_is_there(
    app: Flask, cast: Cast
) -> None:
    client, seat = signed_in(app, cast, cast.sari)
    page = f"/b/{seat}/{STEM}/"
    before = client.get(page)
    kept = {"If-None-Match": before.headers["ETag"]}
    assert client.get(page, headers=kept).status_code == 304
    folder = app.extensions[KEY].settings.data / "rekaman" / "id"
    folder.mkdir(parents=True)
    soundfile.write(folder / f"{name_of('Benar!')}.wav", 0.3 * np.sin(np.arange(9000) / 9), 22050)
    time.sleep(OFTEN)
    after = client.get(page, headers=kept)
    assert after.status_code == 200
    was, now = (RIGHT.search(html) for html in (before.text, after.text))
    assert was
    assert now
    assert was[1] != now[1]
    assert "immutable" in client.get(now[1]).headers["Cache-Control"]
