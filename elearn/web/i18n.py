"""The language of a page: the person's own, else what this browser chose, else Indonesian."""

from typing import cast

from flask import g, request

from elearn import messages
from elearn.web import auth, cookies


def language() -> str:
    """Return the language of this request, decided once."""
    if "language" not in g:
        signed = auth.me() or auth.staff()
        chosen = signed.language if signed else cookies.read(request, cookies.LANGUAGE)
        g.language = chosen if chosen in messages.LANGUAGES else "id"
    return cast(str, g.language)


def speak(chosen: str) -> None:
    """Answer this request in a language that its address names."""
    g.language = chosen


def gettext(message: str, **values: object) -> str:
    """Return `message` (an Indonesian sentence) in the language of this request."""
    return messages.translator(language())(message, **values)


def local_voice() -> str:
    """Return the language, spoken by people only, in which she hears the buttons; "" for none."""
    signed = auth.me()
    return signed.voice if signed else ""
