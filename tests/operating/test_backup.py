"""What was acknowledged before a backup is there after its restore; no other file is restored."""

import json
import sqlite3
import threading
import zipfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from elearn.accounts import sessions, sign_in
from elearn.learning import answers
from elearn.operating import archive, backup, integrity
from elearn.operating.archive import BackupError
from elearn.operating.restore import restore
from elearn.store import Secrets, Store
from elearn.teaching.erase import erase
from tests.small_hub import JAKARTA, MORNING, SmallHub


def backed_up(hub: SmallHub, name: str = "satu.zip") -> Path:
    target = hub.data / name
    backup.back_up(hub.store.database, hub.data, target, MORNING)
    return target


def rewritten(source: Path, target: Path, **changed: bytes) -> Path:
    """Copy a backup with other bytes in some of its files (by name, '/' written as '__')."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            data = changed.pop(info.filename.replace("/", "__").replace(".", "_"), None)
            new.writestr(info.filename, old.read(info) if data is None else data)
        for name, data in changed.items():
            new.writestr(name.replace("__", "/"), data)
    return target


def state(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.iterdump())


@pytest.mark.parametrize("writers", [4, pytest.param(40, marks=pytest.mark.soak)])
def test_d11_a_backup_under_writers_restores_to_an_empty_machine(
    hub: SmallHub, tmp_path: Path, writers: int
) -> None:
    acknowledged: list[UUID] = []
    stop = threading.Event()

    def write(number: int) -> None:
        second = 0
        while not stop.is_set():
            second += 1
            answer = hub.answer(second * 60 + number, code=f"w{number}-{second}")
            with hub.store.writing() as session:
                answers.record(session, answer, MORNING + timedelta(days=1), JAKARTA)
            acknowledged.append(answer.id)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    while len(acknowledged) < 3 * writers:
        stop.wait(0.01)
    before = list(acknowledged)
    target = backed_up(hub)
    stop.set()
    for thread in threads:
        thread.join()
    other = tmp_path / "mesin baru"
    done = restore(target, other / "elearn.db", other, MORNING)
    assert done.kept is None
    store = Store(other / "elearn.db")
    with store.reading() as session:
        kept = {answers.attempt(session, hub.sari.id, one) is not None for one in before}
    assert kept == {True}
    store.close()
    assert integrity.trouble(other / "elearn.db") is None
    assert integrity.rows(other / "elearn.db") == done.about.rows
    assert Secrets(other).pepper == hub.secrets.pepper


def test_d11_a_cut_or_foreign_file_is_refused_and_nothing_changes(
    hub: SmallHub, tmp_path: Path
) -> None:
    whole = backed_up(hub)
    before = state(hub.store.database)
    bad = [tmp_path / "tidak-ada.zip", tmp_path / "kosong.zip", tmp_path / "asing.zip"]
    bad[1].write_bytes(b"")
    with zipfile.ZipFile(bad[2], "w") as foreign:
        foreign.writestr("catatan.txt", "bukan cadangan")
    data = whole.read_bytes()
    for number, part in enumerate((0.1, 0.5, 0.9, 0.999)):
        bad.append(tmp_path / f"terpotong-{number}.zip")
        bad[-1].write_bytes(data[: int(len(data) * part)])
    bad.append(tmp_path / "terbalik.zip")
    bad[-1].write_bytes(data[:2000] + bytes(byte ^ 255 for byte in data[2000:2050]) + data[2050:])
    bad.append(rewritten(whole, tmp_path / "lada.zip", rahasia__lada=b"x" * 32))
    bad.append(rewritten(whole, tmp_path / "lebih.zip", rahasia__lebih=b"x"))
    for path in bad:
        with pytest.raises(BackupError) as told:
            restore(path, hub.store.database, hub.data, MORNING)
        assert str(told.value).endswith((".", "'."))
    assert state(hub.store.database) == before
    assert backup.automatic(hub.data) == []


def test_b5_names_that_leave_the_folder_are_refused(hub: SmallHub, tmp_path: Path) -> None:
    whole = backed_up(hub)
    with zipfile.ZipFile(whole) as packed:
        told = json.loads(packed.read(archive.CONTENTS))
    for name in ("../lari", "/tmp/lari", "rahasia/../../lari", "lain/x", "rahasia"):  # noqa: S108
        told["files"][name] = {"sha256": "0" * 64, "size": 1}
        evil = rewritten(
            whole, tmp_path / "jahat.zip",
            **{"isi_json": json.dumps(told).encode(), name: b"x"},
        )  # fmt: skip
        with pytest.raises(BackupError):
            restore(evil, hub.store.database, hub.data, MORNING)
        del told["files"][name]
    assert not (tmp_path / "lari").exists()


def test_b5_a_file_that_swells_is_stopped(hub: SmallHub, tmp_path: Path) -> None:
    whole = backed_up(hub)
    with zipfile.ZipFile(whole) as packed:
        told = json.loads(packed.read(archive.CONTENTS))
    told["files"]["rekaman/nol"] = {"sha256": "0" * 64, "size": 50_000_000}
    bomb = tmp_path / "bom.zip"
    with (
        zipfile.ZipFile(whole) as old,
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
        new.writestr("rekaman/nol", bytes(50_000_000))
    with pytest.raises(BackupError):
        restore(bomb, hub.store.database, hub.data, MORNING)


def test_a_restore_keeps_what_was_there_and_ends_all_sessions(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        tried = sign_in.sign_in(
            session, hub.secrets, hub.device, hub.sari.id, hub.sari.code, MORNING
        )
        answers.record(session, hub.answer(1), MORNING + timedelta(hours=1), JAKARTA)
    whole = backed_up(hub)
    later = hub.answer(9)
    with hub.store.writing() as session:
        answers.record(session, later, MORNING + timedelta(hours=1), JAKARTA)
    done = restore(whole, hub.store.database, hub.data, MORNING + timedelta(minutes=1))
    with hub.store.reading() as session:      # the store that was open all the time
        assert sessions.find(session, tried.session_token or "", MORNING) is None
        assert answers.attempt(session, hub.sari.id, later.id) is None
    assert done.kept is not None
    restore(done.kept, hub.store.database, hub.data, MORNING + timedelta(minutes=2))
    with hub.store.reading() as session:
        assert answers.attempt(session, hub.sari.id, later.id) is not None


def test_the_restored_pepper_is_used_without_a_restart(hub: SmallHub) -> None:
    whole = backed_up(hub)
    before = hub.secrets.pepper
    (hub.data / "rahasia" / "lada").write_bytes(b"another pepper of 32 bytes length"[:32])
    assert hub.secrets.pepper != before
    restore(whole, hub.store.database, hub.data, MORNING)
    assert hub.secrets.pepper == before


def test_f1_who_was_erased_after_the_backup_stays_erased(hub: SmallHub) -> None:
    whole = backed_up(hub)
    with hub.store.writing() as session:
        assert erase(session, hub.rudi.id, hub.sari.id, MORNING)
    restore(whole, hub.store.database, hub.data, MORNING + timedelta(minutes=1))
    told = "\n".join(state(hub.store.database))
    assert hub.rudi.id.hex not in told
    assert "Rudi" not in told
    assert "Sari" in told


def test_a_newer_backup_is_refused(hub: SmallHub) -> None:
    with hub.store.writing() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    newer = backed_up(hub)
    with pytest.raises(BackupError, match="lebih baru"):
        restore(newer, hub.store.database, hub.data, MORNING)


def test_f1_automatic_backups_are_made_once_a_day_and_kept_for_thirty_days(hub: SmallHub) -> None:
    made = [
        backup.daily(hub.store.database, hub.data, MORNING + timedelta(hours=hours))
        for hours in (0, 5, 25)
    ]
    assert [path is not None for path in made] == [True, False, True]
    assert backup.newest_good(hub.data) == (made[2], MORNING + timedelta(hours=25))
    backup.daily(hub.store.database, hub.data, MORNING + timedelta(days=30, hours=12))
    assert made[0] is not None
    assert not made[0].exists()
    assert len(backup.automatic(hub.data)) == 2


def test_the_newest_good_backup_is_not_a_broken_one(hub: SmallHub) -> None:
    backup.daily(hub.store.database, hub.data, MORNING)
    broken = backup.daily(hub.store.database, hub.data, MORNING + timedelta(days=2))
    assert broken is not None
    broken.write_bytes(broken.read_bytes()[:-100])
    assert backup.newest_good(hub.data) == (backup.automatic(hub.data)[1][0], MORNING)


def test_a_backup_is_for_its_owner_only(hub: SmallHub) -> None:
    assert backed_up(hub).stat().st_mode & 0o077 == 0
