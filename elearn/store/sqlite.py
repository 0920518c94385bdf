"""SQLite: one file, many readers, one writer at a time."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from elearn.store.errors import BusyError, CannotStoreError

REFUSALS = frozenset({
    sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN,
})  # fmt: skip
"""What SQLite says where a disk is full or can only be read."""


class SqliteGround:
    """A database file. Who writes holds a lock of this process, then that of the file."""

    def __init__(self, database: Path, patience: float) -> None:
        """Stand before the file; it is opened (and made) at first use."""
        self._database = database
        self._patience = patience
        self._lock = threading.Lock()
        self._reader = _engine(database, "BEGIN", patience, query_only=True)
        self._writer = _engine(database, "BEGIN IMMEDIATE", patience, query_only=False)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session on a deferred transaction that may change nothing."""
        with Session(self._reader, autoflush=False) as session:
            yield session

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """Give a bare reading connection."""
        with self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, _about: object) -> Iterator[Session]:
        """Give the one session that writes, whomever it is about: the file has one writer."""
        with self._turn(), _refusals(), Session(self._writer, expire_on_commit=False) as session:
            session.connection()
            yield session
            session.commit()

    @contextmanager
    def changing(self) -> Iterator[Engine]:
        """Give the engine to change the tables with, and keep this process's writers away."""
        self._database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._lock:
            yield self._writer

    def scrub(self) -> None:
        """Write the pages anew and empty the log: deleted rows lie in free pages until then.

        Where a reader holds the log, the next one to close it empties it.
        """
        with self._turn():
            connection = self._writer.raw_connection()
            try:
                connection.cursor().execute("VACUUM").close()
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
            finally:
                connection.close()

    def close(self) -> None:
        """Let go of the file."""
        self._reader.dispose()
        self._writer.dispose()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._lock.acquire(timeout=self._patience):
            raise BusyError("the writer's turn did not come")
        try:
            yield
        finally:
            self._lock.release()


@contextmanager
def _refusals() -> Iterator[None]:
    """Name what the file refuses: SQLAlchemy's own errors and the driver's alike."""
    try:
        yield
    except (sqlite3.OperationalError, OperationalError) as error:
        code = _code(error)
        if code == sqlite3.SQLITE_BUSY:
            raise BusyError("another program is writing to the database") from error
        if code in REFUSALS:
            raise CannotStoreError(str(error)) from error
        raise


def _code(error: sqlite3.OperationalError | OperationalError) -> int:
    said = error.orig if isinstance(error, OperationalError) else error
    return getattr(said, "sqlite_errorcode", 0) & 0xFF


def _connected(database: Path, patience: float, *, query_only: bool) -> sqlite3.Connection:
    """Open the file; to read it also where nothing can be written beside it.

    A log cannot be opened on a disk that can only be read. The file is then taken as it lies: what
    only stands in a log that was left there is not seen.
    """
    # the pool gives a connection to one thread at a time, but not always to the same
    connection = sqlite3.connect(database, timeout=patience, check_same_thread=False)
    try:
        connection.isolation_level = None  # sqlite3 would begin on its own, deferred and too late
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        connection.close()
        if not query_only or error.sqlite_errorcode & 0xFF not in REFUSALS:
            raise
        connection = sqlite3.connect(
            immutable(database), uri=True, timeout=patience, check_same_thread=False
        )
        connection.isolation_level = None
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA query_only = {'ON' if query_only else 'OFF'}")
    return connection


def immutable(database: Path) -> str:
    """Return the address of a file that nobody can change while it is read."""
    return f"file:{quote(str(database))}?mode=ro&immutable=1"


def _engine(database: Path, begin: str, patience: float, *, query_only: bool) -> Engine:
    engine = create_engine(
        f"sqlite:///{database}",
        creator=partial(_connected, database, patience, query_only=query_only),
    )

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        driver = connection.connection.driver_connection  # SQLAlchemy's own way costs 30 µs more
        if driver is not None:
            driver.execute(begin)

    return engine
