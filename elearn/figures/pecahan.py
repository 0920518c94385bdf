"""A fraction: bars of one size in equal parts, some of them shaded."""

import re

from elearn.figures.values import ACCENT, frame

FINEST = 12
"""Parts of a bar at most."""
WHOLES = 3
"""Bars at most: 5/4 is a bar and a quarter of the next."""

WIDTH, HEIGHT, GAP = 204, 44, 12      # pixels: of a bar, and between two
APART = 11                            # pixels: between two lines of the shading

_ARGS = re.compile(r"(?P<over>[0-9]{1,2})/(?P<under>[0-9]{1,2})")


class Pecahan:
    """`pecahan:3/4`: a bar in four equal parts, three of them shaded."""

    name = "pecahan"
    digits = 1

    def fault(self, args: str) -> str | None:
        """Up to twelve equal parts of a bar, and up to three bars."""
        found = _ARGS.fullmatch(args)
        if found is None or not 1 <= int(found["under"]) <= FINEST:
            return "Tulis pecahan dengan 1 sampai 12 bagian, misalnya pecahan:3/4."
        if int(found["over"]) > WHOLES * int(found["under"]):
            return "Paling banyak 3 batang penuh dalam satu gambar pecahan, misalnya pecahan:5/4."
        return None

    def svg(self, args: str) -> str:
        """Draw the bars one under the other, shaded from the left.

        Amber tells a shaded part in the dark, the ink lines over it tell it in the light.
        """
        over, under = self._parts(args)
        fills, lines = "", ""
        for bar in range(_bars(over, under)):
            top = 2 + bar * (HEIGHT + GAP)
            shaded = min(under, over - bar * under) * WIDTH / under
            if shaded:
                fills += f"M2 {top}h{_short(shaded)}v{HEIGHT}H2z"
            lines += _bar(under, top) + _shading(shaded, top)
        amber = f'<path class="aksen" fill="{ACCENT}" stroke="none" d="{fills}"/>' if fills else ""
        height = _bars(over, under) * (HEIGHT + GAP) - GAP + 4
        return frame(self.name, WIDTH + 4, height, f'{amber}<path d="{lines}"/>')

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Say how many parts of how many are shaded, in a question every part."""
        over, under = self._parts(args)
        english = language == "en"
        bars = _bars(over, under)
        if question:
            shaded, empty = ("shaded", "empty") if english else ("diarsir", "kosong")
            parts = [shaded] * over + [empty] * (bars * under - over)
            each = (", ".join(parts[at:at + under]) for at in range(0, len(parts), under))
            return "; ".join(each)
        if english:
            said = "a bar" if bars == 1 else f"{bars} bars, each"
            return f"{said} in {under} equal part{'s' if under > 1 else ''}, {over} shaded"
        said = "batang dibagi" if bars == 1 else f"{bars} batang, tiap batang dibagi"
        return f"{said} {under} bagian sama besar, {over} diarsir"

    def _parts(self, args: str) -> tuple[int, int]:
        if message := self.fault(args):
            raise ValueError(message)
        over, under = args.split("/")
        return int(over), int(under)


def _bars(over: int, under: int) -> int:
    return max(1, -(-over // under))


def _bar(under: int, top: int) -> str:
    """Return the lines of an empty bar."""
    uprights = (f"M{_short(2 + at * WIDTH / under)} {top}v{HEIGHT}" for at in range(1, under))
    return f"M2 {top}h{WIDTH}v{HEIGHT}H2z{''.join(uprights)}"


def _shading(width: float, top: int) -> str:
    """Return slanting lines over the left `width` pixels of a bar."""
    right, foot = 2 + width, top + HEIGHT
    lines = []
    for start in range(2 - HEIGHT + APART, int(right), APART):
        x, end = max(2, start), min(start + HEIGHT, right)
        if end - x > 2:
            lines.append(f"M{x} {foot - x + start}l{_short(end - x)}-{_short(end - x)}")
    return "".join(lines)


def _short(pixels: float) -> str:
    return f"{pixels:.1f}".removesuffix(".0")
