"""All lessons of a folder as one immutable value, swapped whole when files change."""

import functools
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from elearn.content.among import folder_faults, forbids, order_faults, order_notes
from elearn.content.around import NOTHING, Around
from elearn.content.cache import Cache
from elearn.content.check import prerequisite_notes
from elearn.content.decodable import Read, decodability_faults, decodability_notes
from elearn.content.faults import settled
from elearn.content.files import Entry, Folder, merged, read_folder
from elearn.content.lesson import Lesson, Passage
from elearn.content.phrases import phrase_notes
from elearn.content.prepared import DARKROOM
from elearn.content.subjects import SUBJECTS, Subject, natural
from elearn.content.values import Meta
from elearn.questions.values import Fault

__all__ = ["SUBJECTS", "Catalogue", "Shelf", "Subject", "load"]


@dataclass(frozen=True)
class Catalogue:
    """Lessons by stem and language, and the faults of the files that are no lessons (yet)."""

    lessons: Mapping[str, Mapping[str, Lesson]] = field(default_factory=dict)
    faults: Mapping[Path, tuple[Fault, ...]] = field(default_factory=dict)
    notes: Mapping[Path, tuple[Fault, ...]] = field(default_factory=dict)
    around: Around = NOTHING
    read: Read = field(default_factory=dict, repr=False)
    outdated: frozenset[Path] = frozenset()      # files whose last good version is shown
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

    @functools.cached_property
    def unwritten(self) -> frozenset[str]:
        """The prerequisites of lessons that no lesson is: the map plans them."""
        wanted = {one for readings in self.lessons.values() for lesson in readings.values()
                  for one in lesson.meta.prerequisites}
        return frozenset(wanted - self.lessons.keys())

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

    def __init__(
        self,
        folder: Path,
        own: Path | None = None,
        kept: Path | None = None,
        prepared: Path | None = None,
    ) -> None:
        """Read the lessons of `folder`; a folder that cannot be read gives those known before.

        Lessons under `own` (there or not) stand in the place of those of the same name. What came
        of reading is kept in the file `kept`, for the next start; what is made of own pictures and
        recordings in the folder `prepared`.
        """
        self._home, self._own_home, self._prepared = folder, own, prepared
        self._cache = Cache(kept)
        self._folder = self._cache.folder(folder)
        self._own = self._cache.folder(own) if own is not None else None
        self._at_hand = False
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
                folder = read_folder(
                    self._home, self._folder, also=self._own_home, prepared=self._prepared
                )
            except OSError:
                return self._lost()
            own = self._read_own(folder)
            if self._at_hand and folder == self._folder and own == self._own:
                return False
            self._cache.keep(self._home, self._folder, folder)
            if own is not None and self._own_home is not None:
                self._cache.keep(self._own_home, self._own, own)
            self._show(folder, own)
            DARKROOM.rest()
            return True

    def _show(self, folder: Folder, own: Folder | None) -> None:
        self._folder, self._own, self._at_hand = folder, own, True
        self.current = _assemble(merged(folder, own) if own else folder, self.current)

    def _read_own(self, shipped: Folder) -> Folder | None:
        if self._own_home is None or not self._own_home.is_dir():
            return None
        try:
            return read_folder(self._own_home, self._own, shipped.around)
        except OSError:
            return self._own  # it went away just now: keep what was there

    def _lost(self) -> bool:
        """Keep showing what was there; say that the folder cannot be read. True if that is new."""
        changed = self._home not in self.current.faults
        if changed and not self._at_hand and self._folder is not None:
            self._show(self._folder, self._own)      # as it was at the last start
        fault = Fault(1, "Folder pelajaran tidak bisa dibaca. Periksa apakah masih terpasang.")
        self._at_hand = False
        faults = MappingProxyType({**self.current.faults, self._home: (fault,)})
        self.current = replace(self.current, faults=faults)
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
        for asked in other.asked
    }
    others = {
        stem: readings for stem, readings in catalogue.lessons.items() if stem != lesson.stem
    }
    original = catalogue.lessons.get(lesson.stem, {}).get("id")
    if language != "id" and original is not None:
        others[lesson.stem] = {"id": original}
    stems = {*others, *([lesson.stem] if language == "id" else [])}
    found = [*folder_faults(lesson, others, codes, stems)]
    if language == "id":
        found += order_faults({**others, lesson.stem: {"id": lesson}}).get(lesson.stem, ())
        found += decodability_faults(
            {**catalogue.read, lesson.stem: (lesson.meta, lesson.passages)}, only=lesson.stem
        ).get(lesson.stem, ())
    return settled(found)


