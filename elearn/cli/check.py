"""`elearn check`: everything that is wrong with lessons, as `file:line: what`, in one run."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from elearn import messages, paths, settings
from elearn.content import ucapan
from elearn.content.around import Around
from elearn.content.beside import beside_file
from elearn.content.catalogue import SUBJECTS, Catalogue, load
from elearn.content.decoding import decode
from elearn.content.due import due, lesson_notes, note
from elearn.content.facts import Stated
from elearn.content.fakta import NAME, FactsRead, read_facts
from elearn.content.faults import told
from elearn.content.files import read_file
from elearn.content.frasa import NAME as PHRASES
from elearn.content.frasa import PhrasesRead, read_phrases
from elearn.content.lesson import Lesson
from elearn.content.naming import file_at
from elearn.content.phrases import phrase_notes
from elearn.content.told_apart import Alike, alike_faults, alike_notes, deaf
from elearn.narration.hearing import Ear
from elearn.narration.installed import installed
from elearn.questions.values import Fault

_INSIDE = (*SUBJECTS, NAME, PHRASES, "gambar.md", ucapan.NAME)
_OTHERS: Mapping[str, Callable[[bytes], FactsRead | PhrasesRead]] = {
    NAME: read_facts, PHRASES: read_phrases,
}

Finding = tuple[Path, Fault, bool]
"""A file, what was found there, and whether it was forgiven."""


@click.command()
@click.argument(
    "targets", metavar="[PATH]…", nargs=-1, type=click.Path(exists=True, path_type=Path)
)
@click.option("--lang", type=click.Choice(messages.LANGUAGES), default="id", help="Bahasa pesan.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]),
              help="Anggap hari ini tanggal itu: fakta mana yang sudah lewat?")
def check(targets: Sequence[Path], lang: str, day: datetime | None) -> None:
    """Periksa pelajaran dan fakta: berkas, folder ranah, atau seluruh folder pelajaran."""
    today = day.date() if day else _today()
    _ = messages.translator(lang)
    ear = _ear()
    found = {
        (str(path), fault.line, forgiven, told(fault, _))
        for target in targets or (lessons_folder(),)
        for path, fault, forgiven in _findings(target, today, ear)
    }
    for path, line, forgiven, text in sorted(found):
        note = f"{_('catatan')}: " if forgiven else ""
        click.echo(f"{path}:{line}: {note}{text}")
    wrong = sum(not forgiven for _path, _line, forgiven, _text in found)
    if wrong:
        click.echo(_("Ada {count} hal yang harus diperbaiki.", count=wrong))
        sys.exit(1)
    click.echo(_("Semua baik."))


def lessons_folder() -> Path:
    """Return the lesson folder of the settings."""
    try:
        return settings.from_environ(os.environ).lessons
    except (settings.SettingsError, paths.ShippedFolderMissingError) as error:
        raise click.ClickException(str(error)) from error


def _today() -> date:
    try:
        zone = settings.from_environ(os.environ).timezone
    except (settings.SettingsError, paths.ShippedFolderMissingError):
        zone = settings.HERE
    return datetime.now(zone).date()


def _ear() -> Alike:
    """Return the ear for the voice of this installation; deaf where its settings are wrong."""
    try:
        return Ear(installed(settings.from_environ(os.environ)))
    except (settings.SettingsError, paths.ShippedFolderMissingError):
        return deaf


def _findings(target: Path, today: date, ear: Alike) -> Iterator[Finding]:
    """Yield what is wrong at a path; a lesson among others is checked against them too."""
    folder = folder_of(target)
    if folder is not None:
        catalogue = load(folder)
        yield from _among(target, catalogue)
        yield from _of(_due(catalogue, folder, today), target, True)
        yield from _unheard(target, catalogue, folder, ear)
    elif target.is_dir():
        for path in sorted(target.glob("*.md*")):
            yield from _alone(path, ear)
    else:
        yield from _alone(target, ear)


def _due(catalogue: Catalogue, folder: Path, today: date) -> Mapping[Path, tuple[Fault, ...]]:
    """Return notes on facts to be checked again, what waits for them, and nearly stock phrases."""
    facts = catalogue.around.facts
    found = {folder / NAME: tuple(note(fact, today) for fact in due(facts, today))}
    for path, lesson in _files(catalogue, folder):
        found[path] = (
            *lesson_notes(lesson, facts.on(today)),
            *phrase_notes(lesson, catalogue.around.phrases),
        )
    return found


def _files(catalogue: Catalogue, folder: Path) -> Iterator[tuple[Path, Lesson]]:
    for readings in catalogue.lessons.values():
        for language, lesson in readings.items():
            name = f"{lesson.stem}.md" if language == "id" else f"{lesson.stem}.{language}.md"
            yield folder / lesson.subject / name, lesson


def _unheard(target: Path, catalogue: Catalogue, folder: Path, ear: Alike) -> Iterator[Finding]:
    """Yield the answers of lessons at a path that cannot be told apart by ear."""
    place = target.absolute()
    for path, lesson in _files(catalogue, folder):
        if path.absolute() == place or place in path.absolute().parents:
            shown = target if path.absolute() == place else path
            yield from _told(shown, *_alike(lesson, ear, catalogue.around.facts.whole))


def folder_of(target: Path) -> Path | None:
    """Return the lesson folder that `target` is, or is in; None for a place of one's own."""
    # not resolved: a link out of the folder is to be found, not followed
    for folder in (target, *target.absolute().parents[:2]):
        if any((folder / subject).is_dir() for subject in SUBJECTS) and (
            folder == target or target.absolute().relative_to(folder).parts[0] in _INSIDE
        ):
            return folder if folder == target else _as_given(target, folder)
    return None


