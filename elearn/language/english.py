"""What an English voice says for numbers, money, dates, short forms and signs."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from elearn.language import numbers
from elearn.language.abbreviations import (
    ENGLISH_BEFORE_DIGITS,
    ENGLISH_ENDINGS,
    ENGLISH_TITLES,
)
from elearn.language.rules import (
    ASKED,
    BLANK,
    DAY_MONTH_YEAR,
    FRACTION,
    HELPLINE,
    MINUS,
    PHONE,
    TO_CALL,
    VULGAR,
    WORD,
    YEAR_MONTH_DAY,
    Found,
    after_operand,
    asked,
    before,
    digit_groups,
    real_date,
    rule,
    table_rule,
    vulgar_parts,
)

_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
# the money is Indonesian: Rp10.000 in an English sentence is still ten thousand
_MONEY = r"([0-9]{1,3}(?:[.,][0-9]{3})+(?![0-9])|[0-9]+)"
_CLOCK = r"(?<![\w.,:])([0-9]{1,2}):([0-5][0-9])(?![.,:/]?[0-9])"

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")

_UNITS: Mapping[str, str] = MappingProxyType({
    "kg": "kilogram", "g": "gram", "mg": "milligram", "km": "kilometre", "m": "metre",
    "cm": "centimetre", "mm": "millimetre", "l": "litre", "L": "litre", "ml": "millilitre",
})


def _number(text: str) -> str:
    """Return a number as it is written in English ("12,500", "2.5", "-3") in words."""
    sign = "minus " if text[:1] in "-−" else ""
    whole, _, places = text.lstrip("-−").replace(",", "").partition(".")
    return sign + numbers.decimal_words(whole, places, "en")


def _digits(run: str) -> str:
    return numbers.digit_words(run, "en")


def _rupiah(found: Found) -> str:
    scale = f" {found[2]}" if found[2] else ""
    return f"{_number(re.sub('[.,]', '', found[1]))}{scale} rupiah"


def _clock(found: Found) -> str | None:
    hour, minute = int(found[1]), int(found[2])
    if hour > 24:
        return None
    said = numbers.number_words(hour, "en")
    if minute == 0:
        return f"{said} o'clock"
    between = " oh " if minute < 10 else " "
    return f"{said}{between}{numbers.number_words(minute, 'en')}"


def _date(day: str, month: str, year: str) -> str | None:
    if not real_date(day, month):
        return None
    said_day = numbers.ordinal_words(int(day), "en")
    said_year = numbers.year_words(int(year), "en")
    return f"{said_day} of {MONTHS[int(month) - 1]} {said_year}"


def _unit(found: Found) -> str | None:
    number = before(found)
    if not number[-1:].isnumeric():
        return None
    single = re.search(r"(?<![0-9.,])1$|/[0-9]+$|[^0-9]$", number)      # 1 kg, 1/2 kg, ½ kg
    return _UNITS[found[0]] + ("" if single else "s")


def _word(found: Found) -> str:
    return re.sub("[’ʼ]", "'", found[0])


RULES = (
    rule(TO_CALL, lambda found: digit_groups(found[0], _digits)),
    rule(YEAR_MONTH_DAY, lambda found: _date(found[3], found[2], found[1])),
    rule(DAY_MONTH_YEAR, lambda found: _date(found[1], found[3], found[4])),
    rule(rf"(?<!\w)Rp\.?\s?{_MONEY}(?:\s(thousand|million|billion)\b)?", _rupiah, re.IGNORECASE),
    rule(PHONE, lambda found: digit_groups(found[0], _digits)),
    rule(HELPLINE, lambda found: _digits(found[0]), re.IGNORECASE),
    rule(_CLOCK, _clock),
    rule(rf"({MINUS}{_NUMBER})\s?%", lambda found: f"{_number(found[1])} percent"),
    rule(FRACTION, lambda found: numbers.fraction_words(int(found[1]), int(found[2]), "en")),
    rule(VULGAR, lambda found: numbers.fraction_words(*vulgar_parts(found[0]), "en")),
    rule(r"([0-9]{1,6})(?:st|nd|rd|th)\b",
         lambda found: numbers.ordinal_words(int(found[1]), "en")),
    rule(rf"{MINUS}{_NUMBER}", lambda found: _number(found[0])),
    rule(r"^×$", "times"),               # a sign that is tapped by itself
    rule(r"^[-−]$", "minus"),
    rule(r"^[:÷]$", "divided by"),
    rule(r"x(?=\s?[0-9(?_…])|×", after_operand("times")),
    rule(rf"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!\w)", _unit),
    table_rule(ENGLISH_TITLES, tail=""),
    table_rule(ENGLISH_ENDINGS, tail=""),
    table_rule(ENGLISH_BEFORE_DIGITS, tail=r"(?=\s?[0-9])"),
    rule(r"Rp\b", "rupiah"),
    rule(WORD, _word),
    rule(BLANK, "blank"),
    rule(ASKED, asked("what")),
    rule(r"(?<=[0-9%])[-–](?=[0-9]|Rp)|(?<=[0-9%]\s)–(?=\s(?:[0-9]|Rp))", "to"),
    rule(r"[-−](?=\s?(?:[0-9(?_…□]|Rp|\.\.))", after_operand("minus")),
    rule(r"(?<=[0-9?_…)□]\s)[:/](?=\s[0-9(?_….□])|÷", "divided by"),
    rule(r"\+", "plus"),
    rule("=", "equals"),
    rule("<", "is less than"),
    rule(">", "is more than"),
    rule("±", "plus or minus"),
    rule("&", "and"),
    rule("%", "percent"),
)
"""Tried in order at each place of a sentence; the first that speaks wins."""
