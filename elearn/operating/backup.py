"""A backup of a hub while it serves: database, secrets, recordings, the hub's own lessons."""

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from elearn.operating import archive, integrity
from elearn.operating.archive import BackupError, Contents

KEPT_FOR = timedelta(days=30)
"""Automatic backups older than this are deleted: who was erased is then in none of them."""
EVERY = timedelta(days=1)
ENDING = ".elearn.zip"
_STAMP = "%Y%m%d-%H%M%S"


def back_up(database: Path, data: Path, target: Path, now: datetime) -> Contents:
    """Write a backup to `target`, over what was there; return what it holds.

    The database is copied by SQLite, whole, while others write; the copy is then checked. Raises
    BackupError where there is no sound database, OSError where the disk refuses.
    """
    if not database.exists():
        raise BackupError(f"Belum ada basis data {database}. Periksa ELEARN_DATA.")
    with tempfile.TemporaryDirectory(prefix=".cadangan-", dir=target.parent) as name:
        folder = Path(name)
        _copy_database(database, folder / archive.DATABASE)
        archive.copy_folders(data, folder)
        about = Contents(
            made_at=now,
            version=version("elearn"),
            revision=integrity.revision(folder / archive.DATABASE),
            rows=integrity.rows(folder / archive.DATABASE),
            files=archive.parts(folder),
        )
        archive.write(target, folder, about)
    return about


def daily(database: Path, data: Path, now: datetime) -> Path | None:
    """Make today's automatic backup if it is time, and delete those that are too old."""
    folder = shelf(data)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    known = automatic(data)
    for path, made_at in known:
        if now - made_at > KEPT_FOR:
            path.unlink(missing_ok=True)
    if not database.exists() or any(now - made_at < EVERY for _path, made_at in known):
        return None
    return kept_copy(database, data, now)


def kept_copy(database: Path, data: Path, now: datetime) -> Path:
    """Make a backup among the automatic ones, now."""
    folder = shelf(data)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"{now.astimezone(UTC).strftime(_STAMP)}{ENDING}"
    back_up(database, data, target, now)
    return target


def automatic(data: Path) -> list[tuple[Path, datetime]]:
    """Return the automatic backups and when they were made, the newest first."""
    found = []
    for path in shelf(data).glob(f"*{ENDING}"):
        try:
            stamp = datetime.strptime(path.name.removesuffix(ENDING), _STAMP)  # noqa: DTZ007  # written in UTC
        except ValueError:
            continue
        found.append((path, stamp.replace(tzinfo=UTC)))
    return sorted(found, key=lambda one: one[1], reverse=True)


def newest_good(data: Path) -> tuple[Path, datetime] | None:
    """Return the newest automatic backup that is whole, or None."""
    for path, made_at in automatic(data):
        try:
            with archive.opened(path) as (_about, folder):
                if integrity.trouble(folder / archive.DATABASE) is None:
                    return path, made_at
        except BackupError:
            continue
    return None


def shelf(data: Path) -> Path:
    """Where the automatic backups lie."""
    return data / "cadangan"


def _copy_database(database: Path, target: Path) -> None:
    try:
        with (
            closing(integrity.looking(database)) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        raise BackupError(f"Basis data {database} tidak bisa disalin: {error}.") from error
    said = integrity.trouble(target)
    if said is not None:
        raise BackupError(f"Basis data {database} rusak ({said}); cadangan tidak dibuat.")
