"""Restoring a backup, also under a running server: checked first, with the present state kept."""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import update

from elearn.operating import archive, backup, integrity
from elearn.operating.archive import BackupError, Contents
from elearn.store import Store, tables
from elearn.store.secret_files import replace_secret
from elearn.teaching.erase import erasures, reapply_erasures

Forgotten = Sequence[tuple[bytes, datetime]]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where the state before it lies (None where there was nothing)."""

    about: Contents
    kept: Path | None


def restore(source: Path, database: Path, data: Path, now: datetime) -> Restored:
    """Put a backup in the place of what this hub has.

    Nothing is touched before the backup was read whole. What was there is kept as a backup among
    the automatic ones, or, where it is broken, as the file it is. All sessions end. Who was erased
    since the backup stays erased. Raises BackupError.
    """
    with archive.opened(source) as (about, folder):
        _acceptable(folder / archive.DATABASE)
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        forgotten = _forgotten(database)
        kept = _keep(database, data, now)
        _write_through(folder / archive.DATABASE, database)
        _folders(folder, data)
        _settle(database, forgotten, now)
    return Restored(about, kept)


def set_aside(database: Path, now: datetime) -> Path:
    """Move a broken database and its log out of the way; nothing of it is deleted."""
    aside = database.with_name(f"{database.name}.rusak-{now:%Y%m%d-%H%M%S}")
    for ending in ("-wal", "-shm", ""):
        if (part := Path(f"{database}{ending}")).exists():
            part.rename(f"{aside}{ending}")
    return aside


def _acceptable(database: Path) -> None:
    said = integrity.trouble(database)
    if said is not None:
        raise BackupError(f"Basis data di cadangan ini rusak ({said}). Pakai cadangan lain.")
    from elearn.migrations.run import knows  # alembic: not in the serving process

    if not knows(integrity.revision(database)):
        raise BackupError("Cadangan ini dibuat elearn yang lebih baru. Perbarui elearn dulu.")


def _keep(database: Path, data: Path, now: datetime) -> Path | None:
    if not database.exists():
        return None
    if integrity.trouble(database) is not None:
        return set_aside(database, now)
    return backup.kept_copy(database, data, now)


def _write_through(source: Path, database: Path) -> None:
    """Copy by SQLite, as one transaction: replacing the file would let the old log back in."""
    try:
        with (
            closing(sqlite3.connect(source)) as good,
            closing(sqlite3.connect(database, timeout=30)) as live,
        ):
            live.execute("PRAGMA synchronous = FULL")
            live.execute("PRAGMA journal_mode = WAL")
            good.backup(live)
            live.execute("PRAGMA journal_mode = WAL")
            live.execute("PRAGMA wal_checkpoint(PASSIVE)")
    except sqlite3.OperationalError as error:
        raise BackupError(
            f"Basis data {database} sedang dipakai ({error}). Coba lagi sebentar lagi."
        ) from error


def _folders(folder: Path, data: Path) -> None:
    secrets = folder / "rahasia"
    if secrets.is_dir():
        for path in secrets.iterdir():
            replace_secret(data / "rahasia" / path.name, path.read_bytes())
    for name in set(archive.FOLDERS) - {"rahasia"}:
        if (data / name).exists():
            shutil.rmtree(data / name)
        if (folder / name).is_dir():
            shutil.copytree(folder / name, data / name)


def _forgotten(database: Path) -> Forgotten:
    """Return who was erased here, as far as the present database can still tell."""
    if not database.exists() or integrity.trouble(database) is not None:
        return ()
    if "erasure" not in integrity.rows(database):
        return ()  # a database from before there was such a table
    store = Store(database)
    try:
        with store.reading() as session:
            return erasures(session)
    finally:
        store.close()


def _settle(database: Path, forgotten: Forgotten, now: datetime) -> None:
    store = Store(database)
    try:
        store.migrate()
        with store.writing() as session:
            for table in (tables.WebSession, tables.StaffSession):
                session.execute(update(table).where(table.ended_at.is_(None)).values(ended_at=now))
            reapply_erasures(session, now, forgotten)
    finally:
        store.close()
