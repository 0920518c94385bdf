"""Styles and scripts: bundled, hashed, compressed once at start, and kept by browsers for good."""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import rjsmin
from flask import Request, Response, abort

PREFIX = "/s/"
CRITICAL = "critical.css"  # stands in every page; not in the bundle
LOOKS = "looks.css"        # for who chose large letters or clear colours only
IMMUTABLE = "public, max-age=31536000, immutable"

BUNDLES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "base.css": ("bands.css", "button.css", "tiles.css"),
    "looks-base.css": ("bands.css", "button.css", "tiles.css", "looks.css"),
    "lesson.css": ("bands.css", "button.css", "question.css", "reading.css"),
    "looks-lesson.css": ("bands.css", "button.css", "question.css", "reading.css", "looks.css"),
    "staff.css": (
        "bands.css", "button.css", "tiles.css", "staff/forms.css", "staff/lists.css",
        "staff/tables.css", "staff/author.css", "staff/lesson.css",
    ),
    "base.js": ("guard.js", "sound.js", "entry.js", "code.js"),
    "preview.js": ("guard.js", "sound.js", "entry.js", "preview.js"),
    "lesson.js": ("guard.js", "sound.js", "mark.js", "outbox.js", "order.js", "lesson.js"),
    "test.js": (
        "guard.js", "sound.js", "mark.js", "test.js", "outbox.js", "order.js", "lesson.js",
    ),
    "sensitive.js": (
        "guard.js", "sound.js", "mark.js", "sensitive.js", "outbox.js", "order.js", "lesson.js",
    ),
})
"""Each bundle, and the files of static/css or static/js that it is made of, in order.

Results need all styles of a learner, "app.css"; the door, home and lessons are lighter without.
Sensitive lessons and tests need "sensitive.css" and "test.css": all of it, and what lies in the
folder of that name. A learner who has chosen how her pages look gets "looks-…" in the place of
each. What lies in css/staff is for staff alone."""

_CSS_PARTS = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\))|/\*.*?\*/""", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as browsers get it. `etag` names its bytes, `packed` is gzip or None."""

    body: bytes
    packed: bytes | None
    mimetype: str
    etag: str

    @classmethod
    def of(cls, name: str, body: bytes) -> "Asset":
        """Finish a file; what gzip cannot make smaller stays as it is."""
        packed = gzip.compress(body, 9, mtime=0)
        return cls(
            body=body,
            packed=packed if len(packed) < len(body) else None,
            mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream",
            etag=hashlib.sha256(body).hexdigest()[:10],
        )

    def response(self, request: Request) -> Response:
        """Answer `request` with these bytes, or with 304 if the browser has them."""
        headers = {"ETag": f'"{self.etag}"', "Cache-Control": IMMUTABLE, "Vary": "Accept-Encoding"}
        if self.etag in request.if_none_match:
            return Response(status=304, headers=headers)
        body = self.body
        if self.packed is not None and request.accept_encodings["gzip"] > 0:
            body = self.packed
            headers["Content-Encoding"] = "gzip"
        return Response(body, mimetype=self.mimetype, headers=headers)


class Assets:
    """Everything under one static folder but its sounds, by hashed address."""

    def __init__(self, static: Path, bundles: Mapping[str, tuple[str, ...]] = BUNDLES) -> None:
        """Read and compress the folder once; FileNotFoundError where a bundle lacks a file."""
        self.inline_css = squeeze_css(_text(static / "css" / CRITICAL))
        apart = {CRITICAL, LOOKS}
        styles = sorted(p for p in (static / "css").glob("*.css") if p.name not in apart)
        looks = sorted((static / "css").glob(LOOKS))
        files = {}
        for room in ("app", "sensitive", "test"):
            more = sorted((static / "css" / room).glob("*.css"))
            files[f"{room}.css"] = squeezed_styles([*styles, *more])
            files[f"looks-{room}.css"] = squeezed_styles([*styles, *more, *looks])
        for bundle, names in bundles.items():
            kind = bundle.rpartition(".")[2]
            squeezed = squeezed_styles if kind == "css" else squeezed_scripts
            files[bundle] = squeezed(static / kind / name for name in names)
        self._urls: dict[str, str] = {}
        self._assets: dict[str, Asset] = {}
        for name, body in files.items():
            self._add(name, body)

    def url(self, name: str) -> str:
        """Return the address of `name` ("app.css", "base.js"); KeyError where there is none."""
        return self._urls[name]

    def serve(self, hashed: str, request: Request) -> Response:
        """Answer a request for PREFIX + `hashed`; 404 for what is not of these very bytes."""
        asset = self._assets.get(hashed)
        if asset is None:
            abort(404)
        return asset.response(request)

    def _add(self, name: str, body: bytes) -> None:
        asset = Asset.of(name, body)
        stem, _, ending = name.rpartition(".")
        hashed = f"{stem}.{asset.etag}.{ending}"
        self._urls[name] = PREFIX + hashed
        self._assets[hashed] = asset


def squeeze_css(source: str) -> str:
    """Return `source` without comments, indentation and empty lines; strings stay as they are."""
    kept = _CSS_PARTS.sub(lambda found: found[1] or "", source)
    return "\n".join(line for line in map(str.strip, kept.splitlines()) if line)


def squeezed_styles(styles: Iterable[Path]) -> bytes:
    """Return the style sheets as one."""
    return "\n".join(squeeze_css(_text(style)) for style in styles).encode()


def squeezed_scripts(scripts: Iterable[Path]) -> bytes:
    """Return the scripts as one; the semicolons keep one from calling the next."""
    return "\n;".join(str(rjsmin.jsmin(_text(script))) for script in scripts).encode()


def _text(path: Path) -> str:
    return path.read_text("utf-8")
