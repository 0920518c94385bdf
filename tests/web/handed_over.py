"""Ten learners, two phones that go round, and a model that knows whose finger it was.

The application is the real one; what is played here are browsers: their cookies, their open pages,
the outbox of their scripts, and a line that loses requests and replies. Each tap is a number of its
own, 4000412 for tap 412 by the fourth learner, so that the log itself says who tapped; the model
says what has to become of it. Nothing of the application is asked for it.
"""

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode
from uuid import UUID

from flask import Flask
from werkzeug.test import TestResponse

from elearn.accounts import cards, devices, let_in
from elearn.content.lesson import Lesson
from elearn.store import tables
from elearn.teaching import add_learner
from elearn.web.learn.pages import draw_for, page
from elearn.web.site import KEY, Site
from tests.cast import Cast, Learner
from tests.conftest import FixedClock

PICTURES = "🌻🌾🥥🌽🍌🥭🍍🥬🧅🌶"
NAMES = ("Ani", "Budi", "Citra", "Dani", "Eka", "Fitri", "Gita", "Hadi", "Ina", "Joko")
HTML = "text/html"
JSON = "application/json"
IDLE_MINUTES = 16


@dataclass
class Item:
    """An answer in an outbox: as static/js/outbox.js keeps it."""

    seat: str
    form: dict[str, str]


@dataclass
class Tab:
    """An open page of a lesson: whose it is, and whether scripts run in it."""

    seat: str
    owner: int
    script: bool


@dataclass
class Tap:
    """What the model knows of a tap: by whom, and whether it has to be in her log, once."""

    by: int
    counts: bool
    acknowledged: bool = False


