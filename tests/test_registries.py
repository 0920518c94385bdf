"""What stands in a registry works everywhere: on a page, in the marking, in the voice."""

from collections.abc import Mapping
from pathlib import Path

import html5lib
import pytest
from flask import Flask

from elearn.content.catalogue import Catalogue
from elearn.content.compose import compose
from elearn.content.curriculum import unwritten
from elearn.content.values import DRAWS
from elearn.figures import FIGURES, SHEETS
from elearn.mistakes import CONFUSIONS
from elearn.narration import ENGINES
from elearn.paths import CHECKOUT, shipped
from elearn.questions import KINDS
from elearn.reports import REPORTS
from elearn.settings import Settings
from elearn.web.learn.pages import page
from elearn.web.site import KEY
from tests.cast import enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.narration.fake_gtts import Service, service
from tests.questions.vectors import VECTORS, outcomes_of
from tests.shipped import catalogue as shipped_lessons
from tests.web.sample import STEM, lesson, serving
from tests.web.test_answers import seat_of

__all__ = ["service"]


@pytest.fixture(scope="module")
def shelf() -> Catalogue:
    """The lessons that are shipped."""
    return shipped_lessons()


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_its_template_and_its_vectors(app: Flask, kind: str) -> None:
    assert app.jinja_env.get_template(f"soal/{kind.replace(' ', '-')}.html")
    outcomes = {
        outcome
        for vector in VECTORS if vector["kind"] == kind
        for _raw, outcome, *_ in vector["answers"]
    }
    assert outcomes == outcomes_of(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_authors_see_a_kind_in_their_guide(kind: str) -> None:
    assert f"(pictures/soal-{kind.replace(' ', '-')}.png)" in (
        CHECKOUT / "docs" / "authoring.md"
    ).read_text(encoding="utf-8")
    picture = CHECKOUT / "docs" / "pictures" / f"soal-{kind.replace(' ', '-')}.png"
    assert 0 < picture.stat().st_size <= 15 * 1024


def test_every_kind_and_no_other_has_a_template(app: Flask) -> None:
    drawn = {Path(name).stem for name in app.jinja_env.list_templates() if "soal/" in name}
    assert {kind.replace(" ", "-") for kind in KINDS} <= drawn


def test_every_kind_is_asked_on_a_page_that_can_be_answered(
    settings: Settings, clock: FixedClock, tmp_path: Path
) -> None:
    with serving(settings, clock, tmp_path / "contoh", lesson()) as app:
        client = enrolled(app, (cast := prepare(app, clock())).device)
        assert sign_in(client, cast.sari) == 303
        html = client.get(f"/b/{seat_of(client)}/{STEM}/").get_data(as_text=True)
        site = app.extensions[KEY]
        read = site.shelf.current.lessons[STEM]["id"]
        asked = page(read, "dewasa", 0, site.narrator, site.facts()).questions
        tree = html5lib.parse(html, namespaceHTMLElements=False)
        for kind in KINDS:
            (anchor,) = (one.anchor for one in asked[:len(KINDS)] if one.kind == kind)
            form = tree.find(f".//section[@id='{anchor}']/form")
            assert form.findall(".//input[@name='a']") or form.findall(".//input[@name='a0']")


def nowhere(sentences: tuple[str, ...], language: str) -> str:
    """Give addresses of sounds that nobody asks for."""
    return "/suara/x.mp3"


NOT_WRITTEN_YET = {
    "isian": "tulis-08-kata",       # whoever types a word has learnt to write words
    "jam": "hitung-22-jam",
    "kalender": "hitung-23-kalender",
    "penggaris": "hitung-24-panjang",
    "timbangan": "hitung-25-berat",
    "pecahan": "hitung-27-pecahan",
}
"""Kinds and figures that no shipped lesson needs, each with the lesson of the map that will."""


def test_shipped_lessons_ask_every_kind(shelf: Catalogue) -> None:
    asked = {
        screen.kind
        for readings in shelf.lessons.values() for one in readings.values()
        for audience in one.audiences
        for screen in compose(one, audience, DRAWS - 1, nowhere).questions
    }
    assert set(KINDS) - asked == set(KINDS) & set(NOT_WRITTEN_YET)


def test_shipped_lessons_show_every_figure_and_table() -> None:
    written = "".join(one.read_text("utf-8") for one in shipped("lessons").rglob("*.md"))
    known = {*FIGURES, *SHEETS}
    shown = {name for name in known if f"]({name}:" in written}
    assert known - shown == known & set(NOT_WRITTEN_YET)


def test_what_no_lesson_needs_has_its_lesson_on_the_map(shelf: Catalogue) -> None:
    planned = {one.stem for one in unwritten([*shelf.lessons])}
    assert set(NOT_WRITTEN_YET.values()) <= planned


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_drawn_and_told_in_both_languages(name: str) -> None:
    args = {"titik": "7", "bingkai": "7", "uang": "5000+2000", "jam": "03.15",
            "garis": "0..10@7", "goresan": "a", "pecahan": "3/4", "timbangan": "250g",
            "penggaris": "12cm", "nilai-tempat": "342"}[name]
    figure = FIGURES[name]
    assert figure.name == name
    assert figure.fault(args) is None
    assert figure.svg(args).startswith("<svg")
    assert figure.alt(args, "id") != figure.alt(args, "en")


@pytest.mark.audio
@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(("text", "language"), [("Selamat pagi.", "id"), ("Good day.", "en")])
def test_an_engine_speaks_both_languages(
    name: str, text: str, language: str, service: Service
) -> None:
    speech = ENGINES[name]().speak(text, language)
    assert speech.samples.size > 5000
    assert len(speech.words) == 2


def test_every_registry_is_a_mapping_that_nobody_can_change() -> None:
    for registry in (KINDS, FIGURES, ENGINES, REPORTS, CONFUSIONS):
        assert isinstance(registry, Mapping)
        assert not hasattr(registry, "__setitem__")
