"""The whole job by the accessibility tree alone: only roles, names and states are known."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser

from elearn.accounts import cards, staff
from elearn.settings import Settings
from elearn.web.site import KEY
from tests.cast import Cast, prepare
from tests.conftest import FixedClock
from tests.live import live
from tests.web.sample import EVERY_KIND, STEM, lesson, serving
from tests.web.test_named_mistakes import kept
from tests.web.tree import Tree

pytestmark = pytest.mark.browser

Answer = Callable[[Tree], None]
WORDS = "bako-tile-runa-mido-pelu"


@pytest.fixture
def site(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[tuple[Flask, Cast]]:
    """A site whose one lesson asks a question of every kind."""
    with serving(settings, clock, tmp_path / "lessons", lesson(questions=EVERY_KIND)) as app:
        yield app, prepare(app, clock())


def test_a_learner_comes_in_by_her_card_answers_every_kind_and_hears_what_she_can(
    site: tuple[Flask, Cast], chromium: Browser
) -> None:
    app, cast = site
    hub = app.extensions[KEY]
    with hub.store.writing() as session:
        token = cards.make_card(session, cast.sari.id, cast.maya.id, hub.now())
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        page = context.new_page()
        page.goto(f"{address}/k/{token}")                # what the camera of her phone opens
        tree = Tree(page)
        tree.find("heading", "Ini saya?")
        tree.hear("Sari")
        tree.do("button", "Ya, ini saya")
        tree.find("heading", "Selamat pagi, Sari")
        tree.do("link", "Lanjut: Contoh semua soal")
        tree.find("heading", "Suku kata")
        tree.do("link", "Lanjut")
        tree.do("link", "Lanjut")
        answer_all(tree)
        tree.find("heading", "Sampai di akhir")
        tree.announced("Tersimpan")
        tree.do("link", "Lihat hasil")
        tree.hear("benar:")
        tree.do("button", "Selesai")
        tree.find("heading", "Selamat datang")
        context.close()
    answered = {row.code: row.outcome for row in kept(app, cast.sari, STEM) if row.try_number == 1}
    wanted = {f"baca-03-k{letter * 3}" for letter in "abcdefghij"}
    assert set(answered) >= wanted
    assert {answered[code] for code in wanted} == {"right", "given"}


def answer_all(tree: Tree) -> None:
    """Answer each kind as it is asked, by what is read; then go on."""
    asked = 0
    while not tree.all("heading", "Sampai di akhir"):
        asked += 1
        tree.find("heading", f"Soal {asked}")
        words = tree.text()
        if "pagi ini" in words:
            tree.do("button", "Sudah saya kerjakan")
            tree.announced("Tersimpan. Tunggu dilihat tutor.")
        else:
            answer(tree, words)
            tree.do("button", "Periksa")
            tree.announced("Benar!")
        tree.do("link", "Lanjut")
        tree.gone("heading", f"Soal {asked}")


def answer(tree: Tree, words: str) -> None:
    """Give the right answer to what is asked in `words`."""
    next(do for asks, do in ANSWERS.items() if asks in words)(tree)


def taps(role: str, *names: str) -> Answer:
    """Return who presses each of these."""

    def press(tree: Tree) -> None:
        for name in names:
            tree.do(role, name)

    return press


def reckons(tree: Tree) -> None:
    """Read how many eggs there are; each costs Rp2.000."""
    asked = tree.text().partition("Berapa harga")[2]
    eggs = next(int(word) for word in asked.split() if word.isdigit())
    tree.write(tree.find("textbox", "Jawabanmu, dengan angka"), str(eggs * 2000))


def pairs(tree: Tree) -> None:
    """In the group of each word choose the picture of the same name."""
    for word in ("ikan", "bola"):
        group = tree.group(word)
        tree.press(next(
            one for one in group if one.role == "radio" and one.name.startswith(word)
        ))


def fills(tree: Tree) -> None:
    """Fill the first gap with one of three, the second by writing."""
    tree.do("button", "titik-titik 1")
    tree.do("radio", "ibu")
    tree.do("button", "titik-titik 2")
    tree.write(tree.find("textbox", "Titik-titik 2"), "ikan")


ANSWERS: Mapping[str, Answer] = {
    "Mana ikan?": taps("radio", "ikan"),
    "Mana saja yang ada huruf a?": taps("checkbox", "ikan", "api"),
    "Nama kota kita?": lambda tree: tree.write(tree.find("textbox", "Jawabanmu"), "Palangka Raya"),
    "Berapa harga": reckons,
    "Pasangkan.": pairs,
    "Susun angkanya.": taps("button", "1", "2", "3"),
    "Di pasar": fills,
    "Ketuk yang bisa dimakan.": taps("checkbox", "ubi", "ikan"),
    "Bayar Rp7.000": taps("button", "lembar Rp5.000", "lembar Rp2.000"),
}


def test_a_tutor_sees_who_needs_her_and_gives_a_lesson(
    app: Flask, cast: Cast, chromium: Browser
) -> None:
    hub = app.extensions[KEY]
    with hub.store.writing() as session:
        staff.set_passphrase(session, cast.maya.id, WORDS, hub.now())
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        page = context.new_page()
        page.goto(address)
        tree = Tree(page)
        tree.do("link", "Masuk petugas")
        tree.write(tree.find("textbox", "Nama masuk"), "maya")
        tree.write(tree.find("textbox", "Kata sandi"), WORDS)
        tree.do("button", "Masuk")
        tree.find("heading", "Siapa dulu?")
        tree.do("link", "Sari")
        tree.find("heading", "Sari")
        tree.do("link", "Kembali")
        tree.do("link", "Beri tugas: Sari")
        tree.find("heading", "Beri tugas Sari")
        tree.do("radio", "Suku kata ma dan ba")
        tree.do("button", "Beri tugas")
        tree.announced("Tugas")
        tree.do("DisclosureTriangle", "Bantuan")
        tree.do("button", "Selesai")
        tree.find("heading", "Selamat datang")
        context.close()
