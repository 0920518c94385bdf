"""What the interface says: gettext catalogues whose ids are the Indonesian sentences themselves."""

import functools
from collections.abc import Callable, Mapping
from pathlib import Path

from babel.messages.pofile import read_po

LANGUAGES = ("id", "en")
FOLDER = Path(__file__).resolve().parent / "translations"


SPOKEN, STAFF, CHECK = "elearn.po", "staff.po", "check.po"
"""What learners hear; what staff read; what the checker of lessons says."""


@functools.cache
def everything(language: str) -> tuple[str, ...]:
    """Return every message of the interface that can be said as it stands, in `language`."""
    return tuple(text for text in spoken(language).values() if "{" not in text)


def spoken(language: str) -> Mapping[str, str]:
    """Return what learners can meet, by its Indonesian id; {names} stand for values."""
    english = _read("en", SPOKEN)
    return english if language == "en" else {text: text for text in english}


@functools.cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return every message of `language` by its Indonesian id; Indonesian itself needs none.

    Nor has a language that the interface is not written in: it shows the Indonesian words.
    """
    if language == "id" or language not in LANGUAGES:
        return {}
    return {
        **_read(language, CHECK), **_read(language, STAFF), **_read(language, SPOKEN)
    }


def translator(language: str) -> Callable[..., str]:
    """Return `_`: an Indonesian sentence (with {names} to fill in) -> it in `language`."""
    known = catalogue(language)

    def translate(message: str, **values: object) -> str:
        text = known.get(message, message)
        return text.format(**values) if values else text

    return translate


@functools.cache
def originals(language: str) -> Mapping[str, str]:
    """Return the Indonesian id of each message of `language`, where no other reads the same."""
    ids: dict[str, str] = {}
    for message, text in catalogue(language).items():
        ids[text] = "" if text in ids else message
    return {text: message for text, message in ids.items() if message}


def _read(language: str, name: str) -> Mapping[str, str]:
    with (FOLDER / language / "LC_MESSAGES" / name).open("rb") as file:
        return {
            str(message.id): str(message.string)
            for message in read_po(file, locale=language)
            if message.id and message.string
        }
