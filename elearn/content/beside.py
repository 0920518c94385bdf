"""Authors' own files beside the lessons, listed: `<subject>/gambar/…`, `suara/…`, `isyarat/…`.

Only what was listed here can ever be opened: a name in a lesson is looked up, never made part of a
path.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from elearn.content.subjects import SUBJECTS

PICTURES, SOUNDS, SIGNS = "gambar", "suara", "isyarat"

MOST = 2000
"""Files of a folder that are looked at."""


@dataclass(frozen=True, slots=True)
class Own:
    """A file, and what shows that it is another one now."""

    path: Path
    size: int
    changed: int             # ns
    outside: bool = False    # a link that leads out of the lesson folder, or no file at all


Beside = Mapping[str, Mapping[str, Own]]
"""The files of each subject by the name that a lesson writes: "gambar/ikan.webp"."""


def beside(*homes: Path) -> Beside:
    """List the own files of lesson folders; of two of one name that of the first folder counts."""
    return {
        subject: _merged(*(_listed(home / subject, home) for home in homes))
        for subject in SUBJECTS
    }


def beside_file(path: Path) -> Mapping[str, Own]:
    """List the own files beside one lesson file, wherever it lies."""
    return _merged(_listed(path.parent, path.parent))


def _merged(*found: Mapping[str, Own]) -> Mapping[str, Own]:
    return {name: own for one in reversed(found) for name, own in one.items()}


def _listed(folder: Path, home: Path) -> dict[str, Own]:
    return {
        f"{inside}/{entry.name}": own
        for inside in (PICTURES, SOUNDS, SIGNS)
        for entry in _entries(folder / inside)
        if (own := _own(entry, home)) is not None
    }


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from islice((one for one in entries if not one.name.startswith(".")), MOST)
    except OSError:
        return


def _own(entry: os.DirEntry[str], home: Path) -> Own | None:
    path = Path(entry.path)
    try:
        if entry.is_dir():
            return None
        within = path.resolve(strict=True).is_relative_to(home.resolve())
        found = entry.stat()
        return Own(path, found.st_size, found.st_mtime_ns, not within or not entry.is_file())
    except (OSError, RuntimeError):            # a link to nowhere, or in a circle
        return Own(path, 0, 0, outside=True)
