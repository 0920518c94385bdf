"""Sari comes in by her card, answers and sees where she stands, in one w3m and without script."""

import os
import pty
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select as ready_of
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from elearn.accounts import cards
from elearn.store import tables
from elearn.web.site import KEY, Site
from tests.cast import Cast
from tests.live import live
from tests.web.test_answers import STEM
from tests.web.test_text_browser import W3M, w3m

__all__ = ["w3m"]
PATIENCE_S = 30


class Browsing:
    """A w3m that is tapped at its terminal; a page is read as it saves what it shows."""

    def __init__(self, terminal: int, home: Path) -> None:
        self._terminal = terminal
        self._home = home
        self._saved = 0

    def press(self, keys: str) -> None:
        """Type, and let what the terminal draws run off."""
        os.write(self._terminal, keys.encode())
        while ready_of([self._terminal], [], [], 0.3)[0]:
            os.read(self._terminal, 65536)

    def follow(self, words: str) -> None:
        """Go to these words on the page, and press Enter there."""
        self.press("g/" + words + "\n")
        self.press("\n")

    def open(self, address: str) -> None:
        """Ask for an address."""
        self.press("U\x15" + address + "\n")

    def shows(self, words: str) -> str:
        """Return the page once these words stand on it."""
        until = time.monotonic() + PATIENCE_S
        text = ""
        while time.monotonic() < until:
            self._saved += 1
            file = self._home / f"layar-{self._saved}.txt"
            self.press(f"S\x15{file}\n")
            text = file.read_text("utf-8") if file.exists() else text
            if words in text:
                return text
        raise AssertionError(f"{words!r} is not in {text!r}")


@contextmanager
def browsing(home: Path, address: str) -> Iterator[Browsing]:
    """Open an address in a w3m of its own."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(HOME=str(home), TERM="vt100", LINES="40", COLUMNS="80",
                          LANG="C.UTF-8")  # fmt: skip
        os.execv(W3M, [str(W3M), "-cookie", address])  # noqa: S606  our own arguments
    try:
        yield Browsing(terminal, home)
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
        os.close(terminal)


@pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")
def test_she_comes_in_by_card_answers_and_sees_where_she_stands(
    app: Flask, cast: Cast, w3m: Path
) -> None:
    site: Site = app.extensions[KEY]
    with site.store.writing() as session:
        token = cards.make_card(session, cast.sari.id, cast.maya.id, site.now())
    with live(app) as address, browsing(w3m, f"{address}/k/{token}") as browser:
        assert "Sari" in browser.shows("Ini saya?")
        browser.follow("Ya, ini saya")
        home = browser.shows("Selamat pagi, Sari")
        assert token not in home
        lesson = f"{address}/b/{seat_of(app, cast.sari.id)}/{STEM}/"
        browser.open(f"{lesson}#q1")
        asked = browser.shows("Periksa")
        assert "( )" in asked
        assert "Dengar" in asked                   # each speaker is a link to its sound
        browser.follow(r" \)[0-9]")                # the first option, then the first check
        browser.follow("Periksa")
        browser.shows("Lanjut ›")
        browser.open(f"{lesson}selesai")
        assert "Sudah 1 dari 10 soal." in browser.shows("Berikutnya:")


def seat_of(app: Flask, person: UUID) -> str:
    """Return the key of the one seat that somebody has."""
    site: Site = app.extensions[KEY]
    with site.store.reading() as session:
        where = tables.Seat.person_id == person
        return session.scalars(select(tables.Seat.key).where(where)).one()
