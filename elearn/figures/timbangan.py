"""A kitchen scale: a pan, a dial, and a needle on one of its lines."""

import math
import re
from dataclasses import dataclass
from fractions import Fraction

from elearn.figures.values import ACCENT, WIDEST, frame
from elearn.language.numbers import format_number

MIDDLE, CENTRE = WIDEST // 2, 126     # pixels: of the dial, from the left and from the top
RIM, LINES, NUMERALS = 102, 60, 83    # pixels from its middle; numerals stand outside the lines
NEEDLE = 55

_ARGS = re.compile(r"(?P<whole>[0-9]{1,5})(?:,(?P<places>[0-9]{1,3}))?(?P<unit>kg|g)")


@dataclass(frozen=True, slots=True)
class _Dial:
    """A dial that begins and ends at the top, as on scales of the market."""

    capacity: int            # grams
    numerals: int            # written on it, at equal steps from 0
    ticks: int               # for each numeral

    @property
    def tick(self) -> int:
        """Grams from line to line."""
        return self.capacity // self.numerals // self.ticks

    @property
    def unit(self) -> int:
        """Grams of what its numerals count."""
        return 1 if self.capacity <= 1000 else 1000

    @property
    def labels(self) -> list[int]:
        return [at * self.capacity // self.numerals // self.unit for at in range(self.numerals)]


DIALS = (
    _Dial(500, 5, 10), _Dial(1000, 10, 2), _Dial(5000, 5, 10), _Dial(10_000, 10, 2),
    _Dial(50_000, 5, 10), _Dial(100_000, 10, 2),
)  # fmt: skip
"""From the finest; a needle may stand where two lines are well apart."""


class Timbangan:
    """`timbangan:250g`: a scale that shows 250 grams."""

    name = "timbangan"
    digits = 1

    def fault(self, args: str) -> str | None:
        """A weight below 100 kg, with its unit, on a line of the dial."""
        return self._read(args)[2]

    def svg(self, args: str) -> str:
        """Draw the scale with the finest dial that is not full."""
        grams, dial = self._scale(args)
        turn = grams / dial.capacity * 360
        x, y = _place(turn, NEEDLE)
        unit = "kg" if dial.unit > 1 else "g"
        low = math.cos(math.radians(turn)) > -0.3     # the needle leaves room below the middle
        numerals = "".join(
            _text(at * 360 / dial.numerals, str(label)) for at, label in enumerate(dial.labels)
        )
        return frame(
            self.name, WIDEST, CENTRE + RIM + 2,
            f'<path d="M34 2h140l-14 14H48zM{MIDDLE} 16v8"/>'
            f'<circle cx="{MIDDLE}" cy="{CENTRE}" r="{RIM}"/>'
            + _lines(dial.numerals * dial.ticks, 8, 2) + _lines(dial.numerals, 14, 3)
            + '<g stroke="none" fill="currentColor" font-size="18" font-weight="700" '
            f'text-anchor="middle">{numerals}'
            f'<text x="{MIDDLE}" y="{CENTRE + (38 if low else -24)}">{unit}</text></g>'
            '<path stroke-width="5" stroke-linecap="round" '
            f'd="M{MIDDLE} {CENTRE}L{x:.1f} {y:.1f}"/>'
            f'<circle class="aksen" fill="{ACCENT}" cx="{MIDDLE}" cy="{CENTRE}" r="8"/>',
        )  # fmt: skip

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Say the weight, in a question only where the needle points."""
        grams, dial = self._scale(args)
        if question:
            return _pointing(grams, dial, language)
        weight = format_number(Fraction(grams, dial.unit), language)
        kilo = dial.unit > 1
        if language == "en":
            return f"a scale that shows {weight} {'kilograms' if kilo else 'grams'}"
        return f"timbangan menunjuk {weight} {'kilogram' if kilo else 'gram'}"

    def _scale(self, args: str) -> tuple[int, _Dial]:
        grams, dial, message = self._read(args)
        if dial is None:
            raise ValueError(message)
        return grams, dial

    def _read(self, args: str) -> tuple[int, _Dial | None, str | None]:
        found = _ARGS.fullmatch(args)
        grams = _grams(found) if found else None
        dial = next((one for one in DIALS if grams is not None and grams < one.capacity), None)
        if grams is None or dial is None:
            return 0, None, ("Tulis berat di bawah 100 kg dengan satuannya, misalnya "
                             "timbangan:250g atau timbangan:1,5kg.")
        if grams % dial.tick:
            return 0, None, ("Tulis berat yang kena garis timbangan: tiap 10 g sampai 500 g, "
                             "50 g sampai 1 kg, 100 g sampai 5 kg, 500 g sampai 10 kg, "
                             "1 kg sampai 50 kg, 5 kg sampai 100 kg.")
        return grams, dial, None


def _grams(found: re.Match[str]) -> int | None:
    weight = Fraction(f"{found['whole']}.{found['places'] or '0'}")
    grams = weight * (1000 if found["unit"] == "kg" else 1)
    return int(grams) if grams.denominator == 1 else None


def _place(degrees: float, length: float) -> tuple[float, float]:
    turn = math.radians(degrees)
    return MIDDLE + length * math.sin(turn), CENTRE - length * math.cos(turn)


def _text(degrees: float, label: str) -> str:
    x, y = _place(degrees, NUMERALS)
    return f'<text x="{x:.0f}" y="{y + 7:.0f}">{label}</text>'


def _lines(count: int, length: int, width: float) -> str:
    """Return `count` lines around the dial, the first at the top: dashes of a circle.

    Its dashes begin at three o'clock, three quarters of the way round to the top.
    """
    radius = LINES - length / 2
    step = 2 * math.pi * radius / count
    offset = width / 2 - (count * 0.75 % 1) * step
    return (
        f'<circle cx="{MIDDLE}" cy="{CENTRE}" r="{radius:g}" stroke-width="{length}" '
        f'stroke-dasharray="{width:g} {step - width:.3f}" stroke-dashoffset="{offset:.2f}"/>'
    )


def _pointing(grams: int, dial: _Dial, language: str) -> str:
    english = language == "en"
    label, lines = divmod(grams // dial.tick, dial.ticks)
    unit = ("kilograms", "kilogram") if dial.unit > 1 else ("grams", "gram")
    first, last = dial.labels[0], dial.labels[-1]
    if english:
        some = f"{lines} line{'s' if lines > 1 else ''} past " if lines else "at "
        return (f"a dial from {first} to {last} {unit[0]}, {dial.ticks} parts from numeral to "
                f"numeral, the needle is {some}{dial.labels[label]}")
    some = f"{lines} garis sesudah " if lines else "di "
    return (f"angka {first} sampai {last} {unit[1]}, antara dua angka ada {dial.ticks} bagian, "
            f"jarum {some}{dial.labels[label]}")
