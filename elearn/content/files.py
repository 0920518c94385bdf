"""The lesson folder: which files are lessons, and what is wrong with the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from elearn.content.around import Around, Words
from elearn.content.decoding import LARGEST, decode
from elearn.content.facts import Facts
from elearn.content.fakta import NAME, read_facts
from elearn.content.keywords import nearest
from elearn.content.lesson import Reading
from elearn.content.pictures import picture_words
from elearn.content.reader import read
from elearn.content.subjects import LONGEST, SUBJECTS, is_stem, natural
from elearn.questions.values import Fault

LANGUAGES = ("en",)
"""Languages that a second suffix can name: `hitung-01.en.md`; without one it is Indonesian."""

Stamp = tuple[int, int]
"""Time of the last change in ns, and size: what shows that a file is another one now."""


@dataclass(frozen=True, slots=True)
class File:
    """A lesson file; `stem` is the identity of the lesson, whatever its language."""

    path: Path
    subject: str
    stem: str
    language: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A lesson file as it was when it was read."""

    file: File
    stamp: Stamp
    reading: Reading


@dataclass(frozen=True, slots=True)
class Folder:
    """All that lies in a lesson folder. `stray` are the faults of what is no lesson."""

    entries: tuple[Entry, ...]
    around: Around
    stray: Mapping[Path, tuple[Fault, ...]]


def merged(shipped: Folder, own: Folder) -> Folder:
    """Return two folders as one; a lesson of `own` stands in the place of the shipped one."""
    ours = {(entry.file.stem, entry.file.language) for entry in own.entries}
    kept = tuple(
        entry for entry in shipped.entries if (entry.file.stem, entry.file.language) not in ours
    )
    return Folder((*kept, *own.entries), shipped.around, {**shipped.stray, **own.stray})


def read_folder(
    folder: Path, before: Folder | None = None, around: Around | None = None
) -> Folder:
    """Read the lessons of `folder`, but take over from `before` what did not change.

    `around` is what lies around another folder's lessons, to be used here too. Raises OSError where
    the folder itself cannot be read.
    """
    stray: dict[Path, tuple[Fault, ...]] = {}
    if around is None:
        facts = _facts(folder, before.around.facts if before else Facts(), stray)
        around = Around(_words(folder, stray), facts)
    kept = {entry.file.path: entry for entry in before.entries} if before else {}
    if before is not None and before.around != around:
        kept = {}
    files = list(_files(folder, stray))
    entries = tuple(
        entry for file in files if (entry := _entry(file, kept.get(file.path), around, stray))
    )
    return Folder(entries, around, stray)


def read_file(path: Path, around: Around) -> Reading:
    """Read one file by its name, wherever it lies."""
    fault = name_fault(path.name, None)
    stem, language = _parts(path.name)
    subject = next((name for name in SUBJECTS if path.parent.name == name), "")
    reading = _read(File(path, subject, stem, language), around)
    if fault is None:
        return reading
    return Reading(None, (fault, *reading.faults), reading.notes)


def name_fault(name: str, subject: str | None) -> Fault | None:
    """Return what is wrong with the name of a file in the folder of `subject` (None: anywhere)."""
    if not name.endswith(".md"):
        meant = name[: name.lower().index(".md")] + ".md" if ".md" in name.lower() else ""
        message = (
            "Nama berkas '{name}' harus berakhir '.md'; maksudnya '{meant}'?" if meant else
            "Berkas '{name}' bukan pelajaran. Nama pelajaran berakhir '.md'."
        )
        return Fault(1, message, {"name": name[:80], "meant": meant[:80]})
    stem, _ = _parts(name)
    if not is_stem(stem):
        message = (
            "Nama berkas '{name}' tidak bisa dipakai. Pakai huruf kecil, nomor dua angka dan tanda "
            "hubung, paling panjang {most} huruf, misalnya 'baca-03-m-b.md'."
        )
        return Fault(1, message, {"name": name[:80], "most": LONGEST})
    prefixes = SUBJECTS[subject].prefixes if subject else ()
    if prefixes and stem.partition("-")[0] not in prefixes:
        message = "Nama berkas di folder '{folder}' harus mulai dengan salah satu: {prefixes}."
        starts = ", ".join(f"'{prefix}-'" for prefix in prefixes)
        return Fault(1, message, {"folder": subject, "prefixes": starts})
    return None


