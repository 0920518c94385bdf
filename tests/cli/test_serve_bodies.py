"""What bad networks and bad senders do to a real server."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.hub import Hub, read_all

TEN_MB = 10_000_000
X = b"x" * TEN_MB
FORM = "application/x-www-form-urlencoded"
PIECES = b"".join(b"10000\r\n" + b"x" * 0x10000 + b"\r\n" for _ in range(153)) + b"0\r\n\r\n"
MULTIPART = (b'--batas\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\n'
             + X + b"\r\n--batas--\r\n")

BIG = {
    "urlencoded": (f"Content-Type: {FORM}\r\nContent-Length: {TEN_MB + 2}", b"a=" + X),
    "raw": (f"Content-Type: application/octet-stream\r\nContent-Length: {TEN_MB}", X),
    "multipart": ("Content-Type: multipart/form-data; boundary=batas\r\n"
                  f"Content-Length: {len(MULTIPART)}", MULTIPART),
    "chunked": (f"Content-Type: {FORM}\r\nTransfer-Encoding: chunked", PIECES),
}
GROWTH = 6_000  # KB: far less than one body; threads that start meanwhile take some memory too
ESTABLISHED = "01"           # in /proc/net/tcp; others may have had the same port before


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    running = Hub(tmp_path_factory.mktemp("hub"))
    try:
        yield running.started()
    finally:
        running.kill()


def post(hub: Hub, headers: str, body: bytes) -> bytes:
    head = f"POST /bahasa HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n{headers}"
    with hub.connect(head, body) as link:
        return read_all(link)


@pytest.mark.parametrize("kind", BIG)
def test_c3_ten_megabytes_are_refused_and_take_no_memory(hub: Hub, kind: str) -> None:
    for _ in range(8):  # what the page and its threads need is there
        post(hub, f"Content-Type: {FORM}\r\nContent-Length: 300000", b"x" * 300_000)
    hub.forget_peak()
    before = hub.peak_memory()
    for _ in range(3):
        reply = post(hub, *BIG[kind])
        assert reply.startswith(b"HTTP/1.1 413 ")
        assert "Kiriman ini terlalu besar." in reply.decode()
        assert len(reply) < 8192
    assert hub.peak_memory() - before < GROWTH


def test_half_an_answer_is_refused(hub: Hub) -> None:
    head = f"POST /bahasa HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: {FORM}"
    with hub.connect(f"{head}\r\nContent-Length: 9", b"bahasa=") as link:
        link.shutdown(socket.SHUT_WR)       # the phone is gone before the last two letters
        assert b" 400 " in read_all(link).partition(b"\r\n")[0]


def test_phones_that_stop_in_mid_post_do_not_stop_the_others(hub: Hub) -> None:
    head = f"POST /bahasa HTTP/1.1\r\nContent-Type: {FORM}\r\nContent-Length: 9"
    stuck = [hub.connect(head, b"bah") for _ in range(20)]
    assert {hub.health()[0] for _ in range(20)} == {200}
    for link in stuck:
        link.close()


def test_a_silent_phone_is_asked_whether_it_lives(hub: Hub) -> None:
    hub.ask("GET", "/health")
    with hub.connect("GET /health HTTP/1.1") as link:
        link.recv(10)
        theirs = link.getsockname()[1]
        rows = map(str.split, Path("/proc/net/tcp").read_text().splitlines()[1:])
        timers = [row[5] for row in rows
                  if row[2].endswith(f":{theirs:04X}") and row[3] == ESTABLISHED]
    assert [timer.partition(":")[0] for timer in timers] == ["02"]  # 02: keep-alive
