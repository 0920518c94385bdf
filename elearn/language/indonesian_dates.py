"""Days, times and years as an Indonesian says them."""

import re

from elearn.language import numbers
from elearn.language.abbreviations import MONTHS as SHORT_MONTHS
from elearn.language.rules import Found, before, real_date

MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
           "Oktober", "November", "Desember")

DAY_MONTH = r"(?<![\w/.,])([0-9]{1,2})/([0-9]{1,2})(?![0-9/]|[.,][0-9])"
_SHORTS = "|".join(sorted(SHORT_MONTHS, key=len, reverse=True))
SHORT_MONTH = rf"(?:{_SHORTS})(?!\w)(?:\.(?=\s?[0-9]))?"

_A_DAY = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|tanggal|tgl)\W{0,3}$",
    re.IGNORECASE)


def clock(found: Found) -> str | None:
    """Return what is said for "08.30": eight and thirty; a full hour without its minutes."""
    hour, minute = int(found[1]), int(found[2])
    if hour > 24:
        return None
    said = numbers.number_words(hour)
    if minute == 0:
        return said
    between = " lewat " if minute < 10 else " "
    return f"{said}{between}{numbers.number_words(minute)}"


def full_date(day: str, month: str, year: str) -> str | None:
    """Return a date of three numbers in words; None where it can be none."""
    if not real_date(day, month):
        return None
    return f"{_day(day, month)} {numbers.whole_words(year)}"


def day_and_month(found: Found) -> str | None:
    """Return "Senin, 1/2" as a date: only after a day of the week, or "tanggal"."""
    dated = _A_DAY.search(before(found, 14)) and real_date(found[1], found[2])
    return _day(found[1], found[2]) if dated else None


def short_month(found: Found) -> str | None:
    """Return the month that is shortened after its day: "12 Des"."""
    return SHORT_MONTHS[found[0].rstrip(".")] if before(found)[-1:].isdigit() else None


def _day(day: str, month: str) -> str:
    return f"{numbers.number_words(int(day))} {MONTHS[int(month) - 1]}"
