"""A page tells the facts of its day; an answer is marked by the facts of its page."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from elearn.narration.script import utterance
from elearn.settings import Settings
from elearn.web.site import KEY, Site
from tests.cast import SAME_SITE, Cast, enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.web.sample import STEM, lesson, serving
from tests.web.test_answers import seat_of

FACTS = """## F-112
nilai: 112
jenis: telepon
sumber: koran 2025
diperiksa: 2026-11-23
berlaku: 3 bulan

## F-OJK
nilai: 157
jenis: telepon
sumber: koran 2024
diperiksa: 2026-11-23
berlaku: 3 bulan
"""
STEP = """Darurat: {F-112}. Pinjaman: {F-OJK}.

> {F-OJK}

Dengar: [dengar](suara:{F-112})
"""
ASKED = """### Soal: angka
Berapa nomor darurat?
- [x] {F-112}
Kode: baca-03-faaa

### Soal: angka
Berapa nomor OJK?
- [x] {F-OJK}
Kode: baca-03-fbbb

### Soal: pilih
Rumah terbakar. Apa yang kamu telepon?
- [x] {F-112}
- [ ] {F-OJK}
- [ ] bapak
Kode: baca-03-fccc

### Soal: pilih
Siapa yang memadamkan api?
- [x] pemadam
  > Nomornya {F-112}. Pinjaman: {F-OJK}.
