"""What an English voice says for numbers, money, dates, short forms and signs."""

import re

from elearn.language import codes, emojis, numbers, roman
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
    MINUS,
    RT_RW,
    VULGAR,
    WORD,
    YEAR_MONTH_DAY,
    ZEROS,
    Found,
    after_operand,
    around,
    asked,
    before,
    real_date,
    rule,
    table_rule,
    vulgar_parts,
)
from elearn.language.units import ENGLISH_UNITS, alternatives

_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
# the money is Indonesian: Rp10.000 in an English sentence is still ten thousand
_MONEY = r"([0-9]{1,3}(?:[.,][0-9]{3})+(?![0-9])|[0-9]+)"
_MILLIONS = r"([0-9]+\.[0-9]{1,2})\s(million|billion)\b"
_CLOCK = r"(?<![\w.,:])([0-9]{1,2}):([0-5][0-9])(?![.,:/]?[0-9])"

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")

_HOURS = {"h": "hour", "hour": "hour", "day": "day", "kg": "kilogram"}
_SIGNS = {
    ".": "dot", "@": "at", "/": "slash", "-": "dash", "_": "underscore", ":": "colon",
    "?": "question mark", "=": "equals", "&": "and", "%": "percent", "#": "hash",
}
_SINGLE = re.compile(r"(?:^|[^0-9.,/ ]|[^0-9] )(?:1|[0-9]+/[0-9]+|[¼-¾⅐-⅞])$")   # 1 kg, ½ kg
_MEASURED = re.compile(rf"[0-9]\s?(?:{alternatives(ENGLISH_UNITS)})$")
_AFTER_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)}),?$|\b(?:in|from|since|[12][0-9]{{3}}[-–])$")


def _dash(found: Found) -> str:
    both = around(found)
    return "to" if both is None or both[0] < both[1] else "minus"


def _times(found: Found) -> str | None:
    measured = _MEASURED.search(before(found))
    return "times" if measured else after_operand("times")(found)


def _decade(found: Found) -> str:
    """Return "1990s" as the nineteen nineties."""
    said = numbers.year_words(int(found[1]), "en")
    return f"{said[:-1]}ies" if said.endswith("y") else f"{said}s"


def _of_rt(found: Found) -> str | None:
    return numbers.whole_words(found[1], "en") if RT_RW.search(before(found)) else None


def _number(text: str) -> str:
    """Return a number as it is written in English ("12,500", "2.5", "-3") in words."""
    sign = "minus " if text[:1] in "-−" else ""
    whole, _, places = text.lstrip("-−").replace(",", "").partition(".")
    return sign + numbers.decimal_words(whole, places, "en")


def _rupiah(found: Found) -> str:
    sign = "minus " if found[0][:1] in "-−" else ""
    if found[1]:
        return f"{sign}{_number(found[1])} {found[2]} rupiah"
    scale = f" {found[4]}" if found[4] else ""
    return f"{sign}{_money(found[3])}{scale} rupiah"


def _money(text: str) -> str:
    return _number(re.sub("[.,]", "", text))


def _year(found: Found) -> str | None:
    dated = _AFTER_MONTH.search(before(found))
    return numbers.year_words(int(found[0]), "en") if dated else None


def _fraction(found: Found, over: int, under: int) -> str:
    """Return a fraction in words, after a whole number with "and"."""
    joined = "and " if before(found)[-1:].isdigit() else ""
    return joined + numbers.fraction_words(over, under, "en")


def _counted(found: Found) -> str | None:
    value = roman.counted(found)
    return numbers.number_words(value[0], "en") if value and not value[1] else None


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
    return ENGLISH_UNITS[found[0]] + ("" if _SINGLE.search(number) else "s")


def _word(found: Found) -> str:
    """Return a word; "am" and "pm" after a time, and ID, letter by letter."""
    word = re.sub("[’ʼ]", "'", found[0])
    timed = word.lower() in ("am", "pm") and before(found)[-1:].isdigit()
    return " ".join(word.lower()) if timed or word == "ID" else word


