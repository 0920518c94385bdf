"""CPU that the serving process spends on a lesson page, a 304 and an answer, against Flask's hello.

`python -m bench.cpu`: user and system time of the serving process, from /proc, divided by the
requests sent over keep-alive connections; and the same requests inside one process, no server.
"""

import io
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

from bench.hello import application as hello_application
from bench.hello import hello
from bench.hub import Hub, hub
from bench.tables import table, verdict
from bench.visitor import Answer, Ask, Line, Send, Visitor, spread
from elearn.settings import Settings
from elearn.teaching import demo
from elearn.web import create_app
from elearn.web.site import KEY

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

ROUNDS = 5
EACH = 600
LINES = 4
BUDGETS = {"lesson page, 200": 600, "answer, committed": 1000}

Next = Callable[[], Ask]


@dataclass(frozen=True, slots=True)
class Job:
    """What is measured: its name, its requests, and what they cost, in CPU seconds."""

    name: str
    ask: Next
    cost: Callable[[list[Ask]], float]


def figures() -> str:
    """Measure, and return the table in µs of CPU per request."""
    with ExitStack() as stack:
        served = measure(_served(stack.enter_context(hub()), *stack.enter_context(hello())))
        inside = measure(_inside(stack.enter_context(application())))
    floor = statistics.median(served["hello"])
    rows = []
    for name, spent in served.items():
        middle, budget = statistics.median(spent), BUDGETS.get(name)
        rows.append(
            [
                "Flask hello" if name == "hello" else name,
                f"{middle:.0f} ({min(spent):.0f}–{max(spent):.0f})",
                f"{middle / floor:.1f}",
                f"{statistics.median(inside[name]):.0f}",
                f"{budget}" if budget else "–",
                verdict("CPU" if middle > budget else "") if budget else "–",
            ]
        )
    head = ["CPU per request, µs", "served: median (least–most)", "÷ hello", "in process", "budget"]
    return table([*head, ""], rows)


def measure(jobs: list[Job]) -> dict[str, list[float]]:
    """Return µs per request of each job, one figure a round; the jobs take turns."""
    spent: dict[str, list[float]] = {job.name: [] for job in jobs}
    for turn in range(ROUNDS + 1):
        for job in jobs:
            asks = [job.ask() for _ in range(EACH if turn else EACH // 4)]
            cost = job.cost(asks)
            if turn:  # the first is for warming up
                spent[job.name].append(cost / len(asks) * 1e6)
    return spent


def cpu_of(process: int) -> float:
    """Return the seconds of CPU that `process` has used, all threads, user and system."""
    stat = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def jobs_of(visitor: Visitor, send: Send, cost: Callable[[list[Ask]], float]) -> list[Job]:
    """Return a learner's three jobs."""
    form, number = visitor.question(send), count()
    tag = send(visitor.get(visitor.lesson())).headers["etag"]
    page = visitor.get(visitor.lesson())
    known = visitor.get(visitor.lesson(), **{"If-None-Match": tag})
    return [
        Job("lesson page, 200", lambda: page, cost),
        Job("lesson page, 304", lambda: known, cost),
        Job("answer, committed", lambda: visitor.answer(form, next(number)), cost),
    ]


def _served(site: Hub, hello_port: int, hello_worker: int) -> list[Job]:
    port = int(site.address.rpartition(":")[2])
    floor = Job("hello", lambda: Ask("/"), _over_the_wire(hello_port, hello_worker))
    cost = _over_the_wire(port, site.worker)
    return [floor, *jobs_of(Visitor.of(site.data), Line(port), cost)]


def _over_the_wire(port: int, process: int) -> Callable[[list[Ask]], float]:
    lines = [Line(port) for _ in range(LINES)]

    def cost(asks: list[Ask]) -> float:
        before = cpu_of(process)
        spread(asks, lines)
        return cpu_of(process) - before

    return cost


@contextmanager
def application() -> Iterator[tuple[Flask, Path]]:
    """Build elearn in this process, with its demonstration class in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        app = create_app(Settings(data=data, audio=data / "suara", demo=True))
        site = app.extensions[KEY]
        site.store.migrate()
        with site.store.writing() as session:
            demo.prepare(session, site.secrets, data, datetime.now(UTC))
        yield app, data
        site.store.close()


def _inside(built: tuple[Flask, Path]) -> list[Job]:
    app, data = built
    floor = Job("hello", lambda: Ask("/"), _in_process(hello_application()))
    learner = jobs_of(Visitor.of(data), lambda ask: _run(app, _environ(ask)), _in_process(app))
    return [floor, *learner]


def _in_process(app: Flask) -> Callable[[list[Ask]], float]:
    def cost(asks: list[Ask]) -> float:
        environs = [_environ(ask) for ask in asks]
        before = time.process_time()
        for environ in environs:
            _run(app, environ)
        return time.process_time() - before

    return cost


def _environ(ask: Ask) -> "WSGIEnvironment":
    return EnvironBuilder(
        ask.path, "http://127.0.0.1", method=ask.method, headers=ask.headers.items(),
        input_stream=io.BytesIO(ask.body), content_length=len(ask.body),
        environ_base={"REMOTE_ADDR": "127.0.0.1"},
    ).get_environ()  # fmt: skip


def _run(app: Flask, environ: "WSGIEnvironment") -> Answer:
    body, status, headers = run_wsgi_app(app.wsgi_app, environ, buffered=True)
    given = {name.lower(): value for name, value in headers}
    return Answer(int(status.split()[0]), given, b"".join(body))


if __name__ == "__main__":
    print(figures())
