"""Flask's smallest application, served just as elearn is: the floor that CPU is compared with."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

from bench.hub import children, free_port, well
from elearn.web.serving import THREADS


def application() -> Flask:
    """Build an application that says hello."""
    app = Flask("hello")
    app.add_url_rule("/", view_func=lambda: "hello")
    return app


@contextmanager
def hello() -> Iterator[tuple[int, int]]:
    """Serve it on loopback; give the port and the id of the process that serves."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "bench.hello", str(port)])
    try:
        well(f"http://127.0.0.1:{port}/")
        yield port, children(process.pid)[0]
    finally:
        process.terminate()
        process.wait(30)


def serve(port: int) -> None:
    """Serve until told to stop, with the options of `elearn serve`."""
    Granian(
        "bench.hello:application",
        factory=True,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=1,
        blocking_threads=THREADS,
        log_level=LogLevels.error,
    ).serve()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
