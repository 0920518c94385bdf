"""Random days of an outbox: what is done to two learners, their phone, its network and the hub.

A script is a row of words; `Day` does them in real Chromium and keeps account of every tap.
"""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from playwright.sync_api import BrowserContext, Page, Route
from playwright.sync_api import Error as BrowserError

from tests.cast import Learner
from tests.web.dying_hub import DyingHub
from tests.web.waiting import Kept, expect_true, expect_waiting, waiting

WEIGHTS = {
    "answer": 8, "answer and kill the page": 2, "answer and kill the hub": 2, "offline": 2,
    "online": 2, "kill the hub": 1, "start the hub": 2, "lose a reply": 2, "replay": 1,
    "hand over": 2, "open again": 1, "back to a stale page": 2, "session ends": 1,
    "a page of the network's": 1, "two tabs": 1,
}  # fmt: skip
LENGTH = 9

TAP = """() => {
  const put = Storage.prototype.setItem;
  let id = null;
  Storage.prototype.setItem = function (key, value) {
    const found = /^kotak:[^:]+:(.+)/.exec(key);
    id = found ? found[1] : id;
    return put.call(this, key, value);
  };
  const forms = [...document.querySelectorAll("form[data-question]")];
  const form = forms[Math.floor(Math.random() * forms.length)];
  const check = form.querySelector("button[type=submit]");
  if (check.hasAttribute("data-again")) { check.click(); }
  form.querySelector("input[type=radio]").checked = true;
  check.click();
  Storage.prototype.setItem = put;
  return [location.pathname.split("/")[2], id];
}"""


def script(seed: int) -> tuple[str, ...]:
    """Return the script of a seed; the same one each time."""
    chance = random.Random(seed)  # noqa: S311  # what is done to a phone, nothing secret
    words, weights = list(WEIGHTS), list(WEIGHTS.values())
    return ("answer", *chance.choices(words, weights, k=LENGTH))


