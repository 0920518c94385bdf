"""`elearn fmt`: lesson files tidied and given their codes; nothing a learner meets changes."""

import difflib
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from elearn import messages
from elearn.cli.check import folder_of, lessons_folder
from elearn.content.around import NOTHING, Around
from elearn.content.catalogue import SUBJECTS, load
from elearn.content.decoding import LARGEST
from elearn.content.fakta import NAME
from elearn.content.faults import told
from elearn.content.frasa import NAME as PHRASES
from elearn.content.mend import Codes, codes_of, mended
from elearn.content.naming import LANGUAGES, name_fault, parts
from elearn.content.writing import write_whole
from elearn.questions.values import Fault

_NO_LESSONS = (
    NAME, PHRASES, "gambar.md", "ucapan.md",
    *(f"{name}.{one}.md" for one in LANGUAGES for name in ("gambar", "ucapan")),
)


@dataclass
class _Around:
    """What a folder says to its files: words for pictures, and the codes of every lesson."""

    around: Around = NOTHING
    codes: dict[Path, list[str]] = field(default_factory=dict)

    def for_file(self, path: Path) -> Codes:
        """Return what a missing Kode of this file may be."""
        real = path.resolve()
        taken = {code for other, codes in self.codes.items() if other != real for code in codes}
        stem, language = parts(path.name)
        if language == "id":
            return Codes(taken)
        return Codes(taken, self.codes.get(real.with_name(f"{stem}.md"), []))


@click.command()
@click.argument(
    "targets", metavar="[PATH]…", nargs=-1, type=click.Path(exists=True, path_type=Path)
)
@click.option("--check", "only", is_flag=True, help="Tulis apa-apa tidak; sebut yang belum rapi.")
@click.option("--diff", "shown", is_flag=True, help="Tampilkan perubahannya, tanpa menulis.")
@click.option("--rename", is_flag=True, help="Ganti juga nama berkas seperti baca-33.md.txt.")
@click.option("--lang", type=click.Choice(messages.LANGUAGES), default="id", help="Bahasa pesan.")
def fmt(targets: Sequence[Path], only: bool, shown: bool, rename: bool, lang: str) -> None:
    """Rapikan pelajaran dan beri Kode; yang dilihat pelajar tidak berubah."""
    tidying = _Tidying(lang, write=not (only or shown), shown=shown, rename=rename)
    for target in targets or (lessons_folder(),):
        tidying.run(target)
    tidying.end()


class _Tidying:
    """Tidies file by file; what goes wrong with one does not keep the others from it."""

    def __init__(self, lang: str, write: bool, shown: bool, rename: bool) -> None:
        self._say = messages.translator(lang)
        self._write, self._shown, self._rename = write, shown, rename
        self._done: set[Path] = set()
        self._changed = 0
        self._failed = False

    def run(self, target: Path) -> None:
        """Tidy a file, a folder, or all lessons of a lesson folder."""
        folder = folder_of(target)
        around = _read(folder) if folder is not None else _Around()
        for path in _files(target, folder):
            if path.absolute() not in self._done:
                self._done.add(path.absolute())
                self._file(path, around)

    def end(self) -> None:
        """Say how many files there were, and leave with the number for the shell."""
        if not self._changed:
            click.echo(self._say("Tidak ada yang dirapikan." if self._failed else
                                 "Semua sudah rapi."))
        elif self._write:
            click.echo(self._say("{count} berkas dirapikan.", count=self._changed))
        else:
            click.echo(self._say("{count} berkas belum rapi.", count=self._changed))
        sys.exit(1 if self._failed or (self._changed and not self._write) else 0)

    def _file(self, path: Path, around: _Around) -> None:
        if path.name in _NO_LESSONS:
            return
        try:
            self._tidy(self._named(path), around)
        except PermissionError:
            self._refuse(path, "Berkas ini tidak boleh diubah. Beri izin menulis, atau salin ke "
                         "tempat lain.")
        except OSError:
            self._refuse(path, "Berkas ini tidak bisa dibaca atau ditulis. Periksa berkasnya dan "
                         "sisa ruang.")

    def _named(self, path: Path) -> Path:
        """Return where a file is after its name was put right, where that is asked for."""
        fault = name_fault(path.name, None)
        if fault is None:
            return path
        wanted = path.with_name(str(fault.values.get("meant") or path.name))
        if not self._rename or name_fault(wanted.name, None) is not None:
            self._refuse(path, fault.message, 1, **fault.values)
            return path
        if wanted.exists():
            self._refuse(path, "'{name}' sudah ada, jadi nama berkas ini tidak diganti.",
                         name=wanted.name)
            return path
        if not self._write:
            return path
        path.rename(wanted)
        self._changed += 1
        click.echo(f"{path}: {self._say('namanya sekarang {name}', name=wanted.name)}")
        return wanted

    def _tidy(self, path: Path, around: _Around) -> None:
        if not path.is_file():
            raise OSError(f"{path} is no ordinary file")
        with path.open("rb") as opened:
            before = opened.read(LARGEST + 1)
        stem, _ = parts(path.name)
        found = mended(before, stem, around.around, around.for_file(path))
        for fault in found.faults:
            self._refuse(path, fault.message, fault.line, **fault.values)
        if found.text is None or found.text.encode() == before:
            return
        self._changed += 1
        if self._shown:
            _show(path, before, found.text)
        elif self._write:
            _put(path, found.text.encode())
            around.codes[path.resolve()] = codes_of(found.text)
            click.echo(f"{path}: {self._say('dirapikan')}")
        else:
            click.echo(f"{path}: {self._say('belum rapi')}")

    def _refuse(self, path: Path, message: str, line: int = 1, **values: object) -> None:
        self._failed = True
        click.echo(f"{path}:{line}: {told(Fault(line, message, values), self._say)}")


def _files(target: Path, folder: Path | None) -> Iterator[Path]:
    """Yield the lesson files at a path, those with a wrong ending too."""
    if not target.is_dir():
        yield target
        return
    places = [target / name for name in SUBJECTS] if target == folder else [target]
    for place in places:
        for path in sorted(place.glob("*.md*")):
            if path.is_file() and not path.name.startswith((".", "~")) and (
                path.name.lower() != "readme.md"
            ):
                yield path


def _read(folder: Path) -> _Around:
    found = _Around(load(folder).around)
    for name in SUBJECTS:
        for path in sorted((folder / name).glob("*.md")):
            try:
                found.codes[path.resolve()] = codes_of(path.read_bytes()[: LARGEST + 1])
            except OSError:
                continue
    return found


def _put(path: Path, data: bytes) -> None:
    """Write a file whole, where it really is, with the rights it had."""
    real = path.resolve()
    mode = stat.S_IMODE(real.stat().st_mode)
    if not mode & 0o222:
        raise PermissionError(13, os.strerror(13))
    write_whole(real, data, mode)


def _show(path: Path, before: bytes, after: str) -> None:
    old = before.decode("utf-8", "replace").splitlines(keepends=True)
    for line in difflib.unified_diff(old, after.splitlines(keepends=True), str(path), str(path)):
        click.echo(line if line.endswith("\n") else f"{line}\n", nl=False)
