"""Questions: one module per kind, marked alike here and in static/js/mark.js.

A new kind is a module, a template and a line in `KINDS`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from elearn.questions.angka import Angka
from elearn.questions.forms import raw_answer
from elearn.questions.isian import Isian
from elearn.questions.jodohkan import Jodohkan
from elearn.questions.ketuk import Ketuk
from elearn.questions.pilih import Pilih
from elearn.questions.pilih_semua import PilihSemua
from elearn.questions.rumpang import Rumpang
from elearn.questions.tugas import Tugas
from elearn.questions.uang import Uang
from elearn.questions.urutkan import Urutkan
from elearn.questions.values import Kind

__all__ = ["KINDS", "kind_named", "raw_answer"]

_ALL: tuple[Kind, ...] = (
    Pilih(), PilihSemua(), Isian(), Angka(), Jodohkan(), Urutkan(), Rumpang(), Ketuk(),
    Uang(), Tugas(),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _ALL})
"""Every kind of question by the name that authors write after `### Soal:`."""


def kind_named(text: str) -> Kind | None:
    """Return the kind with this name or English alias, whatever its case and spaces; else None."""
    wanted = " ".join(text.lower().split())
    return next((kind for kind in _ALL if wanted in (kind.name, kind.english)), None)
