"""Place value: single things, tens of ten parts, hundreds of ten tens, thousands."""

from elearn.figures.values import WIDEST, frame, whole

MOST = 9999

SIDE = 36                     # pixels: of a hundred, and how long a ten beside hundreds is
SMALL = 14                    # pixels: how wide a ten is, and a single thing
LARGE, APART = 13, 15         # pixels: a single thing where nothing is above tens, and the next
GAP = 7
DEPTH = 8                     # pixels: of a thousand behind its front


class NilaiTempat:
    """`nilai-tempat:342`: three hundreds, four tens, two single things."""

    name = "nilai-tempat"
    digits = 1

    def fault(self, args: str) -> str | None:
        """A number from 1 to 9999."""
        if not whole(args, MOST):
            return "Tulis bilangan dari 1 sampai 9999 tanpa titik, misalnya nilai-tempat:342."
        return None

    def svg(self, args: str) -> str:
        """Draw what each digit stands for, row under row; up to 99 true to size.

        Everything is ink: a bar with nine gaps is ten, ten such bars side by side are a hundred.
        """
        thousands, hundreds, tens, ones = self._places(args)
        if not (thousands or hundreds):
            return _true(self.name, tens, ones)
        groups = (
            (thousands, SIDE + DEPTH, SIDE + DEPTH), (hundreds, SIDE, SIDE), (tens, SMALL, SIDE),
            (ones, SMALL, SMALL),
        )
        rows, height = _rows(groups)
        big, slabs, bars, dots = rows
        return frame(
            self.name, WIDEST, height,
            _path("".join(_behind(x, y) for x, y in big), 1.5)
            + _striped([(x, y + DEPTH) for x, y in big] + slabs)
            + _bars(bars, SMALL, SIDE)
            + _path("".join(f"M{x} {y + SMALL // 2}h{SMALL}" for x, y in dots), SMALL),
        )  # fmt: skip

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Say the number by its places, in a question every bundle."""
        places = self._places(args)
        english = language == "en"
        if question:
            names = _BUNDLES["en" if english else "id"]
            each = (
                name for name, count in zip(names, places, strict=True) for _ in range(count)
            )
            return ", ".join(each)
        names = _NAMES["en" if english else "id"]
        return ", ".join(
            f"{count} {name}{'s' if english and count > 1 else ''}"
            for name, count in zip(names, places, strict=True) if count
        )

    def _places(self, args: str) -> tuple[int, int, int, int]:
        if message := self.fault(args):
            raise ValueError(message)
        number = int(args)
        return number // 1000, number // 100 % 10, number // 10 % 10, number % 10


_NAMES = {
    "id": ("ribuan", "ratusan", "puluhan", "satuan"),
    "en": ("thousand", "hundred", "ten", "one"),
}
_BUNDLES = {
    "id": ("ikatan seribu", "ikatan seratus", "ikatan sepuluh", "satuan"),
    "en": ("a thousand", "a hundred", "a ten", "a one"),
}


def _rows(
    groups: tuple[tuple[int, int, int], ...],
) -> tuple[list[list[tuple[int, int]]], int]:
    """Return the corners of all things of each (count, width, height), and the height of all."""
    found, y = [], 0
    for count, width, height in groups:
        per_row = (WIDEST + GAP) // (width + GAP)
        found.append([
            (at % per_row * (width + GAP), y + at // per_row * (height + GAP))
            for at in range(count)
        ])
        y += -(-count // per_row) * (height + GAP)
    return found, y - GAP


def _true(name: str, tens: int, ones: int) -> str:
    """Draw tens as columns of ten parts, and beside them ones of the same size, as a column."""
    high = 10 * LARGE + 9
    if not tens:
        corners = [(at % 5 * (LARGE + GAP), at // 5 * (LARGE + GAP)) for at in range(ones)]
        height = max(y for _, y in corners) + LARGE
        squares = "".join(f"M{x} {y + LARGE / 2:g}h{LARGE}" for x, y in corners)
        return frame(name, 5 * LARGE + 4 * GAP, height, _path(squares, LARGE))
    bars = [(at * (LARGE + GAP - 1), 0) for at in range(tens)]
    left = bars[-1][0] + LARGE + 2 * GAP
    singles = "".join(f"M{left} {high - at * APART - 6.5}h{LARGE}" for at in range(ones))
    return frame(name, WIDEST, high, _bars(bars, LARGE, high) + _path(singles, LARGE))


def _path(lines: str, width: float, dashes: str = "") -> str:
    if not lines:
        return ""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path stroke-width="{width:g}"{dashed} d="{lines}"/>'


def _bars(corners: list[tuple[int, int]], width: int, height: int) -> str:
    """Return tens: upright bars cut into ten."""
    part = (height - 9) / 10
    lines = "".join(f"M{x + width / 2:g} {y}v{height}" for x, y in corners)
    return _path(lines, width, f"{part:g} 1")


def _striped(corners: list[tuple[int, int]]) -> str:
    """Return hundreds: ten tens side by side."""
    lines = "".join(f"M{x} {y + SIDE // 2}h{SIDE}" for x, y in corners)
    return _path(lines, SIDE, f"{(SIDE - 9) / 10:g} 1")


def _behind(x: int, y: int) -> str:
    """Return the upper and right side of a thousand whose front begins `DEPTH` below its top."""
    return (f"M{x} {y + DEPTH}l{DEPTH}-{DEPTH}h{SIDE}v{SIDE}l-{DEPTH} {DEPTH}"
            f"m0-{SIDE}l{DEPTH}-{DEPTH}")
