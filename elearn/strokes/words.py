"""How strokes are said: short, as one says it while writing on the board."""

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, str] = MappingProxyType({
    "beri titik": "put the dot",
    "ke kanan": "to the right",
    "ke kanan, lengkung, kembali ke garis": "to the right, curve, back to the line",
    "ke kanan, miring turun ke kiri": "to the right, slant down to the left",
    "ke kanan, miring turun ke kiri, ke kanan":
        "to the right, slant down to the left, to the right",
    "ke kanan, naik, melingkar ke kiri": "to the right, up, round to the left",
    "lengkung ke atas, lengkung ke bawah": "curve above, curve below",
    "lengkung ke kanan, miring turun ke kiri, ke kanan":
        "curve to the right, slant down to the left, to the right",
    "lengkung ke kiri, lalu lengkung ke kanan": "curve to the left, then curve to the right",
    "lengkung ke kiri, lengkung ke kanan, lalu naik dan tutup":
        "curve to the left, curve to the right, then up and close",
    "lengkung ke kiri, turun": "curve to the left, down",
    "lengkung ke kiri, turun, ke kanan": "curve to the left, down, to the right",
    "lengkung ke kiri, turun, melingkar ke kanan": "curve to the left, down, round to the right",
    "lengkung ke kiri, turun, naik, lalu masuk": "curve to the left, down, up, then in",
    "lengkung kecil ke kanan, lalu lengkung ke kanan":
        "small curve to the right, then a curve to the right",
    "lingkaran ke kanan": "circle to the right",
    "lingkaran ke kiri": "circle to the left",
    "lingkaran ke kiri, turun": "circle to the left, down",
    "lingkaran panjang ke kiri": "long circle to the left",
    "miring ke kiri, lalu miring ke kanan": "slant to the left, then slant to the right",
    "miring naik, miring turun": "slant up, slant down",
    "miring naik sedikit, turun": "slant up a little, down",
    "miring turun ke kanan": "slant down to the right",
    "miring turun ke kiri": "slant down to the left",
    "miring turun ke kiri, sampai bawah garis": "slant down to the left, below the line",
    "miring turun, lalu ke kanan": "slant down, then to the right",
    "miring turun, miring naik": "slant down, slant up",
    "miring turun, miring naik, turun": "slant down, slant up, down",
    "miring turun, naik, turun, naik": "slant down, up, down, up",
    "naik sedikit, lengkung ke kanan": "up a little, curve to the right",
    "naik sedikit, lengkung ke kanan, turun": "up a little, curve to the right, down",
    "naik, lengkung ke kanan, turun, naik lagi": "up, curve to the right, down, up again",
    "turun": "down",
    "turun dari atas": "down from the top",
    "turun ke bawah garis": "down below the line",
    "turun ke bawah garis, lengkung ke kiri": "down below the line, curve to the left",
    "turun, lalu ke kanan": "down, then to the right",
    "turun, lalu lengkung ke kanan": "down, then curve to the right",
    "turun, lengkung ke kanan, naik": "down, curve to the right, up",
    "turun, lengkung ke kanan, naik, turun lagi": "down, curve to the right, up, down again",
    "turun, lengkung ke kiri": "down, curve to the left",
})  # fmt: skip
"""The words of a stroke and their English."""

LINE_NAMES: Mapping[str, str] = MappingProxyType({
    "garis-tegak": "upright lines",
    "garis-datar": "level lines",
    "garis-miring": "slanting lines",
    "garis-miring-kanan": "lines slanting to the right",
    "garis-zigzag": "zigzag line",
    "garis-bukit": "line of hills",
    "garis-mangkuk": "line of bowls",
    "garis-ombak": "wavy line",
    "garis-lengkung": "curved lines",
    "garis-lingkaran": "circle",
})
"""Rows of lines in English."""
