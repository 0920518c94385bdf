"""The process that runs Markdown: spawned once, killed and replaced when it takes too long."""

import atexit
import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Sequence

from elearn import paths

LIMIT_S = 2.0
"""Seconds for all prose of a file: Markdown is quadratic on hostile input."""

START_S = 60.0
"""Seconds that a slow machine may need to start the process and load Markdown."""


class TooSlowError(Exception):
    """The text at index `at` was not ready in time."""

    def __init__(self, at: int) -> None:
        """Remember which text it was."""
        super().__init__(f"text {at} took longer than {LIMIT_S} s")
        self.at = at


class Renderer:
    """A process for prose, or other text to text; thread-safe, starts on first use."""

    def __init__(self, limit_s: float = LIMIT_S, module: str = "elearn.content.prose") -> None:
        """Give a file at most `limit_s` seconds; `module` is what the process runs."""
        self._module = module
        self._limit_s = limit_s
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        atexit.register(self.close)

    def render(self, texts: Sequence[str], limit_s: float | None = None) -> list[str]:
        """Return clean HTML for each text; raise TooSlowError at the one that is not ready.

        `limit_s` seconds are given to all of them, else those of this renderer.
        """
        if not texts:
            return []
        with self._lock:
            self._send(texts)
            until = time.monotonic() + (self._limit_s if limit_s is None else limit_s)
            return [self._next(at, until) for at in range(len(texts))]

    def close(self) -> None:
        """End the process; the next use starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            with contextlib.suppress(OSError):     # what was written last went nowhere
                if process.stdin is not None:
                    process.stdin.close()

    def rest(self) -> None:
        """End the process once nobody waits for it: what is seldom needed need not stay."""
        with self._lock:
            self.close()

    def _send(self, texts: Sequence[str]) -> None:
        if self._owner != os.getpid():      # forked: that process answers our parent
            self._process, self._owner = None, os.getpid()
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._start()
        process = self._process
        if process is None or process.stdin is None:
            raise TooSlowError(0)
        try:
            process.stdin.write(json.dumps(list(texts)).encode() + b"\n")
            process.stdin.flush()
        except OSError as error:
            self.close()
            raise TooSlowError(0) from error

    def _start(self) -> None:
        home = str(paths.PACKAGE.parent)
        path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(  # noqa: S603  # one of our own modules
            [sys.executable, "-m", self._module],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,      # Ctrl-C is for the server; this one ends with it
        )
        self._answers = queue.SimpleQueue()
        threading.Thread(
            target=_listen, args=(self._process, self._answers), daemon=True
        ).start()
        self._next(0, time.monotonic() + START_S)

    def _next(self, at: int, until: float) -> str:
        try:
            line = self._answers.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            line = None
        if line is None:
            self.close()
            raise TooSlowError(at)
        return str(json.loads(line))


def _listen(process: subprocess.Popen[bytes], answers: queue.SimpleQueue[str | None]) -> None:
    """Pass on what the process says, and None when it ends."""
    if process.stdout is not None:
        with process.stdout as lines:
            for line in lines:
                answers.put(line.decode())
    answers.put(None)


RENDERER = Renderer()
"""The one of this process."""
