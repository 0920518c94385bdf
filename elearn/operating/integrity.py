"""Whether a database file is sound: read by SQLite itself, changed by nobody."""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from elearn.store.sqlite import immutable


def trouble(database: Path) -> str | None:
    """Return why the database cannot be used, in SQLite's words; None for a sound or a new one.

    A file of zero bytes is a new one that was just begun, unless secrets lie beside it: then there
    was a database once.
    """
    if not database.exists():
        return None
    if database.stat().st_size == 0:
        return "the file is empty" if (database.parent / "rahasia").exists() else None
    try:
        with closing(looking(database)) as connection:
            said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if said != "ok":
                return str(said)
            loose = connection.execute("PRAGMA foreign_key_check").fetchone()
            return f"rows of {loose[0]} point to nothing" if loose else None
    except sqlite3.DatabaseError as error:
        return None if busy(error) else str(error)


def busy(error: sqlite3.DatabaseError) -> bool:
    """Whether somebody else only held the file for a moment: that is no damage."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY}


def rows(database: Path) -> Mapping[str, int]:
    """Return how many rows each table has."""
    with closing(looking(database)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  # from the schema
            for (name,) in names.fetchall()
        }


def revision(database: Path) -> str:
    """Return the revision of the schema, "" where there is none."""
    try:
        with closing(looking(database)) as connection:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError:
        return ""
    return str(found[0]) if found else ""


def looking(database: Path) -> sqlite3.Connection:
    """Open a database that must be there, to read it; as it lies where nothing can be written."""
    if not os.access(database.parent, os.W_OK):
        return sqlite3.connect(immutable(database), uri=True, timeout=5)
    return sqlite3.connect(f"file:{quote(str(database))}?mode=rw", uri=True, timeout=5)
