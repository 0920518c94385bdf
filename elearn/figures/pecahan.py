"""A fraction: bars of one size in equal parts, some of them shaded."""

import re

from elearn.figures.values import ACCENT, frame

FINEST = 12
"""Parts of a bar at most."""
WHOLES = 2
"""Bars at most: 5/4 is a bar and a quarter of the next."""

WIDTH, HEIGHT, GAP = 204, 44, 12      # pixels: of a bar, and between two
INSET, INSIDE = 4, 36                 # pixels: to the shading of a part, and its height
FEW = 12                              # shaded parts whose shading may be close

_ARGS = re.compile(r"(?P<over>[0-9]{1,2})/(?P<under>[0-9]{1,2})")


class Pecahan:
    """`pecahan:3/4`: a bar in four equal parts, three of them shaded."""

    name = "pecahan"
    digits = 1

    def fault(self, args: str) -> str | None:
        """Up to twelve equal parts of a bar, and up to two bars."""
        found = _ARGS.fullmatch(args)
        if found is None or not 1 <= int(found["under"]) <= FINEST:
            return "Tulis pecahan dengan 1 sampai 12 bagian, misalnya pecahan:3/4."
        if int(found["over"]) > WHOLES * int(found["under"]):
            return "Paling banyak 2 batang penuh dalam satu gambar pecahan, misalnya pecahan:5/4."
        return None

    def svg(self, args: str) -> str:
        """Draw the bars one under the other, shaded from the left.

        Amber tells a shaded part in the dark, the ink lines over it tell it in the light.
        """
        over, under = self._parts(args)
        bars, part = _bars(over, under), WIDTH / under
        apart = 14 if over <= FEW else 28
        fills, lines = "", ""
        for at in range(over):
            left, top = 2 + at % under * part + INSET, _top(at // under) + INSET
            fills += f"M{_short(left)} {top}h{_short(part - 2 * INSET)}v{INSIDE}H{_short(left)}z"
            lines += _shading(left, left + part - 2 * INSET, top, apart)
        amber = f'<path class="aksen" fill="{ACCENT}" stroke="none" d="{fills}"/>' if fills else ""
        empty = "".join(_bar(under, _top(bar)) for bar in range(bars))
        height = _top(bars) - GAP + 2
        return frame(self.name, WIDTH + 4, height, f'{amber}<path d="{empty}{lines}"/>')

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


def _top(bar: int) -> int:
    return 2 + bar * (HEIGHT + GAP)


def _bar(under: int, top: int) -> str:
    """Return the lines of an empty bar."""
    uprights = (f"M{_short(2 + at * WIDTH / under)} {top}v{HEIGHT}" for at in range(1, under))
    return f"M2 {top}h{WIDTH}v{HEIGHT}H2z{''.join(uprights)}"


def _shading(left: float, right: float, top: int, apart: int) -> str:
    """Return slanting lines over the inside of a part."""
    foot = top + INSIDE
    lines = []
    for shift in range(apart - INSIDE, int(right - left), apart):
        x, end = max(left, left + shift), min(left + shift + INSIDE, right)
        across = _short(end - x)
        lines.append(f"M{_short(x)} {_short(foot - x + left + shift)}l{across}-{across}")
    return "".join(lines)


def _short(pixels: float) -> str:
    return f"{pixels:.1f}".removesuffix(".0")
