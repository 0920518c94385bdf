"""What a voice says for a displayed sentence, with a way back to the displayed words."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from elearn.language import english, indonesian, numbers
from elearn.language.rules import Rule, scan
from elearn.language.sayings import Told, rules_of

VERSION = 2
"""Raise it when the same sentence is said otherwise: sound made before is then made anew."""

LANGUAGES: Mapping[str, tuple[Rule, ...]] = MappingProxyType({
    "id": indonesian.RULES,
    "en": english.RULES,
})

_PAUSE = re.compile(r"[.?!:;,…]|(?:(?<=\s)|^)[-–—](?=\s)|—|[()\[\]]")
_SPACE = re.compile(r"\s")
_PAUSES = {"?": "?", "!": "!", ".": ".", ":": ":", ";": ";"}


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One displayed word and what the voice says for it.

    `text` may be several spoken words and ends with the punctuation that makes the voice pause;
    [start, end) is the word in the displayed sentence, without that punctuation.
    """

    text: str
    start: int
    end: int


def spoken_words(
    sentence: str, language: str = "id", told: Told = ()
) -> tuple[SpokenWord, ...]:
    """Return the words of a displayed sentence in order: "Rp10.000" is one, "sepuluh ribu rupiah".

    Their texts joined by spaces are what the engine is given. Ranges rise and never overlap. Total:
    never raises; an unknown language is said by the rules of Indonesian. What was `told` comes
    before all rules.
    """
    rules = rules_of(told) + LANGUAGES.get(language, indonesian.RULES)
    pieces = tuple(scan(sentence, rules))
    ends = [*(start for start, _, _ in pieces[1:]), len(sentence)][:len(pieces)]
    return tuple(
        SpokenWord(_with_pause(said, sentence[end:until], until == len(sentence), language),
                   start, end)
        for (start, end, said), until in zip(pieces, ends, strict=True)
    )


def _with_pause(said: str, gap: str, last: bool, language: str) -> str:
    plain = unicodedata.normalize("NFC", said)
    if any(map(str.isdigit, plain)):         # ², ①, ٣: what no rule knows
        named = (f" {_digit(sign, language)} " if sign.isdigit() else sign for sign in plain)
        plain = " ".join("".join(named).split())
    return plain + _pause(gap, last)


def _digit(sign: str, language: str) -> str:
    return numbers.digit_words(str(unicodedata.digit(sign)), language)


def _pause(gap: str, last: bool) -> str:
    """Return the mark that makes a voice pause as the signs between two words ask, or ""."""
    found = _PAUSE.search(gap)
    if not found or not (last or _SPACE.search(gap)):   # the dots of www.elearn.id are no pause
        return ""
    return _PAUSES.get(found[0], ",")
