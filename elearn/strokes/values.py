"""The grid that every model is drawn on, and what a model is made of."""

from dataclasses import dataclass

TOP, MIDDLE, BASE, BELOW = 0, 40, 80, 120
"""The four ruled lines: tall letters, small letters, the line they stand on, tails."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One movement of the hand: where it goes, and how that is said (a key of `WORDS`)."""

    words: str
    path: str
    """An SVG path of M, L, H, V, A and C in whole units of the grid, begun where the hand begins.

    One that goes nowhere is a dot.
    """

    @property
    def dot(self) -> bool:
        """Whether the pencil only touches the paper."""
        return set(self.path) & set("LHVAC") == set()


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter, a digit or a row of lines: its strokes in the order in which they are taught."""

    width: int
    """Units from its left edge to its right, without the thickness of the pencil."""
    strokes: tuple[Stroke, ...]


def glyph(width: int, *strokes: tuple[str, str]) -> Glyph:
    """Return a model of `(words, path)` strokes."""
    return Glyph(width, tuple(Stroke(words, path) for words, path in strokes))
