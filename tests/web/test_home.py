"""Home tells how many lessons of the map there are, in small print and with a voice."""

import re

from flask import Flask

from elearn.content.curriculum import count, told
from elearn.web.site import KEY
from tests.cast import Cast
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


def test_its_voice_is_known_after_a_restart(app: Flask, cast: Cast) -> None:
    from elearn.web import create_app

    client, _seat = signed_in(app, cast, cast.sari)
    address = re.findall(r'class="small">[^<]+<a class="dengar" href="([^"]+)"',
                         client.get("/ranah/numerasi?hal=99").text)[0]
    site = app.extensions[KEY]
    assert create_app(site.settings, site.now).test_client().get(address).status_code == 200