def _as_given(target: Path, folder: Path) -> Path:
    """Return `folder` above `target` in the way the author wrote it, where that can be."""
    depth = len(target.absolute().relative_to(folder).parts)
    parents = target.parents
    return parents[depth - 1] if len(parents) >= depth else folder


def _among(target: Path, catalogue: Catalogue) -> Iterator[Finding]:
    for forgiven, faults in ((False, catalogue.faults), (True, catalogue.notes)):
        yield from _of(faults, target, forgiven)


def _of(
    found: Mapping[Path, tuple[Fault, ...]], target: Path, forgiven: bool
) -> Iterator[Finding]:
    place = target.absolute()
    for path, faults in found.items():
        if path.absolute() == place or place in path.absolute().parents:
            for fault in faults:
                yield target if path.absolute() == place else path, fault, forgiven


def _alone(path: Path, ear: Alike) -> Iterator[Finding]:
    around = Around(beside={file_at(path).subject: beside_file(path)})
    if path.name in _OTHERS:
        known = _OTHERS[path.name](path.read_bytes())
        yield from _told(path, known.faults, known.notes)
        return
    if path.name in ("ucapan.md", "ucapan.en.md"):
        yield from _told(path, ucapan.read_sayings(decode(path.read_bytes()).text)[1], ())
        return
    reading = read_file(path, around)
    yield from _told(path, reading.faults, reading.notes)
    if reading.lesson is not None:
        yield from _told(path, *_alike(reading.lesson, ear, around.facts.whole))


def _told(path: Path, faults: Iterable[Fault], notes: Iterable[Fault]) -> Iterator[Finding]:
    for forgiven, found in ((False, faults), (True, notes)):
        for fault in found:
            yield path, fault, forgiven


def _alike(lesson: Lesson, ear: Alike, facts: Stated) -> tuple[Iterable[Fault], Iterable[Fault]]:
    """Return the answers that nobody can tell apart by ear: faults, and notes."""
    return alike_faults(lesson, ear, facts), alike_notes(lesson, ear, facts)
