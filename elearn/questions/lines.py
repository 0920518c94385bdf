"""Faults that several kinds share, in the author's words."""

from collections.abc import Callable, Sequence

from elearn.questions.typed import fold
from elearn.questions.values import Fault, Line


def few(lines: Sequence[Line], at: int) -> list[Fault]:
    """Return the fault of a question with less than two options."""
    if len(lines) >= 2:
        return []
    return [Fault(at, "Soal ini perlu paling sedikit dua pilihan. Tambahkan baris '- [ ] …'.")]


def none_accepted(lines: Sequence[Line], at: int) -> list[Fault]:
    """Return the fault of a question that accepts no answer."""
    if any(line.accepted for line in lines):
        return []
    return [Fault(at, "Belum ada jawaban yang benar. Beri tanda [x] pada jawaban yang benar.")]


def empty(lines: Sequence[Line]) -> list[Fault]:
    """Return a fault for each line with nothing on it."""
    return [
        Fault(line.number, "Baris ini kosong. Tulis isinya, atau hapus barisnya.")
        for line in lines
        if not line.text.strip()
    ]


def repeated(
    lines: Sequence[Line],
    message: str = "'{text}' sudah ada di baris {other}. Hapus atau ganti salah satu.",
    form: Callable[[str], str] = lambda text: " ".join(text.split()),
) -> list[Fault]:
    """Return a fault for each line whose text, in this form, stands on an earlier line."""
    first: dict[str, Line] = {}
    faults = []
    for line in lines:
        earlier = first.setdefault(form(line.text), line)
        if earlier is not line and form(line.text):
            values = {"text": line.text, "other": earlier.number}
            faults.append(Fault(line.number, message, values))
    return faults


def untypable(lines: Sequence[Line]) -> list[Fault]:
    """Return a fault for each line whose text nobody can type."""
    return [
        Fault(
            line.number,
            "'{text}' tidak bisa diketik. Pakai huruf Latin, angka, dan tanda baca biasa, "
            "paling banyak 200 huruf.",
            {"text": line.text},
        )
        for line in lines
        if line.text.strip() and not fold(line.text)
    ]


def typed_alike(lines: Sequence[Line]) -> list[Fault]:
    """Return a fault for each line that, once typed, is marked as an earlier one."""
    return repeated(
        lines,
        "'{text}' dinilai sama dengan baris {other}: huruf besar, spasi dan titik di akhir "
        "tidak dibedakan. Hapus salah satu.",
        fold,
    )
