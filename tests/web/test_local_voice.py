"""Buttons in a language that only people speak here, and lessons written in it.

What stands for Ngaju is made up, on purpose.
"""

import json
import re
import shutil
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.content.catalogue import load
from elearn.narration import Narrator
from elearn.narration.narrator import id_of
from elearn.narration.repertoire import register
from elearn.web.site import KEY, Site
from tests.cast import SAME_SITE, Cast, enrolled, sign_in, staffed
from tests.content.written import STEM, written
from tests.narration.test_local import record
from tests.web.test_answers import seat_of

HOME = "Ke rumah"
"""A message that is said on her pages."""


def sari(app: Flask, cast: Cast) -> FlaskClient:
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    return client


@pytest.fixture
def site(app: Flask) -> Site:
    found: Site = app.extensions[KEY]
    return found


@pytest.fixture
def spoken(site: Site) -> Path:
    """Somebody has recorded one message in Ngaju."""
    return record(site.settings.data, "Huruf besar: semua tulisan jadi lebih besar.")


def choose(client: FlaskClient, code: str) -> int:
    form = {"apa": "suara", "jadi": code}
    return client.post("/tampilan", data=form, headers=SAME_SITE).status_code


def engines(site: Site, page: str) -> list[list[str]]:
    """Return who says what stands on a page: of each sound its sentences' voices."""
    told = []
    for clip_id in re.findall(r'href="/suara/([a-z2-7]{10})\.mp3"', page):
        clip = site.voice.clip(clip_id)
        assert clip is not None
        told.append([cue["engine"] for cue in json.loads(clip.timings.read_bytes())["sentences"]])
    return told


def test_it_is_offered_only_where_somebody_has_recorded_something(
    app: Flask, cast: Cast, site: Site
) -> None:
    client = sari(app, cast)
    assert "Suara tombol" not in client.get("/tampilan").text
    assert choose(client, "nij") == 400
    record(site.settings.data, HOME)
    page = client.get("/tampilan").text
    assert "Suara tombol" in page
    assert "Ngaju" in page
    assert "Banjar" not in page
    assert choose(client, "bjn") == 400
    assert choose(client, "xx") == 400


@pytest.mark.audio
def test_what_is_recorded_is_heard_in_it_and_the_rest_as_usual(
    app: Flask, cast: Cast, site: Site, spoken: Path
) -> None:
    client = sari(app, cast)
    before = engines(site, client.get("/tampilan").text)
    assert before
    assert not any("orang" in voices for voices in before)
    assert choose(client, "nij") == 303
    page = client.get("/tampilan").text
    after = engines(site, page)
    assert after.count(["orang"]) == 1
    assert sum("espeak" in voices for voices in after) == len(after) - 1
    spoken.unlink()
    assert engines(site, client.get("/tampilan").text).count(["orang"]) == 0
    assert "Ngaju" in client.get("/tampilan").text              # hers until she changes it
    assert choose(client, "") == 303
    assert "Ngaju" not in client.get("/tampilan").text


def test_in_english_too_it_goes_by_the_indonesian_message(
    app: Flask, cast: Cast, site: Site, spoken: Path
) -> None:
    said = "Large letters: all text becomes larger."
    english = site.voice.say(said, "en", local="nij")
    usual = site.voice.say(said, "en")
    indonesian = site.voice.say("Huruf besar: semua tulisan jadi lebih besar.", "id", local="nij")
    assert english == indonesian != usual


def test_a_lessons_page_is_kept_for_each_voice(app: Flask, cast: Cast, site: Site) -> None:
    record(site.settings.data, "Benar!")
    client = sari(app, cast)
    at = f"/b/{seat_of(client)}/baca-01-vokal-a-i-u/"
    usual = client.get(at).text
    assert choose(client, "nij") == 303
    other = client.get(at).text
    right = [re.search(r'data-right-sound="([^"]+)"', page) for page in (usual, other)]
    assert right[0]
    assert right[1]
    assert right[0][1] != right[1][1]
    assert choose(client, "") == 303
    assert client.get(at).text == usual


def test_a_tutor_chooses_it_for_her(app: Flask, cast: Cast, spoken: Path) -> None:
    maya = staffed(app, cast.maya)
    at = f"/tutor/orang/{cast.sari.id}"
    assert 'name="suara" value="nij"' in maya.get(at).text
    chosen = {"bahasa": "id", "suara": "nij"}
    assert maya.post(f"{at}/tampilan", data=chosen, headers=SAME_SITE).status_code == 303
    assert 'value="nij" checked' in maya.get(at).text
    wrong = {"bahasa": "id", "suara": "xx"}
    assert maya.post(f"{at}/tampilan", data=wrong, headers=SAME_SITE).status_code == 400



def test_a_lesson_may_be_written_in_it_and_says_that_it_has_no_sound(
    app: Flask, cast: Cast, site: Site, tmp_path: Path
) -> None:
    stem = "baca-01-vokal-a-i-u"
    original = site.shelf.current.lesson(stem)
    assert original is not None
    own = site.settings.data / "pelajaran" / "literasi"
    own.mkdir(parents=True, exist_ok=True)
    head, _, body = original.source.partition("\n---\n")
    head = "\n".join(line for line in head.split("\n") if not line.startswith("bahasa:"))
    (own / f"{stem}.nij.md").write_text(f"{head}\nbahasa: nij\n---\n{body}", encoding="utf-8")
    site.shelf.refresh()
    try:
        assert "nij" in site.shelf.current.lessons[stem]
        record(site.settings.data, HOME)
        client = sari(app, cast)
        at = f"/b/{seat_of(client)}/{stem}/"
        assert 'lang="nij"' not in client.get(at).text
        assert choose(client, "nij") == 303
        page = client.get(at).text
        assert 'lang="nij"' in page
        assert "belum ada suara" in page
        assert 'href=""' not in page
    finally:
        shutil.rmtree(own)
        site.shelf.refresh()


def test_its_recordings_are_made_ahead_and_no_orphans(tmp_path: Path, site: Site) -> None:
    file = record(tmp_path, HOME)
    lost = record(tmp_path, "Zuzu.")
    made = Narrator(tmp_path / "audio", site.narrator.engine, recorded=tmp_path / "rekaman")
    folder = tmp_path / "lessons" / "literasi"
    folder.mkdir(parents=True)
    (folder / f"{STEM}.md").write_text(written(), encoding="utf-8")
    lessons = load(tmp_path / "lessons")
    register(lessons, made, lessons.around.facts.on(site.today()))
    assert made.recordings.orphans(list(made.scripts.values())) == [lost]
    assert id_of(made.say((HOME,), "nij")) in made.scripts
    assert file.is_file()
