"""The one-time question to a browser that does not say where its post comes from."""

import hashlib
import hmac
import secrets
import threading
import time

from flask import Request, make_response, render_template
from werkzeug.wrappers import Response

from elearn.web import cookies
from elearn.web.next_url import same_site

FIELD = "konfirmasi"
LIFE = 10 * 60               # seconds a question stays open
LARGEST = 8 * 1024           # characters of all values that are asked about
FIELDS = 100


class Questions:
    """Asks, and knows the answer to its own question, once.

    The token holds for these values, at this address, in the browser that was asked: it is bound to
    a cookie given with the question, so a stranger's own token is worth nothing in another browser.
    """

    def __init__(self, secret: bytes | None = None) -> None:
        """Sign with `secret`, else with one that lives as long as this process."""
        self._secret = secret or secrets.token_bytes(32)
        self._used: dict[str, float] = {}
        self._lock = threading.Lock()

    def ask(self, request: Request, shown: list[str]) -> Response:
        """Return the page that shows the values and posts them again when she agrees."""
        browser = secrets.token_urlsafe(16)
        expiry = str(int(time.time()) + LIFE)
        answer = make_response(render_template(
            "konfirmasi.html",
            action=same_site(request.full_path.rstrip("?")),
            values=_values(request),
            field=FIELD,
            token=f"{expiry}.{self._sign(request, browser, expiry)}",
            shown=shown,
        ))
        answer.status_code = 400
        cookies.write(answer, cookies.ASKED, browser)
        return answer

    def answered(self, request: Request) -> bool:
        """Whether the request carries the yes to a question of ours; true once a question."""
        expiry, _, signature = request.form.get(FIELD, "").partition(".")
        browser = cookies.read(request, cookies.ASKED)
        if not browser or not expiry.isascii() or not expiry.isdecimal() or len(expiry) > 12:
            return False
        if not hmac.compare_digest(
            signature.encode(), self._sign(request, browser, expiry).encode()
        ):
            return False
        return int(expiry) > time.time() and self._first_use(signature, int(expiry))

    def _first_use(self, signature: str, expiry: int) -> bool:
        now = time.time()
        with self._lock:
            self._used = {known: until for known, until in self._used.items() if until > now}
            first = signature not in self._used
            self._used[signature] = expiry
        return first

    def _sign(self, request: Request, browser: str, expiry: str) -> str:
        said = [browser, expiry, request.full_path]
        for name, value in _values(request):
            said += [name, value]
        text = b"".join(f"{len(part)}:{part}".encode("utf-8", "surrogatepass") for part in said)
        return hmac.new(self._secret, text, hashlib.sha256).hexdigest()


def fits(request: Request) -> bool:
    """Whether the values can be carried through a page: few, short, and no files."""
    values = _values(request)
    size = sum(len(name) + len(value) for name, value in values)
    return not request.files and len(values) <= FIELDS and size <= LARGEST


def _values(request: Request) -> list[tuple[str, str]]:
    return [pair for pair in request.form.items(multi=True) if pair[0] != FIELD]
