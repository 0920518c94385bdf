"""What lies in a lesson folder: which files are lessons, and what is wrong with the others."""

import functools
import os
import stat
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from elearn.content.keywords import nearest
from elearn.content.naming import File, name_fault, parts
from elearn.content.subjects import SUBJECTS, is_stem, natural
from elearn.questions.values import Fault

MOST_FILES = 10_000
"""Files of a subject that are looked at: a stick full of photographs must not stop the hub."""

Stamp = tuple[int, int]
"""Time of the last change in ns, and size: what shows that a file is another one now."""

Stray = dict[Path, tuple[Fault, ...]]
"""Faults of what is no lesson, by its path."""


@dataclass(slots=True)
class Listing:
    """The lesson files of a folder with their stamps, in their natural order.

    `unread` are the subjects, and the files, that are there but cannot be looked into just now (a
    stick that is being pulled out): what was known of them is to be kept.
    """

    files: list[tuple[File, Stamp]] = field(default_factory=list)
    stray: Stray = field(default_factory=dict)
    unread: set[Path] = field(default_factory=set)
    subjects: int = 0


def listed(folder: Path) -> Listing:
    """List a lesson folder; raise OSError where it cannot be read."""
    found = Listing()
    home = folder.resolve()
    for inside in sorted(_entries(folder), key=lambda entry: natural(entry.name)):
        path = folder / inside.name
        if inside.name in SUBJECTS and _is_dir(inside):
            found.subjects += 1
            _subject(path, home, found)
        elif fault := _misplaced(path):
            found.stray[path] = (fault,)
    return found


def unreadable() -> Fault:
    """Return what is said of a file that is there and cannot be read."""
    return Fault(1, "Berkas ini tidak bisa dibaca. Periksa izinnya, atau salin sekali lagi.")


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(islice(entries, MOST_FILES + 1))


def _subject(inside: Path, home: Path, found: Listing) -> None:
    try:
        entries = _entries(inside)
        within = inside.resolve(strict=True).is_relative_to(home)
    except (OSError, RuntimeError):
        found.stray[inside] = (Fault(1, "Folder ini tidak bisa dibaca. Periksa izinnya."),)
        found.unread.add(inside)
        return
    if len(entries) > MOST_FILES:
        message = "Folder ini berisi lebih dari {most} berkas; sisanya tidak dibaca."
        found.stray[inside] = (Fault(1, message, {"most": MOST_FILES}),)
    for entry in sorted(entries[:MOST_FILES], key=lambda entry: natural(entry.name)):
        if not entry.name.startswith((".", "~")) and entry.name.lower() != "readme.md":
            _file(entry, inside, home if within else None, found)


@functools.lru_cache(maxsize=2 * MOST_FILES)     # a folder is looked at every second
def _named(inside: Path, name: str) -> tuple[File, Fault | None]:
    stem, language = parts(name)
    file = File(inside / name, inside.name, stem, language)
    return file, name_fault(name, inside.name)


def _file(entry: os.DirEntry[str], inside: Path, home: Path | None, found: Listing) -> None:
    """List one file; `home` is None where its folder is a link to elsewhere."""
    file, misnamed = _named(inside, entry.name)
    path = file.path
    fault = _outside(entry, path, home) or misnamed
    try:
        status = None if fault and entry.is_symlink() else entry.stat()
    except FileNotFoundError:
        return                      # it went away just now
    except OSError:
        found.stray[path] = (unreadable(),)
        found.unread.add(path)
        return
    if status is not None and stat.S_ISDIR(status.st_mode):
        return
    if status is not None and not stat.S_ISREG(status.st_mode):
        fault = Fault(1, "Ini bukan berkas biasa, jadi tidak dibaca. Hapus, atau salin isinya.")
    if fault is not None:
        found.stray[path] = (fault,)
    elif status is not None:
        found.files.append((file, (status.st_mtime_ns, status.st_size)))


def _outside(entry: os.DirEntry[str], path: Path, home: Path | None) -> Fault | None:
    """Return a fault for a link that leads out of the folder, or nowhere."""
    if home is not None and not entry.is_symlink():
        return None
    try:
        inside = home is not None and path.resolve(strict=True).is_relative_to(home)
    except (OSError, RuntimeError):        # a link to nowhere, or in a circle
        inside = False
    if inside:
        return None
    return Fault(1, "Berkas ini tautan ke luar folder pelajaran, jadi tidak dibaca. Salin isinya.")


def _is_dir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return True                 # it may be one, when it can be looked at again


def _misplaced(path: Path) -> Fault | None:
    """Return what is wrong with something beside the subjects."""
    if path.suffix == ".md" and is_stem(parts(path.name)[0]):
        message = "Pelajaran ini ada di luar folder ranah. Pindahkan ke salah satu: {folders}."
        return Fault(1, message, {"folders": ", ".join(SUBJECTS)})
    near = nearest(path.name, SUBJECTS)
    if near is not None and path.is_dir():
        message = "Folder '{name}' tidak dikenal; maksudnya '{near}'?"
        return Fault(1, message, {"name": path.name, "near": near})
    return None
