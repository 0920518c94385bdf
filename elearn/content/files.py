"""Lesson files, read anew where they changed: what they are now, and the last good version."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from elearn.content.around import Around, Need
from elearn.content.facts import Facts
from elearn.content.lesson import Lesson, Reading
from elearn.content.listing import Stamp, listed
from elearn.content.looking import Looked, look, look_at_all
from elearn.content.naming import File, file_at, name_fault
from elearn.content.packed import moved
from elearn.content.surroundings import read_around
from elearn.content.values import Meta
from elearn.questions.values import Fault


@dataclass(frozen=True, slots=True)
class Entry:
    """A lesson file as it was when it was read.

    `good` is the last version without a fault, which is shown while there is a fault now. `needs`
    is what was looked up around the file.
    """

    file: File
    stamp: Stamp
    reading: Reading
    good: Lesson | None
    needs: tuple[Need, ...] = ()

    @property
    def meta(self) -> Meta | None:
        """The front matter as it is now, else of the last good version; None if neither is known.
        """
        lesson = self.reading.lesson
        if lesson is not None:
            return lesson.meta
        return self.reading.meta or (self.good.meta if self.good else None)

    def among(self, around: Around) -> "Entry":
        """Return the same among other surroundings that say the same to it."""
        good = moved(self.good, around) if self.good else None
        now = self.reading.lesson
        lesson = good if now is self.good or now is None else moved(now, around)
        reading = self.reading if now is None else replace(self.reading, lesson=lesson)
        return replace(self, reading=reading, good=good)


@dataclass(frozen=True, slots=True)
class Folder:
    """All that lies in a lesson folder. `stray` are the faults of what is no lesson."""

    entries: tuple[Entry, ...]
    around: Around
    stray: Mapping[Path, tuple[Fault, ...]]


class GoneError(OSError):
    """A folder that held lessons before is bare now: what was in it is somewhere else."""


def merged(shipped: Folder, own: Folder) -> Folder:
    """Return two folders as one; a lesson of `own` stands in the place of the shipped one."""
    ours = {(entry.file.stem, entry.file.language) for entry in own.entries}
    kept = tuple(
        entry for entry in shipped.entries if (entry.file.stem, entry.file.language) not in ours
    )
    return Folder((*kept, *own.entries), shipped.around, {**shipped.stray, **own.stray})


def read_folder(
    folder: Path,
    before: Folder | None = None,
    around: Around | None = None,
    also: Path | None = None,
    prepared: Path | None = None,
) -> Folder:
    """Read the lessons of `folder`, but take over from `before` what did not change.

    `around` is what lies around another folder's lessons, to be used here too. Own files are looked
    for here and in the folder `also`; `prepared` keeps what is made of them. Raises OSError where
    the folder itself cannot be read.
    """
    found = listed(folder)
    if not found.subjects and before is not None and before.entries:
        raise GoneError(f"{folder} is bare")
    if around is None:
        known_facts = before.around.facts if before else Facts()
        around = read_around(folder, also, known_facts, prepared, found.stray)
    same = before is not None and before.around == around
    around = before.around if before is not None and same else around
    known = {entry.file.path: entry for entry in before.entries} if before else {}
    changed = [
        file for file, stamp in found.files
        if (old := known.get(file.path)) is None or old.stamp != stamp
        or not (same or around.still(old.needs))
    ]
    fresh = dict(zip(changed, look_at_all(changed, around), strict=True))
    entries: list[Entry] = []
    for file, stamp in found.files:
        old = known.get(file.path)
        if file not in fresh and old is not None:
            entries.append(old if same else old.among(around))
        elif file in fresh:
            entries.append(_entry(file, stamp, fresh[file], old))
    kept = [
        entry for path, entry in known.items()
        if path in found.unread or path.parent in found.unread
    ]
    return Folder((*entries, *kept), around, found.stray)


def read_file(path: Path, around: Around) -> Reading:
    """Read one file by its name, wherever it lies."""
    fault = name_fault(path.name, None)
    reading = look(file_at(path), around).reading
    if fault is None:
        return reading
    return Reading(None, (fault, *reading.faults), reading.notes)


def _entry(file: File, stamp: Stamp, found: Looked, old: Entry | None) -> Entry:
    good = found.reading.lesson or (old.good if old else None)
    return Entry(file, stamp, found.reading, good, found.needs)
