import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, select

from elearn.migrations.run import configuration
from elearn.store import Store, tables


@contextmanager
def connected(database: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection, connection.begin():
        yield connection
    engine.dispose()


def schema(connection: Connection) -> set[frozenset[str]]:
    """Return the words of every statement: a table that was altered has them in another order."""
    return {
        frozenset(re.findall(r"\w+", row[0]))
        for row in connection.exec_driver_sql("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        if "alembic_version" not in row[0]
    }


def test_the_head_equals_the_models(tmp_path: Path) -> None:
    store = Store(tmp_path / "elearn.db")
    store.migrate()
    store.close()
    with connected(tmp_path / "elearn.db") as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, tables.Hub.metadata) == []


def test_the_head_makes_the_very_tables_that_the_models_would(tmp_path: Path) -> None:
    with connected(tmp_path / "migrated.db") as connection:
        command.upgrade(configuration(connection), "head")
        migrated = schema(connection)
    with connected(tmp_path / "made.db") as connection:
        tables.Hub.metadata.create_all(connection)
        made = schema(connection)
    assert migrated == made


def test_every_revision_goes_up_and_down(tmp_path: Path) -> None:
    with connected(tmp_path / "elearn.db") as connection:
        config = configuration(connection)
        revisions = list(ScriptDirectory.from_config(config).walk_revisions())[::-1]
        assert revisions
        for revision in revisions:
            before = schema(connection)
            command.upgrade(config, revision.revision)
            after = schema(connection)
            command.downgrade(config, "-1")
            assert schema(connection) == before
            command.upgrade(config, revision.revision)
            assert schema(connection) == after


def test_migrating_again_changes_nothing_and_the_hub_keeps_its_name(tmp_path: Path) -> None:
    store = Store(tmp_path / "new" / "elearn.db")
    store.migrate()
    with store.reading() as session:
        first = session.scalars(select(tables.Hub.id)).all()
    store.migrate()
    with store.reading() as session:
        assert session.scalars(select(tables.Hub.id)).all() == first
    store.close()
    assert len(first) == 1


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from elearn.migrations import run

    class PowerCutError(Exception):
        pass

    def fail(*_: object) -> None:
        raise PowerCutError

    monkeypatch.setattr(run, "uuid4", fail)  # the last step of all
    store = Store(tmp_path / "elearn.db")
    with pytest.raises(PowerCutError):
        store.migrate()
    store.close()
    with connected(tmp_path / "elearn.db") as connection:
        assert schema(connection) == set()
        assert inspect(connection).get_table_names() == []


def test_foreign_keys_are_watched_again_after_a_migration(tmp_path: Path) -> None:
    store = Store(tmp_path / "elearn.db")
    store.migrate()
    with store.writing() as session:
        assert session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    store.close()


def test_a_table_of_a_learner_begins_its_key_with_her() -> None:
    for table in tables.Hub.metadata.sorted_tables:
        if "person_id" in table.columns:
            assert next(iter(table.primary_key)).name == "person_id", table.name


def test_what_may_travel_has_a_uuid_and_names_its_hub() -> None:
    for model in (tables.Class, tables.Person, tables.Consent, tables.Attempt, tables.SignInEvent):
        assert {"id", "hub_id"} <= set(model.__table__.columns.keys())


def test_a_process_that_serves_carries_no_migrations() -> None:
    seen = subprocess.run(
        [sys.executable, "-c", "import elearn.store, elearn.accounts.sign_in, "
         "elearn.learning.answers, elearn.teaching.demo, sys; print('alembic' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert seen.stdout.strip() == "False"


def test_the_file_is_whole_after_its_migration(tmp_path: Path) -> None:
    store = Store(tmp_path / "elearn.db")
    store.migrate()
    store.close()
    with closing(sqlite3.connect(tmp_path / "elearn.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
