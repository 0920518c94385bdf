import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError

from elearn.store import BusyError, Store, tables
from elearn.teaching import make_class
from tests.small_hub import MORNING, SmallHub

HASTY = 0.05  # seconds of patience, so that a refusal comes soon


def names(store: Store) -> set[str]:
    with store.reading() as session:
        return set(session.scalars(select(tables.Class.name)))


def test_what_was_written_is_read(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        make_class(session, "Kelompok Pasar", MORNING)
    assert "Kelompok Pasar" in names(hub.store)


def test_an_exception_undoes_all_that_was_written(hub: SmallHub) -> None:
    def fail() -> None:
        with hub.store.writing() as session:
            make_class(session, "Kelompok Pasar", MORNING)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert "Kelompok Pasar" not in names(hub.store)


@pytest.mark.parametrize("maker", ["reading", "writing"])
def test_each_connection_is_in_wal_mode_and_syncs_fully(file_hub: SmallHub, maker: str) -> None:
    with getattr(file_hub.store, maker)() as session:
        pragmas = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000,
    }  # fmt: skip


def test_a_reader_can_change_nothing(file_hub: SmallHub) -> None:
    with (
        file_hub.store.reading() as session,
        pytest.raises(OperationalError, match="readonly database"),
    ):
        session.execute(text("UPDATE class SET name = 'x'"))


def test_a_reader_sees_one_state_while_another_writes(hub: SmallHub) -> None:
    with hub.store.reading() as session:
        before = session.scalars(select(tables.Class.name)).all()
        with hub.store.writing() as writer:
            make_class(writer, "Kelompok Pasar", MORNING)
        assert session.scalars(select(tables.Class.name)).all() == before


def test_a_writer_holds_the_file_from_its_first_moment(file_hub: SmallHub) -> None:
    with (
        file_hub.store.writing(),
        closing(sqlite3.connect(file_hub.store.database, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


def test_d5_a_writer_that_reads_first_is_never_refused_half_way(file_hub: SmallHub) -> None:
    """A deferred transaction would get SQLITE_BUSY_SNAPSHOT here, at once."""
    refused: list[Exception] = []
    read = threading.Event()

    def write(store: Store, name: str) -> None:
        try:
            with store.writing() as session:
                session.scalars(select(tables.Class.name)).all()
                read.set()
                make_class(session, name, MORNING)
        except Exception as error:
            refused.append(error)

    other = Store(file_hub.store.database)  # as another process would be: with a lock of its own
    threads = [
        threading.Thread(target=write, args=(store, f"{store is other} {number}"))
        for number in range(10)
        for store in (file_hub.store, other)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert refused == []
    assert len(names(file_hub.store)) == 2 + 20


def test_d5_a_writer_waits_for_another_program_and_then_says_so(file_hub: SmallHub) -> None:
    store = Store(file_hub.store.database, patience=HASTY)
    with closing(sqlite3.connect(file_hub.store.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError), store.writing():
            pass
        other.execute("COMMIT")
    with store.writing() as session:
        make_class(session, "Kelompok Pasar", MORNING)
    assert "Kelompok Pasar" in names(store)
    store.close()


def test_d5_a_thread_waits_for_another_and_then_says_so(file_hub: SmallHub) -> None:
    store = Store(file_hub.store.database, patience=HASTY)
    refused: list[BusyError] = []

    def write() -> None:
        try:
            with store.writing():
                pass
        except BusyError as error:
            refused.append(error)

    with store.writing():
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    store.close()
    assert len(refused) == 1


def test_a_time_without_a_zone_is_refused(hub: SmallHub) -> None:
    with hub.store.reading() as session, pytest.raises(Exception, match="must be aware"):
        session.execute(
            select(tables.Class).where(tables.Class.made_at == MORNING.replace(tzinfo=None))
        )


def test_times_come_back_aware(hub: SmallHub) -> None:
    with hub.store.reading() as session:
        assert set(session.scalars(select(tables.Class.made_at))) == {MORNING}


def test_a_row_cannot_point_to_nothing(tmp_path: Path, file_hub: SmallHub) -> None:
    with file_hub.store.writing() as session, pytest.raises(Exception, match="FOREIGN KEY"):
        session.execute(text("UPDATE person SET class_id = 'nowhere'"))


def test_a_connection_serves_one_thread_after_another(file_hub: SmallHub) -> None:
    seen: list[set[str]] = []

    def look() -> None:
        with file_hub.store.writing() as session:
            make_class(session, f"Kelompok {len(seen)}", MORNING)
        seen.append(names(file_hub.store))

    for _ in range(3):
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    assert len(seen) == 3
    assert {"Kelompok 0", "Kelompok 1", "Kelompok 2"} <= seen[-1]
