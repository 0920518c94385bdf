"""Authors' pictures and recordings made fit for a phone, in a process of its own (see `render`).

A decoder is the one part of this house that reads what a stranger's program wrote: it works here,
with little memory and little time, and only on what `media` has looked at before.
"""

import base64
import contextlib
import io
import json
import sys
import warnings

import numpy as np
import soundfile
from PIL import Image, ImageOps

from elearn.content.darkroom import (
    BROKEN,
    HIGHEST_RATE,
    LONG,
    LONGEST_S,
    LONGEST_SIDE,
    MOVING,
    PICTURE_BYTES,
    SIDE,
    SILENT,
    Made,
)

MEMORY = 512 * 1024 * 1024
"""Bytes that this process may map, libraries included."""

SILENCE = 10 ** (-50 / 20)
"""The loudest sample of what is no recording."""

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_SIDES = (SIDE, 360, 240, 160)
_QUALITIES = (78, 68, 58, 48, 38)
_FEW = 256                   # colours up to which a drawing is kept as it is


def picture(raw: bytes) -> Made:
    """Return a picture upright, small, and without anything but its pixels."""
    with Image.open(io.BytesIO(raw), formats=_FORMATS) as opened:
        if opened.format != "MPO" and getattr(opened, "n_frames", 1) > 1:
            return Made(fault=MOVING)
        opened.draft("RGB", (SIDE, SIDE))
        opened.load()
        small = opened.convert("RGBA" if opened.has_transparency_data else "RGB")
    small.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    upright = ImageOps.exif_transpose(small)
    if upright.mode == "RGBA" and upright.getchannel("A").getextrema() == (255, 255):
        upright = upright.convert("RGB")       # nothing shines through
    return _smallest(upright)


def recording(raw: bytes) -> Made:
    """Return a recording as FLAC of one channel, without its comments and pictures."""
    with soundfile.SoundFile(io.BytesIO(raw)) as file:
        if file.frames > LONGEST_S * file.samplerate:
            return Made(fault=LONG)
        if file.samplerate > HIGHEST_RATE:     # to be resampled where learners are served
            return Made(fault=BROKEN)
        sound = file.read(LONGEST_S * file.samplerate, dtype="float32", always_2d=True)
        rate = file.samplerate
    mono = sound.mean(axis=1)
    if not mono.size or not np.isfinite(mono).all():
        return Made(fault=BROKEN)
    if float(np.abs(mono).max()) < SILENCE:
        return Made(fault=SILENT)
    out = io.BytesIO()
    soundfile.write(out, mono, rate, format="FLAC", subtype="PCM_16")
    return _made(out.getvalue(), "flac")


def serve() -> None:
    """Answer each line (a JSON list of texts) with one JSON line per text."""
    _limit()
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = LONGEST_SIDE * LONGEST_SIDE
    _answer("")
    for line in sys.stdin:
        for text in json.loads(line):
            _answer(json.dumps(_developed(text)))


def _developed(text: str) -> Made:
    kind, _, data = text.partition(" ")
    raw = base64.b64decode(data)
    try:
        return picture(raw) if kind == "picture" else recording(raw)
    except Exception:  # whatever a decoder raises over hostile bytes: it is broken
        return Made(fault=BROKEN)


def _smallest(image: Image.Image) -> Made:
    """Return the picture in as many bytes as are left to it, smaller in pixels where it must be."""
    drawn = image.mode == "RGBA" or image.getcolors(_FEW) is not None
    data = b""
    for side in _SIDES:
        small = Image.new(image.mode, image.size)      # pixels only: nothing that came with them
        small.paste(image)
        small.thumbnail((side, side), Image.Resampling.LANCZOS)
        for form in (256, 64, 16) if drawn else _QUALITIES:
            data = _png(small, form) if drawn else _jpeg(small, form)
            if len(data) <= PICTURE_BYTES:
                return _made(data, "png" if drawn else "jpg")
    return _made(data, "png" if drawn else "jpg")


def _png(image: Image.Image, colours: int) -> bytes:
    out = io.BytesIO()
    image.quantize(colours, Image.Quantize.FASTOCTREE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _made(data: bytes, ending: str) -> Made:
    return Made(data=base64.b64encode(data).decode(), ending=ending)


def _limit() -> None:
    """Take from this process the right to more memory than it needs, where systems know that."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(text: str) -> None:
    sys.stdout.write(json.dumps(text) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve()
