"""The author's own files as a lesson names them: looked up beside it, or a reason why not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from elearn.content.beside import PICTURES, SIGNS, SOUNDS, Own
from elearn.content.keywords import nearest
from elearn.content.lesson import Photo
from elearn.content.prepared import Prepared, RefusedError, prepared
from elearn.questions.values import Fault

MISSING = (
    "Berkas '{file}' tidak ada. Simpan di folder '{folder}/' di samping pelajaran.",
    "Berkas '{file}' tidak ada; maksudnya '{near}'?",
)
"""What is said of a name that no file has."""

HEAVY = 30_000
"""Bytes of own pictures in a lesson that a slow network still carries."""

SHOWN = 240
"""CSS pixels of the longer side on a page; a finished picture may have twice as many."""

_AWAY = re.compile(r"^[A-Za-z]:|^/|(?:^|/)\.\.(?:/|$)")


@dataclass(frozen=True, slots=True)
class Files:
    """The own files that a lesson may name, and what it did name so far.

    `store` is where what is made of them is kept, None where they are only tried out. `used` holds
    by mark the line of each that was used, and of pictures the bytes.
    """

    there: Mapping[str, Own] = field(default_factory=dict)
    store: Path | None = None
    used: dict[str, tuple[int, int]] = field(default_factory=dict)
    lost: bool = False       # an old version is read: what is lost since stands in its words

    def photo(self, line: int, written: str, word: str) -> Photo:
        """Return the picture that a lesson calls `written`; raise RefusedError."""
        try:
            made = self._prepared(line, written, PICTURES)
        except RefusedError:
            if not self.lost:
                raise
            return Photo(line, "", word, 0, 0)
        scale = min(1.0, SHOWN / max(made.width, made.height, 1))
        return Photo(
            line, f"{made.mark}.{made.ending}", word,
            max(1, round(made.width * scale)), max(1, round(made.height * scale)),
        )  # fmt: skip

    def recording(self, line: int, written: str) -> str:
        """Return the mark of the recording that a lesson calls `written`; raise RefusedError."""
        try:
            return self._prepared(line, written, SOUNDS).mark
        except RefusedError:
            if not self.lost:
                raise
            return ""

    def signs(self, line: int, written: str) -> str:
        """Return the name of the finished video that a lesson calls `written`; raise RefusedError.
        """
        try:
            made = self._prepared(line, written, SIGNS)
        except RefusedError:
            if not self.lost:
                raise
            return ""
        return f"{made.mark}.{made.ending}"

    def notes(self) -> Iterator[Fault]:
        """Yield a note where the pictures used are more than a slow network carries well."""
        total = sum(size for _line, size in self.used.values())
        if total > HEAVY:
            message = (
                "Gambar sendiri di pelajaran ini {size} KB, lebih dari {most} KB. Di jaringan "
                "lambat pelajar menunggu: pakai lebih sedikit, atau emoji."
            )
            last = max(line for line, size in self.used.values() if size)
            yield Fault(last, message, {"size": round(total / 1000), "most": HEAVY // 1000})

    def _prepared(self, line: int, written: str, folder: str) -> Prepared:
        name = written.removeprefix("./")
        own = self.there.get(name) if name.startswith(f"{folder}/") else None
        if own is None:
            raise self._missing(name, folder)
        if own.outside:
            raise RefusedError("Berkas '{file}' tautan ke luar folder pelajaran, jadi tidak "
                               "dipakai. Salin berkasnya sendiri.", file=_short(name))
        made = prepared(own, folder, self.store)
        self.used.setdefault(made.mark, (line, made.size if folder == PICTURES else 0))
        return made

    def _missing(self, name: str, folder: str) -> RefusedError:
        plain = name.replace("\\", "/")
        near = self._near(plain, folder)
        if near:
            return RefusedError(MISSING[1], file=_short(name), near=near)
        if "\\" in name or _AWAY.search(plain):
            return RefusedError("Alamat '{file}' keluar dari folder ranah. Simpan berkasnya di "
                                "'{folder}/' di samping pelajaran.",
                                file=_short(name), folder=folder)
        return RefusedError(MISSING[0], file=_short(name), folder=folder)

    def _near(self, name: str, folder: str) -> str | None:
        """Return the file that was meant: other case, other ending, no folder, a slip or two."""
        known = sorted(one for one in self.there if one.startswith(f"{folder}/"))
        wanted = PurePosixPath(name.casefold())
        alike = {one: PurePosixPath(one.casefold()) for one in known}
        named = [one for one, path in alike.items() if path.name == wanted.name]
        ended = [one for one, path in alike.items() if path.stem == wanted.stem]
        return next(iter(named + ended), None) or (nearest(name, known) if known else None)


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:60] + "…"
