"""The form of a backup: one zip file with a list of contents that tells a cut or foreign one."""

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

FORM = 1
CONTENTS = "isi.json"
DATABASE = "elearn.db"
FOLDERS = ("rahasia", "rekaman", "pelajaran")
"""What lies beside the database and cannot be made again. Sound can."""

MOST_FILES = 50_000
MOST_BYTES = 8 * 1024**3
RATIO = 200
"""How many times larger than packed a file may become (SQLite pages of zeros pack well)."""
_PIECE = 1024 * 1024


class BackupError(RuntimeError):
    """Why a file is no backup that can be restored, as one Indonesian sentence."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a backup."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup says of itself."""

    made_at: datetime
    version: str
    revision: str
    rows: Mapping[str, int]
    files: Mapping[str, Part]


def write(target: Path, folder: Path, about: Contents) -> None:
    """Write the files of `folder` that `about` names as a backup: whole, or not at all."""
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".tmp")  # mode 600 from the start
    try:
        with os.fdopen(handle, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
                packed.writestr(CONTENTS, _told(about))
                for inside in about.files:
                    packed.write(folder / inside, inside)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def parts(folder: Path) -> dict[str, Part]:
    """Return every file under `folder`, by its name in a backup."""
    return {
        path.relative_to(folder).as_posix(): Part(_digest(path), path.stat().st_size)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def opened(backup: Path) -> Iterator[tuple[Contents, Path]]:
    """Unpack a backup into a folder that is gone afterwards; BackupError if it is not whole.

    Every name, size and hash is compared with the list of contents before anything is given out.
    """
    with tempfile.TemporaryDirectory(prefix="elearn-") as name:
        folder = Path(name)
        try:
            with zipfile.ZipFile(backup) as packed:
                about = _contents(packed)
                _unpack(packed, about, folder)
        except FileNotFoundError as error:
            raise BackupError(f"Cadangan {backup} tidak ada. Periksa namanya.") from error
        except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile,
                NotImplementedError, RuntimeError) as error:
            if isinstance(error, BackupError):
                raise
            raise BackupError(
                f"{backup} bukan cadangan elearn yang utuh. Pakai cadangan lain."
            ) from error
        yield about, folder


def _contents(packed: zipfile.ZipFile) -> Contents:
    found = packed.getinfo(CONTENTS)
    if found.file_size > 64 * 1024 * 1024:
        raise BackupError("Daftar isi cadangan terlalu besar. Pakai cadangan lain.")
    told = json.loads(packed.read(found))
    if told["form"] != FORM:
        raise BackupError("Cadangan ini dibuat elearn yang lebih baru. Perbarui elearn dulu.")
    files = {str(name): Part(**part) for name, part in told["files"].items()}
    return Contents(
        made_at=datetime.fromisoformat(told["made_at"]),
        version=str(told["version"]),
        revision=str(told["revision"]),
        rows={str(name): int(count) for name, count in told["rows"].items()},
        files=files,
    )


def _unpack(packed: zipfile.ZipFile, about: Contents, folder: Path) -> None:
    infos = {one.filename: one for one in packed.infolist()}
    if len(infos) != len(packed.infolist()) or infos.keys() != {CONTENTS, *about.files}:
        raise BackupError("Isi cadangan tidak sesuai daftarnya. Pakai cadangan lain.")
    sizes = sum(one.size for one in about.files.values())
    if len(infos) > MOST_FILES or sizes > MOST_BYTES or DATABASE not in about.files:
        raise BackupError("Cadangan ini terlalu besar atau tanpa basis data. Pakai cadangan lain.")
    for name, part in about.files.items():
        info = infos[name]
        swollen = part.size > RATIO * max(info.compress_size, 4096)
        if not _safe(name) or info.file_size != part.size or swollen:
            raise BackupError(f"Cadangan berisi berkas yang aneh: {name[:60]!r}.")
        _write_part(packed, info, folder / name, part)


def _write_part(packed: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, part: Part) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    seen, length = hashlib.sha256(), 0
    with packed.open(info) as source, target.open("wb") as file:
        while piece := source.read(_PIECE):
            seen.update(piece)
            length += len(piece)
            if length > part.size:
                break
            file.write(piece)
    if length != part.size or seen.hexdigest() != part.sha256:
        raise BackupError(f"Isi {info.filename} di cadangan ini rusak. Pakai cadangan lain.")


def _safe(name: str) -> bool:
    """Whether `name` is one of ours: the database, or a plain path in one of the folders."""
    pieces = PurePosixPath(name).parts
    plain = all(piece not in {"", ".", "..", "/"} and "\\" not in piece for piece in pieces)
    inside = name == DATABASE or (len(pieces) > 1 and pieces[0] in FOLDERS)
    return plain and inside and "\0" not in name and len(name) < 400


def _told(about: Contents) -> str:
    return json.dumps(
        {
            "form": FORM,
            "made_at": about.made_at.isoformat(),
            "version": about.version,
            "revision": about.revision,
            "rows": dict(about.rows),
            "files": {name: asdict(part) for name, part in about.files.items()},
        }
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy_folders(source: Path, target: Path) -> None:
    """Copy what lies beside the database; what is half-written there is left out."""
    for name in FOLDERS:
        if (source / name).is_dir():
            shutil.copytree(
                source / name, target / name, ignore=shutil.ignore_patterns("*.tmp", "tmp*")
            )
