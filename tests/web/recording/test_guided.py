"""A tutor is asked for what learners hear longest, one sentence at a time, in her language."""

import html
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.narration import keeping
from elearn.narration.heard import tally
from elearn.narration.keeping import About, name_in
from elearn.narration.lent import Lending
from elearn.narration.repertoire import sentences_of
from elearn.narration.script import utterance
from elearn.settings import Settings
from elearn.web.site import KEY
from tests.cast import SAME_SITE, Cast, prepare, staffed
from tests.conftest import FixedClock
from tests.narration.recorded import take
from tests.web.recording.test_takes import give
from tests.web.sample import FRONT, STEM, lesson, serving
from tests.web.test_staff_pages import check_whole

pytestmark = pytest.mark.audio

PAGE = "/rekaman/orang/id"
MOST_HEARD = "Belum."         # of a lesson with ten questions of all kinds


@pytest.fixture
def app(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[Flask]:
    with serving(settings, clock, tmp_path / "pelajaran-saja", lesson()) as made:
        yield made


@pytest.fixture
def cast(app: Flask, clock: FixedClock) -> Cast:
    return prepare(app, clock())


@pytest.fixture
def maya(app: Flask, cast: Cast) -> FlaskClient:
    return staffed(app, cast.maya)


def asked(client: FlaskClient, page: str = PAGE) -> str:
    found = re.search(r'<h2 class="frasa"[^>]*>([^<]+?) ?<', client.get(page).text)
    return html.unescape(found[1]) if found else ""


def percent(client: FlaskClient, language: str = "id") -> int:
    found = re.search(r"suara orang: (\d+) %", client.get(f"/rekaman/orang/{language}").text)
    assert found
    return int(found[1])


def lend(app: Flask, sentence: str, language: str = "id") -> None:
    folder = app.extensions[KEY].settings.data / "rekaman"
    keeping.keep(folder, language, b"", About(sentence))


def test_what_is_heard_longest_is_asked_for_first_and_then_the_next(
    app: Flask, maya: FlaskClient
) -> None:
    before = percent(maya)
    assert (before, asked(maya)) == (0, MOST_HEARD)
    assert give(maya, take(MOST_HEARD), MOST_HEARD).status_code == 303
    assert asked(maya) not in ("", MOST_HEARD)
    assert percent(maya) > before
    assert "1 dari " in maya.get(PAGE).text
    again = maya.get(f"{PAGE}?ke=1").text
    assert "Dengar rekaman ini" in again
    name = name_in(MOST_HEARD, "id")
    maya.post(f"/rekaman/id/{name}/hapus", data={"kembali": PAGE}, headers=SAME_SITE)
    assert (asked(maya), percent(maya)) == (MOST_HEARD, before)


def test_all_that_is_asked_for_can_be_left_and_comes_to_an_end(
    app: Flask, maya: FlaskClient
) -> None:
    site = app.extensions[KEY]
    found = tally(site.shelf.current, site.facts())
    for one in Lending(found, site.shelf.current.around, "id").wanted:
        lend(app, one.sentence)
    done = maya.get(PAGE).text
    assert "Semua kalimat di bagian ini sudah direkam" in done
    assert percent(maya) > 50
    check_whole(PAGE, done)
    assert asked(maya, f"{PAGE}?bagian=tombol")


def test_a_local_language_is_read_in_indonesian_and_counted_by_itself(
    app: Flask, maya: FlaskClient
) -> None:
    page = maya.get("/rekaman/orang/nij").text
    assert asked(maya, "/rekaman/orang/nij") == MOST_HEARD
    assert "bahasa Ngaju" in page
    assert 'action="/rekaman/nij"' in page
    lend(app, MOST_HEARD, "nij")
    assert percent(maya, "nij") > 0
    assert (percent(maya), percent(maya, "bjn")) == (0, 0)
    assert MOST_HEARD not in maya.get("/rekaman/").text        # no orphan


def test_a_take_in_a_local_language_is_kept_and_heard_there(
    app: Flask, maya: FlaskClient
) -> None:
    body = {"kalimat": MOST_HEARD, "kembali": PAGE}
    sent = maya.post("/rekaman/bjn", headers=SAME_SITE, data=body | {
        "berkas": (io.BytesIO(take(MOST_HEARD)), "a.wav")})
    assert sent.status_code == 303
    name = name_in(MOST_HEARD, "bjn")
    assert maya.get(f"/rekaman/bjn/{name}").mimetype == "audio/flac"
    assert percent(maya, "bjn") > 0


def test_english_is_asked_for_what_the_interface_says(maya: FlaskClient) -> None:
    assert asked(maya, "/rekaman/orang/en") == "Not yet."


def test_a_language_or_a_part_that_nobody_knows_is_not_there(maya: FlaskClient) -> None:
    assert maya.get("/rekaman/orang/xx").status_code == 404
    assert maya.get(f"{PAGE}?bagian=lain").status_code == 404
    assert asked(maya, f"{PAGE}?ke=99999") == asked(maya, f"{PAGE}?ke=-1") == MOST_HEARD


def test_consonants_that_lessons_sound_alone_have_a_part_of_their_own(
    settings: Settings, clock: FixedClock, tmp_path: Path
) -> None:
    step = "Dengar: [m](suara:m).\n\nIni ibu.\n"
    with serving(settings, clock, tmp_path / "huruf", lesson(front=FRONT, step=step)) as made:
        maya = staffed(made, prepare(made, clock()).maya)
        assert asked(maya, f"{PAGE}?bagian=huruf") == "m"
        assert "Ucapkan bunyinya" in maya.get(f"{PAGE}?bagian=huruf").text


def test_what_ucapan_tells_of_the_interface_holds_in_lessons_and_in_every_language(
    app: Flask, maya: FlaskClient
) -> None:
    site = app.extensions[KEY]
    (site.settings.lessons / "ucapan.md").write_text("- Periksa = priksa\n", "utf-8")
    site.shelf.refresh()
    lesson = site.shelf.current.lessons[STEM]["id"]
    asked = next(one for one in sentences_of(lesson, site.facts()) if "Periksa" in one)
    assert "priksa" in utterance(asked, "id").text
    for language in ("id", "nij"):
        wanted = Lending(tally(site.shelf.current, site.facts()), site.shelf.current.around,
                         language).wanted
        assert name_in(asked, language) in {one.name for one in wanted}
