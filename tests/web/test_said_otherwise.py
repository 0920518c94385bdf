"""What ucapan.md and a lesson's head tell is heard wherever the words stand, a name's too."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from elearn.narration import Narrator
from elearn.narration.repertoire import register
from elearn.narration.script import utterance
from elearn.settings import Settings
from elearn.web.site import KEY, Site
from tests.cast import prepare
from tests.conftest import FixedClock
from tests.narration.listening import heard, seconds
from tests.web.sample import FRONT, lesson, serving
from tests.web.test_local_voice import sari

pytestmark = pytest.mark.audio

TITLE = "Contoh semua soal"
HEAD = f"{FRONT}ucapan: Contoh = misalan\n"


@pytest.fixture
def app(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[Flask]:
    with serving(settings, clock, tmp_path / "pelajaran-saja", lesson(HEAD)) as made:
        yield made


@pytest.fixture
def site(app: Flask) -> Site:
    found: Site = app.extensions[KEY]
    return found


def test_home_says_a_title_as_its_lesson_tells_and_as_it_was_made_ahead(
    app: Flask, site: Site, clock: FixedClock, tmp_path: Path
) -> None:
    home = sari(app, prepare(app, clock())).get("/").text
    clips = re.findall(r'href="/suara/([a-z2-7]{10})\.mp3"', home)
    (said,) = (one for one in map(site.narrator.scripts.get, clips)
               if one and one.sentences[0] == f"Lanjut: {TITLE}")
    assert utterance(said.sentences[0], "id").text == "Lanjut: misalan semua soal"
    ahead = Narrator(tmp_path / "audio", site.narrator.engine)
    register(site.shelf.current, ahead, site.facts())
    assert said in ahead.scripts.values()


def test_a_name_is_said_as_the_hub_tells_it(site: Site) -> None:
    before = seconds(heard(site.voice.private(["Sari"], "id")))
    (site.settings.lessons / "ucapan.md").write_text("- Sari = Sari sari sari sari\n", "utf-8")
    site.shelf.refresh()
    assert seconds(heard(site.voice.private(["Sari"], "id"))) > 2 * before
