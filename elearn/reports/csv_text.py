"""A report as CSV that a spreadsheet opens without running anything."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date

from elearn.reports.values import Cell, Report, Table

BOM = "\ufeff"
"""Without it Excel reads UTF-8 as something else."""
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a text for a formula, or jump to the next cell."""
HIDDEN = "–"


def as_csv(report: Report, table: Table, translate: Callable[[str], str]) -> str:
    """Return the report as CSV text: comma, quotes where needed, CRLF, words in the header."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(translate(one)) for one in report.columns])
    for row in (*table.rows, *([table.totals] if table.totals else [])):
        writer.writerow(cells([_said(report, one, translate) for one in row]))
    return BOM + text.getvalue()


def _said(report: Report, cell: Cell, translate: Callable[[str], str]) -> Cell:
    return translate(cell) if isinstance(cell, str) and cell in report.words else cell


def cells(row: Sequence[Cell]) -> list[str | int]:
    """Return a row as it is written: numbers stay numbers, days are ISO 8601, texts harmless."""
    return [one if isinstance(one, int) else harmless(_text(one)) for one in row]


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(STARTS) else text


def _text(cell: str | date | None) -> str:
    if cell is None:
        return HIDDEN
    return cell.isoformat() if isinstance(cell, date) else cell
