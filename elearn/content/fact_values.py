"""The values of a fact in fakta.md: plain words, days, terms."""

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from elearn.content.faults import RAW_HTML
from elearn.content.keywords import means

LONGEST = 60
"""Letters of a value: one short thing that a sentence can hold."""

_TAG = re.compile("<[a-zA-Z/!?][^<>]*+>?")
_SIGNS = re.compile(r"[<>{}\[\]*_`|\\]")
_DAY = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})")
_TURNED = re.compile(r"(?P<d>[0-9]{1,2})[-./](?P<m>[0-9]{1,2})[-./](?P<y>[0-9]{4})")
_TERM = re.compile(r"(?P<count>[1-9][0-9]{0,2})\s+(?P<unit>\w+)")

_UNITS: Mapping[str, tuple[str, ...]] = {
    "hari": ("day", "days"), "minggu": ("week", "weeks"),
    "bulan": ("month", "months"), "tahun": ("year", "years"),
}


class WrongValueError(ValueError):
    """A value that is not what its key wants."""

    def __init__(self, message: str, **values: object) -> None:
        """Take the message to tell, and its values."""
        super().__init__(message)
        self.message = message
        self.values = values


def _plain(text: str) -> str:
    """Return one short thing that pages show and voices say."""
    if found := _TAG.search(text):
        raise WrongValueError(RAW_HTML, tag=found[0][:40])
    if found := _SIGNS.search(text):
        raise WrongValueError("Tanda '{sign}' tidak bisa di sini. Tulis biasa saja.",
                               sign=found[0])
    if len(text) > LONGEST:
        raise WrongValueError(
            "Terlalu panjang: paling banyak {most} huruf. Bagi menjadi beberapa fakta.",
            most=LONGEST,
        )
    return text


def _kind(text: str) -> str:
    if means(text, "telepon"):
        return "telepon"
    raise WrongValueError("'{text}' tidak dikenal. Tulis 'jenis: telepon', atau hapus barisnya.",
                           text=text[:40])


def _day(text: str) -> date:
    found = _DAY.fullmatch(text)
    turned = _TURNED.fullmatch(text)
    parts = found or turned
    made = _real(int(parts["y"]), int(parts["m"]), int(parts["d"])) if parts else None
    if found and made:
        return made
    if found or (turned and not made):
        raise WrongValueError("Tanggal '{text}' tidak ada di kalender.", text=text)
    message = (
        "Tanggal '{text}' ditulis terbalik; maksudnya '{meant}'?" if made else
        "Tanggal '{text}' tidak terbaca. Tulis tahun-bulan-hari, misalnya 2026-11-23."
    )
    raise WrongValueError(message, text=text[:40], meant=made)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _term(text: str) -> str | Callable[[date], date | None]:
    """Return "tetap", or what leads from the day of the check to the last day."""
    if means(text, "tetap"):
        return "tetap"
    found = _TERM.fullmatch(text.lower())
    unit = next(
        (ours for ours, other in _UNITS.items() if found and found["unit"] in (ours, *other)), None
    )
    if found is None or unit is None:
        raise WrongValueError(
            "Masa berlaku '{text}' tidak terbaca. Tulis seperti '3 bulan', atau 'tetap'.",
            text=text[:40],
        )
    count = int(found["count"])
    return lambda checked: _after(checked, count, unit)


def _after(checked: date, count: int, unit: str) -> date | None:
    """Return the last day of a term, None beyond all calendars.

    It is the last of the month where its day is not there.
    """
    if unit in ("hari", "minggu"):
        days = timedelta(days=count * (7 if unit == "minggu" else 1))
        return checked + days if checked <= date.max - days else None
    months = checked.year * 12 + checked.month - 1 + count * (12 if unit == "tahun" else 1)
    year, month = divmod(months, 12)
    if year > date.max.year:
        return None
    return date(year, month + 1, min(checked.day, calendar.monthrange(year, month + 1)[1]))


def _words(text: str) -> str:
    return text


PARSERS: Mapping[str, Callable[[str], object]] = {
    "nilai": _plain,
    "nilai-en": _plain,
    "jenis": _kind,
    "sumber": _words,
    "diperiksa": _day,
    "berlaku": _term,
    "catatan": _words,
}
"""What each key of a fact makes of its text; raises WrongValueError."""
