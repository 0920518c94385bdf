"""Every page of everybody, with a browser that may open it."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext

from tests.cast import Cast
from tests.web.staff_pages import author, people, voices, work
from tests.web.test_pages import LESSONS, pages

SHELLS = "/luring/"
"""What a phone shows without a connection; with one it goes on by itself to what it stands for."""

Opened = Iterator[tuple[str, FlaskClient]]


SIGNED = ("sesi", "perangkat", "petugas", "kartu")
"""The cookies that say who somebody is."""


def become(context: BrowserContext, client: FlaskClient, address: str) -> None:
    """Let a real browser be who a test client is."""
    context.clear_cookies()
    host = urlsplit(address).hostname
    found = [cookie for name in SIGNED if (cookie := client.get_cookie(name)) is not None]
    context.add_cookies([
        {"name": one.key, "value": one.value, "domain": host, "path": "/"} for one in found
    ])


def of_learners(app: Flask, cast: Cast, stems: Sequence[str]) -> Opened:
    """Yield the pages of learners and guests; of these lessons."""
    left = set(LESSONS) - set(stems)
    yield "/tidak-ada", app.test_client()
    for place in ("rumah", "uang", "pelajaran"):
        yield f"/bantuan/{place}", app.test_client()
    for path, client in pages(app, cast):
        if left.isdisjoint(path.split("/")) and not path.startswith(SHELLS):
            yield path, client


def of_staff(app: Flask, cast: Cast) -> Opened:
    """Yield the pages of tutors, authors, recorders, partners and operators."""
    for room in (people, work, author, voices):
        yield from room.pages(app, cast)
