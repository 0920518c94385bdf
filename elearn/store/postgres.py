"""PostgreSQL: many processes, the same rules of reading and writing as on one file.

Nothing else in the code knows that a writer may not be alone, so writers take advisory locks: all
of them one after another, but for those who write about different learners, side by side.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import psycopg
from psycopg.abc import Buffer
from psycopg.types.string import StrDumperVarchar
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InterfaceError, OperationalError, TimeoutError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from elearn.store.errors import BusyError

DRIVER = "postgresql+psycopg"
CONNECTIONS = 10
"""Connections of one process that read, and as many that write, at most."""
LOST_AFTER = 10.0
"""Seconds without a sign of the server until a connection counts as lost."""

HUB = "561001, 1"
"""The advisory lock that all writers share; its pair of numbers means nothing to others."""
ALONE = text(f"SELECT pg_advisory_xact_lock({HUB})")
WITH_OTHERS = text(f"SELECT pg_advisory_xact_lock_shared({HUB})")
ABOUT_ONE = text("SELECT pg_advisory_xact_lock(:learner)")


class PostgresGround:
    """A PostgreSQL database. A connection that is lost is told as BusyError."""

    def __init__(self, url: str, patience: float) -> None:
        """Stand before the database; it is connected to at first use."""
        self._writer = _engine(url, patience)
        source = _engine(url, patience)
        self._reader = source.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._glance = source.execution_options(
            isolation_level="AUTOCOMMIT", postgresql_readonly=True
        )

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session on one snapshot that may change nothing."""
        with _told(), Session(self._reader, autoflush=False) as session:
            yield session

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """Give a bare connection whose every statement stands for itself: fewer ways to go."""
        with _told(), self._glance.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, about: UUID | None) -> Iterator[Session]:
        """Give a session that writes: about one learner beside others, else alone.

        READ COMMITTED, so that what is read after the locks is what the last writer left.
        """
        with _told(), Session(self._writer, expire_on_commit=False) as session:
            take_turn(session.connection(), about)
            yield session
            session.commit()

    @contextmanager
    def changing(self) -> Iterator[Engine]:
        """Give the engine to change the tables with."""
        with _told():
            yield self._writer

    def scrub(self) -> None:
        """Free what was deleted for other rows. Its log and its copies are the operator's."""
        with _told(), self._writer.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM"))

    def close(self) -> None:
        """Let go of all connections."""
        self._reader.dispose()
        self._writer.dispose()


def take_turn(connection: Connection, about: UUID | None = None) -> None:
    """Wait until this transaction may write: alone, or beside those about other learners."""
    if about is None:
        connection.execute(ALONE)
        return
    connection.execute(WITH_OTHERS)
    learner = int.from_bytes(about.bytes[:8], "big", signed=True)  # all of it random
    connection.execute(ABOUT_ONE, {"learner": learner})


@contextmanager
def _told() -> Iterator[None]:
    """Say BusyError where another try may go well: lost connections, waits that were too long."""
    try:
        yield
    except (OperationalError, InterfaceError, TimeoutError) as error:
        raise BusyError(f"the database is busy or away: {error}") from error


class _Text(StrDumperVarchar):
    """SQLite keeps a NUL in a text, PostgreSQL none: nothing that is looked for has one."""

    def dump(self, obj: str) -> Buffer | None:
        return super().dump(obj.replace("\0", "\ufffd"))


def _engine(url: str, patience: float) -> Engine:
    engine = create_engine(
        make_url(url).set(drivername=DRIVER),
        pool_pre_ping=True,
        pool_size=CONNECTIONS // 2,
        max_overflow=CONNECTIONS - CONNECTIONS // 2,
        pool_timeout=patience,
        connect_args={
            "connect_timeout": max(2, round(patience)),
            "tcp_user_timeout": round(LOST_AFTER * 1000),
        },
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: "psycopg.Connection[object]", _record: ConnectionPoolEntry) -> None:
        connection.adapters.register_dumper(str, _Text)
        connection.execute(f"SET lock_timeout = {round(patience * 1000)}")
        connection.execute("SET timezone = 'UTC'")
        connection.commit()

    return engine
