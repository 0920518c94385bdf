"""A clock face with its numerals, a short hand for the hours and a long one for the minutes."""

import math
import re

from elearn.figures.values import ACCENT, frame
from elearn.language.numbers import number_words

SIZE = 200
MIDDLE = SIZE // 2
SHORT, LONG = 38, 60          # pixels: the hands; neither covers a numeral
NUMERALS = 73                 # pixels from the middle to a numeral

_TIME = re.compile(r"(?P<hour>[01]?[0-9]|2[0-3])[.:](?P<minute>[0-5][0-9])")

# The marks of the rim are dashes of circles that are 600 pixels round: ten for a minute.
_RIM = (
    f'<circle cx="{MIDDLE}" cy="{MIDDLE}" r="98.5"/>'
    f'<circle cx="{MIDDLE}" cy="{MIDDLE}" r="95.493" stroke-width="5" '
    'stroke-dasharray="1.6 8.4" stroke-dashoffset=".8"/>'
    f'<circle cx="{MIDDLE}" cy="{MIDDLE}" r="93" stroke-width="10" '
    'stroke-dasharray="4 44.695" stroke-dashoffset="2"/>'
)


class Jam:
    """`jam:03.15`: a quarter past three."""

    name = "jam"
    digits = 2

    def fault(self, args: str) -> str | None:
        """Hours from 0 to 23, a full stop, and minutes in two digits."""
        if not _TIME.fullmatch(args):
            return "Tulis jam dari 00.00 sampai 23.59, menitnya dua angka, misalnya jam:03.05."
        return None

    def svg(self, args: str) -> str:
        """Draw the face; the short hand moves on with the minutes, as on a real clock."""
        hour, minute = self._time(args)
        short = _at(hour % 12 * 30 + minute / 2, SHORT)
        long = _at(minute * 6, LONG)
        numerals = "".join(_numeral(number) for number in range(1, 13))
        return frame(
            self.name, SIZE, SIZE,
            f'{_RIM}<g stroke="none" fill="currentColor" font-size="22" font-weight="700" '
            f'text-anchor="middle">{numerals}</g>'
            f'<g stroke-linecap="round"><path stroke-width="13" d="{short}"/>'
            f'<path stroke="{ACCENT}" stroke-width="7" d="{short}"/>'
            f'<path stroke-width="5" d="{long}"/></g>'
            f'<circle fill="currentColor" cx="{MIDDLE}" cy="{MIDDLE}" r="7"/>',
        )  # fmt: skip

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Tell the time, in a question only where the hands point."""
        hour, minute = self._time(args)
        if question:
            return _hands(hour % 12 or 12, minute, language)
        if language == "en":
            said = number_words(hour % 12 or 12, "en")
            past = number_words(minute, "en")
            unit = "minute" if minute == 1 else "minutes"
            return f"{past} {unit} past {said}" if minute else f"{said} o'clock"
        past = f" lewat {number_words(minute)} menit" if minute else ""
        return f"pukul {number_words(hour)}{past}"

    def _time(self, args: str) -> tuple[int, int]:
        found = _TIME.fullmatch(args)
        if found is None:
            raise ValueError(self.fault(args))
        return int(found["hour"]), int(found["minute"])


def _at(degrees: float, length: int) -> str:
    """Return a line from the middle, `degrees` clockwise from the top."""
    x, y = _place(degrees, length)
    return f"M{MIDDLE} {MIDDLE}L{x:.1f} {y:.1f}"


def _place(degrees: float, length: float) -> tuple[float, float]:
    turn = math.radians(degrees)
    return MIDDLE + length * math.sin(turn), MIDDLE - length * math.cos(turn)


def _numeral(number: int) -> str:
    x, y = _place(number * 30, NUMERALS)
    return f'<text x="{x:.0f}" y="{y + 8:.0f}">{number}</text>'


def _hands(hour: int, minute: int, language: str) -> str:
    after = hour % 12 + 1
    numeral, lines = minute // 5 or 12, minute % 5
    if language == "en":
        short = f"between {hour} and {after}" if minute else f"at {hour}"
        some = f"{lines} line{'s' if lines > 1 else ''} past " if lines else "at "
        return f"the short hand is {short}, the long hand is {some}{numeral}"
    short = f"di antara {hour} dan {after}" if minute else f"di {hour}"
    some = f"{lines} garis sesudah " if lines else "di "
    return f"jarum pendek {short}, jarum panjang {some}{numeral}"
