"""The small letters, upright print of the first school year: a of one storey, no hooks."""

from collections.abc import Mapping
from types import MappingProxyType

from elearn.strokes.values import Glyph, glyph

_CIRCLE = ("lingkaran ke kiri", "M34 46A20 20 0 1 0 34 74A20 20 0 0 0 34 46")
_BOWL = ("lingkaran ke kanan", "M6 46A20 20 0 1 1 6 74A20 20 0 0 1 6 46")
_ARCH = ("naik sedikit, lengkung ke kanan, turun", "M0 60A20 20 0 0 1 40 60V80")
_SHORT = ("turun", "M0 40V80")
_TALL = ("turun dari atas", "M0 0V80")

SMALL: Mapping[str, Glyph] = MappingProxyType({
    "a": glyph(40, _CIRCLE, ("turun", "M40 40V80")),
    "b": glyph(40, _TALL, _BOWL),
    "c": glyph(34, ("lengkung ke kiri, turun, ke kanan", "M34 46A20 20 0 1 0 34 74")),
    "d": glyph(40, _CIRCLE, ("turun dari atas", "M40 0V80")),
    "e": glyph(40, ("ke kanan, naik, melingkar ke kiri", "M0 60H40A20 20 0 1 0 35 73")),
    "f": glyph(34, ("lengkung ke kiri, turun", "M34 5A12 12 0 0 0 12 12V80"),
               ("ke kanan", "M0 40H28")),
    "g": glyph(40, _CIRCLE, ("turun ke bawah garis, lengkung ke kiri",
                             "M40 40V100A20 20 0 0 1 4 112")),
    "h": glyph(40, _TALL, _ARCH),
    "i": glyph(0, _SHORT, ("beri titik", "M0 22")),
    "j": glyph(20, ("turun ke bawah garis, lengkung ke kiri", "M20 40V104A16 16 0 0 1 0 119"),
               ("beri titik", "M20 22")),
    "k": glyph(34, _TALL, ("miring ke kiri, lalu miring ke kanan", "M32 40L0 62L34 80")),
    "l": glyph(0, _TALL),
    "m": glyph(64, _SHORT,
               ("naik sedikit, lengkung ke kanan, turun", "M0 56A16 16 0 0 1 32 56V80"),
               ("naik sedikit, lengkung ke kanan, turun", "M32 56A16 16 0 0 1 64 56V80")),
    "n": glyph(40, _SHORT, _ARCH),
    "o": glyph(40, ("lingkaran ke kiri", "M20 40A20 20 0 0 0 20 80A20 20 0 0 0 20 40")),
    "p": glyph(40, ("turun ke bawah garis", "M0 40V120"), _BOWL),
    "q": glyph(40, _CIRCLE, ("turun ke bawah garis", "M40 40V120")),
    "r": glyph(28, _SHORT, ("naik sedikit, lengkung ke kanan", "M0 58A18 18 0 0 1 28 43")),
    "s": glyph(32, ("lengkung ke kiri, lalu lengkung ke kanan",
                    "M30 46C24 38 3 38 3 50C3 62 32 58 32 69C32 82 7 83 0 73")),
    "t": glyph(32, ("turun", "M16 10V80"), ("ke kanan", "M0 40H32")),
    "u": glyph(40, ("turun, lengkung ke kanan, naik", "M0 40V60A20 20 0 0 0 40 60V40"),
               ("turun", "M40 40V80")),
    "v": glyph(36, ("miring turun, miring naik", "M0 40L18 80L36 40")),
    "w": glyph(56, ("miring turun, naik, turun, naik", "M0 40L14 80L28 40L42 80L56 40")),
    "x": glyph(36, ("miring turun ke kanan", "M0 40L36 80"),
               ("miring turun ke kiri", "M36 40L0 80")),
    "y": glyph(40, ("miring turun ke kanan", "M0 40L20 80"),
               ("miring turun ke kiri, sampai bawah garis", "M40 40L0 120")),
    "z": glyph(34, ("ke kanan, miring turun ke kiri, ke kanan", "M0 40H34L0 80H34")),
})  # fmt: skip
"""Lines go down and to the right; circles begin above on the right and go to the left, but where
a line stands before them (b, p) to the right."""
