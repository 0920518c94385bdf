"""What holds for every figure."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from elearn.figures import FIGURES
from elearn.figures.values import WIDEST

LONGEST = "mEmEmE"             # of a word, the strokes of each letter
EXAMPLES = {
    "titik": ("0", "1", "7", "20", "100"),
    "bingkai": ("0", "7", "10", "20"),
    "uang": ("500", "5000+2000", "100000+500+200+100+1000"),
    "jam": ("00.00", "3.15", "12:30", "23.59"),
    "pecahan": ("0/3", "3/4", "5/4", "24/12", "7/11"),
    "timbangan": ("0g", "250g", "750g", "1,5kg", "95kg"),
    "penggaris": ("0,5cm", "7,5cm", "3..9cm", "12cm", "17cm", "30cm"),
    "nilai-tempat": ("6", "57", "99", "342", "2305", "9999"),
    "garis": ("0..10", "0..10@7", "0..20@3@17", "0..100@37", "95000..100000@99999@96000"),
    "goresan": ("a", "E", "j", "l", LONGEST, "Ibu", "a@2-2", "8@cermin", "garis-zigzag@mundur"),
}
CSS = Path(__file__).resolve().parents[2] / "static" / "css"
FIRST = ("tokens/scale.css", "tokens/colours.css", "page.css")
ALLOWED = {"class", "width", "height", "viewBox", "fill", "stroke", "stroke-width",
           "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "stroke-dashoffset",
           "opacity", "pathLength", "d", "x", "y", "rx", "cx",
           "cy", "r", "font-size", "font-weight", "text-anchor"}
DRAWN = [(name, args) for name, examples in EXAMPLES.items() for args in examples]


def test_every_figure_stands_here_under_its_own_name() -> None:
    assert set(FIGURES) == set(EXAMPLES)
    assert all(figure.name == name for name, figure in FIGURES.items())


@pytest.mark.parametrize(("name", "args"), DRAWN)
def test_a_drawing_is_plain_shapes_in_few_bytes(name: str, args: str) -> None:
    drawn = FIGURES[name].svg(args)
    root = ET.fromstring(drawn)  # noqa: S314  # our own markup, not a stranger's
    assert root.attrib["class"] == f"fig {name}"
    assert int(root.attrib["width"]) <= WIDEST
    assert {attribute for part in root.iter() for attribute in part.attrib} <= ALLOWED
    assert {part.tag for part in root.iter()} <= {"svg", "g", "path", "rect", "circle", "text"}
    assert len(drawn) <= (3600 if args == LONGEST else 1400)


@given(st.sampled_from(list(FIGURES)), st.text() | st.text(alphabet="0123456789+ -.:@{}a"))
def test_any_args_are_drawn_or_refused_with_a_reason(name: str, args: str) -> None:
    figure = FIGURES[name]
    if figure.fault(args):
        with pytest.raises(ValueError, match=r"Tulis|Paling"):
            figure.svg(args)
    else:
        assert figure.svg(args).startswith("<svg")
        assert figure.alt(args)
        assert figure.alt(args, "en", question=True)


@pytest.fixture(scope="module")
def phone(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 240, "height": 320})
    yield page
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(("name", "args"), DRAWN)
def test_every_figure_fits_a_small_phone(phone: Page, name: str, args: str) -> None:
    page = phone
    css = "".join((CSS / name).read_text(encoding="utf-8") for name in FIRST)
    page.set_content(f"<style>{css}</style><main>{FIGURES[name].svg(args)}</main>")
    assert page.evaluate("document.documentElement.scrollWidth") <= 240
    inside = """() => {
        const whole = document.querySelector("svg").getBoundingClientRect();
        return [...document.querySelectorAll("svg text, svg rect, svg circle")].every(part => {
            const box = part.getBoundingClientRect();
            return box.left >= whole.left && box.right <= whole.right
                && box.top >= whole.top && box.bottom <= whole.bottom;
        });
    }"""
    assert page.evaluate(inside)
