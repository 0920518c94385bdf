"""Our pages beside Kolibri's: the same phone, the same slow line, one run, by turns.

Kolibri is not among our packages. Install it apart, and give its folder:

    python3 -m venv ../kolibri && ../kolibri/bin/pip install kolibri==0.19.5
    python -m bench.kolibri ../kolibri [--rounds 3]

It starts the demonstration hub and an empty Kolibri with one learner, her class, a page of text
and an exercise (`bench/kolibri_school.py`), both on loopback and in folders that go away, and
writes the table into docs/performance.md. In each round every step is taken by us, then by
Kolibri, so that what else the machine does falls on both; figures are medians of the rounds.
Three rounds take 25 minutes. Not part of `make bench`.
"""

import argparse
import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.hub import free_port, hub, well
from bench.kolibri_steps import ours, theirs
from bench.past import remember
from bench.step import Taken, taken
from bench.tables import machine, put, table
from bench.visitor import Visitor


@contextmanager
def kolibri(venv: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Start a Kolibri of its own with its school; give its address and the school's ids."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as aside:
        own = os.environ | {"KOLIBRI_HOME": aside, "KOLIBRI_DISABLE_PING": "true"}
        own.pop("PYTHONPATH", None)
        school = Path(__file__).with_name("kolibri_school.py")
        ports = [str(free_port()), str(free_port())]
        with school.open() as script:  # as a file it would find this module for Kolibri's
            subprocess.run(
                [venv / "bin" / "python", "-", aside], stdin=script, env=own, cwd=aside,
                stdout=subprocess.DEVNULL, check=True,
            )
        process = subprocess.Popen(
            [venv / "bin" / "kolibri", "start", "--foreground",
             "--port", ports[0], "--zip-port", ports[1]],
            env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        address = f"http://127.0.0.1:{ports[0]}"
        try:
            well(address)
            yield address, json.loads((Path(aside) / "school.json").read_text())
        finally:
            process.kill()  # it takes a minute to say good-bye, and its folder goes anyway


def figures(venv: Path, rounds: int, only: str = "") -> str:
    """Measure by turns, and return the table."""
    with hub() as served, kolibri(venv) as (address, made), sync_playwright() as playwright:
        visitor = Visitor.of(served.data)
        remember(served.data)
        mine, other = ours(served, visitor), theirs(address, made)
        steps = [name for name in mine if only in name]
        both: dict[str, list[tuple[Taken, Taken]]] = {name: [] for name in steps}
        for _ in range(rounds):
            for name in steps:
                pair = (
                    taken(playwright, served.address, visitor, mine[name]),
                    taken(playwright, address, visitor, other[name]),
                )
                print(name, *pair, sep="\n  ", flush=True)
                both[name].append(pair)
    head = ["elearn : Kolibri (times)", "requests", "KB in all", "KB until usable",
            "of all: scripts, KB", "first paint, s", "usable, s"]
    return table(head, [[name, *_cells(pairs)] for name, pairs in both.items()])


def _cells(pairs: list[tuple[Taken, Taken]]) -> list[str]:
    sides = list(zip(*pairs, strict=True))
    kilo = 1024

    def cell(of: str, unit: int, digits: int) -> str:
        one, two = (_median([getattr(each, of) for each in side], unit) for side in sides)
        return f"{_said(one, digits)} : {_said(two, digits)}{_times(one, two)}"

    return [
        cell("requests", 1, 0), cell("bytes", kilo, 1), cell("before", kilo, 1),
        cell("scripts", kilo, 1), cell("painted", 1, 2), cell("usable", 1, 2),
    ]


def _times(one: float | None, two: float | None) -> str:
    if not one or not two:
        return ""
    return f" ({two / one:.0f}×)" if two / one >= 10 else f" ({two / one:.1f}×)"


def _median(values: list[float | None], unit: int) -> float | None:
    """Return the median; what did not come in most rounds did not come."""
    known = [value for value in values if value is not None]
    return statistics.median(known) / unit if 2 * len(known) > len(values) else None


def _said(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"


if __name__ == "__main__":
    read = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    read.add_argument("venv", type=Path, help="the folder Kolibri was installed into")
    read.add_argument("--rounds", type=int, default=3)
    read.add_argument("--only", default="", help="only steps with this in their name")
    told = read.parse_args()
    measured = f"{figures(told.venv.absolute(), told.rounds, told.only)}\n\n{machine()}"
    print(measured)
    if not told.only:
        put("kolibri", measured)
