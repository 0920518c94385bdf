"""Every learner page at three sizes: `make screens` keeps them in docs/screens.

Which pages there are is what tests/web/test_pages.py walks; a page that is added there has its
pictures here, or tests/web/test_screens.py says so. The clock stands, so that nothing changes in a
picture but what was changed.
"""

import io
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from bench.learner import CHROMIUM, FLAGS, SCREENS, context
from elearn import paths
from elearn.questions import KINDS
from elearn.settings import Settings
from elearn.store import Store
from elearn.web import create_app
from elearn.web.site import KEY
from tests import shipped
from tests.cast import Cast, enrolled, prepare, sign_in
from tests.conftest import FixedClock
from tests.live import live
from tests.migrated import put
from tests.web.practised import took
from tests.web.test_answers import seat_of
from tests.web.test_pages import LESSONS, pages
from tests.web.walk import fill, key_of

SHOWN = "baca-03-m-b"
"""The lesson that stands for all."""

COLOURS = 64
"""Enough for drawings; a picture of a phone's screen is some 10 KB."""

_FRONT = ("belum-terdaftar", "nama", "rumah-tamu", "rumah-baru", "rumah")
_COOKIES = ("sesi", "perangkat", "kartu")
_ABLE = ("baca-01-vokal-a-i-u", "baca-02-vokal-o-e")


@dataclass(frozen=True, slots=True)
class Shot:
    """A page to be taken: the name of its pictures, where it is, and whose browser it is in."""

    name: str
    path: str
    client: FlaskClient
    do: Callable[[Page], object] = id


def named(app: Flask, cast: Cast) -> Iterator[Shot]:
    """Yield each learner page with a name of its own; of lessons one only."""
    met: Counter[str] = Counter()
    for path, client in pages(app, cast):
        name = _name(path)
        if any(stem in path for stem in LESSONS if stem != SHOWN):
            continue
        front = _FRONT[met[name]] if name == "awal" and met[name] < len(_FRONT) else name
        again = met[name] and front == name
        met[name] += 1
        yield Shot(f"{name}-{met[name]}" if again else front, path, client)
        if front == "rumah-baru":          # from here on she has a past
            for ago in (9, 7):
                took(app, cast.sari, _ABLE, ago)


def _name(path: str) -> str:
    """Return "ranah-hak" of "/ranah/hak": no key, no id, nothing asked."""
    parts = re.sub(r"^/b/[^/]+|\?.*|[0-9a-f-]{32,36}", "", path).strip("/").split("/")
    return "-".join(part for part in parts if part) or "awal"


def states(app: Flask, cast: Cast) -> Iterator[Shot]:
    """Yield what a page becomes when something is done, and what stands where something lacks."""
    own = enrolled(app, cast.device)
    sign_in(own, cast.sari)
    lesson = f"/b/{seat_of(own)}/{SHOWN}/"
    yield Shot("bantuan-terbuka", "/", own, lambda page: page.click(".help summary"))
    yield Shot("langkah-bacaan", f"{lesson}#s2", own)
    yield Shot("soal", f"{lesson}#q1", own)
    yield Shot("soal-benar", f"{lesson}#q1", own, lambda page: answer(page, right=True))
    yield Shot("soal-belum", f"{lesson}#q1", own, lambda page: answer(page, right=False))
    yield Shot("akhir", f"{lesson}#akhir", own)
    yield Shot("selesai-bisa", f"/b/{seat_of(own)}/{_ABLE[1]}/selesai", own)
    yield Shot("tidak-ada", "/tidak-ada", own)
    child = enrolled(app, cast.device)
    sign_in(child, cast.rudi)
    for ago in (9, 7):
        took(app, cast.rudi, _ABLE[:1], ago, audience="anak")
    yield Shot("selesai-bisa-anak", f"/b/{seat_of(child)}/{_ABLE[0]}/selesai", child)


STATES = (
    "bantuan-terbuka", "langkah-bacaan", "soal", "soal-benar", "soal-belum", "akhir",
    "selesai-bisa", "tidak-ada", "selesai-bisa-anak",
)
"""The names of what `states` yields."""


def answer(page: Page, *, right: bool) -> None:
    """Answer the first question."""
    form = page.locator("#q1 form")
    key = key_of(form)
    kind = str(key["kind"])
    raw = KINDS[kind].right(key)
    fill(form, raw if right else next(one for one in "012" if one != raw), kind, script=True)
    form.locator("button.main").click()
    form.locator(".feedback").wait_for()


def take(browser: Browser, address: str, shot: Shot, folder: Path) -> None:
    """Take one page at each size."""
    for size in SCREENS:
        # what stands where there is no hub leaves as soon as it finds one
        opened = context(browser, size, script=not shot.path.startswith("/luring"))
        opened.set_default_timeout(180_000)       # whatever else this machine is doing
        for name in _COOKIES:
            cookie = shot.client.get_cookie(name)
            if cookie is not None:
                opened.add_cookies([{"name": name, "value": cookie.value, "url": address}])
        page = opened.new_page()
        page.emulate_media(reduced_motion="reduce")
        page.goto(address + shot.path)
        page.wait_for_load_state("networkidle")
        shot.do(page)
        page.wait_for_load_state("networkidle")
        few = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
        few.save(folder / f"{shot.name}-{size[0]}.png", optimize=True)
        opened.close()


def site(data: Path) -> tuple[Flask, Cast, FixedClock]:
    """Return a site with the shipped lessons and the people of the tests."""
    (data / "cache").mkdir()
    shutil.copy(shipped.kept(), data / "cache" / "pelajaran.db")
    settings = Settings(data=data, lessons=paths.shipped("lessons"), audio=data / "suara")
    put(settings.database)
    clock = FixedClock()
    app = create_app(settings, clock)
    return app, prepare(app, clock()), clock


def main(folder: Path, only: tuple[str, ...] = ()) -> None:
    """Take all, or those whose names are told, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as aside, sync_playwright() as playwright:
        app, cast, _ = site(Path(aside))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with live(app) as address:
            taken: set[str] = set()
            for shots in (named, states):
                for shot in shots(app, cast):
                    taken.add(shot.name)
                    if not only or shot.name in only:
                        take(browser, address, shot, folder)
        browser.close()
        store: Store = app.extensions[KEY].store
        store.close()
    if not only:
        _forget(folder, taken)


def _forget(folder: Path, taken: set[str]) -> None:
    """Remove pictures of pages that are no more."""
    for path in folder.glob("*.png"):
        if path.stem.rpartition("-")[0] not in taken:
            path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]))
