"""Typed answers, folded so that only what was meant is compared."""

import re
import unicodedata
from typing import TypedDict

# What people type here: Latin letters with their accents, digits, signs, spaces. All of it is in
# Unicode since 5.1, so that Python and every browser fold it alike; the rest stays "unclear".
_TYPED = re.compile(
    "[\t-\r -~\u00a0-\u024f\u02bc\u0300-\u036f\u1e00-\u1eff\u2000-\u2027\u202a-\u2064"
    "\u20ac\u2212\u3000\ufeff\uff01-\uff5e]{1,200}"
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_APOSTROPHE = re.compile("[`\u02bc\u2018\u2019\u2032]")
_DASH = re.compile("[\u2010-\u2015\u2212]")
_SPACE = re.compile("[\t-\r ]+")


class TypedKey(TypedDict, total=False):
    """Key of typed answers: the folded texts (`of`), which are accepted (`ok`), and their unit."""

    kind: str
    of: list[str]
    ok: list[int]
    unit: str


def fold(text: str) -> str:
    """Return the text without case, spare spaces, final stops, and Unicode's several forms.

    "" stands for nothing typed and for what nobody types here (200 characters of Latin at most).
    Folding twice changes nothing.
    """
    if not _TYPED.fullmatch(text):
        return ""
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).lower()
    text = unicodedata.normalize("NFKC", text)
    text = _DASH.sub("-", _APOSTROPHE.sub("'", text))
    text = _SPACE.sub(" ", text).lstrip(" ").rstrip(" .,")
    return text if _TYPED.fullmatch(text) else ""
