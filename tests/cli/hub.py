"""A real server in processes of its own, on loopback and a folder of its own."""

import contextlib
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from tests import shipped

PATIENCE = 60.0  # seconds: a busy machine may be slow, a hung one fails


class Hub:
    """Starts `elearn serve`, knows when it answers, and ends it whatever happens."""

    def __init__(self, data: Path, port: int = 0, **environ: str) -> None:
        self.data = data
        if "ELEARN_LESSONS" not in environ:
            with contextlib.suppress(OSError):       # a card that can only be read
                shipped.put(data)
        self.port = port or free_port()
        kept = {k: v for k, v in os.environ.items() if not k.startswith("ELEARN_")}
        mine = {"ELEARN_DATA": str(data), "ELEARN_AUDIO": str(data / "audio"),
                "ELEARN_PORT": str(self.port), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "elearn", "serve"], env=kept | mine | environ, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        )

    def started(self) -> "Hub":
        """Wait until it answers that it is well."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            try:
                if self.ask("GET", "/health")[0] == 200:
                    return self
            except OSError:
                time.sleep(0.05)  # not yet listening
        raise AssertionError(self.end(signal.SIGKILL))

    def ask(self, method: str, path: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path)
        reply = connection.getresponse()
        body = reply.read()
        connection.close()
        return reply.status, body

    def health(self) -> tuple[int, dict[str, str]]:
        status, body = self.ask("GET", "/health")
        return status, json.loads(body)

    def connect(self, head: str, body: bytes = b"") -> socket.socket:
        """Open a connection and send a raw request."""
        link = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        link.sendall(f"{head}\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode() + body)
        return link

    def worker(self) -> int:
        """The process that serves: the only child."""
        parent = self.process.pid
        (child,) = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        return int(child)

    def forget_peak(self) -> None:
        """Count the most memory from now on (proc(5): clear_refs)."""
        Path(f"/proc/{self.worker()}/clear_refs").write_text("5")

    def peak_memory(self) -> int:
        """The most memory the serving process had, in KB."""
        status = Path(f"/proc/{self.worker()}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert found
        return int(found[1])

    def end(self, how: signal.Signals = signal.SIGTERM) -> tuple[int, str, str]:
        """Send `how`; return exit code, what it printed, and its complaints."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.over()

    def over(self) -> tuple[int, str, str]:
        """Wait for its end; return exit code, what it printed, and its complaints."""
        printed, complaints = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, printed, complaints

    def kill(self) -> None:
        """End what is left of it, worker too."""
        with contextlib.suppress(ProcessLookupError):  # all gone already
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read_all(link: socket.socket) -> bytes:
    """Read until the other side closes."""
    pieces = []
    while piece := link.recv(65536):
        pieces.append(piece)
    return b"".join(pieces)