@dataclass
class Phone:
    """A browser: its cookies, its pages, its outbox."""

    device: str
    cookies: dict[str, str] = field(default_factory=dict)
    tabs: list[Tab] = field(default_factory=list)
    outbox: list[Item] = field(default_factory=list)
    signed: int | None = None        # who thinks that she is signed in
    idle: bool = False               # her session ran out; its pages are left

    def header(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def keep(self, reply: TestResponse) -> None:
        """Take in the cookies of a reply."""
        for line in reply.headers.getlist("Set-Cookie"):
            for name, morsel in SimpleCookie(line).items():
                if morsel.value:
                    self.cookies[name] = morsel.value
                else:
                    self.cookies.pop(name, None)


class World:
    """The class and its phones; `hand_over` plays one turn of one learner."""

    def __init__(self, app: Flask, cast: Cast, clock: FixedClock, seed: int) -> None:
        self.app, self.clock, self.chance = app, clock, random.Random(seed)  # noqa: S311  # a game
        self.site: Site = app.extensions[KEY]
        self.taps: dict[str, Tap] = {}
        self.told: Counter[str] = Counter()
        self.client = app.test_client(use_cookies=False)
        self.lesson, self.code = _typed(self.site)
        self.learners, self.cards = self._people(cast)
        self.phones = [Phone(cast.device), Phone(self._enrolled(cast))]
        for one in self.phones:
            one.cookies["perangkat"] = one.device
        self.tutor = cast.maya.id
        self.seats: dict[tuple[int, int], str] = {}
        self._forms: dict[int, str] = {}

    # -- one turn ---------------------------------------------------------------------------------

    def hand_over(self) -> None:
        """Let somebody have a phone: sign in, tap, and hand it over, as people and lines do."""
        self.told["hand-overs"] += 1
        phone = self.phones[0 if self._often(0.9) else 1]
        who = self.chance.choice([one for one in range(len(NAMES)) if one != phone.signed])
        self.clock.forward(seconds=self.chance.randrange(5, 60))
        if phone.tabs and self._often(0.3):
            self._tap_others(phone, who)              # before she signs in: nobody's turn
        self._sign_in(phone, who)
        self._open(phone, who)
        for _ in range(self.chance.randrange(4)):
            self._tap(phone, self._own(phone, who), who)
            if self._often(0.3):
                self._tap_others(phone, who)
            if self._often(0.6):
                self._flush(phone, 2)
        if self._often(0.08):
            self._run_out(phone, who)
        self._leave(phone)

    def settle(self) -> None:
        """Let the line be good and everybody come back to each phone, until no outbox holds any."""
        for phone in self.phones:
            for who in range(len(NAMES)):
                self._sign_in(phone, who, good=True)
                self._open(phone, who)
                self._flush(phone, len(phone.outbox), good=True)
                self._post(phone, "/keluar", {}, HTML, good=True)
                phone.signed = None

    # -- what becomes of it -----------------------------------------------------------------------

    def wrongs(self) -> dict[str, list[str]]:
        """Return the taps that the log has under another's name, twice, or no more."""
        with self.site.store.reading() as session:
            row = tables.Attempt
            found = session.query(row.person_id, row.raw).filter(row.code == self.code).all()
        numbers = {one.id: at for at, one in enumerate(self.learners)}
        times = Counter(raw for _, raw in found)
        return {
            "misattributed": [
                raw for person, raw in found
                if raw not in self.taps or self.taps[raw].by != numbers[person]
                or not self.taps[raw].counts
            ],
            "doubled": [raw for raw, often in times.items() if often > 1],
            "lost": [word for word, tap in self.taps.items()
                     if tap.acknowledged and not times[word]],
            "never sent": [word for word, tap in self.taps.items()
                           if tap.counts and not times[word]],
        }

    # -- people and lines -------------------------------------------------------------------------

    def _sign_in(self, phone: Phone, who: int, good: bool = False) -> None:
        """Sign in by pictures, by card or let in by the tutor; again where the reply was lost."""
        learner, how = self.learners[who], self.chance.random()
        seat = self.seats.get((self.phones.index(phone), who), "")
        onward = {"next": f"/b/{seat}/{self.lesson.stem}/"} if seat else {}
        while True:
            if how < 0.15:
                phone.cookies["kartu"] = self.cards[who]
                reply = self._post(phone, "/kartu", onward, HTML, good)
            elif how < 0.25:
                with self.site.store.writing() as session:
                    let_in.open_door(session, learner.id, self.tutor, self.site.now())
                reply = self._post(phone, f"/masuk/{learner.id}/dibukakan", onward, HTML, good)
            else:
                taps = "-".join(map(str, learner.code))
                form = {"sudah": taps, **onward}
                reply = self._post(phone, f"/masuk/{learner.id}", form, HTML, good)
            if reply is not None:
                assert reply.status_code == 303, reply.status_code
                break
        phone.signed, phone.idle = who, False

    def _open(self, phone: Phone, who: int) -> None:
        """Open the lesson in a tab; sometimes the tabs of those before stay open."""
        key = (self.phones.index(phone), who)
        if key not in self.seats:
            home = self._get(phone, "/").get_data(as_text=True)
            self.seats[key] = re.findall(r"/b/([^/\"]+)/", home)[0]
        seat = self.seats[key]
        assert self._get(phone, f"/b/{seat}/{self.lesson.stem}/").status_code == 200
        if not self._often(0.4):
            phone.tabs = []
        del phone.tabs[:-3]
        phone.tabs += [Tab(seat, who, self._often(0.8)) for _ in range(1 + self._often(0.2))]

    def _own(self, phone: Phone, who: int) -> Tab:
        return self.chance.choice([tab for tab in phone.tabs if tab.owner == who])

    def _tap(self, phone: Phone, tab: Tab, who: int) -> None:
        """Answer on one's own page, while it is one's turn."""
        self._answer(phone, tab, self._word(who, counts=True))

    def _tap_others(self, phone: Phone, who: int) -> None:
        """Answer on a page that somebody else has left open."""
        left = [tab for tab in phone.tabs if tab.owner != who]
        if left:
            self.told["taps on another's page"] += 1
            self._answer(phone, self.chance.choice(left), self._word(who, counts=False))

    def _run_out(self, phone: Phone, who: int) -> None:
        """Go away until the session has run out, come back, and answer on a page without script."""
        self.told["sessions that ran out"] += 1
        self.clock.forward(minutes=IDLE_MINUTES)
        phone.idle = True
        self._flush(phone, 1)
        plain = [tab for tab in phone.tabs if tab.owner == who and not tab.script]
        for tab in plain[:1]:
            self._answer(phone, tab, self._word(who, counts=True))

    def _leave(self, phone: Phone) -> None:
        """Hand over: the tap may be lost, its reply too; or the next one just signs in."""
        while self._often(0.9):
            if self._post(phone, "/keluar", {"ganti": "1"}, HTML) is not None:
                phone.signed = None
                return
        self.told["hand-overs without a sign-out"] += 1
        phone.tabs = [tab for tab in phone.tabs if tab.owner != phone.signed]

    def _word(self, who: int, counts: bool) -> str:
        word = f"{who + 1}{len(self.taps):06}"
        self.taps[word] = Tap(who, counts)
        return word

    # -- pages and their scripts ------------------------------------------------------------------

    def _answer(self, phone: Phone, tab: Tab, word: str) -> None:
        form = {"s": self._asked(tab.seat), "a": word}
        if tab.script:
            self._by_script(phone, tab, form)
            return
        for _ in range(1 + self._often(0.3)):          # a double tap is two posts
            reply = self._post(phone, self._address(tab.seat), form, HTML)
        while reply is None and self._often(0.9):      # she taps again
            reply = self._post(phone, self._address(tab.seat), form, HTML)
        tap = self.taps[word]
        if reply is None:
            tap.counts = tap.counts and self._arrived(word)
        elif reply.status_code == 303:
            tap.acknowledged = "/jawaban/" in reply.headers["Location"]
        else:
            assert reply.status_code == 409, reply.status_code

    def _by_script(self, phone: Phone, tab: Tab, form: dict[str, str]) -> None:
        """Do as outbox.js: ask whose turn it is, queue the answer with that, and send."""
        turn = phone.cookies.get("giliran", "")
        hers = not turn or turn.startswith(tab.seat)
        if not hers and self._often(0.5):
            assert self._get(phone, f"/b/{tab.seat}/{self.lesson.stem}/").status_code in (303, 409)
            self.told["sudah ganti orang"] += 1
            return                                     # and half of them have an older script
        item = {**form, "id": str(UUID(int=self.chance.getrandbits(128), version=4)),
                "giliran": turn}
        phone.outbox.append(Item(tab.seat, item))
        for _ in range(1 + self._often(0.2)):
            self._send(phone, phone.outbox[-1] if phone.outbox else None)

    def _flush(self, phone: Phone, most: int, good: bool = False) -> None:
        """Send what waits, of whomever, in any order."""
        for item in self.chance.sample(phone.outbox, min(most, len(phone.outbox))):
            self._send(phone, item, good)

    def _send(self, phone: Phone, item: Item | None, good: bool = False) -> None:
        if item is None:
            return
        reply = self._post(phone, self._address(item.seat), item.form, JSON, good)
        if reply is None:
            return
        self.told[f"{reply.status_code} to a script"] += 1
        if reply.status_code == 200:
            assert reply.get_json()["id"] == item.form["id"]
            self.taps[item.form["a"]].acknowledged = True
        elif reply.status_code != 403:
            assert reply.status_code in (401, 409), reply.status_code
            return
        if item in phone.outbox:
            phone.outbox.remove(item)

    def _post(
        self, phone: Phone, path: str, form: dict[str, str], accept: str, good: bool = False
    ) -> TestResponse | None:
        """Post; None where the line lost the request, or the reply after all was done."""
        luck = 1.0 if good else self.chance.random()
        if luck < 0.07:
            self.told["lost requests"] += 1
            return None
        reply = self.client.post(
            path, data=urlencode(form), content_type="application/x-www-form-urlencoded",
            headers={"Cookie": phone.header(), "Accept": accept, "Sec-Fetch-Site": "same-origin"},
        )
        assert reply.status_code < 500
        if luck < 0.17:
            self.told["lost replies"] += 1
            return None
        phone.keep(reply)
        return reply

    def _get(self, phone: Phone, path: str) -> TestResponse:
        reply = self.client.get(path, headers={"Cookie": phone.header(), "Accept": HTML})
        phone.keep(reply)
        return reply

    def _address(self, seat: str) -> str:
        return f"/b/{seat}/{self.lesson.stem}/"

    def _asked(self, seat: str) -> str:
        """Return what a page of today says of its question."""
        draw = draw_for(seat, self.site.today())
        if draw not in self._forms:
            asked = page(self.lesson, "dewasa", draw, self.site.narrator, self.site.facts())
            screen = next(one for one in asked.questions if one.code == self.code)
            self._forms[draw] = f"{screen.code}~{screen.draw}~{asked.named}"
        return self._forms[draw]

    def _arrived(self, word: str) -> bool:
        """Whether the hub has it, in her log or held until she is back; she does not know."""
        with self.site.store.reading() as session:
            row, held = tables.Attempt, tables.HeldAnswer
            logged = session.query(row.id).filter(row.raw == word).first() is not None
            return logged or any(word.encode() in body for body, in session.query(held.body))

    # -- the class --------------------------------------------------------------------------------

    def _people(self, cast: Cast) -> tuple[list[Learner], list[str]]:
        made, held = [], []
        with self.site.store.writing() as session:
            for name, picture in zip(NAMES, PICTURES, strict=True):
                person, code = add_learner(
                    session, self.site.secrets, cast.class_id, name, picture, "dewasa", "sendiri",
                    self.site.now(),
                )
                made.append(Learner(person.id, name, code))
                held.append(cards.make_card(session, person.id, cast.maya.id, self.site.now()))
        return made, held

    def _enrolled(self, cast: Cast) -> str:
        with self.site.store.writing() as session:
            link = devices.offer_enrolment(session, cast.class_id, self.site.now())
            enrolled = devices.enrol(session, link, self.site.now())
        assert enrolled
        return enrolled[1]

    def _often(self, share: float) -> bool:
        return self.chance.random() < share


def _typed(site: Site) -> tuple[Lesson, str]:
    """Return a lesson for adults that asks for numbers, so that a tap can say whose it was."""
    for lesson in site.shelf.current.lessons.values():
        whole = lesson.get("id")
        if whole is None or "dewasa" not in whole.audiences or whole.meta.sensitive:
            continue
        for question in whole.questions:
            if question.kind == "angka" and not whole.meta.test:
                return whole, question.code
    raise LookupError("no lesson asks for numbers")
