"""What an Indonesian voice says for numbers, money, dates, short forms, signs and letters."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from elearn.language import numbers
from elearn.language.abbreviations import BEFORE_DIGITS, ENDINGS, TITLES
from elearn.language.rules import (
    ASKED,
    BLANK,
    CLOCK,
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
    bare_letter,
    before,
    digit_groups,
    real_date,
    rule,
    table_rule,
    vulgar_parts,
)

_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])|[0-9]+)(?:,[0-9]+)?"
_RUPIAH = rf"(?<!\w)Rp\.?\s?({_NUMBER})(?:,-)?(?:\s(ribu|juta|miliar|triliun)\b)?"
_MEASURES = r"[lg]|[kmc]?m|[km]g|ons|liter|jam|hari|minggu|bulan|tahun|orang|anak|buah|ikat|bungkus"

MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
           "Oktober", "November", "Desember")

_UNITS: Mapping[str, str] = MappingProxyType({
    "kg": "kilogram", "g": "gram", "gr": "gram", "mg": "miligram", "km": "kilometer",
    "m": "meter", "cm": "sentimeter", "mm": "milimeter", "l": "liter", "L": "liter",
    "dl": "desiliter", "ml": "mililiter", "m²": "meter persegi", "m2": "meter persegi",
    "m³": "meter kubik", "m3": "meter kubik", "ha": "hektare", "x": "kali",
})
"""Said so only after a number: alone, m and l are letters."""

_SHORT: Mapping[str, str] = MappingProxyType({
    "bpk": "bapak", "cm": "sentimeter", "dgn": "dengan", "hlm": "halaman", "kg": "kilogram",
    "km": "kilometer", "mm": "milimeter", "Rp": "rupiah", "tgl": "tanggal", "yg": "yang",
})

_ZONES: Mapping[str, str] = MappingProxyType({
    "WIB": "waktu Indonesia barat", "WITA": "waktu Indonesia tengah",
    "WIT": "waktu Indonesia timur",
})

_SPELLED = frozenset({"IRT", "KIA", "KPAI", "KUA", "PPA", "RI", "SMA", "TKI", "UKM", "UMKM", "UPT",
                      "UU", "WA"})
"""Names of capitals with a vowel that people spell all the same."""

_CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ"
_UNSAYABLE = re.compile(rf"[AEIOU][{_CONSONANTS}]{{2,}}")      # ATM, OTP, UPT


def _number(text: str) -> str:
    """Return a number as it is written in Indonesian ("12.500", "2,5", "-3") in words."""
    sign = "min " if text[:1] in "-−" else ""
    whole, _, places = text.lstrip("-−").replace(".", "").partition(",")
    return sign + numbers.decimal_words(whole, places)


def _rupiah(found: Found) -> str:
    scale = f" {found[2]}" if found[2] else ""
    return f"{_number(found[1].removesuffix(',00'))}{scale} rupiah"


def _clock(found: Found) -> str | None:
    hour, minute = int(found[1]), int(found[2])
    if hour > 24:
        return None
    said = numbers.number_words(hour)
    if minute == 0:
        return said
    between = " lewat " if minute < 10 else " "
    return f"{said}{between}{numbers.number_words(minute)}"


def _date(day: str, month: str, year: str) -> str | None:
    if not real_date(day, month):
        return None
    said_day = numbers.number_words(int(day))
    return f"{said_day} {MONTHS[int(month) - 1]} {numbers.whole_words(year)}"


def _word(found: Found) -> str:
    word = re.sub(r"['’ʼ]", "", found[0])
    parts = word.split("-")
    if all(len(part) == 1 for part in parts):
        return " ".join(bare_letter(part) for part in parts)       # b-a-c-a
    return _capitals(word) if word.isupper() else word


def _capitals(word: str) -> str:
    if word in _ZONES:
        return _ZONES[word]
    if word in _SPELLED or _UNSAYABLE.fullmatch(word):
        return " ".join(word.lower())
    return word.lower() if re.search("[AEIOU]", word) else word


def _unit(found: Found) -> str | None:
    return _UNITS[found[0]] if before(found)[-1:].isnumeric() else None


def _per(found: Found) -> str | None:
    said = re.search(r"(?:[0-9]|\b(?:kg|km|ribu|juta|rupiah))$", before(found))
    return "per" if said else None


RULES = (
    rule(TO_CALL, lambda found: digit_groups(found[0], numbers.digit_words)),
    rule(YEAR_MONTH_DAY, lambda found: _date(found[3], found[2], found[1])),
    rule(DAY_MONTH_YEAR, lambda found: _date(found[1], found[3], found[4])),
    rule(_RUPIAH, _rupiah, re.IGNORECASE),
    rule(PHONE, lambda found: digit_groups(found[0], numbers.digit_words)),
    rule(HELPLINE, lambda found: numbers.digit_words(found[0]), re.IGNORECASE),
    rule(CLOCK, _clock),
    rule(rf"({MINUS}{_NUMBER})\s?%", lambda found: f"{_number(found[1])} persen"),
    rule(rf"({MINUS}{_NUMBER})\s?°\s?C\b", lambda found: f"{_number(found[1])} derajat Celsius"),
    rule(FRACTION, lambda found: numbers.fraction_words(int(found[1]), int(found[2]))),
    rule(VULGAR, lambda found: numbers.fraction_words(*vulgar_parts(found[0]))),
    rule(r"(?<!\w)ke-([0-9]{1,15})\b", lambda found: f"ke{numbers.whole_words(found[1])}",
         re.IGNORECASE),
    rule(rf"({_NUMBER})-an\b", lambda found: f"{_number(found[1])}an"),
    rule(rf"{MINUS}{_NUMBER}", lambda found: _number(found[0])),
    rule(r"^×$", "kali"),                # a sign that is tapped by itself
    rule(r"^[-−]$", "kurang"),
    rule(r"^[:÷]$", "bagi"),
    rule(r"x(?=\s?[0-9(?_…])|×", after_operand("kali")),
    rule(rf"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!\w)", _unit),
    table_rule(TITLES, tail=""),
    table_rule(ENDINGS, tail=""),
    table_rule(BEFORE_DIGITS, tail=r"(?=\s?[0-9])"),
    table_rule(_SHORT),
    rule(WORD, _word),
    rule(rf"/(?=(?:{_MEASURES})\b)", _per),
    rule(BLANK, "titik titik"),
    rule(ASKED, asked("berapa")),
    rule(rf"(?<=[0-9])-(?={_NUMBER}\s?=)", "kurang"),
    rule(r"(?<=[0-9%])[-–](?=[0-9]|Rp)|(?<=[0-9%]\s)–(?=\s(?:[0-9]|Rp))", "sampai"),
    rule(r"[-−](?=\s?(?:[0-9(?_…□]|Rp|\.\.))", after_operand("kurang")),
    rule(r"(?<=[0-9?_…)□]\s)[:/](?=\s[0-9(?_….□])|÷", "bagi"),
    rule(r"(?<=[0-9]):(?=[0-9])", "banding"),
    rule(r"\+", "tambah"),
    rule("=", "sama dengan"),
    rule("<", "kurang dari"),
    rule(">", "lebih dari"),
    rule("±", "kurang lebih"),
    rule("&", "dan"),
    rule("%", "persen"),
)
"""Tried in order at each place of a sentence; the first that speaks wins."""
