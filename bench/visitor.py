"""A signed-in learner without a browser: her cookies, and what she asks for."""

import html
import json
import re
import uuid
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from elearn.questions import KINDS
from elearn.store import Store
from elearn.teaching import demo

LESSON = "baca-03-m-b"
APART = timedelta(seconds=20)  # between answers: nobody is taken for hasty
QUESTION = re.compile(r"""data-question='(.*?)'.*?name="s" value="(.*?)\"""", re.DOTALL)
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, and the status that it must be answered with."""

    path: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def method(self) -> str:
        """Return POST for what has a body."""
        return "POST" if self.body else "GET"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; names of headers in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


Send = Callable[[Ask], Answer]


@dataclass(frozen=True, slots=True)
class Visitor:
    """The demonstration's learner Sari at a device of hers."""

    session: str
    device: str
    seat: str

    @classmethod
    def of(cls, data: Path) -> "Visitor":
        """Sign her in at the hub whose data folder this is."""
        store = Store(data / "elearn.db")
        with store.writing() as session:
            entered, device = demo.sign_in(session, datetime.now(UTC))
        store.close()
        assert entered.session_token
        assert entered.seat
        assert device
        return cls(entered.session_token, device, entered.seat)

    def lesson(self, stem: str = LESSON) -> str:
        """Return where a lesson opens for her."""
        return f"/b/{self.seat}/{stem}/"

    def get(self, path: str, **headers: str) -> Ask:
        """Ask for a page, as a browser that unpacks gzip."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        status = 304 if "If-None-Match" in named else 200
        return Ask(path, status, self._own() | {"Accept-Encoding": "gzip"} | named)

    def answer(self, form: Mapping[str, str], number: int) -> Ask:
        """Send her `number`th answer as the page's script does; each has an id of its own."""
        at = datetime.now(UTC) - APART * (number + 1)
        mine = {"id": str(uuid.uuid4()), "waktu": str(int(at.timestamp() * 1000))}
        headers = self._own() | FORM | {"Accept": "application/json"}
        return Ask(self.lesson(), 200, headers, urlencode({**form, **mine}).encode())

    def tapped(self, form: Mapping[str, str]) -> Ask:
        """Send an answer as a plain form does, without script."""
        return Ask(self.lesson(), 303, self._own() | FORM, urlencode(form).encode())

    def question(self, send: Send) -> dict[str, str]:
        """Return the form of her lesson's first choice, rightly filled in."""
        page = send(Ask(self.lesson(), 200, self._own())).body.decode()
        for data, asked in QUESTION.findall(page):
            key = json.loads(html.unescape(data))["key"]
            if key["kind"] == "pilih":
                return {"s": html.unescape(asked), "a": KINDS["pilih"].right(key)}
        raise LookupError("this lesson has no question with one right choice")

    def _own(self) -> dict[str, str]:
        return {"Cookie": f"sesi={self.session}; perangkat={self.device}"}


class Line:
    """A keep-alive connection to a server on loopback."""

    def __init__(self, port: int) -> None:
        """Stand before `port`; connected at the first request."""
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def __call__(self, ask: Ask) -> Answer:
        """Send a request and read its answer whole; any other status than expected is an error."""
        self._connection.request(ask.method, ask.path, ask.body or None, dict(ask.headers))
        response = self._connection.getresponse()
        body = response.read()
        if response.status != ask.status:
            raise RuntimeError(f"{ask.method} {ask.path}: {response.status}")
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, headers, body)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


def spread(asks: list[Ask], lines: list[Line]) -> None:
    """Send all of `asks`, shared out among `lines`, each of which has one under way."""

    def share(number: int) -> None:
        for ask in asks[number :: len(lines)]:
            lines[number](ask)

    with ThreadPoolExecutor(len(lines)) as pool:
        list(pool.map(share, range(len(lines))))
