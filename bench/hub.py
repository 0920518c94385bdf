"""A real `elearn serve` with its demonstration class, on loopback, in a folder that goes away."""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from elearn.store import Store
from elearn.teaching import demo


@dataclass(frozen=True, slots=True)
class Hub:
    """Where it listens, its one-time link, and the demonstration's codes by name."""

    address: str
    link: str
    data: Path
    process: "subprocess.Popen[str]"
    began: float             # time.monotonic() when it was started

    @property
    def worker(self) -> int:
        """Process id of the one that serves."""
        return children(self.process.pid)[0]

    def code(self, person_id: str) -> list[int]:
        """Picture code of a demonstration learner, whose id may be written without hyphens."""
        codes: dict[str, list[int]] = json.loads((self.data / "contoh.json").read_text())
        return codes[str(uuid.UUID(person_id))]

    def new_link(self) -> str:
        """Offer one more one-time link."""
        store = Store(self.data / "elearn.db")
        with store.writing() as session:
            token = demo.enrolment_link_token(session, datetime.now(UTC))
        store.close()
        return f"{self.address}/perangkat/{token}"


@contextmanager
def hub(lessons: Path | None = None, kept_in: Path | None = None) -> Iterator[Hub]:
    """Start a server, wait until it is well, and end it cleanly.

    It serves the shipped lessons, or those of a folder `lessons`; its data lies in `kept_in`, else
    in a folder that goes away.
    """
    with tempfile.TemporaryDirectory() as aside:
        data = kept_in or Path(aside)
        port = free_port()
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ELEARN_")}
        mine = {
            "ELEARN_DATA": str(data), "ELEARN_AUDIO": f"{data}/suara", "ELEARN_PORT": str(port),
            "ELEARN_DEMO": "1", "PYTHONUNBUFFERED": "1",
            **({"ELEARN_LESSONS": str(lessons)} if lessons else {}),
        }
        began = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "elearn", "serve"], env=kept | mine, text=True,
            stdout=subprocess.PIPE,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            link = _link(process)
            well(f"{address}/health")
            yield Hub(address, link, data, process, began)
        finally:
            process.terminate()
            process.wait(30)


def children(process: int) -> list[int]:
    """Return the ids of the processes that `process` has started."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(word) for word in listed.split()]


def _link(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    for line in process.stdout:
        found = re.search(r"http://\S+/perangkat/\S+", line)
        if found:
            return found[0]
    raise RuntimeError("the server printed no link")


def well(address: str) -> None:
    """Wait until `address` answers, three minutes at most."""
    for _ in range(1800):
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310  # our own hub
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server does not answer")


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
