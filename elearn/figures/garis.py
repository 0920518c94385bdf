"""A number line with a tick for each step, numbers under the ticks, and marks to be read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from elearn.figures.values import ACCENT, WIDEST, frame

LARGEST = 100_000
MOST_MARKS = 4
SINGLE = 20
"""Parts of a line that counts by ones; a longer one has at most `PARTS` of equal steps."""
PARTS = 10

ARROW = 26                    # pixels: how high a mark stands above the line
FONT, DIGIT, APART = 17, 9.5, 4   # pixels: of a number, of one of its signs, between two of them

_ARGS = re.compile(r"(?P<start>[0-9]{1,6})\.\.(?P<end>[0-9]{1,6})(?P<marks>(?:@[0-9]{1,6})*)")
_STEPS = tuple(unit * 10**zeros for zeros in range(5) for unit in (1, 2, 5))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that can be drawn."""

    start: int
    end: int
    marks: tuple[int, ...]
    step: int

    @property
    def ticks(self) -> range:
        return range(self.start, self.end + 1, self.step)

    @property
    def top(self) -> int:
        """Pixels from the top to the line."""
        return ARROW + 8 if self.marks else 8

    @property
    def margin(self) -> int:
        return max(11, *(round(_width(number) / 2) + 1 for number in (self.start, self.end)))

    def x(self, number: float) -> int:
        """Return where a number stands, in pixels from the left."""
        room = WIDEST - 2 * self.margin
        return self.margin + round((number - self.start) / (self.end - self.start) * room)

    def labels(self) -> tuple[int, ...]:
        """Return the numbers that are written: all if they fit, else fewer; none under a mark."""
        for every in (1, 2, 5, 10, 20):
            found = self._every(every * self.step)
            if all(self._apart(one, other) for one, other in pairwise(found)):
                break
        return tuple(
            one for one in found if one not in self.marks or one in (self.start, self.end)
        )

    def _every(self, step: int) -> list[int]:
        inside = [
            one for one in self.ticks[1:-1]
            if one % step == 0 and self._apart(self.start, one) and self._apart(one, self.end)
        ]
        return [self.start, *inside, self.end]

    def _apart(self, one: int, other: int) -> bool:
        return self.x(other) - self.x(one) >= (_width(one) + _width(other)) / 2 + APART


class Garis:
    """`garis:0..10@7`: a line from 0 to 10 with a mark at 7."""

    name = "garis"
    digits = 1

    def fault(self, args: str) -> str | None:
        """Two ends that equal steps lead through, and a few marks between them."""
        return self._read(args)[1]

    def svg(self, args: str) -> str:
        """Draw the line; marks are arrows from above."""
        line = self._line(args)
        ticks = "".join(f"M{line.x(one)} {line.top - 6}v12" for one in line.ticks)
        texts = "".join(
            f'<text x="{line.x(one)}" y="{line.top + 26}">{_written(one)}</text>'
            for one in line.labels()
        )
        arrows = "".join(f"M{line.x(one)} {line.top - 4}l-10-{ARROW}h20z" for one in line.marks)
        mark = f'<path class="aksen" fill="{ACCENT}" d="{arrows}"/>' if arrows else ""
        return frame(
            self.name, WIDEST, line.top + 32,
            f'<path d="M2 {line.top}h{WIDEST - 4}{ticks}"/>{mark}'
            f'<g stroke="none" fill="currentColor" font-size="{FONT}" font-weight="700" '
            f'text-anchor="middle">{texts}</g>',
        )  # fmt: skip

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Say the ends and where the marks are; in a question what stands there, tick by tick."""
        line = self._line(args)
        english = language == "en"
        if question:
            tick, mark = ("tick", "mark") if english else ("garis", "tanda")
            return ", ".join(_walk(line, tick, mark, english))
        start, end = _written(line.start, english), _written(line.end, english)
        said = f"number line from {start} to {end}" if english else (
            f"garis bilangan dari {start} sampai {end}"
        )
        where = ", ".join(_written(one, english) for one in line.marks)
        return f"{said}, {'mark at' if english else 'tanda di'} {where}" if where else said

    def _line(self, args: str) -> _Line:
        line, message = self._read(args)
        if line is None:
            raise ValueError(message)
        return line

    def _read(self, args: str) -> tuple[_Line | None, str | None]:
        found = _ARGS.fullmatch(args)
        start, end = (int(found["start"]), int(found["end"])) if found else (0, 0)
        if found is None or not start < end <= LARGEST:
            return None, ("Tulis garis bilangan dari kecil ke besar, misalnya garis:0..10@7. "
                          "Angkanya 0 sampai 100000.")
        marks = sorted({int(mark) for mark in found["marks"].split("@")[1:]})
        if len(marks) > MOST_MARKS:
            return None, "Paling banyak 4 tanda di satu garis bilangan."
        if any(not start <= mark <= end for mark in marks):
            return None, "Tulis tanda yang ada di antara kedua ujung, misalnya garis:0..10@7."
        step = _step(start, end)
        if step is None:
            return None, ("Tulis ujung yang bulat untuk garis sepanjang ini, misalnya "
                          "garis:0..50, garis:0..100 atau garis:200..300.")
        return _Line(start, end, tuple(marks), step), None


def _step(start: int, end: int) -> int | None:
    if end - start <= SINGLE:
        return 1
    fitting = (step for step in _STEPS if start % step == 0 and end % step == 0)
    return next((step for step in fitting if (end - start) // step <= PARTS), None)


def _walk(line: _Line, tick: str, mark: str, english: bool) -> Sequence[str]:
    """Return what is met from left to right; a tick with a mark is the mark."""
    labels = line.labels()
    said = []
    for one in sorted({*line.ticks, *line.marks}):
        if one in line.marks and one in labels:
            said.append(f"{_written(one, english)} {mark}")
        elif one in line.marks:
            said.append(mark)
        else:
            said.append(_written(one, english) if one in labels else tick)
    return said


def _written(number: int, english: bool = False) -> str:
    grouped = f"{number:,}"
    return grouped if english else grouped.replace(",", ".")


def _width(number: int) -> float:
    return len(_written(number)) * DIGIT
