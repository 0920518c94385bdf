"""jodohkan: find the partner of each left side."""

from collections.abc import Sequence
from typing import cast

from elearn.questions.ids import EMPTY, PlacesKey, first_alike, ids, joined
from elearn.questions.lines import repeated
from elearn.questions.values import Fault, Key, Line, Outcome, Shape, Verdict


class Jodohkan:
    """Pairs. Raw: for each line the id of the right side chosen for its left side, "1,0,2".

    A line without a left side has an empty place, at the end none: "1,0".
    """

    name = "jodohkan"
    english = "match"
    shape: Shape = "pairs"
    instruction = "Ketuk pasangan untuk setiap baris, lalu ketuk Periksa."

    def faults(self, lines: Sequence[Line], at: int) -> list[Fault]:
        """Return what is wrong: at least two whole pairs, all left sides different."""
        faults = [
            Fault(line.number, "Kanan '=' masih kosong. Tulis pasangannya, misalnya '- 🐟 = ikan'.")
            for line in lines
            if not line.match.strip()
        ]
        if sum(line.accepted for line in lines) < 2:
            message = "Soal ini perlu paling sedikit dua pasangan. Tambahkan baris '- 🐟 = ikan'."
            faults.append(Fault(at, message))
        twice = "'{text}' sudah ada di kiri '=' pada baris {other}. Setiap kiri harus berbeda."
        return faults + repeated(lines, twice)

    def key(self, lines: Sequence[Line]) -> dict[str, object]:
        """Return a `PlacesKey`: right sides that look the same, and the lines that are pairs."""
        ok = [at for at, line in enumerate(lines) if line.accepted]
        return {"kind": self.name, "same": _same(lines), "ok": ok}

    def mark(self, key: Key, raw: str) -> Verdict:
        """Mark pairs; the first chosen right side that has no partner at all answers."""
        pairs = cast(PlacesKey, key)
        same, ok = pairs["same"], pairs["ok"]
        chosen = ids(raw, len(same))
        if not ok or [at for at, side in enumerate(chosen) if side != EMPTY] != ok:
            return Verdict("unclear")
        sides = [same[side] if side != EMPTY else EMPTY for side in chosen]
        wanted = {same[at] for at in ok}
        lonely = [side for side in sides if side != EMPTY and side not in wanted]
        outcome: Outcome = "right" if all(sides[at] == same[at] for at in ok) else "wrong"
        return Verdict(outcome, joined(sides), lonely[0] if lonely else None)

    def right(self, key: Key) -> str:
        """Return each pair's own right side."""
        pairs = cast(PlacesKey, key)
        return joined([at if at in pairs["ok"] else EMPTY for at in range(len(pairs["same"]))])


def _same(lines: Sequence[Line]) -> list[int]:
    return first_alike([" ".join(line.match.split()) for line in lines])
