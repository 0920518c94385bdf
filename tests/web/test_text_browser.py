"""The newer kinds in w3m: what is asked can be read, the plain form answers it, that is told."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask

from elearn.mistakes import CONFUSIONS
from elearn.settings import Settings
from tests.cast import Cast, enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.live import live
from tests.web.sample import STEM, lesson, serving
from tests.web.test_answers import seat_of
from tests.web.test_keyboard import FIVE, told

W3M = Path("/usr/bin/w3m")


@pytest.fixture
def site(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[tuple[Flask, Cast]]:
    """A site whose one lesson asks a question of each newer kind."""
    with serving(settings, clock, tmp_path / "lessons", lesson(questions=FIVE)) as app:
        yield app, prepare(app, clock())


@dataclass(frozen=True, slots=True)
class Terminal:
    """Somebody at a terminal with w3m, in whose home her session's cookie is kept."""

    home: Path

    def signed_in(self, address: str, cookie: str) -> None:
        """Keep a cookie as w3m does; -header would be forgotten where a post leads on."""
        jar = self.home / ".w3m" / "cookie"
        jar.parent.mkdir()
        until, used_for_this_path = "4000000000", "13"
        jar.write_text("\t".join((address, "sesi", cookie, until, urlsplit(address).hostname or "",
                                  "/", used_for_this_path, "0", "", "", "")) + "\n")

    def read(self, address: str, post: Sequence[tuple[str, str]] = ()) -> str:
        """Return a page as it stands on the screen; the one that answers to a form."""
        body = self.home / "post"
        body.write_text(urlencode(post))
        sent = ["-post", str(body)] if post else []
        done = subprocess.run(  # noqa: S603  our own arguments
            [W3M, "-dump", "-cookie", "-cols", "70", *sent, address],
            env={**os.environ, "HOME": str(self.home)}, capture_output=True, text=True, check=True,
            timeout=30,
        )
        return done.stdout


@pytest.fixture
def w3m(tmp_path: Path) -> Path:
    """A home for w3m; without w3m its test is skipped here and fails in CI."""
    if not W3M.exists():
        message = "belum ada w3m: sudo apt-get install w3m"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return tmp_path


ASKED = (
    "Di pasar 1 ____ membeli 2 ____.", "( )ibu", "Titik-titik 2[",
    "Ketuk yang bisa dimakan.", "[ ]ibu [ ]mau [ ]ubi.",
    "Ketuk tanggal baik sebelum.", "[ ]Baik sebelum 12-2027",
    "Bayar Rp7.000 dengan uang pas.", "[ ]5.000",
    "Nanti tutor melihat:", "Menyebut tiga kegiatan", "Sudah saya kerjakan",
)
ANSWERS: tuple[tuple[int, dict[str, str], str], ...] = (
    (1, {"ibu": "", "Titik-titik 2": "ikan"}, "Benar!"),
    (2, {"ubi.": ""}, CONFUSIONS["belum-semua"].said),
    (2, {"ubi.": "", "ikan": ""}, "Benar!"),
    (3, {"Baik sebelum 12-2027": ""}, "Benar!"),
    (4, {"5.000": ""}, CONFUSIONS["satu-uang-kurang"].said),
    (4, {"5.000": "", "2.000": ""}, "Benar!"),
    (5, {}, "Tersimpan. Tunggu dilihat tutor."),
)
"""Which question, which fields by what stands beside them (and is typed), what is told."""


def test_every_newer_kind_in_a_text_browser(site: tuple[Flask, Cast], w3m: Path) -> None:
    app, cast = site
    client = enrolled(app, cast.device)
    assert sign_in(client, cast.sari) == 303
    cookie = client.get_cookie("sesi")
    assert cookie is not None
    with live(app) as address:
        terminal = Terminal(w3m)
        terminal.signed_in(address, cookie.value)
        page = f"{address}/b/{seat_of(client)}/{STEM}/"
        screen = terminal.read(page)
        assert [words for words in ASKED if words not in screen] == []
        assert screen.count("Dengar") > 10           # each speaker is a link to its sound
        html = client.get(page.removeprefix(address)).text
        for number, given, said in ANSWERS:
            answered = terminal.read(page, filled(html, number, given))
            assert said in answered, (number, answered)
    assert {(code, outcome) for code, outcome, _ in told(app, cast.sari)} == {
        ("baca-03-raaa", "right"), ("baca-03-rbbb", "wrong"), ("baca-03-rbbb", "right"),
        ("baca-03-rccc", "right"), ("baca-03-rddd", "wrong"), ("baca-03-rddd", "right"),
        ("baca-03-reee", "given"),
    }


def filled(html: str, number: int, given: dict[str, str]) -> list[tuple[str, str]]:
    """Return what the form of a question sends when these fields are ticked or typed into."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    form = tree.find(f".//section[@id='q{number}']/form")
    sent = [(one.get("name"), one.get("value")) for one in form.iter("input")
            if one.get("type") == "hidden"]
    labels = {words(label): label.find("input") for label in reversed([*form.iter("label")])}
    return sent + [(labels[name].get("name"), typed or labels[name].get("value"))
                   for name, typed in given.items()]


def words(label: Element) -> str:
    """Return what stands beside a field."""
    return " ".join(" ".join(label.itertext()).split())
