"""Numbers and money in words and in digits: Indonesian, and English beside it."""

import functools
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

Number = int | Fraction | Decimal

LONGEST = 15
"""Digits of the longest whole number that is said as a number; a longer one is read out."""

PLACES = 6
"""Decimal places after which an exact fraction is clearer than a decimal."""

_POINT = {"id": "koma", "en": "point"}
_MINUS = {"id": "min", "en": "minus"}
_MARKS = {"id": (".", ","), "en": (",", ".")}    # thousands, decimal
_PARTS = 12                  # into more parts nobody speaks of "perdelapan puluh": a ratio, 120/80
_HALVES = {2: ("half", "halves"), 4: ("quarter", "quarters")}
_LATER_THOUSAND = re.compile(r"(?<=iun |uta |iar )satu ribu")


def number_words(value: Number, language: str = "id") -> str:
    """Return `value` in words: 12500 -> "dua belas ribu lima ratus", 2.5 -> "dua koma lima".

    A fraction without a short decimal is said as one: 2/3 -> "dua pertiga". Languages other than
    English are read as Indonesian. Raises ValueError for a Decimal that is not finite.
    """
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"not a number to say: {value}")
    language = _known(language)
    if value < 0:
        return f"{_MINUS[language]} {number_words(-value, language)}"
    decimal = _decimal(value)
    if decimal is None:
        exact = Fraction(value)
        return fraction_words(exact.numerator, exact.denominator, language)
    whole, places = decimal
    return decimal_words(whole, places, language)


def decimal_words(whole: str, places: str = "", language: str = "id") -> str:
    """Return digits before and after the decimal mark in words; the places one by one."""
    language = _known(language)
    said = whole_words(whole, language)
    if not places:
        return said
    return f"{said} {_POINT[language]} {digit_words(places, language)}"


def whole_words(digits: str, language: str = "id") -> str:
    """Return a run of ASCII digits in words; codes ("05", a NIK) digit by digit."""
    if len(digits) > LONGEST or (len(digits) > 1 and digits.startswith("0")):
        return digit_words(digits, language)
    return _spell(int(digits), _known(language))


def digit_words(digits: str, language: str = "id") -> str:
    """Return every ASCII digit of `digits` by its own name: "08" -> "nol delapan"."""
    language = _known(language)
    return " ".join(_spell(int(digit), language) for digit in digits)


def fraction_words(over: int, under: int, language: str = "id") -> str:
    """Return a fraction (neither part negative) in words: 1/2 "setengah", 3/4 "tiga perempat"."""
    language = _known(language)
    said = number_words(over, language)
    if not 1 < under <= 100 or over == 0:
        return f"{said} {'over' if language == 'en' else 'per'} {number_words(under, language)}"
    if language == "en":
        return f"{said} {_english_part(over, under)}"
    if (over, under) == (1, 2):
        return "setengah"
    if under > _PARTS:
        return f"{said} per {number_words(under)}"
    part = number_words(under)
    return f"seper{part}" if over == 1 else f"{said} per{part}"


def rupiah_words(amount: Number, language: str = "id") -> str:
    """Return an amount of money in words: 10000 -> "sepuluh ribu rupiah"."""
    return f"{number_words(amount, language)} rupiah"


def format_number(value: Fraction | int, language: str = "id") -> str:
    """Return `value` in digits as people write it: "12.500", "2,5" (English "12,500", "2.5").

    A fraction without a short decimal stays one: "2/3".
    """
    thousands, mark = _MARKS[_known(language)]
    sign, value = ("-", -value) if value < 0 else ("", value)
    decimal = _decimal(value)
    if decimal is None:
        exact = Fraction(value)
        return f"{sign}{exact.numerator}/{exact.denominator}"
    whole, places = decimal
    grouped = f"{int(whole):,}".replace(",", thousands)
    return f"{sign}{grouped}{mark}{places}" if places else f"{sign}{grouped}"


def ordinal_words(value: int, language: str = "id") -> str:
    """Return a rank in words: 3 -> "ketiga", "third"; 1 -> "kesatu", as it is read from "ke-1"."""
    return _english(value, "ordinal") if language == "en" else f"ke{number_words(value)}"


def year_words(value: int, language: str = "id") -> str:
    """Return a year as it is said: "seribu sembilan ratus …", "nineteen forty-five"."""
    return _english(value, "year") if language == "en" else number_words(value)


def _known(language: str) -> str:
    return "en" if language == "en" else "id"


def _decimal(value: Number) -> tuple[str, str] | None:
    """Return the digits before and after the decimal mark, or None where they would not end."""
    if isinstance(value, Decimal):
        whole, _, places = f"{value:f}".partition(".")
        return whole, places
    exact = Fraction(value)
    for count in range(PLACES + 1):
        scaled = exact * 10**count
        if scaled.denominator == 1:
            digits = str(scaled.numerator).zfill(count + 1)
            return digits[:len(digits) - count], digits[len(digits) - count:]
    return None


def _spell(value: int, language: str) -> str:
    if language == "en":
        return _english(value, "cardinal")
    return _LATER_THOUSAND.sub("seribu", _num2words()(value, lang="id"))


def _english(value: int, form: str) -> str:
    return _num2words()(value, lang="en", to=form).replace(",", "")


def _english_part(over: int, under: int) -> str:
    one, many = _HALVES.get(under) or (_english(under, "ordinal"), _english(under, "ordinal") + "s")
    return one if over == 1 else many


@functools.cache
def _num2words() -> Callable[..., str]:
    # imported on the first number only: it loads fifty languages, 4 MB
    from num2words import num2words

    spell: Callable[..., str] = num2words
    return spell
