"""Rupiah notes and coins."""

import pytest

from elearn.figures import FIGURES
from elearn.figures.uang import COINS, NOTES

uang = FIGURES["uang"]


@pytest.mark.parametrize("value", NOTES + COINS)
def test_all_money_in_use_can_be_drawn(value: int) -> None:
    drawn = uang.svg(str(value))
    assert f">{value:,}</text>".replace(",", ".") in drawn
    assert drawn.count("<circle") == (value in COINS)


def test_pieces_are_drawn_in_the_order_they_are_written() -> None:
    drawn = uang.svg("500+5000+500")
    assert drawn.count("<circle") == 2
    assert drawn.index(">500<") < drawn.index(">5.000<") < drawn.rindex(">500<")


def test_a_row_ends_where_a_small_screen_does() -> None:
    assert 'height="52"' in uang.svg("100+200+500")
    assert 'height="112"' in uang.svg("5000+2000+1000")


@pytest.mark.parametrize("args", ["", "7", "3000", "5000+", "5.000", "Rp5000", "05000",
                                  "100 + 200"])
def test_money_that_is_not_in_use_is_a_fault(args: str) -> None:
    assert (uang.fault(args) or "").startswith("Tulis uang yang ada")


def test_a_purse_has_an_end() -> None:
    assert uang.fault("+".join(["100"] * 12)) is None
    assert (uang.fault("+".join(["100"] * 13)) or "").startswith("Paling banyak 12")


def test_a_question_names_the_pieces_and_never_their_sum() -> None:
    assert uang.alt("5000+500", question=True) == "lembar Rp5.000, koin Rp500"
    assert uang.alt("5000+500", "en", question=True) == "a note of Rp5,000, a coin of Rp500"


def test_elsewhere_the_sum_is_said() -> None:
    assert uang.alt("5000+2000") == "lembar Rp5.000, lembar Rp2.000: semuanya Rp7.000"
    assert uang.alt("500") == "koin Rp500"
