"""Home and subjects are paths: what she can do, where she stands, what comes next; no points."""

import io
import re

import numpy as np
import soundfile
from flask import Flask
from flask.testing import FlaskClient

from elearn.narration import chime, encoding
from elearn.narration.values import RATE
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast
from tests.web.practised import took
from tests.web.test_answers import signed_in

FIRST, SECOND, THIRD = "baca-01-vokal-a-i-u", "baca-02-vokal-o-e", "baca-03-m-b"


def can_do(app: Flask, cast: Cast, *stems: str) -> None:
    for ago in (9, 7):
        took(app, cast.sari, stems, ago)


def way(client: FlaskClient) -> str:
    found = re.search(r'<a class="tile way".*?</div>', client.get("/").text, re.DOTALL)
    assert found is not None
    return found[0]


def stones(html: str) -> list[str]:
    return [one.split()[-1] if one.split()[1:] else "" for one in
            re.findall(r'class="stone ([^"]*)"', html)]


def test_a_new_learner_sees_where_her_path_begins(app: Flask, cast: Cast) -> None:
    client, _seat = signed_in(app, cast, cast.sari)
    client.post("/namaku", headers=SAME_SITE)        # her own name comes first
    shown = way(client)
    assert "Jalan mulai di sini." in shown
    assert stones(shown) == ["next", ""]
    assert "0" not in re.sub(r"<[^>]+>", "", shown)


def test_home_says_what_she_can_do_in_words_pictures_and_sound(app: Flask, cast: Cast) -> None:
    can_do(app, cast, FIRST, SECOND)
    client, _seat = signed_in(app, cast, cast.sari)
    shown = way(client)
    assert "Sudah bisa membaca: a, i, u, " in shown
    assert stones(shown) == ["done", "done", "next", ""]
    sound = re.search(r'class="dengar" href="[^"]*/([0-9a-z]+)\.mp3', shown)
    assert sound is not None
    script = app.extensions[KEY].voice.script(sound[1])
    assert script is not None
    assert script.sentences[0].startswith("Sudah bisa membaca")


def test_nothing_on_home_is_counted_out_of_anything(app: Flask, cast: Cast) -> None:
    can_do(app, cast, FIRST)
    client, _seat = signed_in(app, cast, cast.sari)
    words = re.sub(r"<[^>]+>", " ", client.get("/").text.partition("<main")[2])
    assert "✓ 1" in words
    assert not re.search(r"%|poin|\d+/\d+", words)


def test_a_subject_opens_where_she_stands_and_tells_each_stone(app: Flask, cast: Cast) -> None:
    client, _seat = signed_in(app, cast, cast.sari)
    assert stones(client.get("/ranah/literasi").text)[:2] == ["next", ""]
    can_do(app, cast, FIRST, SECOND)
    assert stones(client.get("/ranah/literasi").text)[:3] == ["done", "done", "next"]
    lessons = re.findall(r'<a class="tile" href="/b/[^/]+/([^/"]+)/"',
                         client.get("/ranah/literasi?hal=1").text)
    can_do(app, cast, *lessons)
    assert lessons[0] not in client.get("/ranah/literasi").text       # the second page is hers now


def test_every_stone_can_be_opened_whatever_she_can_do(app: Flask, cast: Cast) -> None:
    client, _seat = signed_in(app, cast, cast.sari)
    page = client.get("/ranah/literasi").text
    assert page.count('<span class="stone') == page.count('<a class="tile" href="/b/') == 6


def test_the_end_of_what_she_can_do_is_celebrated_quietly(app: Flask, cast: Cast) -> None:
    can_do(app, cast, FIRST)
    client, seat = signed_in(app, cast, cast.sari)
    page = client.get(f"/b/{seat}/{FIRST}/selesai").text
    assert 'class="weave drawn"' in page
    assert "Sudah lancar. Hasil ini tersimpan." in page
    brief = client.get(f"/suara/saya/{FIRST}.mp3?singkat").data
    assert len(brief) <= 12_000
    assert chimes(brief)
    assert not chimes(client.get(f"/suara/saya/{FIRST}.mp3").data)
    client.post("/tampilan", data={"apa": "tenang", "jadi": "ya"}, headers=SAME_SITE)
    quiet = client.get(f"/b/{seat}/{FIRST}/selesai").text
    assert re.search(r'<html[^>]* class="tenang"', quiet)   # on entry nothing sounds (test_looks)


def test_what_she_cannot_do_yet_is_told_without_a_celebration(app: Flask, cast: Cast) -> None:
    took(app, cast.sari, (THIRD,), 1, right=False)
    client, seat = signed_in(app, cast, cast.sari)
    page = client.get(f"/b/{seat}/{THIRD}/selesai").text
    assert "Sedang dipelajari:" in page
    assert "drawn" not in page
    assert "✗" not in page
    assert not chimes(client.get(f"/suara/saya/{THIRD}.mp3?singkat").data)


def chimes(mp3: bytes) -> bool:
    """Whether a sound begins with our two notes, as far as MP3 keeps them."""
    heard, rate = soundfile.read(io.BytesIO(mp3))
    assert rate == RATE
    told = chime.tone() / 32767
    begins = heard[round(encoding.DELAY * RATE) :][: len(told)]
    return bool(np.corrcoef(begins, told)[0, 1] > 0.9)
