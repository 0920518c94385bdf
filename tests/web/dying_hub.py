"""A hub that can be killed at any moment and is back at once.

It is forked from a process that has imported what it needs. The test runs
`python -m tests.web.dying_hub <data> <lessons> <port>` and says "mulai" or "bunuh" to it, a line
each; it answers with the same line when that is done.
"""

import http.client
import os
import signal
import subprocess
import sys
from pathlib import Path

from elearn.settings import Settings
from tests.cli.hub import free_port

NAME = "hub.lan"
"""What Chromium calls it (tests/conftest.py): by such a name plain http is no secure context."""


class DyingHub:
    """The test's end of it: a hub on a port of its own, dead until it is started."""

    def __init__(self, data: Path, lessons: Path) -> None:
        self.port = free_port()
        self._process = subprocess.Popen(  # noqa: S603  # ourselves, no shell
            [sys.executable, "-m", "tests.web.dying_hub", str(data), str(lessons), str(self.port)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.alive = False
        self.address = f"http://{NAME}:{self.port}"

    def start(self) -> None:
        """Answer from now on; nothing where it does already."""
        self._tell("mulai")
        self.alive = True

    def kill(self) -> None:
        """SIGKILL: whatever is under way is cut off."""
        self._tell("bunuh")
        self.alive = False

    def post(self, path: str, body: str, cookies: str) -> tuple[int, list[str]]:
        """Post a form as a page of its own would; return the status and the cookies it sets."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        link.request("POST", path, body, {
            "Host": f"{NAME}:{self.port}", "Origin": self.address, "Cookie": cookies,
            "Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json",
        })  # fmt: skip
        reply = link.getresponse()
        reply.read()
        link.close()
        return reply.status, reply.msg.get_all("Set-Cookie") or []

    def end(self) -> None:
        """Leave no process behind."""
        self.kill()
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()

    def _tell(self, what: str) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline().strip() == what


def settings_of(data: Path, lessons: Path) -> Settings:
    """Return the settings of such a hub."""
    return Settings(data=data, lessons=lessons, audio=data / "suara", trusted_hosts=(NAME,))


def serve(data: Path, lessons: Path, port: int, ready: int) -> None:
    """Serve until killed; write a byte into `ready` once connections are taken."""
    import logging

    from werkzeug.serving import make_server

    from elearn.web import create_app

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app = create_app(settings_of(data, lessons))
    server = make_server("127.0.0.1", port, app, threaded=True)
    os.write(ready, b".")
    server.serve_forever()


def main(data: Path, lessons: Path, port: int) -> None:
    """Fork and kill as the test says."""
    import elearn.web  # noqa: F401  # so that each fork has it already

    child = 0
    for line in sys.stdin:
        if line.strip() == "bunuh" and child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            child = 0
        elif line.strip() == "mulai" and not child:
            heard, ready = os.pipe()
            child = os.fork()
            if child == 0:
                serve(data, lessons, port, ready)
            os.read(heard, 1)
            os.close(heard)
            os.close(ready)
        sys.stdout.write(line)
        sys.stdout.flush()
    if child:
        os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
