"""A word as the letters a reader meets, each with the signs it is written with."""

import re
import unicodedata

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
DIGRAPHS = frozenset({"ng", "ny", "kh", "sy"})
VOWELS = frozenset("aiueo")

WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
"""A word in a text: digits, hyphens and other signs stand between words."""


def singles(word: str) -> list[str]:
    """Return the signs of `word`, accents with the letter they stand on."""
    found: list[str] = []
    for sign in word:
        if found and unicodedata.combining(sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def plain(word: str) -> str:
    """Return `word` in small letters without accents, one sign for each of its `singles`."""
    return "".join(map(_bare, singles(word)))


def letters(plain_word: str) -> list[str]:
    """Return the graphemes of a plain word; joined they are the word, whatever it holds."""
    found: list[str] = []
    for sign in plain_word:
        if found and found[-1] + sign in DIGRAPHS:
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _bare(single: str) -> str:
    signs = unicodedata.normalize("NFD", single.lower())
    return next((sign for sign in signs if not unicodedata.combining(sign)), single[0])
