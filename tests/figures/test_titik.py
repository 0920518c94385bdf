"""Dots to count."""

import pytest
from playwright.sync_api import Browser

from elearn.figures import FIGURES

titik = FIGURES["titik"]


@pytest.mark.parametrize("count", [0, 1, 5, 20, 21, 100])
def test_as_many_dots_are_drawn_as_are_asked_for(count: int) -> None:
    assert titik.svg(str(count)).count("h.01") == count


@pytest.mark.parametrize("args", ["", "101", "-1", "1.5", "tujuh", "７", "1 2", "9" * 5000])
def test_what_is_no_count_of_dots_is_a_fault(args: str) -> None:
    assert titik.fault(args) == "Tulis jumlah titik dari 0 sampai 100, misalnya titik:7."


def test_a_question_lists_the_dots_and_never_their_number() -> None:
    assert titik.alt("3", question=True) == "titik, titik, titik"
    assert titik.alt("2", "en", question=True) == "dot, dot"
    assert titik.alt("0", question=True) == "kosong"


def test_elsewhere_the_number_is_said() -> None:
    assert titik.alt("3") == "3 titik"
    assert titik.alt("1", "en") == "1 dot"
    assert titik.alt("2", "en") == "2 dots"


@pytest.mark.browser
def test_a_line_without_length_is_a_round_dot(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(titik.svg("1"))
    filled = """([x, y]) => {
        const point = document.querySelector("svg").createSVGPoint();
        point.x = x; point.y = y;
        return document.querySelector("path").isPointInStroke(point);
    }"""
    assert page.evaluate(filled, [20, 20])
    assert page.evaluate(filled, [20, 35])          # 16 pixels from the middle to the rim
    assert not page.evaluate(filled, [33, 33])      # a square would reach its corner
    page.close()