@dataclass
class Day:
    """One phone on which two learners take turns, the hub it talks to, and all they tapped."""

    context: BrowserContext
    hub: DyingHub
    data: Path
    stem: str
    learners: tuple[Learner, Learner]
    seats: dict[UUID, str]
    taps: dict[str, str] = field(default_factory=dict)       # id -> seat
    now: int = 0
    offline: bool = False
    posts: list[tuple[str, str]] = field(default_factory=list)

    def begin(self) -> None:
        """Sign the first learner in and open her lesson."""
        self.context.on("request", lambda asked: self.posts.append(
            (asked.url, asked.post_data or "")) if asked.method == "POST" else None)
        self.pages: list[Page] = []
        self.hand_over(0)

    def do(self, what: str) -> None:
        """Do one word of a script. A page that cannot be opened stays what it was."""
        getattr(self, "_" + what.replace(" ", "_").replace("'", ""))()

    @property
    def page(self) -> Page:
        """The page in front: where none could be opened, an empty one."""
        if not self.pages:
            self.pages.append(self.context.new_page())
        return self.pages[-1]

    def hand_over(self, to: int) -> None:
        """Let another learner sign in, in a page of her own; the last one's stays open behind."""
        self.sign_in(self.learners[to])
        self.now = to
        self._open()

    def sign_in(self, learner: Learner) -> None:
        """Begin a session on this phone; whoever was signed in before is not any more."""
        self._take(self.hub.post("/keluar", "", self._cookies())[1])
        taps = "-".join(map(str, learner.code))
        status, given = self.hub.post(f"/masuk/{learner.id}", f"sudah={taps}", self._cookies())
        assert status == 303, status
        self._take(given)

    def _take(self, given: list[str]) -> None:
        for one in given:
            name, _, value = one.split(";")[0].partition("=")
            if value:
                kept = {"name": name, "value": value, "url": self.hub.address}
                self.context.add_cookies([kept])          # type: ignore[list-item]
            else:
                self.context.clear_cookies(name=name)

    def _cookies(self) -> str:
        kept = self.context.cookies(self.hub.address)
        return "; ".join(f"{one['name']}={one['value']}" for one in kept)

    def _open(self) -> None:
        page = self.context.new_page()
        seat = self.seats[self.learners[self.now].id]
        try:
            page.goto(f"{self.hub.address}/b/{seat}/{self.stem}/", wait_until="domcontentloaded")
            if page.locator("main[data-lesson]").count() == 0:
                raise BrowserError("a page of the network's")
            expect_true(page, "window.elearn && elearn.post")
            self.pages.append(page)
        except BrowserError:
            page.close()

    def _answer(self) -> None:
        with suppress(BrowserError):                     # a page that was killed answers nothing
            seat, tap = self.page.evaluate(TAP)
            if tap:                                      # else the page said that it is not hers
                self.taps[tap] = seat

    def _answer_and_kill_the_page(self) -> None:
        given = len(self.taps)
        self._answer()
        if len(self.taps) > given:                       # a page that is on its way away is closed
            with suppress(BrowserError):
                self.page.goto("chrome://crash", timeout=5000)
        self.pages.pop().close()
        self._open()

    def _answer_and_kill_the_hub(self) -> None:
        self._answer()
        self.hub.kill()

    def _offline(self) -> None:
        self.offline = True
        self.context.set_offline(True)

    def _online(self) -> None:
        self.offline = False
        self.context.set_offline(False)

    def _kill_the_hub(self) -> None:
        self.hub.kill()

    def _start_the_hub(self) -> None:
        self.hub.start()

    def _lose_a_reply(self) -> None:
        def lose(route: Route) -> None:
            path = route.request.url.removeprefix(self.hub.address)
            if not self.offline:
                with suppress(OSError):                  # the hub may be dead, or die under it
                    self.hub.post(path, route.request.post_data or "", self._cookies())
            with suppress(BrowserError):
                route.abort()

        self.context.route("**/b/*/*/", lose, times=1)
        self._answer()

    def _replay(self) -> None:
        """Send once more what was sent before, whoever is signed in now."""
        if self.posts and self.hub.alive:
            address, body = self.posts[len(self.taps) % len(self.posts)]
            self.hub.post(address.removeprefix(self.hub.address), body, self._cookies())

    def _hand_over(self) -> None:
        if self.hub.alive:
            self.hand_over(1 - self.now)

    def _open_again(self) -> None:
        self._open()

    def _back_to_a_stale_page(self) -> None:
        self.pages.insert(0, self.page)
        self.pages.pop()
        self._answer()

    def _session_ends(self) -> None:
        self.context.clear_cookies(name="sesi")

    def _a_page_of_the_networks(self) -> None:
        def caught(route: Route) -> None:
            route.fulfill(status=200, content_type="text/html", body="<h1>Selamat datang</h1>")

        self.context.route("**/b/*/*/", caught, times=1)
        self._answer()

    def _two_tabs(self) -> None:
        self._open()
        self._answer()
        for page in self.pages[-2:]:
            with suppress(BrowserError):
                page.evaluate("elearn.kotak && elearn.kotak.send()")

    def rows(self) -> list[tuple[str, str]]:
        """Return the answers that the hub has: id, and whose it is."""
        with closing(sqlite3.connect(self.data / "elearn.db")) as connection:
            found = connection.execute("SELECT id, person_id FROM attempt").fetchall()
        return [(str(UUID(one)), str(UUID(whose))) for one, whose in found]

    def account(self) -> Iterator[str]:
        """Name what is wrong: an answer that is nowhere, twice, or another's."""
        kept = self._kept()
        rows = self.rows()
        owners = {seat: str(person) for person, seat in self.seats.items()}
        for tap, seat in self.taps.items():
            stored = [whose for one, whose in rows if one == tap]
            queued = [one.seat for one in kept if one.id == tap]
            if not stored and not queued:
                yield f"{tap} is lost"
            if len(stored) > 1:
                yield f"{tap} is there {len(stored)} times"
            if any(whose != owners[seat] for whose in stored) or any(of != seat for of in queued):
                yield f"{tap} is another's"

    def strange(self) -> list[str]:
        """Return the rows that nobody tapped."""
        return [one for one, _whose in self.rows() if one not in self.taps]

    def _kept(self) -> list[Kept]:
        for page in reversed(self.pages):
            with suppress(BrowserError):
                return waiting(page)
        return self._look()

    def _look(self) -> list[Kept]:
        """Read the outbox by a page that runs none of our scripts: the hub may be away."""
        page = self.context.new_page()
        page.route("**/*", lambda route: route.fulfill(content_type="text/html", body=""))
        page.goto(f"{self.hub.address}/kosong")
        found = waiting(page)
        page.close()
        return found

    def settle(self) -> None:
        """Let all be well again: each learner comes back, and opens a lesson until all is sent."""
        self._online()
        self.hub.start()
        self.context.unroute_all()
        for at, learner in enumerate(self.learners):
            self.hand_over(at)
            own = self.seats[learner.id]
            self.page.evaluate("document.body.click()")
            expect_waiting(self.page, 0, own)

    def close(self) -> None:
        """Close every page."""
        for page in self.context.pages:
            page.close()
