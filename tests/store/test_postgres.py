"""PostgreSQL gives the use cases what one file gives them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from elearn.migrations.run import configuration
from elearn.store import BusyError, NewerDatabaseError, Store, tables
from elearn.store.postgres import DRIVER
from tests.postgres import Cluster

pytestmark = pytest.mark.postgresql


@contextmanager
def store(cluster: Cluster, patience: float = 5.0) -> Iterator[Store]:
    with cluster.database() as url:
        made = Store(url, patience)
        try:
            yield made
        finally:
            made.close()


def test_the_head_equals_the_models(cluster: Cluster) -> None:
    with store(cluster) as made, made.writing() as session:
        context = MigrationContext.configure(session.connection())
        assert compare_metadata(context, tables.Hub.metadata) == []


def test_every_revision_goes_up_and_down(cluster: Cluster) -> None:
    with cluster.database(empty=True) as url:
        engine = create_engine(url.replace("postgresql", DRIVER, 1))
        with engine.begin() as connection:
            config = configuration(connection)
            for revision in list(ScriptDirectory.from_config(config).walk_revisions())[::-1]:
                before = set(inspect(connection).get_table_names()) - {"alembic_version"}
                command.upgrade(config, revision.revision)
                command.downgrade(config, "-1")
                after = set(inspect(connection).get_table_names()) - {"alembic_version"}
                assert after == before
                command.upgrade(config, revision.revision)
        engine.dispose()


def test_two_that_start_at_once_migrate_once(cluster: Cluster) -> None:
    with cluster.database(empty=True) as url:
        both = [Store(url), Store(url)]
        threads = [threading.Thread(target=one.migrate) for one in both]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with both[0].reading() as session:
            assert len(session.scalars(text("SELECT id FROM hub")).all()) == 1
        for one in both:
            one.close()


def test_a_reader_can_change_nothing(cluster: Cluster) -> None:
    with (
        store(cluster) as made,
        pytest.raises(Exception, match="read-only"),
        made.reading() as session,
    ):
        session.execute(text("UPDATE class SET name = 'x'"))


def test_d5_a_writer_waits_for_another_and_then_says_so(cluster: Cluster) -> None:
    with store(cluster, 0.2) as made, made.writing(), pytest.raises(BusyError), made.writing():
        raise AssertionError("two wrote at once")


def test_who_writes_about_different_learners_writes_side_by_side(cluster: Cluster) -> None:
    sari, rudi = uuid4(), uuid4()
    with store(cluster, 0.2) as made, made.writing(sari):
        with made.writing(rudi):
            pass
        with pytest.raises(BusyError), made.writing(sari):
            raise AssertionError("two wrote about Sari at once")
        with pytest.raises(BusyError), made.writing():
            raise AssertionError("somebody wrote about all while another wrote")


def test_a_server_that_goes_away_is_busy_and_not_broken(cluster: Cluster) -> None:
    with store(cluster) as made:
        with pytest.raises(BusyError), made.writing() as session:
            session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        with made.writing() as session:
            assert session.scalar(text("SELECT 1")) == 1


def test_older_code_leaves_a_newer_database_alone(cluster: Cluster) -> None:
    with store(cluster) as made:
        with made.writing() as session:
            session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        with pytest.raises(NewerDatabaseError, match="lebih baru"):
            made.migrate()
