"""Rows of lines, drawn before the first letter: each letter is made of these."""

from collections.abc import Mapping
from types import MappingProxyType

from elearn.strokes.values import Glyph, glyph

LINES: Mapping[str, Glyph] = MappingProxyType({
    "garis-tegak": glyph(120, *(("turun", f"M{x} 0V80") for x in (0, 40, 80, 120))),
    "garis-datar": glyph(120, *(("ke kanan", f"M0 {y}H120") for y in (0, 40, 80))),
    "garis-miring": glyph(120, *(("miring turun ke kiri", f"M{x} 0L{x - 30} 80")
                                 for x in (30, 60, 90, 120))),
    "garis-miring-kanan": glyph(120, *(("miring turun ke kanan", f"M{x} 0L{x + 30} 80")
                                       for x in (0, 30, 60, 90))),
    "garis-zigzag": glyph(120, ("miring turun, naik, turun, naik",
                                "M0 0L20 80L40 0L60 80L80 0L100 80L120 0")),
    "garis-bukit": glyph(120, ("naik, lengkung ke kanan, turun, naik lagi",
                               "M0 80A20 80 0 0 1 40 80A20 80 0 0 1 80 80A20 80 0 0 1 120 80")),
    "garis-mangkuk": glyph(120, ("turun, lengkung ke kanan, naik, turun lagi",
                                 "M0 0A20 80 0 0 0 40 0A20 80 0 0 0 80 0A20 80 0 0 0 120 0")),
    "garis-ombak": glyph(120, ("lengkung ke atas, lengkung ke bawah",
                              "M0 40C13 -13 27 -13 40 40C53 93 67 93 80 40C93 -13 107 -13 120 40")),
    "garis-lengkung": glyph(120, *(("lengkung ke kiri, turun, ke kanan",
                                    f"M{x} 13A28 40 0 1 0 {x} 67") for x in (49, 119))),
    "garis-lingkaran": glyph(80, ("lingkaran ke kiri", "M40 0A40 40 0 0 0 40 80A40 40 0 0 0 40 0")),
})  # fmt: skip
