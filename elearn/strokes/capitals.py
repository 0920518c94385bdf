"""The capital letters, plain and upright; the I has its two bars, so that it is no l."""

from collections.abc import Mapping
from types import MappingProxyType

from elearn.strokes.values import Glyph, glyph

_STEM = ("turun", "M0 0V80")
_ROUND = ("lingkaran ke kiri", "M28 0A28 40 0 0 0 28 80A28 40 0 0 0 28 0")
_BELLY = ("ke kanan, lengkung, kembali ke garis", "M0 0H20A21 21 0 0 1 20 42H0")

CAPITALS: Mapping[str, Glyph] = MappingProxyType({
    "A": glyph(56, ("miring turun ke kiri", "M28 0L0 80"), ("miring turun ke kanan", "M28 0L56 80"),
               ("ke kanan", "M11 50H45")),
    "B": glyph(46, _STEM, ("lengkung kecil ke kanan, lalu lengkung ke kanan",
                           "M0 0H20A19 19 0 0 1 20 38H0H24A21 21 0 0 1 24 80H0")),
    "C": glyph(50, ("lengkung ke kiri, turun, ke kanan", "M49 13A28 40 0 1 0 49 67")),
    "D": glyph(50, _STEM, ("ke kanan, lengkung, kembali ke garis", "M0 0H10A40 40 0 0 1 10 80H0")),
    "E": glyph(40, _STEM, ("ke kanan", "M0 0H40"), ("ke kanan", "M0 40H34"),
               ("ke kanan", "M0 80H40")),
    "F": glyph(40, _STEM, ("ke kanan", "M0 0H40"), ("ke kanan", "M0 40H34")),
    "G": glyph(56, ("lengkung ke kiri, turun, naik, lalu masuk",
                    "M49 13A28 40 0 1 0 56 44H34")),
    "H": glyph(44, _STEM, ("turun", "M44 0V80"), ("ke kanan", "M0 40H44")),
    "I": glyph(28, ("turun", "M14 0V80"), ("ke kanan", "M0 0H28"), ("ke kanan", "M0 80H28")),
    "J": glyph(32, ("turun, lengkung ke kiri", "M32 0V60A17 20 0 0 1 0 70")),
    "K": glyph(42, _STEM, ("miring ke kiri, lalu miring ke kanan", "M40 0L0 44L42 80")),
    "L": glyph(38, ("turun, lalu ke kanan", "M0 0V80H38")),
    "M": glyph(60, _STEM, ("miring turun, miring naik, turun", "M0 0L30 56L60 0V80")),
    "N": glyph(46, _STEM, ("miring turun ke kanan", "M0 0L46 80"), ("turun", "M46 0V80")),
    "O": glyph(56, _ROUND),
    "P": glyph(42, _STEM, _BELLY),
    "Q": glyph(56, _ROUND, ("miring turun ke kanan", "M36 56L56 80")),
    "R": glyph(42, _STEM, _BELLY, ("miring turun ke kanan", "M18 42L42 80")),
    "S": glyph(46, ("lengkung ke kiri, lalu lengkung ke kanan",
                    "M43 12C34 -5 3 -4 3 20C3 44 46 36 46 60C46 85 8 85 0 67")),
    "T": glyph(48, ("turun", "M24 0V80"), ("ke kanan", "M0 0H48")),
    "U": glyph(46, ("turun, lengkung ke kanan, naik", "M0 0V56A23 24 0 0 0 46 56V0")),
    "V": glyph(52, ("miring turun, miring naik", "M0 0L26 80L52 0")),
    "W": glyph(72, ("miring turun, naik, turun, naik", "M0 0L18 80L36 0L54 80L72 0")),
    "X": glyph(46, ("miring turun ke kanan", "M0 0L46 80"), ("miring turun ke kiri", "M46 0L0 80")),
    "Y": glyph(48, ("miring turun ke kanan", "M0 0L24 40"), ("miring turun ke kiri", "M48 0L24 40"),
               ("turun", "M24 40V80")),
    "Z": glyph(44, ("ke kanan, miring turun ke kiri, ke kanan", "M0 0H44L0 80H44")),
})  # fmt: skip
"""The long line first, then what hangs on it, from above to below."""
