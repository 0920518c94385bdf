"""Memory of the serving process after its start and after load.

`python -m bench.memory`: resident and proportional set size from /proc/<id>/smaps_rollup.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from bench.hub import Hub, children, hub
from bench.tables import table, verdict
from bench.visitor import Line, Visitor, spread

LESSONS = ("baca-01-vokal-a-i-u", "baca-03-m-b", "hitung-01-satu-lima")
LINES = 16
REQUESTS = 3000
SOUNDS = 20
BUDGET = 120


@dataclass(frozen=True, slots=True)
class Memory:
    """MB of a process: all that it maps, and its own share where processes share a page."""

    resident: float
    proportional: float

    @classmethod
    def of(cls, process: int) -> "Memory":
        """Read it now."""
        kept = dict(re.findall(r"(\w+): +(\d+) kB", _rollup(process)))
        return cls(int(kept["Rss"]) / 1024, int(kept["Pss"]) / 1024)


def figures() -> str:
    """Measure, and return the table in MB."""
    with hub() as served:
        rows = _rows("after start", served)
        load(served)
        rows += _rows(f"after {REQUESTS} requests and {SOUNDS} new sounds", served)
    head = ["process", "when", "resident, MB", "proportional, MB", f"budget {BUDGET} MB"]
    return table(head, rows)


def load(served: Hub) -> None:
    """Let her read, answer and listen over sixteen connections."""
    visitor = Visitor.of(served.data)
    port = int(served.address.rpartition(":")[2])
    line = Line(port)
    form = visitor.question(line)
    pages = ["/", "/ranah/literasi", *map(visitor.lesson, LESSONS)]
    asks = [
        visitor.get(pages[number % 6]) if number % 6 < 5 else visitor.answer(form, number)
        for number in range(REQUESTS)
    ]
    spread(asks, [Line(port) for _ in range(LINES)])
    page = line(visitor.get(visitor.lesson(), **{"Accept-Encoding": "identity"})).body.decode()
    for sound in sorted(set(re.findall(r"/suara/\w+\.mp3", page)))[:SOUNDS]:
        line(visitor.get(sound))


def _rows(when: str, served: Hub) -> list[list[str]]:
    worker = served.worker
    rows = [_row("serving", when, worker, BUDGET), _row("keeper", when, served.process.pid)]
    return rows + [_row("renderer of lessons", when, one) for one in children(worker)]


def _row(name: str, when: str, process: int, budget: int | None = None) -> list[str]:
    now = Memory.of(process)
    kept = verdict("resident" if now.resident > budget else "") if budget else "–"
    return [name, when, f"{now.resident:.0f}", f"{now.proportional:.0f}", kept]


def _rollup(process: int) -> str:
    return Path(f"/proc/{process}/smaps_rollup").read_text()


if __name__ == "__main__":
    print(figures())
