"""A month of the calendar, Sunday first, as calendars here are printed."""

import re
from calendar import Calendar
from dataclasses import dataclass

from elearn.language import english, indonesian_dates

MOST_MARKS = 4
FIRST, LAST = 1900, 2100      # years

_ARGS = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})(?P<marks>(?:@[0-9]{1,2})*)")
_SUNDAY = 6

_NAMES = {
    "id": (
        indonesian_dates.MONTHS, ("Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"),
    ),
    "en": (
        english.MONTHS,
        ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
    ),
}


@dataclass(frozen=True, slots=True)
class _Month:
    """A month that can be shown."""

    year: int
    month: int
    marks: tuple[int, ...]

    @property
    def weeks(self) -> list[list[int]]:
        """The days of its weeks from Sunday on, 0 where a day belongs to another month."""
        return Calendar(_SUNDAY).monthdayscalendar(self.year, self.month)

    @property
    def days(self) -> int:
        return max(max(week) for week in self.weeks)

    def called(self, language: str) -> str:
        return f"{_names(language)[0][self.month - 1]} {self.year}"


class Kalender:
    """`kalender:2026-03@17`: March 2026, the 17th marked."""

    name = "kalender"
    digits = 1

    def fault(self, args: str) -> str | None:
        """A year, a month, and a few days that it has."""
        return self._read(args)[1]

    def block(self, args: str, language: str = "id") -> str:
        """Return a table of the weeks; a marked day says so."""
        month = self._month(args)
        marked = "marked" if language == "en" else "ditandai"
        head = "".join(
            f'<th scope="col" aria-label="{day}">{day[:3]}</th>' for day in _names(language)[1]
        )
        weeks = "".join(
            f"<tr>{''.join(_cell(day, month, marked) for day in week)}</tr>"
            for week in month.weeks
        )
        return (
            f'<table class="fig kalender"><caption>{month.called(language)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{weeks}</tbody></table>"
        )

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Say on which day the month begins, its last day, and the marked ones."""
        del question             # which day a date is, is never said: she counts on from the first
        month = self._month(args)
        first = _names(language)[1][month.weeks[0].index(1)]
        marks = ", ".join(map(str, month.marks))
        called = month.called(language)
        if language == "en":
            said = f"calendar of {called}, 1 is a {first}, the last day is {month.days}"
            return f"{said}, marked: {marks}" if marks else said
        said = f"kalender {called}, tanggal 1 hari {first}, tanggal terakhir {month.days}"
        return f"{said}, yang ditandai: {marks}" if marks else said

    def _month(self, args: str) -> _Month:
        month, message = self._read(args)
        if month is None:
            raise ValueError(message)
        return month

    def _read(self, args: str) -> tuple[_Month | None, str | None]:
        found = _ARGS.fullmatch(args)
        year, number = (int(found["year"]), int(found["month"])) if found else (0, 0)
        if found is None or not (FIRST <= year <= LAST and 1 <= number <= 12):
            return None, ("Tulis tahun dan bulan seperti kalender:2026-03, dengan tanggal yang "
                          "ditandai seperti kalender:2026-03@17.")
        marks = tuple(sorted({int(day) for day in found["marks"].split("@")[1:]}))
        month = _Month(year, number, marks)
        if len(marks) > MOST_MARKS:
            return None, "Paling banyak 4 tanggal ditandai di satu kalender."
        if any(not 1 <= day <= month.days for day in marks):
            return None, "Tulis tanggal yang ada di bulan itu, misalnya kalender:2026-03@17."
        return month, None


def _names(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the months, and of the days from Sunday on."""
    return _NAMES["en" if language == "en" else "id"]


def _cell(day: int, month: _Month, marked: str) -> str:
    if not day:
        return "<td></td>"
    mark = f' class="ini" aria-label="{day}, {marked}"' if day in month.marks else ""
    return f"<td{mark}>{day}</td>"
