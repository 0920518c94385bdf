"""All lessons of a folder as one immutable value, swapped whole when files change."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from elearn.content.around import NOTHING, Around
from elearn.content.check import prerequisite_faults, reading_faults
from elearn.content.faults import settled
from elearn.content.files import Entry, File, Folder, merged, read_folder
from elearn.content.lesson import Lesson, Reading
from elearn.content.subjects import SUBJECTS, Subject, natural
from elearn.questions.values import Fault

__all__ = ["SUBJECTS", "Catalogue", "Shelf", "Subject", "load"]


@dataclass(frozen=True)
class Catalogue:
    """Lessons by stem and language, and the faults of the files that are no lessons (yet)."""

    lessons: Mapping[str, Mapping[str, Lesson]] = field(default_factory=dict)
    faults: Mapping[Path, tuple[Fault, ...]] = field(default_factory=dict)
    notes: Mapping[Path, tuple[Fault, ...]] = field(default_factory=dict)
    around: Around = NOTHING
    _versions: Mapping[str, Lesson] = field(default_factory=dict, compare=False, repr=False)

    def lesson(self, stem: str, language: str = "id") -> Lesson | None:
        """Return the lesson `stem` in `language`, else in Indonesian; None if there is none.

        `stem` is only ever looked up, never made part of a path.
        """
        readings = self.lessons.get(stem)
        if readings is None:
            return None
        return readings.get(language) or readings.get("id")

    def by_version(self, version: str) -> Lesson | None:
        """Return the lesson whose source has this hash."""
        return self._versions.get(version)

    @property
    def subjects(self) -> tuple[str, ...]:
        """The subjects in the order they are offered."""
        return tuple(SUBJECTS)

    def subject(self, name: str) -> tuple[Lesson, ...]:
        """Return the lessons of a subject by stem, in Indonesian where there is such a reading."""
        stems = sorted(self.lessons, key=natural)
        found = (self.lesson(stem) for stem in stems)
        return tuple(one for one in found if one is not None and one.subject == name)


class Shelf:
    """A folder (and the hub's own one) and its current catalogue."""

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        """Read the lessons of `folder`; a folder that cannot be read gives an empty catalogue.

        Lessons under `own` (there or not) stand in the place of those of the same name.
        """
        self._home, self._own_home = folder, own
        self._folder: Folder | None = None
        self._own: Folder | None = None
        self._lock = threading.Lock()
        self.current = Catalogue()
        self.refresh()

    def refresh(self) -> bool:
        """Read again what changed and swap the catalogue; return whether there was a change.

        Never raises. A file that broke keeps its last good version; so does all, when the whole
        folder has gone (a stick that was pulled out).
        """
        with self._lock:
            try:
                folder = read_folder(self._home, self._folder)
            except OSError:
                return self._lost()
            own = self._read_own(folder)
            if folder == self._folder and own == self._own:
                return False
            self._folder, self._own = folder, own
            self.current = _assemble(merged(folder, own) if own else folder, self.current)
            return True

    def _read_own(self, shipped: Folder) -> Folder | None:
        if self._own_home is None or not self._own_home.is_dir():
            return None
        try:
            return read_folder(self._own_home, self._own, shipped.around)
        except OSError:
            return self._own  # it went away just now: keep what was there

    def _lost(self) -> bool:
        fault = Fault(1, "Folder pelajaran tidak bisa dibaca. Periksa apakah masih terpasang.")
        changed = self._home not in self.current.faults
        self._folder = None
        self.current = Catalogue(
            self.current.lessons,
            MappingProxyType({**self.current.faults, self._home: (fault,)}),
            self.current.notes,
            self.current.around,
            self.current._versions,
        )
        return changed


def load(folder: Path) -> Catalogue:
    """Return the catalogue of a folder, read once."""
    return Shelf(folder).current


def among(catalogue: Catalogue, lesson: Lesson) -> tuple[Fault, ...]:
    """Return what would be wrong with a lesson among those of a catalogue, in its own place."""
    language = lesson.meta.language
    codes = {
        asked.code: (other.stem, f"{other.stem}.md")
        for readings in catalogue.lessons.values()
        for other in readings.values()
        if other.stem != lesson.stem
        for asked in other.questions
    }
    others = {
        stem: readings for stem, readings in catalogue.lessons.items() if stem != lesson.stem
    }
    original = catalogue.lessons.get(lesson.stem, {}).get("id")
    if language != "id" and original is not None:
        others[lesson.stem] = {"id": original}
    stems = {*others, *([lesson.stem] if language == "id" else [])}
    file = File(Path(f"{lesson.stem}.md"), lesson.subject, lesson.stem, language)
    entry = Entry(file, (0, 0), Reading(lesson, ()))
    return settled(_folder_faults(entry, others, codes, stems))


def _assemble(folder: Folder, before: Catalogue) -> Catalogue:
    """Make a catalogue: good files first, then the last good version of those that broke."""
    faults = {path: list(found) for path, found in folder.stray.items()}
    notes: dict[Path, tuple[Fault, ...]] = {}
    lessons: dict[str, dict[str, Lesson]] = {}
    codes: dict[str, tuple[str, str]] = {}
    stems = {entry.file.stem for entry in folder.entries}
    for entry in _in_order(folder.entries, before):
        own = faults.setdefault(entry.file.path, [])
        own += [*entry.reading.faults, *_folder_faults(entry, lessons, codes, stems)]
        notes[entry.file.path] = entry.reading.notes
        lesson = entry.reading.lesson
        if lesson is None or any(_forbids(fault) for fault in own):
            lesson = before.lessons.get(entry.file.stem, {}).get(entry.file.language)
        if lesson is not None:
            lessons.setdefault(entry.file.stem, {})[entry.file.language] = lesson
            codes |= {
                asked.code: (lesson.stem, entry.file.path.name) for asked in lesson.questions
            }
    return Catalogue(
        MappingProxyType({stem: MappingProxyType(found) for stem, found in lessons.items()}),
        MappingProxyType({path: settled(found) for path, found in faults.items() if found}),
        MappingProxyType({path: found for path, found in notes.items() if found}),
        folder.around,
        {one.version: one for found in lessons.values() for one in found.values()},
    )


_TAKEN = "Kode '{code}' sudah dipakai di {file}. Ganti salah satu."


def _forbids(fault: Fault) -> bool:
    """Whether a fault of the folder keeps a lesson out: answers would go to another question."""
    return fault.message == _TAKEN or "code" in fault.values


def _in_order(entries: Sequence[Entry], before: Catalogue) -> list[Entry]:
    """Return the entries as they claim their codes: who had them first, originals, by name."""

    def claim(entry: Entry) -> tuple[object, ...]:
        lesson = entry.reading.lesson
        old = lesson is not None and before.by_version(lesson.version) is not None
        return not old, entry.file.language != "id", natural(entry.file.stem)

    # a reading in another language is compared with its original, so originals go first of all
    return sorted(entries, key=lambda entry: (entry.file.language != "id", claim(entry)))


def _folder_faults(
    entry: Entry,
    lessons: Mapping[str, Mapping[str, Lesson]],
    codes: Mapping[str, tuple[str, str]],
    stems: set[str],
) -> Iterator[Fault]:
    """Yield what is wrong with a lesson among the others."""
    lesson = entry.reading.lesson
    if entry.file.language != "id" and entry.file.stem not in stems:
        yield Fault(1, "Pelajaran asal '{stem}.md' tidak ada.", {"stem": entry.file.stem})
    if lesson is None:
        return
    line = next((number for number, text in enumerate(lesson.source.split("\n"), 1)
                 if text.lstrip().lower().startswith(("prasyarat", "prerequisites"))), 1)
    yield from prerequisite_faults(lesson, stems, line)
    for question in lesson.questions:
        stem, name = codes.get(question.code, (lesson.stem, ""))
        if stem != lesson.stem:
            yield Fault(question.line, _TAKEN, {"code": question.code, "file": name})
    original = lessons.get(lesson.stem, {}).get("id")
    if original is not None and entry.file.language != "id":
        yield from reading_faults(original, lesson)
