"""Files read: one, or many at once by several processes, each with its own Markdown."""

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial

from elearn.content.around import NOTHING, Around, Need
from elearn.content.decoding import LARGEST
from elearn.content.lesson import Reading
from elearn.content.listing import unreadable
from elearn.content.naming import File
from elearn.content.packed import moved, packed
from elearn.content.reader import read

MANY = 60
"""Files from which on it pays to start processes: each needs half a second of CPU for itself."""

MOST_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a file, light, and what was looked up around it."""

    reading: Reading
    needs: tuple[Need, ...] = ()


def look(file: File, around: Around) -> Looked:
    """Read one file."""
    try:
        with file.path.open("rb") as opened:
            source = opened.read(LARGEST + 1)
    except OSError:
        return Looked(Reading(None, (unreadable(),)))
    watched, needs = around.watched()
    reading = read(source, file.stem, file.subject, watched, file.language)
    if reading.lesson is not None:
        reading = replace(reading, lesson=packed(reading.lesson, around))
    return Looked(reading, tuple(sorted(needs)))


def look_at_all(files: Sequence[File], around: Around) -> list[Looked]:
    """Read files, and return what came of each in their order."""
    if len(files) < MANY:
        return [look(file, around) for file in files]
    try:
        return [_at_home(found, around) for found in _apart(files, around)]
    except (BrokenProcessPool, OSError):     # no room for more processes: slower, but here
        return [look(file, around) for file in files]


def _apart(files: Sequence[File], around: Around) -> list[Looked]:
    workers = min(os.cpu_count() or 1, MOST_PROCESSES)
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawned) as pool:
        return list(pool.map(partial(_abroad, around=around), files, chunksize=8))


def _abroad(file: File, around: Around) -> Looked:
    """Read a file in another process: the surroundings need not travel back with each lesson."""
    return _at_home(look(file, around), NOTHING)


def _at_home(found: Looked, around: Around) -> Looked:
    if found.reading.lesson is None:
        return found
    lesson = moved(found.reading.lesson, around)
    return replace(found, reading=replace(found.reading, lesson=lesson))
