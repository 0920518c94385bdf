"""Pictures and recordings as authors have them beside a lesson, and as strangers make them."""

import io
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import soundfile
from PIL import Image

from elearn.content.around import Around
from elearn.content.beside import beside
from elearn.content.lesson import Reading
from elearn.content.reader import read
from tests.content.written import AROUND, STEM

SUBJECT = "literasi"


def photograph(size: tuple[int, int] = (800, 600), form: str = "JPEG", **kept: object) -> bytes:
    """Return a picture with as much in it as a photograph has."""
    across, down = np.meshgrid(np.linspace(0, 255, size[0]), np.linspace(0, 255, size[1]))
    grain = np.random.default_rng(7).normal(0, 12, across.shape)
    pixels = np.stack([across + grain, down + grain, 128 + grain], axis=-1).clip(0, 255)
    out = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).save(out, form, **kept)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that claims to be immense, and is whole as far as it goes."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return len(data).to_bytes(4, "big") + kind + data + check.to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    rows = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def voice(seconds: float = 1.0, form: str = "WAV", rate: int = 44_100) -> bytes:
    """Return something that can be heard."""
    time = np.arange(round(seconds * rate)) / rate
    out = io.BytesIO()
    soundfile.write(out, 0.3 * np.sin(2 * np.pi * 440 * time), rate, format=form)
    return out.getvalue()


def mp4(*boxes: bytes, brand: bytes = b"isom") -> bytes:
    """Return the frame of a video: what a checker sees of one, and no picture in it."""
    inside = boxes or (b"moov", b"mdat")
    head = b"ftyp" + brand + bytes(4) + b"isommp41"
    return b"".join(
        (len(one) + 4 + (4 if one in inside else 0)).to_bytes(4, "big") + one
        + (bytes(4) if one in inside else b"") for one in (head, *inside)
    )


def webm() -> bytes:
    """Return the frame of the other kind of video."""
    return (b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm\x18S\x80g"
            b"\x16T\xaek\x80\x1fC\xb6u\x80")


def put(home: Path, name: str, data: bytes) -> Path:
    """Lay a file beside the lessons of the subject."""
    path = home / SUBJECT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def around(home: Path, store: Path | None = None) -> Around:
    """Return what lies around the lessons of a folder."""
    return replace(AROUND, beside=beside(home), prepared=store)


def reading(text: str, home: Path, store: Path | None = None) -> Reading:
    """Read a text as a lesson of that folder."""
    return read(text, STEM, SUBJECT, around(home, store))


def told(text: str, home: Path) -> list[str]:
    """Return what is wrong with a text as a lesson of that folder."""
    return [fault.text for fault in reading(text, home).faults]
