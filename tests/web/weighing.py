"""What a page costs a phone: bytes, requests, questions to the database, elements."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

LOADS = re.compile(
    r"""<(?:script|img|iframe|embed|audio|video|source|input)\b[^>]*?\ssrc="([^"]+)"|"""
    r"""<link\b[^>]*?\shref="([^"]+)"|<object\b[^>]*?\sdata="([^"]+)"|url\(["']?([^)"']+)"""
)
"""What a browser fetches for a page without being asked, in HTML and styles."""
PICTURES = ("/gambar/", "/manifest.webmanifest")
"""Counted apart: drawings, an author's pictures, the icon; what tells that it can be installed."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A first visit: bytes of the HTML, of everything with its headers, requests; and the DOM."""

    html: int
    whole: int
    requests: int
    pictures: int            # that load at once: not what waits until it comes into view
    statements: int
    elements: int
    depth: int


def weigh(client: FlaskClient, path: str) -> tuple[int, int, int]:
    """Return compressed bytes of a page; of its whole first visit with headers; and requests."""
    weight = whole_weight(client, path)
    return weight.html, weight.whole, weight.requests


def whole_weight(client: FlaskClient, path: str, encoding: str = "gzip") -> Weight:
    """Weigh a page as a browser would meet it that takes this encoding."""
    with counted() as statements:
        html = client.get(path).get_data(as_text=True)
    asked = len(statements)
    loaded = [one for one in fetched(html) if not one.startswith(PICTURES)]
    bodies, heads = [], 0
    for address in (path, *loaded):
        answer = client.get(address, headers={"Accept-Encoding": encoding})
        assert answer.headers["Content-Encoding"] == encoding, address
        heads += sum(len(name) + len(value) + 4 for name, value in answer.headers.items())
        bodies.append(len(answer.get_data()))
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return Weight(
        bodies[0], heads + sum(bodies), len(bodies), len(at_once(html)), asked,
        sum(1 for _ in tree.iter()), depth(tree),
    )


def fetched(html: str) -> list[str]:
    """Return the addresses that a page makes a browser fetch by itself, each once."""
    shown = re.sub(r"(?<==)'[^']*'", "", html)        # not what scripts hold
    found = ("".join(each) for each in LOADS.findall(shown))
    return list(dict.fromkeys(one for one in found if not one.startswith(("data:", "#"))))


def at_once(html: str) -> list[str]:
    """Return the pictures that do not wait until they come into view."""
    eager = re.sub(r'<img\b[^>]*\sloading="lazy"[^>]*>', "", html)
    return [one for one in fetched(eager) if one.startswith(PICTURES)]


def depth(element: Element) -> int:
    """Return how deep elements stand in each other."""
    return 1 + max(map(depth, element), default=0)


class counted:  # noqa: N801  # reads as a verb after `with`
    """Collects the statements that the application sends to its database."""

    def __init__(self, _app: object = None) -> None:
        self.statements: list[str] = []

    def _note(self, *told: object) -> None:
        if not str(told[2]).startswith(("BEGIN", "PRAGMA")):
            self.statements.append(str(told[2]))

    def __enter__(self) -> list[str]:
        event.listen(Engine, "before_cursor_execute", self._note)
        return self.statements

    def __exit__(self, *_: object) -> None:
        event.remove(Engine, "before_cursor_execute", self._note)
