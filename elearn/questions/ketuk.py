"""ketuk: tap the right words of a passage, or the right parts of a card, and only those."""

from collections.abc import Sequence

from elearn.questions.lines import empty, repeated
from elearn.questions.pilih_semua import PilihSemua
from elearn.questions.values import Fault, Line, Shape

MOST = 40
"""Words in one question: a screen of them."""


class Ketuk(PilihSemua):
    """Several of a passage. Raw, key and mark are those of `pilih semua`: "0,2"."""

    name = "ketuk"
    english = "tap"
    shape: Shape = "words"
    instruction = "Ketuk yang benar, lalu ketuk Periksa."

    def faults(self, lines: Sequence[Line], at: int) -> list[Fault]:
        """Return what is wrong: something is right, something is not, and all fits a screen.

        A word may stand twice in a passage, in which `place` counts the lines; a part of a card
        may not.
        """
        right = sum(line.accepted for line in lines)
        faults = []
        if not right:
            message = (
                "Belum ada yang benar. Beri kurung siku pada katanya di bacaan, '[beli]', atau "
                "tulis daftar '- [x] …'."
            )
            faults.append(Fault(at, message))
        elif right == len(lines):
            faults.append(Fault(at, "Semuanya benar, jadi tidak ada yang dicari. Sisakan satu yang "
                                    "salah."))
        if len(lines) > MOST:
            message = "Paling banyak {most} kata dalam satu soal ketuk. Pendekkan."
            faults.append(Fault(at, message, {"most": MOST}))
        return faults + empty(lines) + repeated([line for line in lines if not line.place])
