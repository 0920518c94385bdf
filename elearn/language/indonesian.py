"""What an Indonesian voice says for numbers, money, dates, short forms, signs and letters."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from elearn.language import codes, emojis, indonesian_dates, numbers
from elearn.language.abbreviations import BEFORE_DIGITS, ENDINGS, NUMBERED, TITLES
from elearn.language.indonesian_dates import DAY_MONTH, SHORT_MONTH
from elearn.language.indonesian_money import FROM_TO, NUMBER, RUPIAH, from_to, number, rupiah
from elearn.language.indonesian_words import counted, degree, roman_rank, word
from elearn.language.roman import ROMAN
from elearn.language.rules import (
    ASKED,
    BLANK,
    CLOCK,
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
    rule,
    table_rule,
    vulgar_parts,
)
from elearn.language.units import MEASURES, UNITS, alternatives

_POINTED = (r"(?<![\w.,])([0-9]+)\.([0-9]{1,2})"
            r"(?=\s?(?:juta|miliar|triliun|kg|km|liter|meter|%)(?!\w))")
_DOTTED = r"(?<=[0-9])\.(?=[0-9])"

_SHORT: Mapping[str, str] = MappingProxyType({
    "bpk": "bapak", "cm": "sentimeter", "dgn": "dengan", "hlm": "halaman", "kg": "kilogram",
    "km": "kilometer", "mm": "milimeter", "Rp": "rupiah", "tgl": "tanggal", "yg": "yang",
    "utk": "untuk", "krn": "karena", "sdh": "sudah", "blm": "belum", "jml": "jumlah",
})
_A_NUMBER_OF = rf"No\.(?=\s(?:{'|'.join(sorted(NUMBERED))})\b)"

_SCORE = re.compile(r"\b(?:skor|menang|kalah|unggul|imbang|seri)\s[0-9]{1,3}$", re.IGNORECASE)
_MEASURED = re.compile(rf"[0-9]\s?(?:{alternatives(UNITS)})$")
_SIGNS = {
    ".": "titik", "@": "et", "/": "garis miring", "-": "strip", "_": "garis bawah",
    ":": "titik dua", "?": "tanda tanya", "=": "sama dengan", "&": "dan", "%": "persen",
    "#": "pagar",
}


def _of_rt(found: Found) -> str | None:
    """Return "05" as five after RT or RW: nobody says its zero."""
    return numbers.whole_words(found[1]) if RT_RW.search(before(found)) else None


def _unit(found: Found) -> str | None:
    return UNITS[found[0]] if before(found)[-1:].isnumeric() else None


def _times(found: Found) -> str | None:
    measured = _MEASURED.search(before(found))
    return "kali" if measured else after_operand("kali")(found)


def _per(found: Found) -> str | None:
    said = re.search(rf"(?:[0-9]|,-|\b(?:ribu|juta|rupiah|{MEASURES}))$", before(found))
    return "per" if said else None


def _between(found: Found) -> str | None:
    """Return what a hyphen says between two numbers: up to, less, or nothing in a score."""
    if _SCORE.search(before(found, 16)):
        return ""
    both = around(found)
    if both is None or both[0] < both[1]:
        return "sampai"
    return "kurang"


def _spaced(found: Found) -> str | None:
    """Return "sampai" for "6 - 12 tahun" and "Rp5.000 - Rp7.500": less cannot be meant."""
    both = around(found)
    return "sampai" if both and both[0] < both[1] and "=" not in found.string else None


def _dash(found: Found) -> str | None:
    """Return "sampai" for a dash with spaces, but "25 – 7" is less."""
    both = around(found)
    return "sampai" if both is None or both[0] < both[1] else "kurang"


RULES = (
    rule(codes.TO_CALL, lambda found: codes.called(found[0], "id")),
    rule(codes.ADDRESS, codes.address(_SIGNS, "id")),
    rule(YEAR_MONTH_DAY, lambda found: indonesian_dates.full_date(found[3], found[2], found[1])),
    rule(DAY_MONTH_YEAR, lambda found: indonesian_dates.full_date(found[1], found[3], found[4])),
    rule(FROM_TO, from_to, re.IGNORECASE),
    rule(RUPIAH, rupiah, re.IGNORECASE),
    rule(codes.PHONE, lambda found: codes.called(found[0], "id")),
    rule(codes.GROUPS, lambda found: codes.digit_groups(found[0], "id")),
    rule(codes.HELPLINE, lambda found: numbers.digit_words(found[0]), re.IGNORECASE),
    rule(codes.CHAIN, lambda found: codes.chain(found, "id")),
    rule(codes.CODE, lambda found: codes.coded(found, "id")),
    rule(r"(?<!\w)RT/RW[ .:]{0,2}0*([0-9]{1,3})/0*([0-9]{1,3})(?!\w)",
         lambda found: f"RT {numbers.whole_words(found[1])} RW {numbers.whole_words(found[2])}"),
    rule(ZEROS, _of_rt),
    rule(_POINTED, lambda found: numbers.decimal_words(found[1], found[2])),
    rule(CLOCK, indonesian_dates.clock),
    rule(DAY_MONTH, indonesian_dates.day_and_month),
    rule(SHORT_MONTH, indonesian_dates.short_month),
    rule(rf"({MINUS}{NUMBER})\s?%", lambda found: f"{number(found[1])} persen"),
    rule(rf"({MINUS}{NUMBER})\s?°\s?C\b", lambda found: f"{number(found[1])} derajat Celsius"),
    rule(FRACTION, lambda found: numbers.fraction_words(int(found[1]), int(found[2]))),
    rule(VULGAR, lambda found: numbers.fraction_words(*vulgar_parts(found[0]))),
    rule(r"(?<!\w)ke-([0-9]{1,15})\b", lambda found: f"ke{numbers.whole_words(found[1])}",
         re.IGNORECASE),
    rule(r"(?<!\w)ke-([IVX]+)\b", roman_rank),
    rule(rf"({NUMBER})-an\b", lambda found: f"{number(found[1])}an"),
    rule(rf"{MINUS}{NUMBER}", lambda found: number(found[0])),
    rule(ROMAN, counted),
    rule(r"^×$", "kali"),                # a sign that is tapped by itself
    rule(r"^[-−]$", "kurang"),
    rule(r"^[:÷]$", "bagi"),
    rule(r"x(?=\s?[0-9(?_…])|×", _times),
    rule(rf"(?:{alternatives(UNITS)})(?!\w)", _unit),
    rule(_A_NUMBER_OF, "nomor", re.IGNORECASE),
    table_rule(TITLES, tail=r"(?![\w.])"),
    rule(r"(?<!\w)[A-Z][a-z]{0,3}(?:\.[A-Z][a-z]{0,3}){1,3}(?!\w)(?:\.(?!$))?", degree),
    rule(r"H\.(?=\s[A-Z][a-z])", "haji"),
    table_rule(ENDINGS, tail=""),
    table_rule(BEFORE_DIGITS, tail=r"(?=\s?[0-9])"),
    table_rule(_SHORT),
    rule(WORD, word),
    rule(rf"/(?=(?:{MEASURES})\b)", _per),
    rule(r"(?<=[a-z]{3})/(?=[a-z]{3})(?<!dan/)", "atau"),
    rule(BLANK, "titik titik"),
    rule(ASKED, asked("berapa")),
    rule(rf"(?<=[0-9])-(?={NUMBER}\s?=)", "kurang"),
    rule(r"(?<=[0-9])-(?=[0-9])", _between),
    rule(r"(?<=[0-9]\s)-(?=\s(?:[0-9.,]+\s[a-zA-Z]|Rp))", _spaced),
    rule(r"(?<=[0-9%])[-–](?=[0-9]|Rp)|(?<=[a-z])–(?=[A-Z])", "sampai"),
    rule(r"(?<=[0-9%]\s)–(?=\s(?:[0-9]|Rp))", _dash),
    rule(r"[-−](?=\s?(?:[0-9(?_…□]|Rp|\.\.))", after_operand("kurang")),
    rule(r"(?<=[0-9?_…)□]\s)[:/](?=\s[0-9(?_….□])|÷", "bagi"),
    rule(r"(?<=[0-9]):(?=[0-9])", "banding"),
    rule(_DOTTED, "titik"),
    rule(r"\+", "tambah"),
    rule("=", "sama dengan"),
    rule("≠", "tidak sama dengan"),
    rule("<", "kurang dari"),
    rule(">", "lebih dari"),
    rule("≤", "kurang dari atau sama dengan"),
    rule("≥", "lebih dari atau sama dengan"),
    rule("±", "kurang lebih"),
    rule("&", "dan"),
    rule("%", "persen"),
    rule("(?<=[0-9])°", "derajat"),
    rule(emojis.EMOJI, lambda found: emojis.in_text(found, "id")),
)
"""Tried in order at each place of a sentence; the first that speaks wins."""
