"""The online service's HTTP endpoint on loopback: it answers, refuses, lies or keeps silent."""

import base64
import functools
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import gtts.tts
import numpy as np
import pytest

from elearn.narration.encoding import mp3
from elearn.narration.values import RATE

Reply = tuple[int, bytes] | None
"""Status and body; None: it keeps silent until the client gives up."""


def voiced(text: str) -> bytes:
    """Return an MP3 that lasts about as long as somebody would take to say `text`."""
    return _hum(-(-len(text) // 5) * 5)


@functools.cache             # encoding is most of what a test with many sentences costs
def _hum(letters: int) -> bytes:
    seconds = 0.3 + 0.07 * letters
    at = np.arange(int(seconds * RATE)) / RATE
    return mp3((8000 * np.sin(2 * np.pi * 220 * at)).astype(np.int16))


def answered(text: str) -> Reply:
    """Return the answer of a service that is well."""
    sound = base64.b64encode(voiced(text)).decode()
    return 200, rf'[["wrb.fr","jQ1olc","[\"{sound}\"]",null]]'.encode()


class Service:
    """What was asked, and how it is answered."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.reply: Callable[[str], Reply] = answered
        self.hang_up = False         # in the middle of every answer
        self.over = threading.Event()
        self.url = ""


@contextmanager
def serving() -> Iterator[Service]:
    """Serve on loopback until the block ends."""
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            rpc = json.loads(parse_qs(body)["f.req"][0])
            text = json.loads(rpc[0][0][1])[0]
            service.asked.append(text)
            reply = service.reply(text)
            if reply is None:
                service.over.wait(20)
                return
            self.send_response(reply[0])
            whole = len(reply[1]) * (2 if service.hang_up else 1)
            self.send_header("Content-Length", str(whole))
            self.end_headers()
            self.wfile.write(reply[1])

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    service.url = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """The endpoint, with gTTS sent to it instead of to its own."""
    with serving() as made:
        monkeypatch.setattr(gtts.tts, "_translate_url", lambda **_: made.url)
        yield made
