"""The letters of Indonesian as a reader learns them: ng, ny, kh and sy are one each."""

import re
import unicodedata

_GRAPHEME = re.compile(r"ng|ny|kh|sy|[a-z]")


def graphemes(word: str) -> tuple[str, ...]:
    """Return the graphemes of `word` in order, lower-cased: "Menyanyi" -> m e ny a ny i.

    Diphthongs stay two letters. Accents ("é") are dropped; what is no Latin letter is passed over,
    and keeps its neighbours apart: "n-g" is two.
    """
    bare = unicodedata.normalize("NFD", word.lower())
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return tuple(_GRAPHEME.findall(letters))
