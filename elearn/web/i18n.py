"""The language of a page: the person's own, else what this browser chose, else Indonesian.

And its tone: a child's or an adult's (elearn/web/tone.py), by who is signed in or spoken to.
"""

from typing import cast

from flask import g, request

from elearn import messages
from elearn.store.tables import AgeBand
from elearn.web import auth, cookies, tone


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
    """Return `message` (an Indonesian sentence) in the language and tone of this request."""
    return messages.translator(language())(tone.toned(message, listener()), **values)


def listener() -> AgeBand | None:
    """Return whom this page speaks to, decided once; None for anybody."""
    if "listener" not in g:
        signed = auth.me()
        g.listener = signed.age_band if signed else None
    return cast(AgeBand | None, g.listener)


def speak_to(age_band: AgeBand | None) -> None:
    """Speak to a child or an adult who is not signed in, or only shown her page."""
    g.listener = age_band


def local_voice() -> str:
    """Return the language, spoken by people only, in which she hears the buttons; "" for none."""
    signed = auth.me()
    return signed.voice if signed else ""
