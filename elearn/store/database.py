"""The database: who may read, who may write, and how it comes to its newest form."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol
from uuid import UUID

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from elearn.store.errors import BusyError, CannotStoreError, NewerDatabaseError
from elearn.store.sqlite import SqliteGround

__all__ = ["PATIENCE", "BusyError", "CannotStoreError", "NewerDatabaseError", "Store"]

PATIENCE = 5.0
"""Seconds that one waits for another writer."""


class Ground(Protocol):
    """What a kind of database has to be able to do."""

    def reading(self) -> AbstractContextManager[Session]:
        """See `Store.reading`."""

    def looking(self) -> AbstractContextManager[Connection]:
        """See `Store.looking`."""

    def writing(self, about: UUID | None, /) -> AbstractContextManager[Session]:
        """See `Store.writing`."""

    def changing(self) -> AbstractContextManager[Engine]:
        """Give the engine to change the tables with."""

    def scrub(self) -> None:
        """See `Store.scrub`."""

    def close(self) -> None:
        """See `Store.close`."""


class Store:
    """One database: many readers; one writer at a time, or one about each learner."""

    def __init__(self, where: Path | str, patience: float = PATIENCE) -> None:
        """Stand before the SQLite file or the `postgresql://` address; opened at first use.

        `patience` is how long, in seconds, one waits for another writer.
        """
        self.where = where
        self._ground = _ground(where, patience)

    @property
    def database(self) -> Path:
        """The SQLite file. Raises TypeError where there is none."""
        if isinstance(self.where, Path):
            return self.where
        raise TypeError("this database is no file")

    def reading(self) -> AbstractContextManager[Session]:
        """Give a session that sees one state of the database and can change nothing."""
        return self._ground.reading()

    def looking(self) -> AbstractContextManager[Connection]:
        """Give a bare connection for the one look-up that every request makes: no ORM session."""
        return self._ground.looking()

    def writing(self, about: UUID | None = None) -> AbstractContextManager[Session]:
        """Give the one session that writes; committed at the end, undone by an exception.

        The turn is waited for at the beginning, so that no writer is refused half-way. Who says
        that she writes `about` one learner, and reads nothing that others change, need not wait
        for those who write about others where the database can do so. Raises BusyError when the
        turn does not come in time, CannotStoreError where the disk refuses. Not to be nested.
        """
        return self._ground.writing(about)

    def migrate(self) -> None:
        """Bring the database to the newest form, all or nothing, and name this hub.

        Alembic is imported here only: the serving process carries none. Raises NewerDatabaseError
        and changes nothing where a newer elearn has been.
        """
        from elearn.migrations.run import upgrade

        with self._ground.changing() as engine:
            upgrade(engine)

    def scrub(self) -> None:
        """Take out of the files what was deleted, as far as the database can be told to."""
        self._ground.scrub()

    def close(self) -> None:
        """Let go of the database."""
        self._ground.close()


def _ground(where: Path | str, patience: float) -> Ground:
    if isinstance(where, Path):
        return SqliteGround(where, patience)
    from elearn.store.postgres import PostgresGround  # a hub with a file needs no driver of it

    return PostgresGround(where, patience)
