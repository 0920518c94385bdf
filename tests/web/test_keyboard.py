"""The newer kinds by keyboard alone, found as a screen reader finds them: by role and name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, CDPSession, Page, expect

from elearn.mistakes import CONFUSIONS
from elearn.settings import Settings
from tests.cast import Cast, Learner, prepare
from tests.conftest import FixedClock
from tests.live import live
from tests.web.sample import STEM, lesson, serving
from tests.web.test_named_mistakes import kept
from tests.web.waiting import expect_all_sent
from tests.web.walk import sign_in

pytestmark = pytest.mark.browser

FIVE = """### Soal: rumpang
Di pasar [[(ibu) | meja | bola]] membeli [[ikan / iwak]].
Kode: baca-03-raaa

### Soal: ketuk
Ketuk yang bisa dimakan.
> ibu mau [ubi].
> ini [ikan] itu api.
Kode: baca-03-rbbb

### Soal: ketuk
Ketuk tanggal baik sebelum.
![](dokumen:label)
- [x] Baik sebelum
Kode: baca-03-rccc

### Soal: uang
Bayar Rp7.000 dengan uang pas.
Dompet: 5000, 2000, 2000, 1000
- [x] 7000
Kode: baca-03-rddd

### Soal: tugas
Ceritakan kegiatanmu pagi ini.
Kumpul: suara, kertas
Rubrik:
- [ ] Menyebut tiga kegiatan
- [ ] Runtut
Penjelasan: Misalnya: saya bangun, mandi, lalu makan.
Kode: baca-03-reee
"""
PIECES = """form => [...new DOMParser()
    .parseFromString(JSON.parse(form.dataset.question).answer[0], "text/html")
    .querySelectorAll("svg")].map(svg => svg.textContent)"""
"""The pieces that a right answer is shown with, as the page puts them together."""
PRESSES = 90
"""Tabs from one end of a page to the other."""


@pytest.fixture
def site(settings: Settings, clock: FixedClock, tmp_path: Path) -> Iterator[tuple[Flask, Cast]]:
    """A site whose one lesson asks a question of each newer kind."""
    with serving(settings, clock, tmp_path / "lessons", lesson(questions=FIVE)) as app:
        yield app, prepare(app, clock())


class Keys:
    """Somebody who sees nothing and has a keyboard."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._tree: CDPSession = page.context.new_cdp_session(page)
        self._tree.send("Accessibility.enable")

    def here(self) -> tuple[str, str]:
        """Return role and name of what has the focus."""
        focus = self._tree.send("Runtime.evaluate", {"expression": "document.activeElement"})
        nodes = self._tree.send("Accessibility.getPartialAXTree", {
            "objectId": focus["result"]["objectId"], "fetchRelatives": False,
        })["nodes"]
        role, name = (nodes[0].get(part, {}).get("value", "") for part in ("role", "name"))
        return str(role), " ".join(str(name).split())

    def to(self, role: str, name: str, by: str = "Tab") -> None:
        """Go on by one key until this has the focus."""
        met = []
        for _ in range(PRESSES):
            met.append(self.here())
            if met[-1] == (role, name):
                return
            self._page.keyboard.press(by)
        raise AssertionError(f"{role} {name!r} is not among {sorted(set(met))}")

    def press(self, role: str, name: str, key: str = "Enter") -> None:
        """Go to this and press a key."""
        self.to(role, name)
        self._page.keyboard.press(key)

    def check(self, said: str) -> None:
        """Have the answer checked, and hear what is said to it."""
        self.press("button", "Periksa")
        expect(self._page.locator(".screen.now .feedback")).to_contain_text(said)

    def onward(self) -> None:
        """Go to the next screen."""
        before = self._page.locator(".screen.now").get_attribute("id") or ""
        self.press("link", "Lanjut ›")
        expect(self._page.locator(".screen.now")).not_to_have_id(before)


def test_every_newer_kind_by_keyboard_alone(
    site: tuple[Flask, Cast], chromium: Browser, clock: FixedClock
) -> None:
    app, cast = site
    with live(app) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 640})
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": "perangkat", "value": cast.device, "url": address}])
        page = context.new_page()
        sign_in(page, address, cast.sari)
        page.locator("a.continue").click()
        page.locator("main[data-lesson]").wait_for()
        page.goto(page.url.partition("#")[0] + "#q1")
        page.locator("#q1.now").wait_for()
        keys = Keys(page)

        keys.press("button", "titik-titik 1")
        keys.to("radio", "ibu", by="ArrowDown")
        page.keyboard.press("Space")
        keys.press("button", "titik-titik 2")
        keys.to("textbox", "Titik-titik 2")
        page.keyboard.type("ikan")
        keys.check("Benar!")
        keys.onward()

        keys.press("checkbox", "ubi.", "Space")
        keys.check(CONFUSIONS["belum-semua"].said)
        keys.press("button", "Coba lagi")
        for word in ("ubi.", "ikan"):
            keys.press("checkbox", word, "Space")
        keys.check("Benar!")
        keys.onward()

        keys.press("checkbox", "Baik sebelum 12-2027", "Space")
        keys.check("Benar!")
        keys.onward()

        keys.press("button", "lembar Rp5.000")
        keys.check(CONFUSIONS["satu-uang-kurang"].said)
        keys.press("button", "Coba lagi")
        keys.press("button", "lembar Rp5.000")
        keys.press("button", "lembar Rp1.000", "Space")
        keys.press("button", "Ambil kembali lembar Rp1.000")
        keys.press("button", "lembar Rp2.000")
        keys.check("Benar!")
        keys.onward()
        assert page.locator("#q4 form").evaluate(PIECES) == ["5.000", "2.000"]

        keys.press("button", "Sudah saya kerjakan")
        keys.press("button", "Mirip")
        keys.onward()
        expect_all_sent(page)
        context.close()
    assert told(app, cast.sari) == [
        ("baca-03-raaa", "right", ""),
        ("baca-03-rbbb", "wrong", "belum-semua"), ("baca-03-rbbb", "right", ""),
        ("baca-03-rccc", "right", ""),
        ("baca-03-rddd", "wrong", "satu-uang-kurang"), ("baca-03-rddd", "right", ""),
        ("baca-03-reee", "given", ""), ("baca-03-reee", "given", ""),
    ]


def told(app: Flask, learner: Learner) -> list[tuple[str, str, str]]:
    """Return the code, outcome and confusion of each answer in the log."""
    rows = [(one.code, one.try_number, one.outcome, one.confusion)
            for one in kept(app, learner, STEM)]
    return [(code, outcome, name) for code, _, outcome, name in sorted(rows)]
