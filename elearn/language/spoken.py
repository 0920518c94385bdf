"""What a voice says for a displayed sentence, with a way back to the displayed words."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from elearn.language import english, indonesian, numbers
from elearn.language.rules import Rule, scan
from elearn.language.sayings import Told, rules_of
from elearn.language.syllables import syllables

VERSION = 3
"""Raise it when the same sentence is said otherwise: sound made before is then made anew."""

LANGUAGES: Mapping[str, tuple[Rule, ...]] = MappingProxyType({
    "id": indonesian.RULES,
    "en": english.RULES,
})

_PAUSE = re.compile(r"[.?!:;,…]|(?:(?<=\s)|^)[-–—](?=\s)|—|[()\[\]]")
_SPACE = re.compile(r"\s")
_VOWEL = re.compile("[aiueo]")
_ROW = re.compile(r"[a-z]+(?:\s+[a-z]+)+|[A-Z](?:\s+[A-Z])+|\d\d?(?:\s+\d\d?){2,}", re.ASCII)
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
    apart = language == "id" and _is_row(sentence.strip())
    ends = [*(start for start, _, _ in pieces[1:]), len(sentence)][:len(pieces)]
    found: list[SpokenWord] = []
    for (start, end, said), until in zip(pieces, ends, strict=True):
        last = until == len(sentence)
        gap = ", " if apart and not last else sentence[end:until]
        found.append(SpokenWord(_with_pause(said, gap, last, language), start, end))
    return tuple(found)


def _is_row(sentence: str) -> bool:
    """Whether these are letters, syllables or figures side by side: "a i u", "pin tu", "1 2 3".

    They are heard one by one. Run together they are over before an eye has found the first.
    """
    if not _ROW.fullmatch(sentence):
        return False
    return all(len(one) == 1 or one.isdigit() or (len(syllables(one)) == 1 and _VOWEL.search(one))
               for one in sentence.split())


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
