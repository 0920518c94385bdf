"""Models of handwriting."""

import math
import re
from itertools import combinations

import pytest
from playwright.sync_api import Browser

from elearn import paths
from elearn.figures import FIGURES
from elearn.strokes import GLYPHS, LINES
from elearn.strokes.path import at, length

goresan = FIGURES["goresan"]
MODELS = {**GLYPHS, **LINES}
STATIC = paths.shipped("static")
CSS = (STATIC / "css" / "figur" / "goresan.css").read_text("utf-8")
SCRIPT = (STATIC / "js" / "figur" / "goresan.js").read_text("utf-8")


def strokes(args: str) -> list[str]:
    """Return the paths of a drawing that move."""
    return re.findall(r'<path pathLength="1" d="([^"]*)"/>', goresan.svg(args))


def numbers(args: str) -> list[str]:
    return list("".join(re.findall(r"<text[^>]*>([0-9]+)</text>", goresan.svg(args))))


def test_every_model_is_drawn_in_few_bytes_with_a_number_for_each_stroke() -> None:
    for name, glyph in MODELS.items():
        assert len(strokes(name)) == len(numbers(name)) == len(glyph.strokes), name
        assert len(goresan.svg(name)) <= 1100, name


def test_no_number_stands_on_another_or_outside_the_picture() -> None:
    for name in MODELS:
        drawn = goresan.svg(name)
        left, top, width, height = map(float, re.findall(r'viewBox="([^"]*)', drawn)[0].split())
        xs, ys = re.findall(r' x="([^"]+)" y="([^"]+)"', drawn)[0]
        places = [(float(x), float(y) - 4.5) for x, y in zip(xs.split(), ys.split(), strict=True)]
        assert len(places) == len(MODELS[name].strokes), name
        assert all(left + 9 <= x <= left + width - 9 for x, _ in places), name
        assert all(top + 9 <= y <= top + height - 9 for _, y in places), name
        assert all(math.dist(*pair) >= 17 for pair in combinations(places, 2)), name


def test_some_strokes_are_shown_up_to_one_or_one_alone() -> None:
    assert strokes("a@1") == strokes("a")[:1]
    assert strokes("a@2-2") == strokes("a")[1:]
    assert numbers("a@1") == ["1"]
    assert numbers("a@2-2") == []                # it would tell which comes second


def test_the_mirror_of_b_goes_the_other_way() -> None:
    assert goresan.alt("b") == "b: turun dari atas; lalu lingkaran ke kanan"
    assert goresan.alt("b@cermin") == "b: turun dari atas; lalu lingkaran ke kiri"
    assert goresan.alt("b@cermin", "en") == "b: down from the top; then circle to the left"
    assert strokes("b@cermin")[0] == "M40 0L40 80"


def test_backwards_begins_where_it_ended() -> None:
    assert strokes("l@mundur") == ["M0 80L0 0"]
    assert goresan.alt("l@mundur") == "l, kebalikan dari: turun dari atas"


def test_a_word_is_written_letter_by_letter_without_numbers() -> None:
    assert len(strokes("Ibu")) == sum(len(GLYPHS[letter].strokes) for letter in "Ibu")
    assert goresan.alt("Ibu") == "Ibu: I besar, b, u"
    assert goresan.alt("Ibu", "en") == "Ibu: capital I, b, u"
    assert numbers("Ba") == []


def test_a_question_says_the_same_for_to_write_it_is_what_is_asked() -> None:
    assert goresan.alt("a", question=True) == goresan.alt("a") == "a: lingkaran ke kiri; lalu turun"


def test_the_lines_of_a_row_are_said_once() -> None:
    assert goresan.alt("garis-tegak") == "garis tegak: turun"
    assert goresan.alt("garis-tegak", "en") == "upright lines: down"


@pytest.mark.parametrize(("args", "message"), [
    ("", "Tulis huruf, angka"), ("é", "Tulis huruf, angka"), ("palangka", "Tulis huruf, angka"),
    ("a b", "Tulis huruf, angka"), ("a@", "Tulis huruf, angka"), ("garis-lurus", "Tulis garis"),
    ("Ibu@1", "Tulis tanda @"), ("a@3", "Tulis goresan"), ("E@3-2", "Tulis goresan"),
])
def test_what_has_no_model_is_a_fault(args: str, message: str) -> None:
    assert (goresan.fault(args) or "").startswith(message)


@pytest.mark.browser
def test_strokes_come_one_after_the_other_and_stand_still_for_who_wants_no_motion(
    chromium: Browser,
) -> None:
    html = (f'<main data-replay="Lihat lagi"><section class="screen"><p>{goresan.svg("a")}</p>'
            f"</section></main><style>{CSS}</style>")
    shown = """() => [...document.querySelectorAll(".gores path")].map(path =>
        parseFloat(getComputedStyle(path).strokeDashoffset) || 0)"""
    moving = chromium.new_page()
    moving.set_content(html)
    moving.add_script_tag(content=SCRIPT)
    seek = """seconds => document.getAnimations().forEach(one => {
        one.pause(); one.currentTime = seconds * 1000; })"""
    moving.evaluate(seek, 0.8)
    drawn, waiting = moving.evaluate(shown)
    assert 0.4 < drawn < 0.7
    assert waiting > 1
    moving.evaluate(seek, 60)
    assert moving.evaluate(shown) == [0, 0]
    moving.get_by_role("button", name="Lihat lagi").click()
    assert moving.evaluate(shown)[1] > 1
    assert moving.evaluate("document.querySelectorAll('.bayang path').length") == 2
    measured = moving.evaluate('document.querySelector(".gores path").getTotalLength()')
    assert measured == pytest.approx(length(GLYPHS["a"].strokes[0].path), rel=0.01)
    moving.close()
    still = chromium.new_page(reduced_motion="reduce")
    still.set_content(html)
    still.add_script_tag(content=SCRIPT)
    assert still.evaluate(shown) == [0, 0]
    assert still.get_by_role("button").count() == 0
    still.close()


def test_the_head_of_an_arrow_looks_where_the_pencil_goes() -> None:
    (x, y), turned = at(GLYPHS["l"].strokes[0].path, 21)
    assert turned == 90
    assert f"M{x:.0f} {y + 7:.0f}l7 -12 -14 0z" in goresan.svg("l")
