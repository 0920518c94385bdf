"""A ruler, and a pencil that lies along it."""

import re
from dataclasses import dataclass
from fractions import Fraction

from elearn.figures.values import ACCENT, WIDEST, frame
from elearn.language.numbers import format_number

LONGEST = 30
HALVES = 15
"""Centimetres of a ruler whose half centimetres can be told apart."""

START, ROOM = 12, 182         # pixels: where 0 stands, and from there to the last centimetre
TOP, HEIGHT = 34, 58          # pixels: of the ruler
PENCIL, TIP = 22, 16          # pixels: its height, and of its point

_ARGS = re.compile(r"(?:(?P<start>[0-9]{1,2}(?:,[05])?)\.\.)?(?P<end>[0-9]{1,2}(?:,[05])?)cm")


@dataclass(frozen=True, slots=True)
class _Ruler:
    """A pencil along a ruler that can be drawn; lengths in centimetres."""

    start: Fraction
    end: Fraction

    @property
    def length(self) -> int:
        return next(one for one in (10, HALVES, 20, LONGEST) if self.end <= one)

    @property
    def every(self) -> int:
        """Centimetres from one written number to the next."""
        return 1 if self.length == 10 else 5

    def x(self, place: float | Fraction) -> float:
        """Return where a centimetre stands, in pixels from the left."""
        return START + round(float(place) * ROOM / self.length, 1)

    def tick(self, half: int) -> int:
        """Return the pixels of the line at so many half centimetres."""
        if half % 2:
            return 7
        return 18 if half % (2 * self.every) == 0 else 12


class Penggaris:
    """`penggaris:12cm`: a pencil from 0 to 12 cm; `penggaris:3..9cm`: one from 3 to 9."""

    name = "penggaris"
    digits = 1

    def fault(self, args: str) -> str | None:
        """Two different places up to 30 cm; half centimetres only up to 15."""
        return self._read(args)[1]

    def svg(self, args: str) -> str:
        """Draw the pencil above the edge of the ruler; a ruler is 10, 15, 20 or 30 cm long."""
        ruler = self._ruler(args)
        halves = range(0, 2 * ruler.length + 1, 1 if ruler.length <= HALVES else 2)
        ticks = "".join(f"M{ruler.x(at / 2):g} {TOP}v{ruler.tick(at)}" for at in halves)
        texts = "".join(
            f'<text x="{ruler.x(at):g}" y="{TOP + 34}">{at}</text>'
            for at in range(0, ruler.length + 1, ruler.every)
        )
        left, right = ruler.x(ruler.start), ruler.x(ruler.end)
        tip = min(TIP, round((right - left) / 2))
        foot = TOP - 3
        pencil = (f"M{left:g} {foot}v-{PENCIL}H{right - tip:g}L{right:g} {foot - PENCIL // 2}"
                  f"L{right - tip:g} {foot}z")
        return frame(
            self.name, WIDEST, TOP + HEIGHT + 1,
            f'<path class="aksen" fill="{ACCENT}" d="{pencil}'
            f'M{right - tip:g} {foot}v-{PENCIL}"/>'
            f'<path d="M1 {TOP}h{WIDEST - 2}v{HEIGHT}H1z"/>'
            f'<path stroke-width="1.5" d="{ticks}"/>'
            f'<g stroke="none" fill="currentColor" font-size="16" font-weight="700" '
            f'text-anchor="middle">{texts}<text x="22" y="{TOP + 52}">cm</text></g>',
        )  # fmt: skip

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Say how long the pencil is, in a question only where its ends lie."""
        ruler = self._ruler(args)
        english = language == "en"
        length = format_number(ruler.end - ruler.start, language)
        if question:
            start, end = (_where(ruler, one, english) for one in (ruler.start, ruler.end))
            if english:
                return f"a ruler; the pencil begins {start} and ends {end}"
            return f"penggaris; pensil mulai {start}, ujungnya {end}"
        if english:
            return f"a pencil of {length} centimetres along a ruler"
        return f"pensil {length} sentimeter di penggaris"

    def _ruler(self, args: str) -> _Ruler:
        ruler, message = self._read(args)
        if ruler is None:
            raise ValueError(message)
        return ruler

    def _read(self, args: str) -> tuple[_Ruler | None, str | None]:
        found = _ARGS.fullmatch(args)
        start, end = (
            (_length(found["start"] or "0"), _length(found["end"])) if found else (0, 0)
        )
        if found is None or not start < end <= LONGEST:
            return None, ("Tulis panjang sampai 30 cm dengan satuannya, misalnya penggaris:12cm "
                          "atau penggaris:3..9cm. Setengah ditulis ',5'.")
        if end > HALVES and (start % 1 or end % 1):
            return None, "Setengah sentimeter hanya sampai 15 cm, misalnya penggaris:7,5cm."
        return _Ruler(Fraction(start), Fraction(end)), None


def _length(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _where(ruler: _Ruler, place: Fraction, english: bool) -> str:
    """Return a place by the number under it, or by the lines after the one before it."""
    number = int(place // ruler.every) * ruler.every
    lines = int(place) - number
    half = place % 1 != 0
    if half and not lines:
        return f"half way after {number}" if english else f"setengah bagian sesudah {number}"
    if not lines:
        return f"at {number}" if english else f"di {number}"
    if english:
        more = " and a half" if half else ""
        return f"{lines}{more} line{'s' if lines > 1 or half else ''} past {number}"
    return f"{lines}{' setengah' if half else ''} garis sesudah {number}"
