"""Letters one beside the other, as words and names are written; accents on their letters."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from elearn.strokes.capitals import CAPITALS
from elearn.strokes.digits import DIGITS
from elearn.strokes.path import moved, points, written
from elearn.strokes.path import pieces as pieces_of
from elearn.strokes.signs import ACCENTS, SIGNS
from elearn.strokes.small import SMALL
from elearn.strokes.values import MIDDLE, Glyph, Stroke

BETWEEN = 22                 # units between two letters of a word
SPACE = 40                   # units between two words, beside the two BETWEEN
_OVER_CAPITAL, _OVER_SMALL = -14, 12
_CEDILLA = "\u0327"
_DOTTED = frozenset("ij")


def model(sign: str) -> Glyph | None:
    """Return how one sign is written, a letter with its accents; None where there is no model."""
    apart = unicodedata.normalize("NFD", sign)
    base, marks = apart[:1], apart[1:]
    glyph = SMALL.get(base) or CAPITALS.get(base) or DIGITS.get(base) or SIGNS.get(base)
    if glyph is None or any(mark not in ACCENTS for mark in marks):
        return None
    strokes = list(glyph.strokes)
    if base in _DOTTED and set(marks) - {_CEDILLA}:
        strokes = strokes[:-1]                       # the accent stands in the place of the dot
    for mark in marks:
        strokes += _accent(mark, base, glyph.width)
    return Glyph(glyph.width, tuple(strokes))


def row(text: str) -> Glyph:
    """Return signs as one model; a sign without a model is a gap."""
    strokes: list[Stroke] = []
    right = -BETWEEN
    for sign in text:
        right += BETWEEN
        glyph = model(sign) or Glyph(SPACE if sign == " " else BETWEEN, ())
        strokes += each(glyph.strokes, partial(moved, right=right))
        right += glyph.width
    return Glyph(max(0, right), tuple(strokes))


def each(strokes: tuple[Stroke, ...], change: Callable[[str], str]) -> tuple[Stroke, ...]:
    """Return strokes with changed paths."""
    return tuple(replace(one, path=change(one.path)) for one in strokes)


def _accent(mark: str, base: str, width: int) -> tuple[Stroke, ...]:
    accent = ACCENTS[mark]
    tall = base in CAPITALS or min(y for one in SMALL.get(base, accent).strokes
                                   for _, y in points(one.path)) < MIDDLE - 20
    down = 0 if mark == _CEDILLA else _OVER_CAPITAL if tall else _OVER_SMALL
    right = (width - accent.width) / 2
    return each(accent.strokes, lambda path: _lowered(moved(path, right), down))


def _lowered(path: str, down: float) -> str:
    def there(point: tuple[float, float]) -> tuple[float, float]:
        return round(point[0]), round(point[1] + down)

    return written([
        replace(one, start=there(one.start), end=there(one.end), bends=tuple(map(there, one.bends)))
        for one in pieces_of(path)
    ])
