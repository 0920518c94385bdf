"""Lesson files, read anew where they changed: what they are now, and the last good version."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from elearn.content import ucapan
from elearn.content.around import Around, Need, Words
from elearn.content.beside import beside
from elearn.content.decoding import LARGEST, decode
from elearn.content.facts import Facts
from elearn.content.fakta import NAME, read_facts
from elearn.content.frasa import NAME as PHRASES
from elearn.content.frasa import Phrases, read_phrases
from elearn.content.lesson import Lesson, Reading
from elearn.content.listing import Stamp, Stray, listed, unreadable
from elearn.content.looking import Looked, look, look_at_all
from elearn.content.naming import LANGUAGES, File, file_at, name_fault
from elearn.content.packed import moved
from elearn.content.pictures import picture_words
from elearn.content.values import Meta
from elearn.language.sayings import Sayings
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
        facts = _facts(folder, also, before.around.facts if before else Facts(), found.stray)
        own = beside(folder, *([also] if also else []))
        around = Around(
            _words(folder, found.stray), _sayings(folder, also, found.stray), facts, own, prepared,
            phrases=_phrases(folder, found.stray),
        )
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


def _words(folder: Path, stray: Stray) -> Words:
    words: dict[str, Mapping[str, str]] = {}
    for language, name in _names("gambar.md"):
        path = folder / name
        try:
            source = _source(path)
        except OSError:
            source = b""
        found, faults = picture_words(decode(source).text)
        words[language] = found
        if faults:
            stray[path] = tuple(faults)
    return words


def _phrases(folder: Path, stray: Stray) -> Phrases:
    try:
        source = _source(folder / PHRASES)
    except OSError:
        return {}
    found = read_phrases(source)
    if found.faults:
        stray[folder / PHRASES] = found.faults
    return found.phrases


def _sayings(folder: Path, also: Path | None, stray: Stray) -> Mapping[str, Sayings]:
    """Return what ucapan.md (and ucapan.en.md) say, what `also` holds in the place of the same."""
    found: dict[str, Sayings] = {}
    for language, name in _names(ucapan.NAME):
        said: dict[str, str] = {}
        for home in (folder, also) if also else (folder,):
            try:
                source = _source(home / name)
            except OSError:
                continue
            more, faults = ucapan.read_sayings(decode(source).text)
            said |= more
            if faults:
                stray[home / name] = tuple(faults)
        found[language] = Sayings(said)
    return found


def _names(name: str) -> list[tuple[str, str]]:
    """Return by language what a file beside the lessons is called: gambar.md, gambar.en.md."""
    stem = name.removesuffix(".md")
    return [("id", name), *((one, f"{stem}.{one}.md") for one in LANGUAGES)]


def _facts(folder: Path, also: Path | None, before: Facts, stray: Stray) -> Facts:
    """Return the facts of a folder, those of `also` in the place of facts of the same name.

    What cannot be read stays as it was `before`.
    """
    shipped = _facts_in(folder, before, stray)
    own = _facts_in(also, before, stray) if also and (also / NAME).exists() else Facts()
    return shipped.under(own)


def _facts_in(folder: Path, before: Facts, stray: Stray) -> Facts:
    path = folder / NAME
    try:
        source = _source(path)
    except FileNotFoundError:
        return before
    except OSError:
        stray[path] = (unreadable(),)
        return before
    found = read_facts(source, before)
    if found.faults:
        stray[path] = found.faults
    return found.facts


def _source(path: Path) -> bytes:
    """Return what a file beside the lessons holds, no more of it than is read."""
    if path.exists() and not path.is_file():
        raise OSError(f"{path} is no ordinary file")
    with path.open("rb") as opened:
        return opened.read(LARGEST + 1)
