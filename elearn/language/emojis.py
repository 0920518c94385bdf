"""Emoji in running text: their names, and where they stand for a word."""

import functools
import re
import unicodedata
from collections.abc import Mapping

import emoji

from elearn.language.rules import Found

_TONE = "[\U0001f3fb-\U0001f3ff]"
_ONE = rf"[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]\ufe0f?(?:{_TONE}\ufe0f?)?"
EMOJI = rf"[\U0001f1e6-\U0001f1ff]{{2}}|{_ONE}(?:\u200d{_ONE})*"

_SELECTOR = "\ufe0f"
_SIGNS = 0x1F000             # below, a sign without its selector is text: ©, ▶, ☀
_FAR = 200                   # characters around it that are looked at: a sentence, and no book


def name_of(sign: str, language: str) -> str:
    """Return the name of an emoji in `language`, "" where it has none or is rather a text sign."""
    if ord(sign[0]) < _SIGNS and _SELECTOR not in sign:
        return ""
    return _names("en" if language == "en" else "id").get(sign.replace(_SELECTOR, ""), "")


def in_text(found: Found, language: str) -> str:
    """Return what is said for an emoji in a sentence; "" for one that only adorns it.

    One that stands for a word is said, and so is one in a text without words. It is silent where
    the words tell of it ("🐟 ikan"), before the first and after the last word ("Bagus! 🎉").
    """
    name = name_of(found[0], language)
    left = found.string[max(0, found.start() - _FAR):found.start()]
    right = found.string[found.end():found.end() + _FAR]
    if not _worded(left) and not _worded(right):
        return name
    return name if stands_for_word(left, right) and not told(name, left + right) else ""


def stands_for_word(left: str, right: str) -> bool:
    """Whether a picture between these is a word of their sentence: "Ibu membeli 🐟 di pasar"."""
    before, after = left.rstrip(), right.lstrip(_SELECTOR).lstrip()
    if not before or not (before[-1].isalnum() or before[-1] in ",-"):
        return False
    return bool(after) and (after[0].isalnum() or after[0] in ".?!,")


def told(name: str, text: str) -> bool:
    """Whether the words of `text` tell already of what is called `name`."""
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}", text, re.IGNORECASE) is not None


def _worded(text: str) -> bool:
    return any(unicodedata.category(sign)[0] in "LN" for sign in text)


@functools.cache
def _names(language: str) -> Mapping[str, str]:
    if language in emoji.LANGUAGES:
        emoji.config.load_language(language)
    return {
        sign.replace(_SELECTOR, ""): data[language].strip(":").replace("_", " ")
        for sign, data in emoji.EMOJI_DATA.items() if language in data
    }