def notes_among(catalogue: Catalogue, lesson: Lesson) -> tuple[Fault, ...]:
    """Return what is told and no fault: what the map still lacks, nearly stock phrases."""
    found = [*prerequisite_notes(lesson, {*catalogue.lessons, lesson.stem})]
    read = {**catalogue.read, lesson.stem: (lesson.meta, lesson.passages)}
    if lesson.meta.language == "id":
        found += decodability_notes(read, only=lesson.stem).get(lesson.stem, ())
        found += phrase_notes(lesson, catalogue.around.phrases)
    return settled(found)


def _assemble(folder: Folder, before: Catalogue) -> Catalogue:
    """Make a catalogue: good files first, then the last good version of those that broke."""
    made = _Assembling(folder, before)
    for entry in _in_order(folder.entries, before):
        made.take(entry)
    return made.catalogue()


class _Assembling:
    """Takes the entries one by one, each beside those before it."""

    def __init__(self, folder: Folder, before: Catalogue) -> None:
        self._folder, self._before = folder, before
        self._stems = {entry.file.stem for entry in folder.entries}
        self._paths = {
            (entry.file.stem, entry.file.language): entry.file.path for entry in folder.entries
        }
        self._faults = {path: list(found) for path, found in folder.stray.items()}
        self._notes: dict[Path, list[Fault]] = {}
        self._lessons: dict[str, dict[str, Lesson]] = {}
        self._codes: dict[str, tuple[str, str]] = {}
        self._outdated: set[Path] = set()
        self._read: dict[str, tuple[Meta, Sequence[Passage]]] = {}

    def take(self, entry: Entry) -> None:
        """Take in one file: its lesson, or the last good one of it."""
        file, lesson = entry.file, entry.reading.lesson
        own = [*entry.reading.faults, *self._folder_faults(entry)]
        if own:
            self._faults.setdefault(file.path, []).extend(own)
        notes = [*entry.reading.notes, *self._folder_notes(entry)]
        if notes:
            self._notes[file.path] = notes
        if file.language == "id" and (meta := entry.meta) is not None:
            # what a broken file teaches still counts for the lessons after it
            self._read[file.stem] = meta, lesson.passages if lesson else ()
        if lesson is None:
            lesson = entry.good
        elif any(forbids(fault) for fault in own):
            lesson = self._before.lessons.get(file.stem, {}).get(file.language)
        if lesson is not None and lesson is not entry.reading.lesson:
            self._outdated.add(file.path)
        if lesson is not None:
            self._lessons.setdefault(file.stem, {})[file.language] = lesson
            self._codes |= {
                asked.code: (lesson.stem, file.path.name) for asked in lesson.asked
            }

    def catalogue(self) -> Catalogue:
        """Return what was taken, with what is wrong with the order of all of it."""
        self._add(self._faults, order_faults(self._lessons))
        self._add(self._faults, decodability_faults(self._read))
        self._add(self._notes, decodability_notes(self._read))
        self._add(self._notes, order_notes(self._lessons))
        lessons, faults, notes = self._lessons, self._faults, self._notes
        return Catalogue(
            MappingProxyType({stem: MappingProxyType(found) for stem, found in lessons.items()}),
            MappingProxyType({path: settled(found) for path, found in faults.items() if found}),
            MappingProxyType({path: settled(found) for path, found in notes.items() if found}),
            self._folder.around,
            MappingProxyType(self._read),
            frozenset(self._outdated),
            {one.version: one for found in lessons.values() for one in found.values()},
        )

    def _folder_faults(self, entry: Entry) -> list[Fault]:
        found: list[Fault] = []
        if entry.file.language != "id" and entry.file.stem not in self._stems:
            found.append(Fault(1, "Pelajaran asal '{stem}.md' tidak ada.",
                               {"stem": entry.file.stem}))
        lesson = entry.reading.lesson
        if lesson is not None:
            found += folder_faults(lesson, self._lessons, self._codes, self._stems)
        return found

    def _folder_notes(self, entry: Entry) -> Iterable[Fault]:
        lesson = entry.reading.lesson
        return prerequisite_notes(lesson, self._stems) if lesson is not None else ()

    def _add(self, to: dict[Path, list[Fault]], found: Mapping[str, list[Fault]]) -> None:
        for stem, faults in found.items():
            language = next(iter(self._lessons.get(stem, {"id": None})))
            to.setdefault(self._paths[stem, language], []).extend(faults)


def _in_order(entries: Sequence[Entry], before: Catalogue) -> list[Entry]:
    """Return the entries as they claim their codes: who had them first, originals, by name."""

    def claim(entry: Entry) -> tuple[object, ...]:
        lesson = entry.reading.lesson
        old = lesson is not None and before.by_version(lesson.version) is not None
        # a reading in another language is compared with its original: originals go first of all
        return entry.file.language != "id", not old, natural(entry.file.stem)

    return sorted(entries, key=claim)
