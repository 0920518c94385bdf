"""Styles and scripts: bundled and hashed at start, compressed once, kept by browsers for good."""

import hashlib
import re
import threading
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from flask import Request, Response, abort

from elearn.web.bundles import BUNDLES, CRITICAL, files_of, rooms
from elearn.web.minifying import minified
from elearn.web.packing import Parcel, smallest
from elearn.web.tokens import SCALE, measures, written

PREFIX = "/s/"
IMMUTABLE = "max-age=31536000, immutable"
MOST = 100
"""Bundles that are kept: strangers may ask for any combination of needs."""

_packed = lru_cache(maxsize=2 * MOST)(smallest)      # once for all sites of a process

_TYPES = {"css": "text/css", "js": "text/javascript"}
_JOINTS = {"css": "", "js": "\n;"}       # the semicolon keeps one script from calling the next
_HASHED = re.compile(r"(?P<stem>[a-z+-]+)\.[0-9a-f]{10}\.(?P<ending>css|js)")

_CSS_PARTS = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\))|/\*.*?\*/""", re.DOTALL
)

_SPARE = re.compile(r"(?<=[{};,])\n")    # elsewhere the end of a line parts two words


class Assets:
    """Everything under one static folder but its sounds, by hashed address."""

    def __init__(self, static: Path, bundles: Mapping[str, tuple[str, ...]] = BUNDLES) -> None:
        """Read and squeeze the folder once; FileNotFoundError where a bundle lacks a file."""
        styles = _styles(static / "css")
        self.inline_css = "".join(styles[name] for name in CRITICAL if name in styles)
        self._bundles = {**rooms(static / "css"), **bundles}
        self._files = {
            "css": styles,
            "js": minified(_squeezed(static / "js", str)),
        }
        self._assets: dict[str, Parcel] = {}
        self._urls: dict[str, str] = {}
        self._changing = threading.Lock()
        self.version = self._version()
        for name in self._bundles:
            self._make(name)

    def url(self, name: str, needs: Collection[str] = ()) -> str:
        """Return the address of `name` ("app.css", "lesson.js"); KeyError where there is none.

        `needs` are what a page is made of beside (`BUNDLES`), such as "angka" and "figur-jam".
        """
        stem, _, ending = name.rpartition(".")
        own = sorted(need for need in set(needs) if self._has(name, need))
        full = f"{'+'.join((stem, *own))}.{ending}"
        return self._urls.get(full) or self._make(full)

    def source(self, name: str) -> bytes:
        """Return the bytes of a bundle that is served at an address of its own: the worker."""
        return self._assets[self.url(name).removeprefix(PREFIX)].body

    def _version(self) -> str:
        """Return what names all our styles and scripts together."""
        each = (text for folder in self._files.values() for _, text in sorted(folder.items()))
        told = "\0".join((self.inline_css, *each))
        return hashlib.sha256(told.encode()).hexdigest()[:10]

    def serve(self, hashed: str, request: Request) -> Response:
        """Answer a request for PREFIX + `hashed`; 404 for what is not of these very bytes.

        An address says what its bundle is made of: another process may have named it.
        """
        if hashed not in self._assets and (found := _HASHED.fullmatch(hashed)):
            with suppress(KeyError):
                self.url(*_parts(f"{found['stem']}.{found['ending']}"))
        asset = self._assets.get(hashed)
        if asset is None:
            abort(404)
        return asset.response(request, IMMUTABLE)

    def _has(self, name: str, need: str) -> bool:
        """Whether a bundle has a place for a need, and the need a file for it."""
        shared = [one for one in self._bundles[name] if "*" in one]
        return any(True for _ in files_of(shared, (need,), *self._folder(name)))

    def _folder(self, name: str) -> tuple[str, Collection[str]]:
        ending = name.rpartition(".")[2]
        return ending, self._files[ending].keys()

    def _make(self, full: str) -> str:
        """Make "lesson+angka.js" and return its address."""
        name, needs = _parts(full)
        ending, there = self._folder(name)
        names = files_of(self._bundles[name], needs, ending, there)
        try:
            body = _JOINTS[ending].join(self._files[ending][one] for one in names)
        except KeyError as error:
            raise FileNotFoundError(f"{ending}/{error.args[0]}") from None
        asset = Parcel(body.encode(), _TYPES[ending], _packed, addressed=True)
        hashed = f"{full.rpartition('.')[0]}.{asset.digest}.{ending}"
        with self._changing:
            while len(self._urls) > MOST:
                self._assets.pop(self._urls.pop(next(reversed(self._urls))).removeprefix(PREFIX))
            self._assets[hashed] = asset
            self._urls[full] = PREFIX + hashed
        return PREFIX + hashed


def _parts(full: str) -> tuple[str, list[str]]:
    """Return the bundle and the needs that "lesson+angka.js" names."""
    stem, _, ending = full.rpartition(".")
    bundle, *needs = stem.split("+")
    return f"{bundle}.{ending}", needs


def _squeezed(folder: Path, squeeze: Callable[[str], str]) -> Mapping[str, str]:
    ending = folder.name
    return {
        path.relative_to(folder).as_posix(): squeeze(_text(path))
        for path in sorted(folder.rglob(f"*.{ending}"))
    }


def _styles(folder: Path) -> Mapping[str, str]:
    """Return each file of styles, squeezed, with the measures of the design in their places."""
    found = _squeezed(folder, squeeze_css)
    values = measures(found.get(SCALE, ""))
    return {name: written(css, values) for name, css in found.items() if name != SCALE}


def squeeze_css(source: str) -> str:
    """Return `source` without comments, indentation and lines; strings stay as they are."""
    kept = _CSS_PARTS.sub(lambda found: found[1] or "", source)
    lines = "\n".join(line for line in map(str.strip, kept.splitlines()) if line)
    return _SPARE.sub("", lines)


def _text(path: Path) -> str:
    return path.read_text("utf-8")
