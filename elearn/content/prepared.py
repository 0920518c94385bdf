"""Own pictures and recordings as learners get them: checked, made small, kept by their hash.

Videos are looked at and kept as they are: nothing here decodes them, browsers do.
"""

import base64
import contextlib
import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from elearn.content import darkroom, sniffing
from elearn.content.beside import PICTURES, SIGNS, SOUNDS, Own
from elearn.content.render import Renderer, TooSlowError
from elearn.content.writing import write_whole
from elearn.questions.values import Fault

LARGEST = 2 * 1024 * 1024
"""Bytes of a file as an author gives it."""

FORM = 1
"""Raise it when files are made otherwise: all are then made anew, under other names."""

DARKROOM = Renderer(limit_s=20.0, module="elearn.content.developing")
"""The process that decodes: killed when a file takes longer."""

_ENDINGS: Mapping[str, Sequence[str]] = {
    PICTURES: ("jpg", "png"), SOUNDS: ("flac",), SIGNS: ("mp4", "webm"),
}
_WAYS = {PICTURES: "picture", SOUNDS: "recording"}
_LOOKS = {
    PICTURES: (sniffing.picture, sniffing.PICTURES), SOUNDS: (sniffing.sound, sniffing.SOUNDS),
    SIGNS: (sniffing.video, sniffing.VIDEOS),
}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that can be served. `mark` is a hash of what the author gave, and its name here."""

    mark: str
    ending: str
    size: int
    width: int = 0
    height: int = 0


class RefusedError(ValueError):
    """A file that learners will not get; `fault` says why (its line is 0)."""

    def __init__(self, message: str, **values: object) -> None:
        """Say why."""
        super().__init__(message)
        self.fault = Fault(0, message, values)


def prepared(own: Own, folder: str, store: Path | None) -> Prepared:
    """Return what became of a file of `folder` (of `beside`), made now if it is not kept.

    Without a `store` it is only tried out. Raises RefusedError.
    """
    try:
        with own.path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise RefusedError("Berkas '{file}' tidak bisa dibaca. Periksa izinnya.",
                           file=own.path.name) from error
    return prepare(raw, own.path.name, folder, store)


def prepare(raw: bytes, name: str, folder: str, store: Path | None) -> Prepared:
    """Return what becomes of these bytes; raise RefusedError."""
    _look(raw, name, folder)
    mark = hashlib.sha256(f"{FORM} {folder} ".encode() + raw).hexdigest()[:20]
    kept = _kept(mark, folder, store)
    if kept is not None:
        return kept
    data, ending = _made(raw, name, folder)
    if store is not None:
        try:
            write_whole(store / f"{mark}.{ending}", data)
        except OSError:
            log.exception("cannot keep %s", name)
    return _told(mark, ending, data)


def _look(raw: bytes, name: str, folder: str) -> None:
    """Refuse what its first bytes and its name show to be wrong; decode nothing."""
    if not raw:
        raise RefusedError("Berkas '{file}' kosong. Simpan atau salin sekali lagi.", file=name)
    if len(raw) > LARGEST:
        raise RefusedError("Berkas '{file}' terlalu besar: paling besar {most} MB. Perkecil dulu.",
                           file=name, most=LARGEST // 1024**2)
    look, kinds = _LOOKS[folder]
    seen = look(raw)
    if seen is None:
        raise _unknown(raw, name, folder)
    if name.rpartition(".")[2].lower() not in kinds[seen.kind]:
        raise RefusedError(
            "Isi berkas '{file}' adalah {kind}. Ganti akhiran namanya menjadi '.{ending}'.",
            file=name, kind=seen.kind, ending=kinds[seen.kind][0],
        )
    if folder == PICTURES:
        _look_at_size(seen, name)
    if folder == SIGNS and not sniffing.whole_video(raw):
        raise _broken(name)


def _unknown(raw: bytes, name: str, folder: str) -> RefusedError:
    if folder == SIGNS:
        message = "Isi berkas '{file}' bukan video MP4 atau WebM. Simpan sebagai MP4."
    elif folder == SOUNDS:
        message = "Isi berkas '{file}' bukan MP3, WAV, Ogg atau FLAC. Simpan sebagai MP3."
    elif sniffing.is_drawing(raw):
        message = ("Berkas '{file}' adalah SVG, yang bisa menjalankan program di HP pelajar. "
                   "Simpan sebagai PNG.")
    else:
        message = ("Isi berkas '{file}' bukan PNG, JPEG, WebP atau GIF. Simpan sebagai JPEG atau "
                   "PNG.")
    return RefusedError(message, file=name)


def _look_at_size(seen: sniffing.Seen, name: str) -> None:
    if not seen.width or not seen.height:
        raise _broken(name)
    if max(seen.width, seen.height) > darkroom.LONGEST_SIDE:
        raise RefusedError(
            "Gambar '{file}' berukuran {width} × {height} titik; paling besar {most} × {most}. "
            "Perkecil dulu.",
            file=name, width=seen.width, height=seen.height, most=darkroom.LONGEST_SIDE,
        )
    if seen.kind != "JPEG" and seen.width * seen.height > darkroom.MOST_PIXELS:
        raise RefusedError(
            "Gambar '{file}' punya lebih dari {most} juta titik. Perkecil dulu, atau simpan "
            "sebagai JPEG.",
            file=name, most=darkroom.MOST_PIXELS // 1_000_000,
        )


def _kept(mark: str, folder: str, store: Path | None) -> Prepared | None:
    for ending in _ENDINGS[folder] if store is not None else ():
        with contextlib.suppress(OSError):
            return _told(mark, ending, (Path(store or ".") / f"{mark}.{ending}").read_bytes())
    return None


def _told(mark: str, ending: str, data: bytes) -> Prepared:
    seen = sniffing.picture(data)
    size = (seen.width, seen.height) if seen else (0, 0)
    return Prepared(mark, ending, len(data), *size)


def in_darkroom(raw: bytes, folder: str) -> darkroom.Made:
    """Return what the process that decodes says of these bytes."""
    text = f"{_WAYS[folder]} {base64.b64encode(raw).decode()}"
    try:
        (said,) = DARKROOM.render([text])
        told: darkroom.Made = json.loads(said)
    except (TooSlowError, ValueError):
        return darkroom.Made(fault=darkroom.BROKEN)
    return told


def _made(raw: bytes, name: str, folder: str) -> tuple[bytes, str]:
    if folder == SIGNS:
        return raw, "webm" if raw.startswith(b"\x1aE") else "mp4"
    told = in_darkroom(raw, folder)
    why, data = told.get("fault", ""), base64.b64decode(told.get("data", ""))
    if why == darkroom.MOVING:
        raise RefusedError("Gambar '{file}' bergerak. Pakai gambar diam.", file=name)
    if why == darkroom.LONG:
        raise RefusedError("Rekaman '{file}' lebih dari {most} detik. Potong dulu.", file=name,
                           most=darkroom.LONGEST_S)
    if why or not data:
        raise _broken(name)
    return data, told["ending"]


def _broken(name: str) -> RefusedError:
    return RefusedError("Berkas '{file}' rusak atau terpotong. Simpan sekali lagi.", file=name)