def _parts(name: str) -> tuple[str, str]:
    """Return the stem of a file's name and its language."""
    stem = name.removesuffix(".md")
    for language in LANGUAGES:
        if stem.endswith(f".{language}"):
            return stem.removesuffix(f".{language}"), language
    return stem, "id"


def _words(folder: Path, stray: dict[Path, tuple[Fault, ...]]) -> Words:
    words: dict[str, Mapping[str, str]] = {}
    for language, name in (("id", "gambar.md"), *((one, f"gambar.{one}.md") for one in LANGUAGES)):
        path = folder / name
        try:
            source = path.read_bytes()[: LARGEST + 1]
        except OSError:
            source = b""
        found, faults = picture_words(decode(source).text)
        words[language] = MappingProxyType(found)
        if faults:
            stray[path] = tuple(faults)
    return MappingProxyType(words)


def _facts(folder: Path, before: Facts, stray: dict[Path, tuple[Fault, ...]]) -> Facts:
    """Return the facts of a folder; those from before while the file cannot be read."""
    path = folder / NAME
    try:
        source = path.read_bytes()[: LARGEST + 1]
    except FileNotFoundError:
        return before
    except OSError:
        stray[path] = (_unreadable(),)
        return before
    found = read_facts(source, before)
    if found.faults:
        stray[path] = found.faults
    return found.facts


def _files(folder: Path, stray: dict[Path, tuple[Fault, ...]]) -> Iterator[File]:
    """Yield the lesson files of every subject; put what is wrong with the others into `stray`."""
    home = folder.resolve()
    for inside in sorted(folder.iterdir(), key=lambda path: natural(path.name)):
        if inside.name in SUBJECTS and inside.is_dir():
            yield from _subject_files(inside, home, stray)
        elif fault := _misplaced(inside):
            stray[inside] = (fault,)


def _subject_files(
    inside: Path, home: Path, stray: dict[Path, tuple[Fault, ...]]
) -> Iterator[File]:
    try:
        paths = sorted(inside.iterdir(), key=lambda path: natural(path.name))
    except OSError:
        stray[inside] = (Fault(1, "Folder ini tidak bisa dibaca. Periksa izinnya."),)
        return
    for path in paths:
        if path.name.startswith((".", "~")) or path.name.lower() == "readme.md" or path.is_dir():
            continue
        fault = _outside(path, home) or name_fault(path.name, inside.name)
        if fault is not None:
            stray[path] = (fault,)
        else:
            stem, language = _parts(path.name)
            yield File(path, inside.name, stem, language)


def _outside(path: Path, home: Path) -> Fault | None:
    try:
        inside = path.resolve(strict=True).is_relative_to(home)
    except (OSError, RuntimeError):        # a link to nowhere, or in a circle
        inside = False
    if inside:
        return None
    return Fault(1, "Berkas ini tautan ke luar folder pelajaran, jadi tidak dibaca. Salin isinya.")


def _misplaced(path: Path) -> Fault | None:
    """Return what is wrong with something beside the subjects."""
    if path.suffix == ".md" and is_stem(_parts(path.name)[0]):
        message = "Pelajaran ini ada di luar folder ranah. Pindahkan ke salah satu: {folders}."
        return Fault(1, message, {"folders": ", ".join(SUBJECTS)})
    near = nearest(path.name, SUBJECTS)
    if near is not None and path.is_dir():
        message = "Folder '{name}' tidak dikenal; maksudnya '{near}'?"
        return Fault(1, message, {"name": path.name, "near": near})
    return None


def _entry(
    file: File, kept: Entry | None, around: Around, stray: dict[Path, tuple[Fault, ...]]
) -> Entry | None:
    """Return the entry of a file, read anew if it changed; None for one that just went away."""
    try:
        status = file.path.stat()
    except OSError:
        stray[file.path] = (_unreadable(),)
        return None
    stamp = (status.st_mtime_ns, status.st_size)
    if kept is not None and kept.stamp == stamp:
        return kept
    return Entry(file, stamp, _read(file, around))


def _read(file: File, around: Around) -> Reading:
    try:
        with file.path.open("rb") as opened:
            source = opened.read(LARGEST + 1)
    except OSError:
        return Reading(None, (_unreadable(),))
    return read(source, file.stem, file.subject, around, file.language)


def _unreadable() -> Fault:
    return Fault(1, "Berkas ini tidak bisa dibaca. Periksa izinnya, atau salin sekali lagi.")
