"""Bytes made small: once and as small as they get, or quickly as a page of one person leaves.

Browsers take brotli over HTTPS only and say so; over a hub's plain HTTP it is gzip, for which
libdeflate tries harder than zlib does: 2 to 3 % fewer bytes for 5 ms of CPU a page, once.
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

import brotli
import deflate
from flask import Request, Response
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

PLAIN = ""
Pack = Callable[[bytes, str], bytes]

_SMALL = 8192
"""Bytes below which trying hard costs no more than 0.3 ms: the door and home."""

_SMALLEST: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType({
    "br": lambda body: bytes(brotli.compress(body, mode=brotli.MODE_TEXT, quality=11)),
    "gzip": lambda body: bytes(deflate.gzip_compress(body, 12)),
})
_QUICK: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType({
    "br": lambda body: bytes(brotli.compress(body, mode=brotli.MODE_TEXT, quality=5)),
    "gzip": lambda body: bytes(deflate.gzip_compress(body, 10 if len(body) < _SMALL else 7)),
})


@lru_cache(maxsize=64)        # browsers send few different headers
def understood(accepted: str) -> str:
    """Return the best of our encodings for an Accept-Encoding header: "br", "gzip" or PLAIN.

    Only what is named counts: "*" comes from tools that do not care.
    """
    named = dict(parse_accept_header(accepted.lower(), Accept))
    return next((name for name in _SMALLEST if named.get(name, 0) > 0), PLAIN)


def wanted(request: Request) -> str:
    """Return the encoding for who asks."""
    return understood(request.headers.get("Accept-Encoding", ""))


def smallest(body: bytes, encoding: str) -> bytes:
    """Compress what is kept."""
    return _SMALLEST[encoding](body)


def quickly(body: bytes, encoding: str) -> bytes:
    """Compress what is made for one request."""
    return _QUICK[encoding](body)


class Parcel:
    """Lasting bytes and their compressed forms, each made once, when it is first asked for."""

    __slots__ = ("_forms", "_pack", "_tag", "body", "digest", "mimetype")

    def __init__(
        self, body: bytes, mimetype: str, pack: Pack = smallest, addressed: bool = False
    ) -> None:
        """Take the bytes; `digest` names them. Are they `addressed` by it, the ETag need not."""
        self.body = body
        self.mimetype = mimetype
        self.digest = hashlib.sha256(body).hexdigest()[:10]
        self._pack = pack
        self._tag = "" if addressed else self.digest
        self._forms: dict[str, bytes] = {PLAIN: body}

    def response(
        self, request: Request, caching: str, vary: str = "Accept-Encoding"
    ) -> Response:
        """Answer `request` with these bytes, or with 304 if the browser has them in this form.

        A strong ETag names bytes as they are sent, so that each form has its own.
        """
        encoding = wanted(request)
        tag = f"{self._tag}{encoding[:1] or '-'}"
        headers = {"ETag": f'"{tag}"', "Cache-Control": caching, "Vary": vary}
        if request.if_none_match.contains_weak(tag):
            return Response(status=304, headers=headers)
        if encoding:
            headers["Content-Encoding"] = encoding
        return Response(self._form(encoding), mimetype=self.mimetype, headers=headers)

    def _form(self, encoding: str) -> bytes:
        if encoding not in self._forms:
            self._forms[encoding] = self._pack(self.body, encoding)
        return self._forms[encoding]
