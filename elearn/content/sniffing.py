"""What a file of an author's own is, by its first bytes: its name is not believed, nothing decoded.

Sizes are read by hand, so that a file which claims to be immense is refused before a decoder
makes room for it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

PICTURES: Mapping[str, tuple[str, ...]] = {
    "PNG": ("png",), "JPEG": ("jpg", "jpeg"), "WebP": ("webp",), "GIF": ("gif",),
}
"""Kinds of picture, and how their names may end."""

SOUNDS: Mapping[str, tuple[str, ...]] = {
    "MP3": ("mp3",), "WAV": ("wav",), "Ogg": ("ogg", "oga", "opus"), "FLAC": ("flac",),
}
"""Kinds of recording, and how their names may end."""

VIDEOS: Mapping[str, tuple[str, ...]] = {"MP4": ("mp4", "m4v"), "WebM": ("webm",)}
"""Kinds of video that every phone's browser plays, and how their names may end."""

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}     # JPEG's markers that hold a size
_BRANDS = frozenset({b"isom", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash", b"msdh",
                     *(b"iso%d" % number for number in range(2, 10))})
_EBML, _TRACKS, _CLUSTER = b"\x1aE\xdf\xa3", b"\x16\x54\xae\x6b", b"\x1f\x43\xb6\x75"
_BARE = frozenset({0x01, *range(0xD0, 0xDA)})                   # those without a length


_OF_PHONES = (
    ("AMR", 0, b"#!AMR"), ("3GP", 4, b"ftyp3g"), ("M4A", 4, b"ftyp"), ("WebM", 0, b"\x1aE\xdf\xa3"),
    ("AAC", 0, b"\xff\xf1"), ("AAC", 0, b"\xff\xf9"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the first bytes say: the kind, and of a picture its pixels (0, 0 where that is torn)."""

    kind: str
    width: int = 0
    height: int = 0


def picture(raw: bytes) -> Seen | None:
    """Return what picture `raw` begins as, None where it is none that we know."""
    for kind, begins, size in _HEADS:
        if begins(raw):
            return Seen(kind, *(size(raw) or (0, 0)))
    return None


def sound(raw: bytes) -> Seen | None:
    """Return what recording `raw` begins as, None where it is none that we know."""
    if raw.startswith(b"RIFF") and raw[8:12] == b"WAVE":
        return Seen("WAV")
    for kind, start in (("Ogg", b"OggS"), ("FLAC", b"fLaC"), ("MP3", b"ID3")):
        if raw.startswith(start):
            return Seen(kind)
    synced = len(raw) > 2 and raw[0] == 0xFF and raw[1] & 0xE6 == 0xE2     # MPEG audio, layer III
    return Seen("MP3") if synced else None


def phone_sound(raw: bytes) -> str:
    """Return what kind of recording of a phone this is that no library here decodes; "" for none.

    A browser can, and then sends it as WAV.
    """
    for kind, at, mark in _OF_PHONES:
        if raw[at:at + len(mark)] == mark:
            return kind
    return ""


def video(raw: bytes) -> Seen | None:
    """Return what video `raw` begins as, None where it is none that browsers play."""
    if raw[4:8] == b"ftyp" and raw[8:12] in _BRANDS:
        return Seen("MP4")
    webm = raw.startswith(_EBML) and b"\x42\x82\x84webm" in raw[:64]
    return Seen("WebM") if webm else None


def whole_video(raw: bytes) -> bool:
    """Whether a video holds what a player needs, and an MP4 all the bytes it says that it has."""
    if raw.startswith(_EBML):
        return _TRACKS in raw and _CLUSTER in raw
    at, boxes = 0, set()
    while at + 8 <= len(raw):
        size = int.from_bytes(raw[at:at + 4], "big")
        boxes.add(raw[at + 4:at + 8])
        if size == 1:                            # the length stands in eight more bytes
            size = int.from_bytes(raw[at + 8:at + 16], "big")
        at = len(raw) if size == 0 else at + max(size, 8)
    return at == len(raw) and {b"moov", b"mdat"} <= boxes


def is_drawing(raw: bytes) -> bool:
    """Whether `raw` looks like SVG, which could run programs in a learner's browser."""
    return b"<svg" in raw[:4096].lower()


Size = tuple[int, int]


def _png(raw: bytes) -> Size | None:
    if raw[12:16] != b"IHDR" or len(raw) < 24:
        return None
    return int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big")


def _gif(raw: bytes) -> Size | None:
    if len(raw) < 10:
        return None
    return int.from_bytes(raw[6:8], "little"), int.from_bytes(raw[8:10], "little")


def _jpeg(raw: bytes) -> Size | None:
    at = 2
    while at + 9 < len(raw) and raw[at] == 0xFF:
        marker = raw[at + 1]
        if marker in _FRAMES:
            height, width = raw[at + 5:at + 7], raw[at + 7:at + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        if marker == 0xFF:                       # a filling byte
            at += 1
        else:
            length = 0 if marker in _BARE else int.from_bytes(raw[at + 2:at + 4], "big")
            at += 2 + length
    return None


def _webp(raw: bytes) -> Size | None:
    form = raw[12:16]
    if len(raw) < 30:
        return None
    if form == b"VP8X":
        return (int.from_bytes(raw[24:27], "little") + 1,
                int.from_bytes(raw[27:30], "little") + 1)
    if form == b"VP8L":
        bits = int.from_bytes(raw[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 ":
        return (int.from_bytes(raw[26:28], "little") & 0x3FFF,
                int.from_bytes(raw[28:30], "little") & 0x3FFF)
    return None


_Head = tuple[str, Callable[[bytes], bool], Callable[[bytes], Size | None]]
_HEADS: tuple[_Head, ...] = (
    ("PNG", lambda raw: raw.startswith(b"\x89PNG\r\n\x1a\n"), _png),
    ("JPEG", lambda raw: raw.startswith(b"\xff\xd8\xff"), _jpeg),
    ("WebP", lambda raw: raw.startswith(b"RIFF") and raw[8:12] == b"WEBP", _webp),
    ("GIF", lambda raw: raw.startswith((b"GIF87a", b"GIF89a")), _gif),
)
