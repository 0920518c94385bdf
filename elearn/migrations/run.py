"""Runs the migrations, configured in code: an installed wheel has no alembic.ini."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, insert, select, text

from elearn.store.errors import NewerDatabaseError
from elearn.store.tables import Hub

_ALONE = text("SELECT pg_advisory_xact_lock(561001, 2)")


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest revision, all or nothing, and name this hub once.

    Raises RuntimeError when a revision leaves rows that point to nothing, NewerDatabaseError where
    a newer elearn has been.
    """
    file = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if file:
            _foreign_keys(connection, "OFF")  # a table that is rebuilt is dropped for a moment
        try:
            with connection.begin():
                if not file:
                    connection.execute(_ALONE)  # of two processes that start, one migrates
                _refuse_newer(connection)
                command.upgrade(configuration(connection), "head")
                if file and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise RuntimeError("the migration left rows that point to nothing")
                if connection.scalar(select(Hub.id).where(Hub.here)) is None:
                    connection.execute(
                        insert(Hub).values(id=uuid4(), here=True, made_at=datetime.now(UTC))
                    )
        finally:
            if file:
                _foreign_keys(connection, "ON")


def _refuse_newer(connection: Connection) -> None:
    found = MigrationContext.configure(connection).get_current_revision()
    if not knows(found or ""):
        raise NewerDatabaseError(
            "Basis data ini dibuat elearn yang lebih baru. Perbarui elearn, atau kembalikan "
            "cadangan dari sebelum pembaruan."
        )


def knows(revision: str) -> bool:
    """Whether this code can work with (or migrate) a database of this revision; "" is a new one."""
    scripts = ScriptDirectory(str(Path(__file__).parent))
    return revision in {"", *(one.revision for one in scripts.walk_revisions())}


def head() -> str:
    """Return the newest revision that this code knows."""
    return ScriptDirectory(str(Path(__file__).parent)).get_current_head() or ""


def configuration(connection: Connection) -> Config:
    """Return alembic's configuration for these migrations on `connection`."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _foreign_keys(connection: Connection, state: str) -> None:
    """Switch the checks on this connection; SQLite ignores it inside a transaction."""
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute(f"PRAGMA foreign_keys = {state}")
