"""The calendar."""

import re

import pytest

from elearn.figures import SHEETS

kalender = SHEETS["kalender"]


def weeks(args: str) -> list[list[str]]:
    """Return the cells of a month, week by week."""
    body = kalender.block(args).split("<tbody>")[1]
    return [re.findall("<td[^>]*>([0-9]*)</td>", row) for row in body.split("</tr>")[:-1]]


def test_a_month_begins_on_its_day_and_weeks_on_sunday() -> None:
    assert re.findall(">([A-Z][a-z]{2})</th>", kalender.block("2026-08")) == [
        "Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab",
    ]  # fmt: skip
    assert weeks("2026-08")[0] == ["", "", "", "", "", "", "1"]
    assert weeks("2026-03")[0] == ["1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize(("args", "days"), [("2026-02", 28), ("2028-2", 29), ("2026-12", 31)])
def test_a_month_has_all_its_days(args: str, days: int) -> None:
    assert [day for week in weeks(args) for day in week if day] == [
        str(day) for day in range(1, days + 1)
    ]
    assert {len(week) for week in weeks(args)} == {7}


def test_a_marked_day_says_that_it_is_marked() -> None:
    shown = kalender.block("2026-03@17@05")
    assert shown.count('class="ini"') == 2
    assert 'aria-label="17, ditandai">17<' in shown
    assert 'aria-label="5, marked">5<' in kalender.block("2026-03@5", "en")


@pytest.mark.parametrize("args", ["", "2026", "Maret", "2026-13", "2026-00", "26-03", "1899-01",
                                  "2026-03@", "2026-03@x"])
def test_what_is_no_month_is_a_fault(args: str) -> None:
    assert (kalender.fault(args) or "").startswith("Tulis tahun dan bulan")


def test_only_days_that_the_month_has_are_marked() -> None:
    assert (kalender.fault("2026-02@29") or "").startswith("Tulis tanggal yang ada")
    assert (kalender.fault("2026-02@0") or "").startswith("Tulis tanggal yang ada")
    assert kalender.fault("2028-02@29") is None
    assert (kalender.fault("2026-03@1@2@3@4@5") or "").startswith("Paling banyak 4")


def test_the_day_of_a_marked_date_is_never_said() -> None:
    told = "kalender Maret 2026, tanggal 1 hari Minggu, tanggal terakhir 31"
    assert kalender.alt("2026-03") == told
    for question in (True, False):
        assert kalender.alt("2026-03@17", question=question) == f"{told}, yang ditandai: 17"
    assert kalender.alt("2026-08@2", "en") == (
        "calendar of August 2026, 1 is a Saturday, the last day is 31, marked: 2"
    )
