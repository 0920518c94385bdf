"""What every report is made of: columns, and a query that fills them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from uuid import UUID

from sqlalchemy.orm import Session

from elearn.content.catalogue import Catalogue

Cell = str | int | date | None
"""None is what must not be shown; a text that is a message id says so by its column."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about: one class, or the whole programme where `class_id` is None."""

    catalogue: Catalogue
    zone: tzinfo
    now: datetime
    language: str
    class_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a report, each as long as its columns; `totals` stand under them."""

    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its title and columns are message ids; HTML, CSV and print come for free.

    `of_class` reports are for the tutors of a class and may hold names; the others are for partners
    and hold none. `note` says under the table how to read it; `words` are the texts in cells that
    are messages, not data.
    """

    title: str
    columns: tuple[str, ...]
    note: str
    of_class: bool
    rows: Callable[[Session, Scope], Table]
    words: tuple[str, ...] = ()
