"""D9: a migration that is killed leaves the old form or the new one, never something between."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine

from elearn.migrations.run import configuration, head
from elearn.store import Store

HUB, CLASS, SARI = (f"{number:032x}" for number in (1, 2, 3))

CHILD = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from elearn.store import Store
left = int(sys.argv[2])

@event.listens_for(Engine, "before_cursor_execute")
def count(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

Store(Path(sys.argv[1])).migrate()
"""


def old(database: Path) -> None:
    """Make a database of the first form, with somebody in it."""
    engine = create_engine(f"sqlite:///{database}")
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0001")
        for statement in (
            f"INSERT INTO hub VALUES ('{HUB}', 1, '2026-01-01')",  # noqa: S608  # our own ids
            f"INSERT INTO class VALUES ('{CLASS}', '{HUB}', 'K', 0, '2026-01-01')",  # noqa: S608
            f"INSERT INTO person VALUES ('{SARI}', '{HUB}', '{CLASS}', 'learner', 'Sari', 'x',"  # noqa: S608
            " 'dewasa', 'id', 0, 0, '2026-01-01')",
        ):
            connection.exec_driver_sql(statement)
    engine.dispose()


def form(database: Path) -> tuple[str, frozenset[str]]:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT name FROM person").fetchall() == [("Sari",)]
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return revision, frozenset(name for (name,) in names)


def killed_at(database: Path, statement: int) -> bool:
    """Migrate in a process that is killed at its n-th statement; whether it was."""
    command_ = [sys.executable, "-c", CHILD, str(database), str(statement)]
    return subprocess.run(command_, check=False).returncode != 0  # noqa: S603  # our own


@pytest.mark.parametrize(
    "statements", [(2, 12, 30, 60), pytest.param(range(1, 400), marks=pytest.mark.soak)]
)
def test_d9_a_killed_migration_leaves_old_or_new_and_a_restart_finishes(
    tmp_path: Path, statements: tuple[int, ...]
) -> None:
    first, done = tmp_path / "lama.db", tmp_path / "baru.db"
    old(first)
    old(done)
    Store(done).migrate()
    forms = {form(first), form(done)}
    assert {revision for revision, _ in forms} == {"0001", head()}
    for statement in statements:
        database = tmp_path / f"{statement}.db"
        old(database)
        killed = killed_at(database, statement)
        assert form(database) in forms
        Store(database).migrate()
        assert form(database) == form(done)
        if not killed:
            return