RULES = (
    rule(codes.TO_CALL, lambda found: codes.called(found[0], "en")),
    rule(codes.ADDRESS, codes.address(_SIGNS, "en")),
    rule(YEAR_MONTH_DAY, lambda found: _date(found[3], found[2], found[1])),
    rule(DAY_MONTH_YEAR, lambda found: _date(found[1], found[3], found[4])),
    rule(rf"(?<!\w)Rp\.?\s?{_MONEY}(?:-|\s?–\s?){_MONEY}",
         lambda found: f"{_money(found[1])} to {_money(found[2])} rupiah", re.IGNORECASE),
    rule(rf"{MINUS}(?<!\w)Rp\.?\s?(?:{_MILLIONS}|{_MONEY}(?:\s(thousand|million|billion)\b)?)",
         _rupiah, re.IGNORECASE),
    rule(codes.PHONE, lambda found: codes.called(found[0], "en")),
    rule(codes.GROUPS, lambda found: codes.digit_groups(found[0], "en")),
    rule(codes.HELPLINE, lambda found: numbers.digit_words(found[0], "en"), re.IGNORECASE),
    rule(codes.CHAIN, lambda found: codes.chain(found, "en")),
    rule(codes.CODE, lambda found: codes.coded(found, "en")),
    rule(r"(?<!\w)([12][0-9]{2}0)s\b", _decade),
    rule(ZEROS, _of_rt),
    rule(r"(?<![\w.,])[12][0-9]{3}(?![\w]|[.,][0-9])", _year),
    rule(_CLOCK, _clock),
    rule(rf"({MINUS}{_NUMBER})\s?%", lambda found: f"{_number(found[1])} percent"),
    rule(rf"({MINUS}{_NUMBER})\s?°\s?C\b", lambda found: f"{_number(found[1])} degrees Celsius"),
    rule(FRACTION, lambda found: _fraction(found, int(found[1]), int(found[2]))),
    rule(VULGAR, lambda found: _fraction(found, *vulgar_parts(found[0]))),
    rule(r"([0-9]{1,6})(?:st|nd|rd|th)\b",
         lambda found: numbers.ordinal_words(int(found[1]), "en")),
    rule(rf"{MINUS}{_NUMBER}", lambda found: _number(found[0])),
    rule(r"^×$", "times"),               # a sign that is tapped by itself
    rule(r"^[-−]$", "minus"),
    rule(r"^[:÷]$", "divided by"),
    rule(r"x(?=\s?[0-9(?_…])|×", _times),
    rule(rf"(?:{alternatives(ENGLISH_UNITS)})(?!\w)", _unit),
    rule(r"/(?:h|hour|day|kg)\b", lambda found: f"per {_HOURS[found[0][1:]]}"
         if before(found)[-1:].isalnum() else None),
    rule(roman.ROMAN, _counted),
    table_rule(ENGLISH_TITLES, tail=""),
    table_rule(ENGLISH_ENDINGS, tail=""),
    table_rule(ENGLISH_BEFORE_DIGITS, tail=r"(?=\s?[0-9])"),
    rule(r"Rp\b", "rupiah"),
    rule(WORD, _word),
    rule(BLANK, "blank"),
    rule(ASKED, asked("what")),
    rule(r"(?<=[0-9%])[-–](?=[0-9]|Rp)|(?<=[a-z])–(?=[A-Z])", "to"),
    rule(r"(?<=[0-9%]\s)–(?=\s(?:[0-9]|Rp))", _dash),
    rule(r"[-−](?=\s?(?:[0-9(?_…□]|Rp|\.\.))", after_operand("minus")),
    rule(r"(?<=[0-9?_…)□]\s)[:/](?=\s[0-9(?_….□])|÷", "divided by"),
    rule(r"\+", "plus"),
    rule("=", "equals"),
    rule("<", "is less than"),
    rule(">", "is more than"),
    rule("±", "plus or minus"),
    rule("&", "and"),
    rule("%", "percent"),
    rule("(?<=[0-9])°", "degrees"),
    rule(r"(?<=[0-9])\.(?=[0-9])", "point"),
    rule(emojis.EMOJI, lambda found: emojis.in_text(found, "en")),
)
"""Tried in order at each place of a sentence; the first that speaks wins."""
