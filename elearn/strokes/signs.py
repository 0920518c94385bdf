"""What stands in names beside letters: accents, apostrophes, hyphens, full stops."""

from collections.abc import Mapping
from types import MappingProxyType

from elearn.strokes.values import Glyph, glyph

_APOSTROPHE = glyph(8, ("miring turun ke kiri", "M8 0L0 18"))
_DASH = glyph(26, ("ke kanan", "M0 56H26"))

SIGNS: Mapping[str, Glyph] = MappingProxyType({
    "'": _APOSTROPHE, "’": _APOSTROPHE, "ʼ": _APOSTROPHE, "`": _APOSTROPHE,
    "-": _DASH, "\u2010": _DASH, "\u2013": _DASH,
    ".": glyph(0, ("beri titik", "M0 80")),
    ",": glyph(8, ("miring turun ke kiri", "M8 76L0 94")),
})  # fmt: skip
"""Each as it stands on the line of a name."""

ACCENTS: Mapping[str, Glyph] = MappingProxyType({
    "\u0300": glyph(16, ("miring turun ke kanan", "M0 0L16 14")),
    "\u0301": glyph(16, ("miring turun ke kiri", "M16 0L0 14")),
    "\u0302": glyph(24, ("miring naik, miring turun", "M0 14L12 0L24 14")),
    "\u0303": glyph(28, ("lengkung ke atas, lengkung ke bawah",
                          "M0 10C6 -4 12 -2 14 6C16 14 22 16 28 2")),
    "\u0308": glyph(18, ("beri titik", "M0 7"), ("beri titik", "M18 7")),
    "\u0327": glyph(12, ("turun, lengkung ke kiri", "M6 84V92A8 8 0 0 1 0 98")),
})
"""Drawn on the letter below; the cedilla hangs on its line."""
