"""Roman numbers, read only where what stands before them makes sure that they are numbers."""

import re

from elearn.language.rules import Found, before

ROMAN = r"(?<!\w)(?P<first>[IVX]+)(?:\s?[-–]\s?(?P<last>[IVX]+))?(?!\w)"
"""Up to 39; C, D, L and M alone are rather letters: "Paket C"."""

_WHOLE = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")
_DIGITS = {"I": 1, "V": 5, "X": 10}
_COUNTED = re.compile(
    r"\b(?:abad|bab|bagian|golongan|gol\.|grade|jilid|kelas|lampiran|paragraf|perang dunia|seri"
    r"|semester|tahap|tingkat|triwulan|chapter|part|volume|world war)\s+"
    r"(?:[ivx]{1,6}(?:,|\s(?:dan|atau|sampai|s\.d\.|and|or|to))\s){0,3}$", re.IGNORECASE)


def roman_value(text: str) -> int:
    """Return the value of a Roman number, 0 where `text` is none."""
    if not text or not _WHOLE.fullmatch(text):
        return 0
    digits = [_DIGITS[letter] for letter in text]
    following = [*digits[1:], 0]
    return sum(
        -one if one < other else one for one, other in zip(digits, following, strict=True)
    )


def counted(found: Found) -> tuple[int, int] | None:
    """Return the number that `ROMAN` found, and the end of its range or 0; None where unsure."""
    first, last = roman_value(found["first"]), roman_value(found["last"] or "")
    if not first or not _COUNTED.search(before(found, 40) + " "):
        return None
    return None if found["last"] and last <= first else (first, last)
