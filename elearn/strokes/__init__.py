"""Models of handwriting: how each letter and digit is drawn, stroke after stroke."""

from collections.abc import Mapping
from types import MappingProxyType

from elearn.strokes.capitals import CAPITALS
from elearn.strokes.digits import DIGITS
from elearn.strokes.lines import LINES
from elearn.strokes.signs import ACCENTS, SIGNS
from elearn.strokes.small import SMALL
from elearn.strokes.values import BASE, BELOW, MIDDLE, TOP, Glyph, Stroke
from elearn.strokes.words import LINE_NAMES, WORDS

__all__ = [
    "ACCENTS", "BASE", "BELOW", "GLYPHS", "LINES", "LINE_NAMES", "MIDDLE", "SIGNS", "TOP", "WORDS",
    "Glyph", "Stroke",
]  # fmt: skip

GLYPHS: Mapping[str, Glyph] = MappingProxyType({**DIGITS, **SMALL, **CAPITALS})
"""The models of 0–9, a–z and A–Z."""
