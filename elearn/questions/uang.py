"""uang: pay a sum with notes and coins."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NotRequired, TypedDict, cast

from elearn.questions.angka import thousandths
from elearn.questions.lines import empty, none_accepted
from elearn.questions.values import Fault, Key, Line, Shape, Verdict

PIECES = (100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100)
"""Notes and coins in use, in rupiah, the largest first."""

STEP = PIECES[-1]
LARGEST = 500_000
"""Rupiah that are paid at most, so that every sum on the table can be spoken."""

MOST = 40
"""Pieces on the table."""

APART = ("uang-kurang", "uang-lebih", "satu-uang-kurang", "satu-uang-lebih", "uang-besar")
"""Ways in which a sum misses what is accepted, by their names in elearn.mistakes.

Each is a line that nobody writes: in this order they stand behind those of the key.
"""

_RAW = re.compile(r"[1-9][0-9]{2,5}(?:\+[1-9][0-9]{2,5})*")


class MoneyKey(TypedDict):
    """Key of a sum: the sums that are known (`of`), which are accepted, one way to pay.

    `purse` are the pieces that she has, each once; without it there is enough of each.
    """

    kind: str
    of: list[int]
    ok: list[int]
    pay: str
    purse: NotRequired[list[int]]


class Uang:
    """Money on the table. Raw: its pieces in the order of taps, "2000+5000"; canonical by value."""

    name = "uang"
    english = "money"
    shape: Shape = "money"
    instruction = "Ketuk uangnya satu per satu, lalu ketuk Periksa."

    def faults(self, lines: Sequence[Line], at: int) -> list[Fault]:
        """Return what is wrong: some sum is accepted, and each such sum can be paid."""
        faults = none_accepted(lines, at) + empty(lines)
        first: dict[int, Line] = {}
        for line in lines:
            total = amount(line)
            if line.text.strip():
                faults += _line_faults(line, total)
            earlier = first.setdefault(total, line)
            if total and earlier is not line:
                message = (
                    "'{text}' sama dengan jawaban di baris {other}. Ganti atau hapus salah satu."
                )
                values = {"text": line.text, "other": earlier.number}
                faults.append(Fault(line.number, message, values))
        return faults

    def key(self, lines: Sequence[Line]) -> dict[str, object]:
        """Return a `MoneyKey`."""
        ok = [at for at, line in enumerate(lines) if line.accepted]
        key: dict[str, object] = {
            "kind": self.name, "of": [amount(line) for line in lines], "ok": ok,
            "pay": "+".join(map(str, payment(lines[ok[0]]))) if ok else "",
        }
        purse = next((line.purse for line in lines), ())
        return {**key, "purse": list(purse)} if purse else key

    def mark(self, key: Key, raw: str) -> Verdict:
        """Mark what lies on the table by its sum; pieces that she has not got are unclear.

        A sum that no line foresees has the line of `APART` that tells how it misses.
        """
        money = cast(MoneyKey, key)
        paid = pieces_of(raw)
        if not paid or ("purse" in money and Counter(paid) - Counter(money["purse"])):
            return Verdict("unclear")
        total = sum(paid)
        line = money["of"].index(total) if total in money["of"] else _apart(money, paid)
        canonical = "+".join(map(str, sorted(paid, reverse=True)))
        return Verdict("right" if line in money["ok"] else "wrong", canonical, line)

    def right(self, key: Key) -> str:
        """Return one way to pay the first accepted sum."""
        return cast(MoneyKey, key)["pay"]


def pieces_of(raw: str) -> list[int]:
    """Return the pieces of a raw answer in its order; [] for what is no money in use."""
    paid = [int(part) for part in raw.split("+")] if _RAW.fullmatch(raw) else []
    return paid if len(paid) <= MOST and all(piece in PIECES for piece in paid) else []


def amount(line: Line) -> int:
    """Return the rupiah of a line, 0 where that is no whole sum."""
    value = thousandths(line.text)
    return value // 1000 if value is not None and value > 0 and value % 1000 == 0 else 0


def payment(line: Line) -> list[int]:
    """Return a way to pay a line with few pieces, [] where there is none."""
    total = amount(line)
    if total > LARGEST or total % STEP:
        return []
    if line.purse:
        return _out_of(sorted(line.purse, reverse=True), total) or []
    paid = []
    for piece in PIECES:
        paid += [piece] * (total // piece)
        total %= piece
    return paid


def _apart(money: MoneyKey, paid: Sequence[int]) -> int | None:
    """Return the line that tells how a sum misses; None between two sums that are accepted."""
    total, sums = sum(paid), [money["of"][at] for at in money["ok"]]
    if not sums or min(sums) <= total <= max(sums):
        return None
    if total < min(sums):
        left = Counter(money["purse"]) - Counter(paid) if "purse" in money else Counter(PIECES)
        name = "satu-uang-kurang" if min(sums) - total in left else "uang-kurang"
    elif len(paid) == 1:
        name = "uang-besar"
    else:
        name = "satu-uang-lebih" if total - max(sums) in paid else "uang-lebih"
    return len(money["of"]) + APART.index(name)


def _out_of(purse: Sequence[int], total: int) -> list[int] | None:
    """Return pieces of a purse that come to a sum, the fewest; None where none do."""
    best: dict[int, list[int]] = {0: []}
    for piece in purse:
        for before, paid in [*best.items()]:
            after = before + piece
            if after <= total and len(best.get(after, purse)) > len(paid):
                best[after] = [*paid, piece]
    return best.get(total)


def _line_faults(line: Line, total: int) -> list[Fault]:
    if not total or (line.accepted and (total % STEP or total > LARGEST)):
        message = (
            "'{text}' tidak bisa dibayar dengan uang yang ada. Tulis kelipatan 100, paling banyak "
            "500.000."
        )
        return [Fault(line.number, message, {"text": line.text})]
    if line.accepted and not payment(line):
        message = "Rp{text} tidak bisa dibayar pas dengan Dompet ini. Ubah isinya atau jumlahnya."
        return [Fault(line.number, message, {"text": line.text})]
    return []
