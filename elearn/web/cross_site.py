"""Posts from other sites are refused, without a token in any page.

The browser says where a post comes from: Sec-Fetch-Site, else Origin, else Referer. Text browsers,
some proxies and Chromium over plain http on a local network say nothing; then a post under the
learner's own key stands (a stranger cannot guess it), and any other is shown and asked about once.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Literal, TypeVar
from urllib.parse import urlsplit

from flask import Flask, Request, current_app, jsonify, make_response, render_template, request
from werkzeug.wrappers import Response

from elearn.web import confirm
from elearn.web.errors import wants_json
from elearn.web.next_url import same_site

Verdict = Literal["same", "cross", "unknown"]
View = TypeVar("View", bound=Callable[..., object])

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
SECRET_FIELDS = frozenset({"sandi", "pin", "sudah", "pilih"})  # never written out on a page
SHOWN_FIELDS = 20
SHOWN_CHARACTERS = 500

_OWN_KEY = "elearn_own_key"
_JSON = "elearn_json"


def own_key_post(view: View) -> View:
    """Mark a view that itself refuses a post under a key that is not the learner's own."""
    setattr(view, _OWN_KEY, True)
    return view


def json_post(view: View) -> View:
    """Mark a view that takes application/json, beside forms."""
    setattr(view, _JSON, True)
    return view


def install(app: Flask, secret: bytes | None = None, own_url: str = "") -> None:
    """Check every unsafe request of `app`; `own_url` is the public address (ELEARN_URL), if any.

    `secret` signs the one-time tokens; processes that share the work must share it.
    """
    questions = confirm.Questions(secret)

    @app.before_request
    def check() -> Response | None:
        if request.method in SAFE or request.endpoint is None:
            return None
        if not _understood(request):
            return refuse()
        match verdict(request, own_url):
            case "same":
                return None
            case "cross":
                return refuse()
            case "unknown":
                return _settle(questions)


def verdict(request: Request, own_url: str = "") -> Verdict:
    """Return whether the request comes from a page of this site, of another, or does not say."""
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return "same" if fetch_site in {"same-origin", "none"} else "cross"
    source = request.headers.get("Origin") or request.headers.get("Referer")
    if not source:
        return "unknown"
    ours = {_place(f"http://{request.host}"), _place(own_url)} - {""}
    return "same" if _place(source) in ours else "cross"


def refuse() -> Response:
    """Return the 400 page: nothing was done, what was typed stands there to copy, load it again."""
    if wants_json():
        answer = jsonify(error="muat-ulang", status=400)
    else:
        answer = make_response(
            render_template("muat-ulang.html", kept=_shown(), again=_page_to_load())
        )
    answer.status_code = HTTPStatus.BAD_REQUEST
    return answer


def _settle(questions: confirm.Questions) -> Response | None:
    if _marked(_OWN_KEY) or questions.answered(request):
        return None
    if wants_json() or not confirm.fits(request):
        return refuse()
    return questions.ask(request, _shown())


def _understood(request: Request) -> bool:
    """Whether the body is of a type that a page of another site cannot slip past its browser."""
    if request.mimetype in FORMS:
        return True
    if request.mimetype == "application/json":
        return _marked(_JSON)
    return not request.mimetype and not request.content_length


def _marked(mark: str) -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return bool(getattr(view, mark, False))


def _place(address: str) -> str:
    """Return host and port of `address`; the scheme is left out, since a proxy may end TLS."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "?"
    return f"{host}:{port}" if port not in {None, 80, 443} else host


def _shown() -> list[str]:
    """Return what was typed, cut to what a page can bear, without secrets."""
    values = (
        value for name, value in request.form.items(multi=True)
        if value and name not in SECRET_FIELDS and name != confirm.FIELD
    )
    return [value[:SHOWN_CHARACTERS] for value, _ in zip(values, range(SHOWN_FIELDS), strict=False)]


def _page_to_load() -> str:
    routes = current_app.url_map.bind_to_environ(request.environ)
    return same_site(request.path) if routes.test(request.path, "GET") else "/"
