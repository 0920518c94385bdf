"""Lesson pages, rendered, hashed and compressed once: the same bytes for everybody."""

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

from flask import Request, Response

from elearn.web.packing import Parcel

ROOM = 16 * 1024 * 1024
"""Bytes of rendered pages that are kept."""

_BREAKS = re.compile(r">\s*\n\s*<")      # of the templates; a lesson's page counts its bytes


class Sheet:
    """One finished page, the same bytes for everybody."""

    __slots__ = ("_parcel",)

    def __init__(self, html: str) -> None:
        """Finish a rendered page."""
        self._parcel = Parcel(_BREAKS.sub("><", html).encode(), "text/html")

    @property
    def html(self) -> bytes:
        """The page itself."""
        return self._parcel.body

    @property
    def weight(self) -> int:
        """Bytes that it holds at most: each of its two packed forms is below a quarter."""
        return len(self._parcel.body) * 3 // 2

    def response(self, request: Request, kept: bool = True) -> Response:
        """Answer `request` with these bytes, or with 304 if the browser has them.

        A page that is not to be `kept` by the browser has no name to ask for it again, and is
        compressed as it leaves.
        """
        if not kept:
            body, headers = self._parcel.body, {"Cache-Control": "no-store"}
            return Response(body, mimetype="text/html", headers=headers)
        return self._parcel.response(request, "private, no-cache", "Cookie, Accept-Encoding")


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
        sheet = Sheet(render())
        with self._lock:
            if key not in self._sheets:
                self._sheets[key] = sheet
                self._held += sheet.weight
            while self._held > self._room and len(self._sheets) > 1:
                self._held -= self._sheets.popitem(last=False)[1].weight
        return sheet

