"""What is said and stands nowhere on the screen is written while it sounds; no answer is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from elearn.questions import KINDS
from elearn.settings import Settings
from tests.cast import SAME_SITE, enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.live import live
from tests.web.everywhere import become
from tests.web.sample import STEM, lesson, serving
from tests.web.test_answers import seat_of

pytestmark = [pytest.mark.browser, pytest.mark.audio]

HEARD = """### Soal: pilih
Dengar. Kata mana itu? [](suara:ubi)
- [x] ubi
- [ ] api
- [ ] ibu
Kode: baca-03-kzzz
"""
INSTRUCTION = KINDS["pilih"].instruction
WOULD = """([screen, foot, sentences]) => {
    const speaker = document.querySelector(`${screen} ${foot ? ".act" : "fieldset"} a.dengar`);
    const cues = sentences.map((text, at) => ({ text, start: at, end: at + 0.5 }));
    return elearn.captions(cues, speaker).map(one => one.words).filter(Boolean);
}"""

NOTED = """() => {
    const write = elearn.write;
    window.written = [];
    elearn.write = words => { written.push(words); write(words); };
    elearn.stop();
}"""


@pytest.fixture
def opened(
    settings: Settings, clock: FixedClock, tmp_path: Path, chromium: Browser
) -> Iterator[tuple[Page, str, FlaskClient]]:
    """A lesson that lets her hear a word, its address, and a client of hers."""
    text = lesson(step="Ini ibu.\n\n![](emoji:🐟)\n\n> ibu mau ubi.\n", questions=HEARD)
    with serving(settings, clock, tmp_path / "lessons", text) as app, live(app) as address:
        cast = prepare(app, clock())
        client = enrolled(app, cast.device)
        sign_in(client, cast.sari)
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        become(context, client, address)
        page = context.new_page()
        at = f"{address}/b/{seat_of(client)}/{STEM}/"
        page.goto(at)
        page.locator("#s1 .act a.dengar").click()
        page.wait_for_function("() => window.elearn.captions")
        yield page, at, client
        context.close()


def test_a_pictures_name_is_written_while_it_sounds_and_then_no_more(
    opened: tuple[Page, str, FlaskClient]
) -> None:
    page, _, _ = opened
    page.evaluate(NOTED)
    page.locator("#s1 .act a.dengar").click()
    page.wait_for_function("() => elearn.player.ended", timeout=30_000)
    written = page.evaluate("() => window.written.filter(Boolean)")
    assert set(written) == {"ikan"}
    expect(page.locator(".takarir")).to_be_hidden()
    assert page.evaluate(WOULD, ["#s1", True, ["Suku kata", "Ini ibu."]]) == []    # both are shown


def test_a_question_writes_how_it_is_answered_and_not_what_is_to_be_heard(
    opened: tuple[Page, str, FlaskClient]
) -> None:
    page, at, client = opened
    page.goto(f"{at}#q1")
    page.locator("#q1.now").wait_for()
    said = ["Dengar.", "Kata mana itu?", "kelapa", INSTRUCTION]       # that word stands nowhere
    assert page.evaluate(WOULD, ["#q1", True, said]) == [INSTRUCTION]
    assert page.evaluate(WOULD, ["#q1", False, ["kelapa"]]) == []
    page.locator("#q1 input[value='1']").check()
    page.locator("#q1 button[type=submit]").click()
    page.locator("#q1 .feedback").wait_for()
    assert page.evaluate(WOULD, ["#q1", True, said]) == ["kelapa", INSTRUCTION]
    client.post("/tampilan", data={"apa": "tenang", "jadi": "ya"}, headers=SAME_SITE)
    page.goto(f"{at}?#q1")
    page.wait_for_function("() => window.elearn.captions && document.querySelector('.tenang')")
    assert page.evaluate(WOULD, ["#q1", True, said[2:]]) == ["kelapa", INSTRUCTION]
