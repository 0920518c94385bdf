"""The ten-frame: two rows of five cells, filled one by one; two frames from eleven on."""

from elearn.figures.values import ACCENT, counted, discs, frame, whole

MOST = 20
CELL = 40
HEIGHT = 2 * CELL + 4
GAP = 12
COUNTER = 30


class Bingkai:
    """`bingkai:7`: seven counters in a frame of ten."""

    name = "bingkai"
    digits = 1

    def fault(self, args: str) -> str | None:
        """A frame holds up to ten, two of them up to twenty."""
        if whole(args, MOST) is None:
            return "Tulis isi bingkai dari 0 sampai 20, misalnya bingkai:7."
        return None

    def svg(self, args: str) -> str:
        """Draw the frames one under the other, filled from the left of the upper row."""
        count = counted(self, args)
        frames = 1 if count <= 10 else 2
        tops = [number * (HEIGHT + GAP) for number in range(frames)]
        centres = [
            (2 + CELL // 2 + at % 5 * CELL, 2 + CELL // 2 + at % 10 // 5 * CELL + tops[at // 10])
            for at in range(count)
        ]
        return frame(self.name, 5 * CELL + 4, tops[-1] + HEIGHT,
                     f'<path d="{"".join(map(_cells, tops))}"/>'
                     + discs(centres, COUNTER) + discs(centres, COUNTER - 6, ACCENT))

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Say how many cells are filled, in a question every cell."""
        count = counted(self, args)
        cells = 10 if count <= 10 else MOST
        full, empty = ("dot", "empty") if language == "en" else ("titik", "kosong")
        if question:
            return ", ".join([full] * count + [empty] * (cells - count))
        if language == "en":
            return f"a frame of {cells} cells, {count} filled"
        return f"bingkai {cells} kotak, terisi {count}"


def _cells(top: int) -> str:
    """Return the lines of one frame of ten."""
    width, upper, middle = 5 * CELL, top + 2, top + 2 + CELL
    uprights = "".join(f"M{2 + at * CELL} {upper}v{2 * CELL}" for at in range(1, 5))
    return f"M2 {upper}h{width}v{2 * CELL}H2zM2 {middle}h{width}{uprights}"
