"""Lets go of phones that lost the network: their connections are asked now and then, and closed.

granian does not ask, and a thread that reads half a post would wait for the rest for ever. Linux
hands the options of a listening socket down to the connections it accepts, so they are set there,
at the first request, when the socket is sure to be open.
"""

import contextlib
import os
import socket
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

IDLE = 60      # seconds of silence before a connection is asked whether it lives
BETWEEN = 15   # seconds between questions
QUESTIONS = 4  # without an answer, then it is closed


class KeepAlive:
    """WSGI middleware that sees once to the sockets of its process."""

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app
        self._done = sys.platform != "linux"

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        if not self._done:
            self._done = True
            keep_alive(listening_sockets())
        return self._app(environ, start_response)


def keep_alive(sockets: Iterable[socket.socket]) -> None:
    """Set the options on each of `sockets` and close our copy of it."""
    for listening in sockets:
        with listening:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, IDLE)
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, BETWEEN)
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, QUESTIONS)


def listening_sockets() -> list[socket.socket]:
    """Return copies of this process's listening TCP sockets (Linux)."""
    found = []
    for entry in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):  # closed meanwhile
            if entry.readlink().name.startswith("socket:"):
                copy = socket.socket(fileno=os.dup(int(entry.name)))
                if _listens(copy):
                    found.append(copy)
                else:
                    copy.close()
    return found


def _listens(candidate: socket.socket) -> bool:
    return candidate.family in {socket.AF_INET, socket.AF_INET6} and bool(
        candidate.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
    )
