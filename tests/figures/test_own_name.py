"""A name to write: models of all its signs, and a sheet that fits a page."""

import re
import unicodedata

import pytest

from elearn.figures import own_name
from elearn.strokes import GLYPHS, Stroke
from elearn.strokes.lettering import model, row
from elearn.strokes.path import points
from tests.language.local_names import checked


def strokes_of(sign: str) -> tuple[Stroke, ...]:
    made = model(sign)
    assert made is not None
    return made.strokes


def test_every_sign_of_every_local_name_has_its_model() -> None:
    for one in checked():
        assert set(own_name.letters(one.name)) == set(one.name), one.name
        drawn = own_name.word(one.name)
        strokes = len([stroke for sign in one.name for stroke in strokes_of(sign)])
        assert drawn.split('class="tanda"')[0].count("<path pathLength") == strokes


@pytest.mark.parametrize("sign", list("éÉèêëñÑüçîÿ'’-."))
def test_accents_and_signs_are_drawn_inside_the_lines(sign: str) -> None:
    made = model(sign)
    assert made is not None
    base = unicodedata.normalize("NFD", sign)[0]
    plain = GLYPHS.get(base)
    ys = [y for one in made.strokes for _, y in points(one.path)]
    assert min(ys) >= -16
    assert max(ys) <= 120
    if plain:
        assert made != plain
        assert made.width == plain.width


def test_an_accent_stands_in_the_place_of_the_dot() -> None:
    assert [one.dot for one in strokes_of("î")] == [False, False]


def test_a_letter_is_called_and_told_in_both_languages() -> None:
    assert own_name.called("S", "id") == "S besar"
    assert own_name.called("é", "id") == "e"
    assert [own_name.called("'", one) for one in ("id", "en")] == ["koma di atas", "apostrophe"]
    assert own_name.how("i", "id") == "turun; lalu beri titik"
    assert own_name.how("i", "en") == "down; then put the dot"


def test_a_sign_of_another_script_has_no_model_and_leaves_a_gap() -> None:
    assert own_name.letters("王 Ani") == ("A", "n", "i")
    assert row("王").strokes == ()


@pytest.mark.parametrize("name", ["E", "Sari", "Christopher", "Siti Nurhaliza Ramadhani Putri"])
def test_the_sheet_fills_a_page_of_a4_and_no_more(name: str) -> None:
    drawn = own_name.sheet(name)
    found = re.search(r'viewBox="\S+ \S+ (\d+) (\d+)"', drawn)
    assert found
    wide, high = int(found[1]), int(found[2])
    millimetres = 182 * high / wide                  # A4 is 210 wide, less two margins of 14
    assert 120 < millimetres < 240                   # of 269, with a line above it
    places = re.findall(r'<use [^>]*x="(\d+)" y="(\d+)"', drawn)
    assert len(places) >= 5
    assert max(int(x) for x, _ in places) + row(name).width <= wide
    assert drawn.count("stroke-dasharray") == len(places) - 1
