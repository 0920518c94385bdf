"""Runs the migrations, configured in code: an installed wheel has no alembic.ini."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, insert, select

from elearn.store.tables import Hub


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest revision, all or nothing, and name this hub once.

    Raises RuntimeError when a revision leaves rows that point to nothing.
    """
    with engine.connect() as connection:
        _foreign_keys(connection, "OFF")  # a table that is rebuilt is dropped for a moment
        try:
            with connection.begin():
                command.upgrade(configuration(connection), "head")
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise RuntimeError("the migration left rows that point to nothing")
                if connection.scalar(select(Hub.id).where(Hub.here)) is None:
                    connection.execute(
                        insert(Hub).values(id=uuid4(), here=True, made_at=datetime.now(UTC))
                    )
        finally:
            _foreign_keys(connection, "ON")


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
