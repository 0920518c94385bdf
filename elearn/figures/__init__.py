"""Figures: drawings and sheets made from numbers, with words for who does not see them."""

from collections.abc import Mapping
from types import MappingProxyType

from elearn.figures.bingkai import Bingkai
from elearn.figures.dokumen import DOKUMEN
from elearn.figures.garis import Garis
from elearn.figures.goresan import Goresan
from elearn.figures.jam import Jam
from elearn.figures.kalender import Kalender
from elearn.figures.kas import Kas
from elearn.figures.nilai_tempat import NilaiTempat
from elearn.figures.pecahan import Pecahan
from elearn.figures.penggaris import Penggaris
from elearn.figures.timbangan import Timbangan
from elearn.figures.titik import Titik
from elearn.figures.uang import Uang
from elearn.figures.values import Figure, Sheet, Told

__all__ = ["FIGURES", "KNOWN", "SHEETS", "Figure", "Sheet", "Told"]

_ALL: tuple[Figure, ...] = (
    Titik(),
    Bingkai(),
    Uang(),
    Jam(),
    Garis(),
    Goresan(),
    Pecahan(),
    Timbangan(),
    Penggaris(),
    NilaiTempat(),
)

FIGURES: Mapping[str, Figure] = MappingProxyType({figure.name: figure for figure in _ALL})
"""Every drawing by the name authors write. A new one: a module and a place in this list."""

_SHEETS: tuple[Sheet, ...] = (Kalender(), Kas(), DOKUMEN)

SHEETS: Mapping[str, Sheet] = MappingProxyType({sheet.name: sheet for sheet in _SHEETS})
"""Every table and document, likewise."""

KNOWN: Mapping[str, Told] = MappingProxyType({**FIGURES, **SHEETS})
"""All that an author can write as `![](name:args)`."""
