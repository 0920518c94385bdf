"""Numbers and money, in words and in digits."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.language.numbers import (
    Number,
    format_number,
    fraction_words,
    number_words,
    ordinal_words,
    rupiah_words,
    whole_words,
    year_words,
)


@pytest.mark.parametrize(("value", "indonesian", "english"), [
    (0, "nol", "zero"),
    (11, "sebelas", "eleven"),
    (100, "seratus", "one hundred"),
    (1000, "seribu", "one thousand"),
    (12500, "dua belas ribu lima ratus", "twelve thousand five hundred"),
    (101_000, "seratus satu ribu", "one hundred and one thousand"),
    (1_001_000, "satu juta seribu", "one million one thousand"),
    (-5, "min lima", "minus five"),
    (Fraction(5, 2), "dua koma lima", "two point five"),
    (Fraction(-1, 2), "min nol koma lima", "minus zero point five"),
    (Fraction(2, 3), "dua pertiga", "two thirds"),
    (Fraction(-7, 3), "min tujuh pertiga", "minus seven thirds"),
    (Decimal("12.50"), "dua belas koma lima nol", "twelve point five zero"),
])
def test_numbers_are_said_as_people_say_them(value: Number, indonesian: str, english: str) -> None:
    assert number_words(value) == indonesian
    assert number_words(value, "en") == english


@pytest.mark.parametrize(("over", "under", "indonesian", "english"), [
    (1, 2, "setengah", "one half"),
    (1, 4, "seperempat", "one quarter"),
    (3, 4, "tiga perempat", "three quarters"),
    (2, 3, "dua pertiga", "two thirds"),
    (1, 10, "sepersepuluh", "one tenth"),
    (3, 200, "tiga per dua ratus", "three over two hundred"),
    (5, 0, "lima per nol", "five over zero"),
])
def test_fractions_have_names(over: int, under: int, indonesian: str, english: str) -> None:
    assert fraction_words(over, under) == indonesian
    assert fraction_words(over, under, "en") == english


def test_money_is_said_with_its_name() -> None:
    assert rupiah_words(10_000) == "sepuluh ribu rupiah"
    assert rupiah_words(2500, "en") == "two thousand five hundred rupiah"


def test_codes_are_read_digit_by_digit() -> None:
    assert whole_words("05") == "nol lima"
    assert whole_words("0") == "nol"
    assert whole_words("1" * 16).split() == ["satu"] * 16
    assert number_words(10**40).startswith("satu nol nol")


def test_ranks_and_years() -> None:
    assert ordinal_words(3) == "ketiga"
    assert ordinal_words(3, "en") == "third"
    assert year_words(1945) == "seribu sembilan ratus empat puluh lima"
    assert year_words(1945, "en") == "nineteen forty-five"


@pytest.mark.parametrize("endless", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(endless: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        number_words(Decimal(endless))


@pytest.mark.parametrize(("value", "indonesian", "english"), [
    (999, "999", "999"),
    (12500, "12.500", "12,500"),
    (Fraction(5, 2), "2,5", "2.5"),
    (Fraction(-25001, 2), "-12.500,5", "-12,500.5"),
    (Fraction(1, 100), "0,01", "0.01"),
    (Fraction(2, 3), "2/3", "2/3"),
])
def test_digits_are_marked_as_the_language_marks_them(
    value: Fraction | int, indonesian: str, english: str,
) -> None:
    assert format_number(value) == indonesian
    assert format_number(value, "en") == english


@given(st.fractions(max_denominator=10**6), st.sampled_from(["id", "en", "ms"]))
def test_every_fraction_has_words_and_digits(value: Fraction, language: str) -> None:
    assert not any(sign.isdigit() for sign in number_words(value, language))
    assert format_number(value, language)


@given(st.integers(min_value=-10**15, max_value=10**15))
def test_digits_can_be_read_back(value: int) -> None:
    assert int(format_number(value).replace(".", "")) == value
    assert int(format_number(value, "en").replace(",", "")) == value


@given(st.integers(min_value=0, max_value=10**14), st.integers(min_value=0, max_value=10**14))
def test_two_numbers_never_sound_alike(one: int, other: int) -> None:
    assert (number_words(one) == number_words(other)) == (one == other)
