"""What a page asks for when it has sounded: controls, and words by syllables."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.web.site import KEY

pytestmark = pytest.mark.audio


def asked(app: Flask, *sentences: str, language: str = "id") -> str:
    """Return where the syllables of what is said are, as a page would ask."""
    address: str = app.extensions[KEY].narrator.say(sentences, language)
    return address.replace("/suara/", "/suara/suku/").replace(".mp3", ".json")


def test_a_word_is_said_by_its_syllables_and_then_whole(app: Flask, client: FlaskClient) -> None:
    told = client.get(asked(app, "membaca")).get_json()
    assert told["syllables"] == ["mem", "ba", "ca"]
    parts, whole = told["sentences"]
    assert [whole["text"][a:b] for _, _, a, b in whole["words"]] == ["membaca"]
    starts = [start for start, _, _, _ in parts["words"]]
    assert [parts["text"][a:b] for _, _, a, b in parts["words"]] == told["syllables"]
    assert starts == sorted(starts)
    assert whole["start"] > starts[-1]
    assert client.get(told["audio"]).mimetype == "audio/mpeg"


def test_a_doubled_word_has_the_syllables_of_both(app: Flask, client: FlaskClient) -> None:
    assert client.get(asked(app, "anak-anak")).get_json()["syllables"] == ["a", "nak", "a", "nak"]


def test_a_word_of_one_syllable_is_said_once(app: Flask, client: FlaskClient) -> None:
    told = client.get(asked(app, "dan")).get_json()
    assert told["syllables"] == ["dan"]
    assert [cue["text"] for cue in told["sentences"]] == ["dan"]


@pytest.mark.parametrize(("sentences", "language"), [
    (("ibu mau ubi.",), "id"), (("ibu", "ubi"), "id"), (("Rp7.000",), "id"), (("7",), "id"),
    (("mother",), "en"),
])
def test_only_single_words_of_indonesian_have_syllables(
    app: Flask, client: FlaskClient, sentences: tuple[str, ...], language: str
) -> None:
    assert client.get(asked(app, *sentences, language=language)).status_code == 404


@pytest.mark.parametrize("name", ["membaca", "aaaaaaaaaaaa", "..%2f..", "x" * 300])
def test_nobody_has_a_sound_made_that_no_page_names(client: FlaskClient, name: str) -> None:
    assert client.get(f"/suara/suku/{name}.json").status_code == 404


def test_what_a_sensitive_lesson_says_by_syllables_is_kept_by_no_browser(
    app: Flask, client: FlaskClient
) -> None:
    reply = client.get(asked(app, "rumah") + "?simpan=0")
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.get_json()["audio"].endswith(".mp3?simpan=0")


def test_the_controls_speak_the_language_of_the_page_and_are_asked_whether_they_are_new(
    client: FlaskClient,
) -> None:
    here, there = client.get("/ikuti/id"), client.get("/ikuti/en")
    assert "Pelan" in here.text
    assert "Slowly" in there.text
    assert here.headers["Cache-Control"] == "no-cache"
    again = client.get("/ikuti/id", headers={"If-None-Match": here.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
