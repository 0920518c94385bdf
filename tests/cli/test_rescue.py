"""D13: a broken database at start. Nothing is thrown away; one button brings the hub back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from elearn.operating import backup
from elearn.store import Store
from tests import read_only
from tests.cli.hub import Hub, read_all
from tests.small_hub import make

YESTERDAY = datetime.now(UTC) - timedelta(days=1)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A hub with people, an automatic backup of yesterday, and no server."""
    hub = make(tmp_path)
    hub.store.close()
    backup.daily(tmp_path / "elearn.db", tmp_path, YESTERDAY)
    return tmp_path


@pytest.fixture
def serving(data: Path) -> Iterator[Hub]:
    """A server on that hub, whose database was destroyed before."""
    damage(data / "elearn.db")
    hub = Hub(data)
    yield hub
    hub.kill()


def damage(database: Path) -> None:
    content = bytearray(database.read_bytes())
    content[1024:60000] = b"\x5a" * (60000 - 1024)
    database.write_bytes(content)
    for ending in ("-wal", "-shm"):
        Path(f"{database}{ending}").unlink(missing_ok=True)


def answering(hub: Hub, status: int) -> Hub:
    """Wait until the server answers /health with this status."""
    for _ in range(1200):
        try:
            if hub.ask("GET", "/health")[0] == status:
                return hub
        except OSError:
            pass
        if hub.process.poll() is not None:
            break
        try:
            hub.process.wait(0.05)
        except Exception:  # noqa: S112  # still running: ask again
            continue
    raise AssertionError(hub.end())


def test_d13_every_address_tells_what_to_do_and_lessons_are_read(serving: Hub) -> None:
    hub = answering(serving, 503)
    for path in ("/", "/ranah/literasi", "/tutor/"):
        status, page = hub.ask("GET", path)
        assert status == 503
        assert "Cadangan terakhir yang utuh" in page.decode()
    status, page = hub.ask("GET", "/pelajaran/baca-03-m-b/dewasa/")
    assert status == 200
    assert "ibu mau ubi" in page.decode()
    assert hub.ask("GET", "/pelajaran/baca-03-m-b/siapa/")[0] == 503


def test_d13_one_button_restores_the_last_good_backup_and_the_server_goes_on(
    serving: Hub, data: Path
) -> None:
    hub = answering(serving, 503)
    with hub.connect(
        "POST /pulihkan HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin"
    ) as link:
        assert b"200" in read_all(link).split(b"\r\n", 1)[0]
    answering(hub, 200)
    store = Store(data / "elearn.db")
    with store.reading() as session:
        names = session.connection().exec_driver_sql("SELECT name FROM person").scalars().all()
    store.close()
    assert {"Sari", "Rudi", "Tuti"} <= set(names)
    kept = list(data.glob("elearn.db.rusak-*"))
    assert len(kept) == 1
    assert b"\x5a" * 1000 in kept[0].read_bytes()
    assert hub.end()[0] == 0


@pytest.mark.parametrize("content", [b"", b"bukan basis data", None])
def test_d13_an_empty_foreign_or_cut_file_is_told_too(data: Path, content: bytes | None) -> None:
    database = data / "elearn.db"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.write_bytes(database.read_bytes()[:20480] if content is None else content)
    broken = database.read_bytes()
    hub = Hub(data)
    try:
        answering(hub, 503)
        assert "Sedang rusak" in hub.ask("GET", "/")[1].decode()
        assert database.read_bytes() == broken
    finally:
        hub.kill()


def test_a_database_of_newer_code_is_refused_with_a_sentence(data: Path) -> None:
    with closing(sqlite3.connect(data / "elearn.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    hub = Hub(data)
    code, _printed, complaints = hub.over()
    assert code == 1
    assert "lebih baru" in complaints
    assert "Traceback" not in complaints


def test_d6_a_card_that_can_only_be_read_still_gives_the_lessons(tmp_path: Path) -> None:
    with read_only.disk(tmp_path / "kartu") as data:
        make(data).store.close()
        read_only.close(data)
        hub = Hub(data, ELEARN_AUDIO=str(tmp_path / "audio"))
        try:
            answering(hub, 503)
            status, page = hub.ask("GET", "/masuk/siapa-saja")
            assert status == 503
            assert "Tempat simpan di sini hanya bisa dibaca" in page.decode()
            assert "Sedang rusak" not in page.decode()
            status, page = hub.ask("GET", "/pelajaran/baca-03-m-b/dewasa/")
            assert status == 200
            assert "ibu mau ubi" in page.decode()
            code, _printed, complaints = hub.end()
        finally:
            hub.kill()
    assert code == 0
    assert "belum bisa ditulis" in complaints
    assert "Traceback" not in complaints
