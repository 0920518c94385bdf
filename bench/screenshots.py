"""A learner's way in pictures, from a real hub: `python -m bench.screenshots FOLDER`.

At three sizes, with and without script, to be looked at; what is kept is of `bench.screens`.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.hub import Hub, hub
from bench.learner import CHROMIUM, FLAGS, SCREENS, context, enrol, sign_in
from elearn.questions import KINDS
from tests.web.walk import fill, key_of

Take = Callable[[str], None]


def main(folder: Path) -> None:
    """Take the pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with hub() as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for size in SCREENS:
            for script in (True, False):
                walk(browser, served, size, folder, script=script)
        browser.close()


def taker(page: Page, folder: Path, tail: str) -> Take:
    """Return what takes a picture by name."""

    def take(name: str) -> None:
        page.wait_for_load_state("networkidle")
        page.screenshot(path=folder / f"{name}-{tail}.png")

    return take


def walk(browser: Browser, served: Hub, size: tuple[int, int], folder: Path, script: bool) -> None:
    """Go a learner's way and take a picture of each page."""
    page = context(browser, size, script=script).new_page()
    take = taker(page, folder, f"{size[0]}{'' if script else '-tanpa-skrip'}")
    page.goto(served.address)
    take("baru")
    page.goto(served.new_link())
    take("perangkat")
    enrol(page, served)
    take("terdaftar")
    page.goto(served.address)
    take("masuk")
    page.click("a.tile:has-text('Sari')")
    take("gambar")
    sign_in(page, served, "Sari")
    take("rumah")
    page.click(".help summary")
    take("bantuan")
    page.goto(f"{served.address}/ranah/literasi")
    take("ranah")
    page.goto(f"{served.address}/ranah/numerasi")
    page.click("a.tile:has-text('Bilangan')")
    page.wait_for_selector("main[data-lesson]")
    lesson(page, take, script)
    page.context.close()


def lesson(page: Page, take: Take, script: bool) -> None:
    """Walk through the lesson, answering the first question wrongly."""
    take("langkah")
    home = page.url.split("#")[0]
    for anchor in ("s2", "s3", "s4", "q1", "q2", "q3", "q6", "q10", "akhir"):
        page.goto(f"{home}#{anchor}")
        take(f"layar-{anchor}")
    page.goto(f"{home}#q1")
    form = page.locator("#q1 form")
    right = KINDS["pilih"].right(key_of(form))
    fill(form, next(one for one in "012" if one != right), "pilih", script)
    form.locator("button.main").click()
    page.wait_for_selector(".feedback:visible")
    take("belum")
    page.goto(f"{home}selesai")
    take("hasil")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
