"""Pictures, recordings and videos that authors give on the hub: files beside the hub's own lessons.

They lie under ELEARN_DATA, where backups take them. A name is given once: a file that learners may
meet now is never another one by tomorrow.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from elearn.authoring.shelve import FOLDER
from elearn.content import sniffing
from elearn.content.around import Around
from elearn.content.beside import PICTURES, SIGNS, SOUNDS
from elearn.content.prepared import RefusedError, prepare
from elearn.content.writing import write_whole

MOST_FILES = 500
"""Of all subjects together."""

MOST_BYTES = 200 * 1024 * 1024
LONGEST_NAME = 60

_LOOKS = {
    SOUNDS: (sniffing.sound, sniffing.SOUNDS), SIGNS: (sniffing.video, sniffing.VIDEOS),
    PICTURES: (sniffing.picture, sniffing.PICTURES),
}
_UNFIT = re.compile("[^a-z0-9]+")


def given(data: Path, around: Around, subject: str, name: str, raw: bytes) -> str:
    """Keep a file beside the hub's lessons of `subject`; return the name that a lesson writes.

    `name` is what it was called; it becomes plain, with the ending of what the file is. Raises
    RefusedError where learners could not get it, the name is another file's, or there is no room.
    """
    folder = _folder(raw)
    plain = _plain(name, raw, folder)
    prepare(raw, plain, folder, around.prepared)
    written = f"{folder}/{plain}"
    there = around.files(subject).there.get(written)
    path = data / FOLDER / subject / folder / plain
    if there is not None or path.exists():
        known = (there.path if there is not None else path).read_bytes()
        if known != raw:
            raise RefusedError("Nama '{file}' sudah dipakai berkas lain. Pakai nama lain.",
                               file=written)
        return written
    _look_for_room(data, len(raw))
    write_whole(path, raw)
    return written


def listed(data: Path, subject: str) -> list[str]:
    """Return the files that authors gave for lessons of `subject`, as lessons write them."""
    return sorted(
        f"{path.parent.name}/{path.name}" for path in _files(data) if path.parts[-3] == subject
    )


def dropped(data: Path, subject: str, written: str, sources: Iterable[str]) -> bool:
    """Remove a file that authors gave; False where there is none.

    Raises RefusedError where one of `sources`, the published lessons of that subject, names it.
    """
    if written not in listed(data, subject):
        return False
    if any(written in source for source in sources):
        raise RefusedError("'{file}' masih dipakai pelajaran yang terbit. Tarik dulu pelajarannya.",
                           file=written)
    (data / FOLDER / subject / written).unlink(missing_ok=True)
    return True


def _plain(name: str, raw: bytes, folder: str) -> str:
    """Return a name in small letters, digits and hyphens, ending as the file is."""
    base = PurePosixPath(name.replace("\\", "/")).name
    stem, _, ending = base.rpartition(".")
    look, kinds = _LOOKS[folder]
    seen = look(raw)
    endings: Sequence[str] = kinds[seen.kind] if seen else (ending.lower(),)
    bare = unicodedata.normalize("NFKD", stem or base).encode("ascii", "ignore").decode().lower()
    fit = _UNFIT.sub("-", bare).strip("-")[:LONGEST_NAME] or "berkas"
    end = ending.lower() if ending.lower() in endings else endings[0]
    return f"{fit}.{end}" if seen else f"{fit}.{_UNFIT.sub('', end)[:8]}"


def _folder(raw: bytes) -> str:
    """Return where a file belongs by its first bytes; what nobody knows is refused as a picture."""
    return next((folder for folder, (look, _) in _LOOKS.items() if look(raw)), PICTURES)


def _look_for_room(data: Path, size: int) -> None:
    sizes = [path.stat().st_size for path in _files(data)]
    if len(sizes) >= MOST_FILES or sum(sizes) + size > MOST_BYTES:
        raise RefusedError("Tempat berkas sudah penuh: paling banyak {files} berkas dan {most} MB. "
                           "Hapus yang tidak dipakai.",
                           files=MOST_FILES, most=MOST_BYTES // 1024**2)


def _files(data: Path) -> list[Path]:
    return [
        path for folder in (PICTURES, SOUNDS, SIGNS)
        for path in (data / FOLDER).glob(f"*/{folder}/*") if path.suffix != ".tmp"
    ]
