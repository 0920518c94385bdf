"""What the interface says: gettext catalogues whose ids are the Indonesian sentences themselves."""

import functools
from collections.abc import Callable, Mapping
from pathlib import Path

from babel.messages.pofile import read_po

LANGUAGES = ("id", "en")
FOLDER = Path(__file__).resolve().parent / "translations"


@functools.cache
def everything(language: str) -> tuple[str, ...]:
    """Return every message of the interface that can be said as it stands, in `language`."""
    known = catalogue("en")
    return tuple(
        text
        for text in (known if language == "id" else known.values())
        if "{" not in text
    )


@functools.cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return every message of `language` by its Indonesian id; Indonesian itself needs none."""
    if language == "id":
        return {}
    path = FOLDER / language / "LC_MESSAGES" / "elearn.po"
    with path.open("rb") as file:
        return {
            str(message.id): str(message.string)
            for message in read_po(file, locale=language)
            if message.id and message.string
        }


def translator(language: str) -> Callable[..., str]:
    """Return `_`: an Indonesian sentence (with {names} to fill in) -> it in `language`."""
    known = catalogue(language)

    def translate(message: str, **values: object) -> str:
        text = known.get(message, message)
        return text.format(**values) if values else text

    return translate
