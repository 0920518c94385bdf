"""A recording that somebody has just made with a phone: looked at, then decoded with care.

It has no name that means anything: a phone calls it what it likes.
"""

import base64

from elearn.content import darkroom, sniffing
from elearn.content.beside import SOUNDS
from elearn.content.prepared import DARKROOM, LARGEST, RefusedError, in_darkroom

NOTHING_HEARD = "Belum ada suara di rekaman ini. Dekatkan HP ke mulut, lalu rekam lagi."


def developed(raw: bytes) -> bytes:
    """Return a recording as FLAC of one channel; raise RefusedError."""
    _look(raw)
    made = in_darkroom(raw, SOUNDS)
    DARKROOM.rest()                  # it starts in 0.2 s and holds 60 MB
    why = made.get("fault", "")
    if why == darkroom.LONG:
        raise RefusedError("Rekaman ini lebih dari {most} detik. Rekam lagi, satu kalimat saja.",
                           most=darkroom.LONGEST_S)
    if why == darkroom.SILENT:
        raise RefusedError(NOTHING_HEARD)
    if why or not made.get("data"):
        raise RefusedError("Rekaman ini rusak atau terpotong. Rekam lagi.")
    return base64.b64decode(made["data"])


def _look(raw: bytes) -> None:
    """Refuse what its first bytes show to be wrong; decode nothing."""
    if not raw:
        raise RefusedError("Rekam dulu, atau pilih rekamannya.")
    if len(raw) > LARGEST:
        raise RefusedError("Rekaman ini terlalu besar: paling besar {most} MB. Rekam lagi, satu "
                           "kalimat saja.", most=LARGEST // 1024**2)
    if sniffing.sound(raw) is not None:
        return
    kind = sniffing.phone_sound(raw)
    if kind:
        raise RefusedError("Rekaman ini berbentuk {kind}, yang belum bisa dibaca di sini. Buka "
                           "halaman ini dengan Chrome, atau simpan rekamannya sebagai MP3 atau "
                           "WAV.", kind=kind)
    raise RefusedError("Isi berkas ini bukan rekaman suara. Pilih rekaman MP3, WAV, Ogg atau FLAC.")
