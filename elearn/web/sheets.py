"""Lesson pages, rendered, hashed and compressed once: the same bytes for everybody."""

import gzip
import hashlib
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from flask import Request, Response

ROOM = 16 * 1024 * 1024
"""Bytes of rendered pages that are kept."""

_BREAKS = re.compile(r">\n\s*<")      # of the templates; a lesson's page counts its bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """One finished page. `etag` names the bytes; both forms are kept ready."""

    html: bytes
    packed: bytes
    etag: str

    @classmethod
    def of(cls, html: str) -> "Sheet":
        """Finish a rendered page."""
        body = _BREAKS.sub("><", html).encode()
        packed = gzip.compress(body, 9, mtime=0)
        return cls(body, packed, hashlib.sha256(body).hexdigest()[:10])

    def response(self, request: Request, kept: bool = True) -> Response:
        """Answer `request` with these bytes, or with 304 if the browser has them.

        A page that is not to be `kept` by the browser has no name to ask for it again.
        """
        if not kept:
            return self._whole(request, {"Cache-Control": "no-store", "Vary": "Accept-Encoding"})
        headers = {
            "ETag": f'"{self.etag}"',
            "Cache-Control": "private, no-cache",
            "Vary": "Cookie, Accept-Encoding",
        }
        if self.etag in request.if_none_match:
            return Response(status=304, headers=headers)
        return self._whole(request, headers)

    def _whole(self, request: Request, headers: dict[str, str]) -> Response:
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(self.packed, mimetype="text/html", headers=headers)
        return Response(self.html, mimetype="text/html", headers=headers)


class Sheets:
    """The latest used pages, at most ROOM bytes of them."""

    def __init__(self, room: int = ROOM) -> None:
        """Keep at most `room` bytes."""
        self._room = room
        self._held = 0
        self._sheets: OrderedDict[Hashable, Sheet] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, render: Callable[[], str]) -> Sheet:
        """Return the page of `key`, rendered now if it is not kept."""
        with self._lock:
            if key in self._sheets:
                self._sheets.move_to_end(key)
                return self._sheets[key]
        sheet = Sheet.of(render())
        with self._lock:
            if key not in self._sheets:
                self._sheets[key] = sheet
                self._held += _weight(sheet)
            while self._held > self._room and len(self._sheets) > 1:
                self._held -= _weight(self._sheets.popitem(last=False)[1])
        return sheet


def _weight(sheet: Sheet) -> int:
    return len(sheet.html) + len(sheet.packed)
