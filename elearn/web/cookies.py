"""Our cookies: who is signed in, whose turn it is, which device this is, what it was asked."""

from flask import Request
from werkzeug.wrappers import Response

from elearn.web.site import site

SESSION = "sesi"
STAFF = "petugas"
DEVICE = "perangkat"
LANGUAGE = "bahasa"
ASKED = "tanya"
CARD = "kartu"
NAMED = "namaku"
TURN = "giliran"
READABLE = frozenset({TURN})
"""What scripts may read: whose turn it is. It opens nothing (elearn/accounts/turns.py)."""
LONGEST = 200  # characters; each holds one short token

_LASTING = 400 * 24 * 60 * 60  # seconds: the longest that browsers keep (RFC 6265bis)
_MAX_AGE: dict[str, int | None] = {
    SESSION: None,  # ends with the browser: no remember-me on a shared phone
    STAFF: None,
    DEVICE: _LASTING,
    LANGUAGE: _LASTING,
    ASKED: 10 * 60,
    CARD: 10 * 60,
    TURN: None,
    NAMED: 24 * 60 * 60,
}


def wire_name(cookie: str) -> str:
    """Return the cookie's name as sent.

    Over https `__Host-` keeps other hosts and paths from planting a cookie of ours.
    """
    return f"__Host-{cookie}" if site().settings.https else cookie


def read(request: Request, cookie: str) -> str | None:
    """Return what the browser sent for `cookie`, or None; an overlong value is none of ours."""
    value = request.cookies.get(wire_name(cookie), "")
    return value if 0 < len(value) <= LONGEST else None


def write(response: Response, cookie: str, value: str) -> None:
    """Give the browser `value`: sent from our own pages only, read by scripts only if READABLE."""
    response.set_cookie(
        wire_name(cookie),
        value,
        max_age=_MAX_AGE[cookie],
        path="/",
        secure=site().settings.https,
        httponly=cookie not in READABLE,
        samesite="Lax",
    )


def clear(response: Response, cookie: str) -> None:
    """Take the cookie back."""
    response.delete_cookie(
        wire_name(cookie),
        path="/",
        secure=site().settings.https,
        httponly=cookie not in READABLE,
        samesite="Lax",
    )
