"""How far a long command is: how many, how long about, what now."""

import sys
import time
from collections.abc import Callable, Iterable
from typing import TextIO

LEAST = 2.0                  # seconds before a guess of the rest is worth anything
AFRESH = 0.2                 # seconds between two looks of somebody who watches
LINES = 10.0                 # seconds between two lines in a file
WIDTH = 100
MINUTE = 60


def shown(
    each: Iterable[str],
    label: str,
    total: int,
    out: TextIO | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Go through `each`, telling `out` (stderr) how far it is; return how many there were.

    On a terminal in one line that is written over, else a line now and then.
    """
    out = out or sys.stderr
    watched = out.isatty()
    began, next_at, count = clock(), 0.0, 0
    for count, what in enumerate(each, 1):
        now = clock()
        if now >= next_at:
            _write(out, watched, told(label, count, total, now - began, what))
            next_at = now + (AFRESH if watched else LINES)
    if count:
        _write(out, watched, f"{label}: {count} dari {total}, {_long(clock() - began)}.")
        out.write("\n" if watched else "")
    return count


def told(label: str, count: int, total: int, seconds: float, what: str) -> str:
    """Return one line: how many of how many, about how long it will take, what is done now."""
    left = seconds / count * (total - count)
    rest = f", kira-kira {_long(left)} lagi" if seconds >= LEAST and count < total else ""
    line = f"{label}: {count} dari {total}{rest}. {' '.join(what.split())}"
    return line if len(line) <= WIDTH else f"{line[:WIDTH - 1]}…"


def _write(out: TextIO, watched: bool, line: str) -> None:
    out.write(f"\r\033[K{line}" if watched else f"{line}\n")
    out.flush()


def _long(seconds: float) -> str:
    if seconds < MINUTE:
        return f"{seconds:.0f} detik"
    hours, minutes = divmod(round(seconds / MINUTE), MINUTE)
    return f"{hours} jam {minutes} menit" if hours else f"{minutes} menit"
