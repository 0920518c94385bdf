"""What a page needs beside its own bytes, read off the page itself, and what all of it weighs."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from flask import render_template

from elearn.narration import Clip
from elearn.narration.narrator import id_of
from elearn.web.helping import words_of
from elearn.web.media import DRAWINGS
from elearn.web.site import site

CLIP, CUES = 8_000, 700
"""Bytes of a sound that is not made yet, and of the times of one, as they are on average."""

DRAWN, STYLED = 1_500, 9_000
"""Bytes of a drawing and of a style sheet or script, compressed."""

_SOUND = re.compile(r"/suara/[a-z0-9]+\.mp3")
_TIMED = re.compile(r'class="dengar" href="(/suara/[a-z0-9]+)\.mp3"')
_OTHER = re.compile(r"/s/[a-z+-]+\.[0-9a-f]{10}\.(?:css|js)|/gambar/[\w-]+\.(?:svg|jpg|png)")


def files_of(html: str) -> Iterator[str]:
    """Yield the addresses that a page names: sounds, their times, drawings, styles, scripts."""
    yield from _SOUND.findall(html)
    yield from (f"{address}.json" for address in _TIMED.findall(html))
    yield from _OTHER.findall(html)


def around(places: Iterable[str], language: str) -> list[str]:
    """Return the addresses of the sheets of help of these places, and what they name."""
    found: dict[str, None] = {}
    for place in places:
        found[f"/bantuan/{place}?isi={language}"] = None
        found |= dict.fromkeys(files_of(words_of(place).html.decode()))
    return list(found)


def later(language: str) -> list[str]:
    """Return what comes when it is needed: a sound's controls, recording, what waits."""
    found: dict[str, None] = {}
    for name in ("ikuti", "banding", "kotak"):
        found[f"/{name}/{language}"] = None
        found |= dict.fromkeys(files_of(render_template(f"belajar/{name}.html")))
    return list(found)


def weight(addresses: Iterable[str]) -> int:
    """Return about how many bytes these are on the wire."""
    return sum(map(_weigh, addresses))


def _weigh(address: str) -> int:
    if address.startswith("/suara/"):
        return CUES if address.endswith(".json") else _clip(address)
    if address.startswith("/gambar/p-"):
        return _size(site().settings.prepared / address.removeprefix("/gambar/"))
    if address.startswith("/gambar/"):
        return _size(DRAWINGS / f"{address.removeprefix('/gambar/')}.gz")
    return STYLED


def _clip(address: str) -> int:
    clip: Clip | None = site().narrator.files.clip(id_of(address))
    return _size(clip.mp3) if clip else CLIP


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return DRAWN
