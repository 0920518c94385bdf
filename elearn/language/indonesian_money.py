"""Numbers and rupiah as they are written in Indonesian, in words."""

from elearn.language import numbers
from elearn.language.rules import MINUS, Found

NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])|[0-9]+)(?:,[0-9]+)?"
_SCALE = r"(?:\s?(ribu|juta|miliar|milyar|triliun|rb|jt)\b)?"
RUPIAH = rf"{MINUS}(?<!\w)Rp\.?\s?({NUMBER})(?:,-)?{_SCALE}"
FROM_TO = rf"(?<!\w)Rp\.?\s?({NUMBER})(?:-|\s?–\s?)({NUMBER})(?:,-)?{_SCALE}"
_SCALES = {"rb": "ribu", "jt": "juta", "milyar": "miliar"}


def number(text: str) -> str:
    """Return a number as it is written in Indonesian ("12.500", "2,5", "-3") in words."""
    whole, _, places = text.lstrip("-−").replace(".", "").partition(",")
    return _sign(text) + numbers.decimal_words(whole, places)


def _sign(text: str) -> str:
    return "min " if text[:1] in ("-", "−") else ""


def rupiah(found: Found) -> str:
    """Return what is said for "Rp2,5 juta"; a minus before it is said, too."""
    said = number(found[1].removesuffix(",00"))
    return f"{_sign(found[0])}{said}{_scale(found[2])} rupiah"


def from_to(found: Found) -> str:
    """Return what is said for "Rp5.000–10.000": rupiah once, at the end."""
    first, last = number(found[1]), number(found[2].removesuffix(",00"))
    return f"{first} sampai {last}{_scale(found[3])} rupiah"


def _scale(written: str | None) -> str:
    return f" {_SCALES.get(written.lower(), written)}" if written else ""
