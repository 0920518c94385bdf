"""Bytes and requests of each learner page on a first and a repeat visit, against the budgets.

`python -m bench.pages`: counted in Chromium as they cross the wire, gzip and headers included.
"""

import json
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

from bench.hub import Hub, hub
from bench.past import remember
from bench.tables import table, verdict
from bench.visitor import Line, Visitor
from bench.wire import Cookies, Request, Wire, fresh, phone

LESSONS = (
    "baca-01-vokal-a-i-u", "baca-02-vokal-o-e", "baca-03-m-b", "baca-04-k-t",
    "baca-05-n-s", "baca-06-l-d", "baca-07-e-dua-bunyi", "baca-08-p-r",
    "baca-09-g-h", "baca-10-j-y", "baca-11-c-w", "baca-12-huruf-besar",
    "baca-12-uji-suku-terbuka", "baca-18-suku-tengah", "baca-24-gugus-konsonan",
    "baca-28-cerita-pendek",
    "hitung-01-satu-lima", "hitung-02-nol-sepuluh", "hitung-03-banding", "hitung-04-tambah-10",
    "hitung-05-kurang-10", "hitung-06-belasan", "hitung-07-tambah-kurang-20",
    "hitung-08-puluhan-100", "hitung-13-kurang-meminjam", "hitung-17-kembalian",
    "hitung-21-bagi",
    "usaha-01-kebutuhan-keinginan", "usaha-11-keripik-singkong", "usaha-16-hpp-bahan",
    "hak-01-apa-itu-hak", "hak-02-nomor-penting",
    "tulis-01-garis", "tulis-02-huruf-hidup", "tulis-03-nama-saya",
)


@dataclass(frozen=True, slots=True)
class Budget:
    """KB (1024 bytes) of the HTML, of a first and of a repeat visit; requests of each."""

    html: float
    first: float
    requests: int = 3
    repeat: float | None = None


SIGN_IN, LIST, LESSON = Budget(1.5, 5), Budget(3, 7), Budget(10, 14, repeat=0.5)
PRACTICE, PLACEMENT = Budget(8, 16), Budget(10, 14)


@dataclass(frozen=True, slots=True)
class Target:
    """A page: its name, where it is, who opens it, and what it may cost."""

    name: str
    path: str
    cookies: Cookies
    budget: Budget | None


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit cost, pictures and sounds apart."""

    html: int
    status: int
    bytes: int
    requests: int
    media: int
    media_bytes: int

    @classmethod
    def of(cls, requests: list[Request]) -> "Visit":
        """Add up."""
        page = next(one for one in requests if one.kind == "Document")
        plain = [one for one in requests if not one.media]
        media = [one for one in requests if one.media]
        return cls(page.bytes, page.status, _sum(plain), len(plain), len(media), _sum(media))


def figures() -> str:
    """Measure, and return the table."""
    with hub() as served, sync_playwright() as playwright, phone(playwright) as browser:
        visitor = Visitor.of(served.data)
        rows = [
            _row(target, *visits(browser, served, visitor, target))
            for target in targets(served, visitor)
        ]
    head = [
        "page, KB (budget)",
        "HTML",
        "first visit",
        "requests",
        "repeat visit",
        "requests",
        "pictures apart",
        "budget",
    ]
    return table(head, rows)


def targets(served: Hub, visitor: Visitor) -> list[Target]:
    """Return the learner's pages, in the order she meets them."""
    remember(served.data)
    line = Line(int(served.address.rpartition(":")[2]))
    told = line(visitor.tapped(visitor.question(line))).headers["location"]
    person = next(iter(json.loads((served.data / "contoh.json").read_text())))
    return [
        Target("welcome, no device yet", "/", "none", SIGN_IN),
        Target("sign-in, names", "/", "device", SIGN_IN),
        Target("sign-in, pictures", f"/masuk/{person}", "device", SIGN_IN),
        Target("home", "/", "learner", LIST),
        Target("list of lessons", "/ranah/literasi", "learner", LIST),
        *(Target(f"lesson {stem}", visitor.lesson(stem), "learner", LESSON) for stem in LESSONS),
        Target("practice of the newer kinds", f"/b/{visitor.seat}/latihan/", "learner", PRACTICE),
        Target("placement", f"/b/{visitor.seat}/penempatan/", "learner", PLACEMENT),
        Target("feedback, without script", told, "learner", None),
        Target("result", f"{visitor.lesson()}selesai", "learner", None),
    ]


def visits(browser: Browser, served: Hub, visitor: Visitor, target: Target) -> tuple[Visit, Visit]:
    """Open a page with an empty cache, then once more."""
    page = fresh(browser, served.address, visitor, target.cookies)
    wire = Wire(page)
    first = _visit(page, wire, served.address + target.path)
    page.goto("about:blank")
    repeat = _visit(page, wire, served.address + target.path)
    page.context.close()
    return first, repeat


def _visit(page: Page, wire: Wire, address: str) -> Visit:
    wire.forget()
    page.goto(address, wait_until="networkidle")
    return Visit.of(wire.requests)


def _row(target: Target, first: Visit, repeat: Visit) -> list[str]:
    budget = target.budget
    return [
        target.name,
        _of(first.html, budget.html if budget else None),
        _of(first.bytes, budget.first if budget else None),
        f"{first.requests}" + (f" ({budget.requests})" if budget else ""),
        f"{_of(repeat.bytes, budget.repeat if budget else None)}, {repeat.status}",
        f"{repeat.requests}",
        f"{first.media}: {first.media_bytes / 1024:.1f}",
        _verdict(budget, first, repeat) if budget else "–",
    ]


def _verdict(budget: Budget, first: Visit, repeat: Visit) -> str:
    again = budget.repeat is not None and (
        repeat.bytes > budget.repeat * 1024 or repeat.requests > 1 or repeat.status != 304
    )
    return verdict(
        "HTML" if first.html > budget.html * 1024 else "",
        "first visit" if first.bytes > budget.first * 1024 else "",
        "requests" if first.requests > budget.requests else "",
        "repeat visit" if again else "",
    )


def _of(number: int, budget: float | None) -> str:
    return f"{number / 1024:.2f}" + (f" ({budget:g})" if budget is not None else "")


def _sum(requests: list[Request]) -> int:
    return sum(request.bytes for request in requests)


if __name__ == "__main__":
    print(figures())
