"""`elearn serve` as an operator meets it: one server, a clear refusal, a clean end."""

import os
import signal
import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from elearn.settings import Settings
from elearn.web import serving
from elearn.web.hosts import ALL_IPV4, lan_addresses
from tests.cli.hub import Hub, free_port

Start = Callable[..., Hub]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start servers that are surely gone afterwards."""
    hubs: list[Hub] = []

    def begin(data: Path = tmp_path, port: int = 0, **environ: str) -> Hub:
        hubs.append(Hub(data, port, **environ))
        return hubs[-1]

    yield begin
    for hub in hubs:
        hub.kill()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_is_well_says_where_it_is_and_ends_cleanly(start: Start, how: signal.Signals) -> None:
    hub = start().started()
    status, said = hub.health()
    assert (status, said["status"]) == (200, "ok")
    assert said["version"]
    code, printed, complaints = hub.end(how)
    assert code == 0
    assert f"http://127.0.0.1:{hub.port}/" in printed
    assert complaints == ""
    assert not Path(f"{hub.data}/elearn.db-wal").exists()
    with closing(sqlite3.connect(hub.data / "elearn.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_ctrl_c_reaches_all_of_it_and_it_still_ends_cleanly(start: Start) -> None:
    hub = start().started()
    os.killpg(hub.process.pid, signal.SIGINT)
    code, _, complaints = hub.over()
    assert (code, complaints) == (0, "")


def test_a_second_server_on_the_same_database_is_refused(start: Start) -> None:
    first = start().started()
    code, _, complaints = start().over()
    assert code == 1
    assert "sudah berjalan" in complaints
    assert complaints.count("\n") == 1
    assert first.health()[0] == 200


def test_a_taken_port_is_refused(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path / "satu").started()
    code, _, complaints = start(tmp_path / "dua", port=first.port).over()
    assert code == 1
    assert f"Port {first.port} sudah dipakai" in complaints
    assert complaints.count("\n") == 1


def test_a_setting_that_means_nothing_is_one_sentence(start: Start) -> None:
    code, printed, complaints = start(ELEARN_PORTT="1").over()
    assert (code, printed) == (2, "")
    assert complaints == "ELEARN_PORTT: setelan tidak dikenal; maksudnya ELEARN_PORT?\n"


def test_a_folder_that_cannot_be_written_is_refused(start: Start, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    code, _, complaints = start(tmp_path / "berkas" / "data").over()
    assert code == 1
    assert "tidak bisa ditulis. Periksa ELEARN_DATA." in complaints
    assert complaints.count("\n") == 1


def test_after_a_kill_the_next_server_starts(start: Start) -> None:
    first = start().started()
    first.process.kill()
    first.over()      # its pipes close when the worker has followed it
    assert start().started().end()[0] == 0


def test_who_is_only_connected_does_not_hold_up_the_end(start: Start) -> None:
    hub = start().started()
    with hub.connect("GET /health HTTP/1.1") as idle:
        idle.recv(10)
        assert hub.end()[0] == 0


def test_the_lock_is_free_again_afterwards(tmp_path: Path) -> None:
    database = tmp_path / "elearn.db"
    again = serving.locked(database)
    with serving.locked(database), pytest.raises(serving.RefusedError, match="sudah berjalan"):
        again.__enter__()
    with serving.locked(database):
        pass


def test_a_port_is_probed_before_it_is_used() -> None:
    port = free_port()
    assert serving.free_address("localhost", port) in {"127.0.0.1", "::1"}
    with socket.create_server(("127.0.0.1", port), reuse_port=True):
        for host in ("127.0.0.1", ALL_IPV4):
            with pytest.raises(serving.RefusedError, match=f"Port {port} sudah dipakai"):
                serving.free_address(host, port)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(serving.RefusedError, match=r"192\.0\.2\.7 bukan alamat komputer ini"):
        serving.free_address("192.0.2.7", 8000)


def test_addresses_for_phones_are_told_only_if_phones_may_come() -> None:
    assert serving.addresses(Settings()) == ["http://127.0.0.1:8000/"]
    everybody = serving.addresses(Settings(host=ALL_IPV4, url="https://belajar.contoh.id"))
    assert everybody[0] == "http://127.0.0.1:8000/"
    assert everybody[-1] == "https://belajar.contoh.id/"
    assert [f"http://{address}:8000/" for address in lan_addresses()] == everybody[1:-1]
    assert serving.addresses(Settings(host="::1")) == ["http://[::1]:8000/"]
