"""The kitchen scale."""

import re

import pytest

from elearn.figures import FIGURES
from tests.content.written import first, written

timbangan = FIGURES["timbangan"]


def tip(args: str) -> tuple[float, float]:
    """Return where the tip of the needle lies, right and up of the middle."""
    found = re.search(r"M104 126L([0-9.]+) ([0-9.]+)", timbangan.svg(args))
    assert found is not None
    return float(found[1]) - 104, 126 - float(found[2])


def numerals(args: str) -> list[str]:
    return re.findall(r">([0-9]+)</text>", timbangan.svg(args))


def test_the_needle_goes_round_like_that_of_a_clock() -> None:
    assert tip("0g") == (0, 55)
    assert tip("250g") == (0, -55)
    assert tip("250g")[1] < tip("100g")[1] < tip("50g")[1]
    assert tip("400g")[0] < 0 < tip("100g")[0]


@pytest.mark.parametrize(
    ("args", "last", "unit"),
    [("490g", "400", "g"), ("500g", "900", "g"), ("0,5kg", "900", "g"), ("1kg", "4", "kg"),
     ("1500g", "4", "kg"), ("5kg", "9", "kg"), ("10kg", "40", "kg"), ("50kg", "90", "kg")],
)  # fmt: skip
def test_the_first_dial_is_taken_that_is_not_full(args: str, last: str, unit: str) -> None:
    assert numerals(args)[0] == "0"
    assert numerals(args)[-1] == last
    assert f">{unit}</text>" in timbangan.svg(args)


@pytest.mark.parametrize("args", ["", "250", "250 g", "100kg", "1.5kg", "-1kg", "g", "0,0001kg",
                                  "2ons", "0,5g"])
def test_what_is_no_weight_is_a_fault(args: str) -> None:
    assert (timbangan.fault(args) or "").startswith("Tulis berat di bawah 100 kg")


@pytest.mark.parametrize("args", ["255g", "510g", "1,55kg", "5,1kg", "10,5kg", "51kg"])
def test_a_needle_between_two_lines_is_a_fault(args: str) -> None:
    assert (timbangan.fault(args) or "").startswith("Tulis berat yang kena garis")


def test_a_question_tells_where_the_needle_points_and_not_the_weight() -> None:
    assert timbangan.alt("250g", question=True) == (
        "angka 0 sampai 400 gram, antara dua angka ada 10 bagian, jarum 5 garis sesudah 200"
    )
    assert timbangan.alt("2kg", "en", question=True) == (
        "a dial from 0 to 4 kilograms, 10 parts from numeral to numeral, the needle is at 2"
    )


def test_elsewhere_the_weight_is_told() -> None:
    assert timbangan.alt("250g") == "timbangan menunjuk 250 gram"
    assert timbangan.alt("1,5kg") == "timbangan menunjuk 1,5 kilogram"
    assert timbangan.alt("1,5kg", "en") == "a scale that shows 1.5 kilograms"


def test_a_draw_of_a_half_is_written_with_a_comma() -> None:
    asked = first(written(question=(
        "### Soal: angka\nBerapa?\n\n![](timbangan:{a / 2}kg)\nAcak: a = 3..3\n"
        "- [x] {a / 2}\nKode: baca-03-aaaa\n"
    )))  # fmt: skip
    assert timbangan.svg("1,5kg") in asked.stem.html
