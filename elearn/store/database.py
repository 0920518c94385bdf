"""The database file: who may read, who may write, and how it comes to its newest form."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

PATIENCE = 5.0
"""Seconds that one waits for another writer."""


class BusyError(RuntimeError):
    """Another writer kept the database too long; the same request may be sent again."""


class Store:
    """One SQLite file with two session makers: many readers, one writer at a time."""

    def __init__(self, database: Path, patience: float = PATIENCE) -> None:
        """Stand before `database`; the file is opened (and made) at first use.

        `patience` is how long, in seconds, one waits for another writer.
        """
        self.database = database
        self._patience = patience
        self._lock = threading.Lock()
        self._reader = _engine(database, "BEGIN", patience, query_only=True)
        self._writer = _engine(database, "BEGIN IMMEDIATE", patience, query_only=False)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one state of the database and can change nothing."""
        with Session(self._reader, autoflush=False) as session:
            yield session

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """Give a bare connection for the one look-up that every request makes: no ORM session."""
        with self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give the one session that writes; committed at the end, undone by an exception.

        The turn is waited for at the beginning, so that no writer is refused half-way. Raises
        BusyError when it does not come in time. Not to be nested.
        """
        if not self._lock.acquire(timeout=self._patience):
            raise BusyError("the writer's turn did not come")
        try:
            with Session(self._writer, expire_on_commit=False) as session:
                _begin(session)
                yield session
                session.commit()
        finally:
            self._lock.release()

    def migrate(self) -> None:
        """Bring the database to the newest form, all or nothing, and name this hub.

        Alembic is imported here only: the serving process carries none.
        """
        from elearn.migrations.run import upgrade

        self.database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._lock:
            upgrade(self._writer)

    def close(self) -> None:
        """Let go of the file."""
        self._reader.dispose()
        self._writer.dispose()


def _begin(session: Session) -> None:
    try:
        session.connection()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise BusyError("another program is writing to the database") from error
        raise


def _engine(database: Path, begin: str, patience: float, *, query_only: bool) -> Engine:
    engine = create_engine(f"sqlite:///{database}", connect_args={"timeout": patience})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # sqlite3 would begin on its own, deferred and too late
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA query_only = {'ON' if query_only else 'OFF'}")

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        driver = connection.connection.driver_connection  # SQLAlchemy's own way costs 30 µs more
        if driver is not None:
            driver.execute(begin)

    return engine