- [ ] bidan
- [ ] guru
Kode: baca-03-fddd
"""
LAST_DAY = datetime(2027, 2, 23, 16, 59, tzinfo=UTC)         # 23.59 in Palangka Raya
DAY_AFTER = datetime(2027, 2, 23, 17, 0, tzinfo=UTC)         # 00.00 there
STEMS = {"faaa", "fbbb", "fccc", "fddd"}


@pytest.fixture
def served(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[Flask]:
    """Return a site with one lesson about numbers to call, and its fakta.md."""
    folder = tmp_path / "contoh"
    folder.mkdir()
    (folder / "fakta.md").write_text(FACTS)
    with serving(settings, clock, folder, lesson(step=STEP, questions=ASKED)) as app:
        yield app


@pytest.fixture
def met(served: Flask, clock: FixedClock) -> Cast:
    return prepare(served, clock())


@pytest.fixture
def sari(served: Flask, met: Cast) -> FlaskClient:
    return entered(served, met)


def entered(app: Flask, cast: Cast) -> FlaskClient:
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    return client


def at(client: FlaskClient) -> str:
    return f"/b/{seat_of(client)}/{STEM}/"


def shown(client: FlaskClient) -> str:
    return client.get(at(client)).get_data(as_text=True)


def asked(html: str) -> dict[str, str]:
    """Return the hidden field of each question about a fact, by the end of its Kode."""
    found = re.findall(r'name="s" value="(baca-03-(f[a-d]{3})~[^"]*)"', html)
    return {code: value for value, code in found}


def answer(client: FlaskClient, question: str, raw: str) -> str:
    reply = client.post(
        at(client), data={"s": question, "a": raw},
        headers={**SAME_SITE, "Accept": "application/json"},
    )
    assert reply.status_code == 200
    return str(reply.json["outcome"]) if reply.json else ""


def renewed(app: Flask, old: str, new: str) -> None:
    """Edit fakta.md as an operator does, and let the site look."""
    site: Site = app.extensions[KEY]
    path = site.settings.lessons / "fakta.md"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    site.shelf.refresh()


def said(app: Flask) -> str:
    """Return all that pages have asked a voice to say."""
    site: Site = app.extensions[KEY]
    scripts = list(site.narrator.scripts.values())
    return "\n".join(
        utterance(sentence, one.language).text for one in scripts for sentence in one.sentences
    )


def test_on_its_last_day_a_fact_is_told_and_asked(
    served: Flask, met: Cast, clock: FixedClock
) -> None:
    clock.time = LAST_DAY
    html = shown(entered(served, met))
    assert "Darurat: 112. Pinjaman: 157." in html
    assert asked(html).keys() == STEMS
    assert "tanyakan petugas" not in html
    assert "terakhir dicek" not in html


def test_the_day_after_it_is_to_be_asked_for_and_emergency_numbers_say_their_date(
    served: Flask, sari: FlaskClient, met: Cast, clock: FixedClock
) -> None:
    before = shown(sari)
    clock.time = DAY_AFTER
    html = shown(entered(served, met))
    assert "Pinjaman: 157." in before
    assert "Darurat: 112 (terakhir dicek 23 November 2026). Pinjaman: tanyakan petugas." in html
    assert "157" not in re.sub(r'href="[^"]*"|value="[^"]*"', "", html)
    assert asked(html).keys() == STEMS - {"fbbb", "fccc"}     # its number is an answer of these


def test_what_is_past_is_not_said_either(
    served: Flask, met: Cast, clock: FixedClock
) -> None:
    clock.time = DAY_AFTER
    shown(entered(served, met))
    spoken = said(served)
    assert "satu satu dua, terakhir dicek dua puluh tiga November" in spoken
    assert "Pinjaman: tanyakan petugas." in spoken
    assert "satu lima tujuh" not in spoken


def test_a_number_to_call_is_said_digit_by_digit(served: Flask, sari: FlaskClient) -> None:
    html = shown(sari)
    assert "112" in html
    spoken = said(served)
    lines = set(spoken.splitlines())
    assert {"Darurat: satu satu dua.", "Pinjaman: satu lima tujuh."} <= lines
    assert "seratus dua belas" not in spoken
    assert "\u2060" not in html             # what makes the voice do so is not on the page


def test_an_edited_fact_shows_at_once(served: Flask, sari: FlaskClient) -> None:
    assert "Pinjaman: 157." in shown(sari)
    renewed(served, "nilai: 157", "nilai: 158")
    assert "Pinjaman: 158." in shown(sari)
    renewed(served, "2026-11-23", "2026-11-24")
    assert "Pinjaman: 158." in shown(sari)


def test_an_answer_is_marked_by_the_facts_of_its_page(served: Flask, sari: FlaskClient) -> None:
    old = asked(shown(sari))["fbbb"]
    renewed(served, "nilai: 157", "nilai: 158")
    new = asked(shown(sari))["fbbb"]
    assert answer(sari, old, "157") == "right"
    assert answer(sari, new, "157") == "wrong"
    assert answer(sari, new, "158") == "right"


def test_a_question_that_is_left_out_now_is_marked_on_the_page_that_asked_it(
    served: Flask, sari: FlaskClient, met: Cast, clock: FixedClock
) -> None:
    old = asked(shown(sari))
    clock.time = DAY_AFTER
    again = entered(served, met)
    assert "fbbb" not in asked(shown(again))
    assert answer(again, old["fbbb"], "157") == "right"
    assert answer(again, old["fccc"], "1") == "wrong"


def test_a_fact_that_was_taken_out_is_asked_for_and_nothing_breaks(
    served: Flask, sari: FlaskClient
) -> None:
    old = asked(shown(sari))["fbbb"]
    renewed(served, FACTS[FACTS.index("## F-OJK"):], "")
    html = shown(sari)
    assert "Pinjaman: tanyakan petugas." in html
    assert asked(html).keys() == STEMS - {"fbbb", "fccc"}
    assert answer(sari, old, "157") == "right"


def test_a_question_without_script_keeps_the_facts_of_its_page(
    served: Flask, sari: FlaskClient
) -> None:
    question = asked(shown(sari))["fbbb"]
    renewed(served, "nilai: 157", "nilai: 158")
    unclear = sari.post(at(sari), data={"s": question, "a": "?"}, headers=SAME_SITE)
    assert asked(unclear.get_data(as_text=True))["fbbb"] == question


def test_feedback_on_a_question_that_is_left_out_leads_on(
    served: Flask, sari: FlaskClient, met: Cast, clock: FixedClock
) -> None:
    old = asked(shown(sari))["fbbb"]
    clock.time = DAY_AFTER
    again = entered(served, met)
    told = again.post(at(again), data={"s": old, "a": "1"}, headers=SAME_SITE,
                      follow_redirects=True)
    assert told.status_code == 200
