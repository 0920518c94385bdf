"""Children and adults are spoken to in their own tone, with their own pictures and steps."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn import messages
from elearn.accounts.identity_pictures import ANIMALS, THINGS
from elearn.web import tone
from tests.cast import SAME_SITE, Cast, Learner, enrolled, sign_in
from tests.web.test_answers import seat_of
from tests.web.test_ways_in import card_of

STEM = "hitung-01-satu-lima"
FORMAL = re.compile(r"\b(?:Ibu|Bapak|Pak|Bu|Saudara|Anda)\b")
TO_A_CHILD = re.compile(
    r"^(?:pagi|siang|sore|malam), |\b(?:kamu|\w{3,}mu|ya|yuk|hore|halo|ayo|hebat)\b", re.IGNORECASE
)


@pytest.fixture
def both(app: Flask, cast: Cast) -> dict[str, FlaskClient]:
    """A child and an adult, each signed in."""
    clients = {}
    for learner in (cast.rudi, cast.sari):
        clients[learner.name] = enrolled(app, cast.device)
        assert sign_in(clients[learner.name], learner) == 303
    return clients


def test_adults_are_spoken_to_plainly_and_children_warmly() -> None:
    for said in tone.ADULTS.values():
        assert not FORMAL.search(said)
        assert not TO_A_CHILD.search(said), said
    for said in tone.CHILDREN.values():
        assert not FORMAL.search(said)
        assert TO_A_CHILD.search(said) or "rahasiamu" in said or "Tidak apa-apa" in said \
            or "Sedikit lagi" in said, said


def test_each_tone_says_something_that_is_said_and_in_other_words() -> None:
    known = messages.spoken("id")
    for told in tone.TONES.values():
        assert len(set(told.values())) == len(told)
        for message, said in told.items():
            assert message in known
            assert said != message
            assert tone.plain(said) == message


def test_the_door_asks_a_child_and_an_adult_in_their_own_way(app: Flask, cast: Cast) -> None:
    client = enrolled(app, cast.device)
    asked = {one.name: client.get(f"/masuk/{one.id}").text for one in (cast.rudi, cast.sari)}
    for name, steps, pictures in (("Rudi", 3, ANIMALS), ("Sari", 4, THINGS)):
        assert f'data-code="{steps}"' in asked[name]
        assert len(re.findall(r"<li></li>", asked[name])) == steps
        assert pictures
    sounds = {name: re.findall(r'class="dengar" href="([^"]+)"', html)[-1]
              for name, html in asked.items()}
    assert sounds["Rudi"] != sounds["Sari"]          # what is said differs


def test_a4_a_refusal_tells_nothing_of_an_age(app: Flask, cast: Cast) -> None:
    told = set()
    for one in (cast.rudi, cast.sari):
        code = "-".join(str(number) for number in (*one.code[::-1], 11)[:4])
        html = enrolled(app, cast.device).post(
            f"/masuk/{one.id}", data={"sudah": code}, headers=SAME_SITE
        ).text
        told.add(html.replace(one.id.hex, ""))
    assert len(told) == 1


@pytest.mark.parametrize(("who", "words"), [
    ("rudi", "Halo! Ini kamu?"), ("sari", "Kalau nama ini benar"),
])
def test_a_card_asks_its_holder_in_her_own_tone(
    app: Flask, cast: Cast, who: str, words: str
) -> None:
    learner: Learner = getattr(cast, who)
    client = app.test_client()
    client.get(f"/k/{card_of(app, cast, learner)}")
    address = re.findall(r'class="dengar" href="/suara/(\w+)\.mp3"', client.get("/kartu").text)[-1]
    script = app.extensions["elearn"].voice.script(address)
    assert words in " ".join(script.sentences)


def test_home_greets_each_in_her_own_tone(both: dict[str, FlaskClient]) -> None:
    heading = {name: re.search(r"<h1[^>]*>([^<]+)</h1>", client.get("/").text)
               for name, client in both.items()}
    assert heading["Rudi"]
    assert heading["Sari"]
    assert heading["Rudi"][1].startswith("Pagi, Rudi!")
    assert heading["Sari"][1].startswith("Selamat")


def test_answers_and_the_end_are_told_each_in_her_own_tone(both: dict[str, FlaskClient]) -> None:
    for name, right, again, end in (
        ("Rudi", "Benar! Hebat!", "Ayo coba lagi", "Kamu sedang belajar:"),
        ("Sari", "Benar!", "Coba lagi", "Sedang dipelajari:"),
    ):
        client = both[name]
        lesson = client.get(f"/b/{seat_of(client)}/{STEM}/").text
        assert f'data-right="{right}"' in lesson
        assert f'data-try="{again}"' in lesson
        assert end in client.get(f"/b/{seat_of(client)}/{STEM}/selesai").text


def test_english_has_both_tones_too(both: dict[str, FlaskClient]) -> None:
    for client in both.values():
        client.post("/bahasa", data={"bahasa": "en"}, headers=SAME_SITE)
    assert "Morning, Rudi!" in both["Rudi"].get("/").text
    assert "Hello" not in both["Sari"].get("/").text
