"""The letters of Indonesian as a reader learns them: ng, ny, kh and sy are one each."""

from elearn.language.letters import ALPHABET, letters, plain


def graphemes(word: str) -> tuple[str, ...]:
    """Return the graphemes of `word` in order, lower-cased: "Menyanyi" -> m e ny a ny i.

    Diphthongs stay two letters. Accents ("é") are dropped; what is no Latin letter is passed over,
    and keeps its neighbours apart: "n-g" is two.
    """
    return tuple(letter for letter in letters(plain(word)) if letter[0] in ALPHABET)
