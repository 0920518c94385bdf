"""The digits: an open 4, a 1 with its flag, a 7 without a bar."""

from collections.abc import Mapping
from types import MappingProxyType

from elearn.strokes.values import Glyph, glyph

DIGITS: Mapping[str, Glyph] = MappingProxyType({
    "0": glyph(40, ("lingkaran panjang ke kiri", "M20 0A20 40 0 0 0 20 80A20 40 0 0 0 20 0")),
    "1": glyph(18, ("miring naik sedikit, turun", "M0 16L18 0V80")),
    "2": glyph(40, ("lengkung ke kanan, miring turun ke kiri, ke kanan",
                    "M2 20A18 20 0 1 1 34 33L0 80H40")),
    "3": glyph(40, ("lengkung kecil ke kanan, lalu lengkung ke kanan",
                    "M2 12A19 19 0 1 1 17 38A21 21 0 1 1 0 68")),
    "4": glyph(42, ("miring turun, lalu ke kanan", "M14 0L0 50H42"), ("turun", "M30 0V80")),
    "5": glyph(40, ("turun, lalu lengkung ke kanan", "M6 0L3 36C12 27 40 27 40 54C40 84 8 86 0 70"),
               ("ke kanan", "M6 0H40")),
    "6": glyph(40, ("lengkung ke kiri, turun, melingkar ke kanan",
                    "M31 0C12 12 0 34 0 58A20 22 0 0 0 40 58A20 22 0 0 0 0 58")),
    "7": glyph(40, ("ke kanan, miring turun ke kiri", "M0 0H40L12 80")),
    "8": glyph(40, ("lengkung ke kiri, lengkung ke kanan, lalu naik dan tutup",
                    "M37 14C32 -5 3 -4 3 19C3 40 40 36 40 60C40 87 0 87 0 60C0 38 42 38 37 14")),
    "9": glyph(40, ("lingkaran ke kiri, turun", "M40 22A20 22 0 0 0 0 22A20 22 0 0 0 40 22V80")),
})  # fmt: skip
