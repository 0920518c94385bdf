"""urutkan: put tiles into their order."""

from collections.abc import Sequence
from typing import cast

from elearn.questions.ids import EMPTY, PlacesKey, first_alike, ids, joined
from elearn.questions.lines import empty
from elearn.questions.values import Fault, Key, Line, Outcome, Shape, Verdict


class Urutkan:
    """Tiles. Raw: the tile's id at each place, "2,0,1"."""

    name = "urutkan"
    english = "order"
    shape: Shape = "tiles"
    instruction = "Ketuk satu per satu menurut urutannya, lalu ketuk Periksa."

    def faults(self, lines: Sequence[Line], at: int) -> list[Fault]:
        """Return what is wrong: at least two numbered tiles that are not all alike."""
        tiles = {" ".join(line.text.split()) for line in lines}
        numbered = sum(line.accepted for line in lines)
        faults = []
        if numbered < 2:
            message = "Soal ini perlu paling sedikit dua keping bernomor. Tulis '1. …' dan '2. …'."
            faults.append(Fault(at, message))
        elif len(tiles) == 1:
            message = "Semua keping sama, jadi tidak ada yang diurutkan. Tambahkan '- …' yang lain."
            faults.append(Fault(at, message))
        return faults + empty(lines)

    def key(self, lines: Sequence[Line]) -> dict[str, object]:
        """Return a `PlacesKey`: tiles that look the same, and the numbered ones in order."""
        ok = [at for at, line in enumerate(lines) if line.accepted]
        same = first_alike([" ".join(line.text.split()) for line in lines])
        return {"kind": self.name, "same": same, "ok": ok}

    def mark(self, key: Key, raw: str) -> Verdict:
        """Mark placed tiles; the first tile that belongs nowhere answers. Too few are unclear."""
        tiles = cast(PlacesKey, key)
        same = tiles["same"]
        placed = ids(raw, len(same))
        if not placed or EMPTY in placed or len(placed) < len(tiles["ok"]):
            return Verdict("unclear")
        row = [same[tile] for tile in placed]
        wanted = [same[tile] for tile in tiles["ok"]]
        extra = [tile for tile in row if tile not in wanted]
        outcome: Outcome = "right" if row == wanted else "wrong"
        return Verdict(outcome, joined(row), extra[0] if extra else None)

    def right(self, key: Key) -> str:
        """Return the numbered tiles in their order."""
        return joined(cast(PlacesKey, key)["ok"])
