"""The little of SVG paths that models need: points on the way, the way back, its mirror."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

Point = tuple[float, float]

_PART = re.compile(r"([MLHVAC])([^MLHVAC]*)")
PIECES = 16
"""Straight pieces that a curve is measured in."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, an arc (`radii`, `large`, `sweep`) or a curve (`bends`) between two points."""

    start: Point
    end: Point
    bends: tuple[Point, ...] = ()
    radii: Point | None = None
    large: int = 0
    sweep: int = 0

    def points(self) -> list[Point]:
        """Return points along it, the first and the last among them."""
        if self.radii:
            return self._arc(*self.radii)
        if self.bends:
            return [self._curve(at / PIECES) for at in range(PIECES + 1)]
        return [self.start, self.end]

    def _curve(self, t: float) -> Point:
        corners = (self.start, *self.bends, self.end)
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        x, y = (sum(w * c[axis] for w, c in zip(weights, corners, strict=True)) for axis in (0, 1))
        return x, y

    def _arc(self, rx: float, ry: float) -> list[Point]:
        """Follow the SVG specification, appendix B.2.4, for ellipses that stand upright."""
        half_x = (self.start[0] - self.end[0]) / 2 / rx
        half_y = (self.start[1] - self.end[1]) / 2 / ry
        square = half_x**2 + half_y**2
        grown = max(1.0, math.sqrt(square))              # too small radii grow until they reach
        away = math.sqrt(max(0.0, grown**2 / square - 1)) * (1 if self.large != self.sweep else -1)
        centre_x, centre_y = away * half_y, -away * half_x
        first = math.atan2(half_y - centre_y, half_x - centre_x)
        last = math.atan2(-half_y - centre_y, -half_x - centre_x)
        turn = (last - first) % math.tau if self.sweep else -((first - last) % math.tau)
        middle = [(one + other) / 2 for one, other in zip(self.start, self.end, strict=True)]
        return [
            (middle[0] + rx * (centre_x + grown * math.cos(first + turn * at / PIECES)),
             middle[1] + ry * (centre_y + grown * math.sin(first + turn * at / PIECES)))
            for at in range(PIECES + 1)
        ]  # fmt: skip


def pieces(path: str) -> list[Piece]:
    """Return what a path is made of; its first part is the M of its start."""
    found: list[Piece] = []
    here: Point = (0.0, 0.0)
    for command, text in _PART.findall(path):
        numbers = [float(one) for one in text.split()]
        start, here = here, _end(command, numbers, here)
        if command == "A":
            found.append(Piece(start, here, (), (numbers[0], numbers[1]),
                               int(numbers[3]), int(numbers[4])))
        elif command == "C":
            bends = ((numbers[0], numbers[1]), (numbers[2], numbers[3]))
            found.append(Piece(start, here, bends))
        elif command != "M":
            found.append(Piece(start, here))
    return found or [Piece(here, here)]


def _end(command: str, numbers: Sequence[float], here: Point) -> Point:
    if command == "H":
        return numbers[0], here[1]
    if command == "V":
        return here[0], numbers[0]
    return numbers[-2], numbers[-1]


def points(path: str) -> list[Point]:
    """Return points along a path, close enough to measure it by."""
    way = [piece.points() for piece in pieces(path)]
    return [way[0][0], *(point for part in way for point in part[1:])]


def length(path: str) -> float:
    """Return how far the hand goes."""
    return sum(math.dist(one, other) for one, other in pairwise(points(path)))


def at(path: str, far: float) -> tuple[Point, float]:
    """Return the place `far` along a path and the direction there, in degrees from the right."""
    for one, other in pairwise(points(path)):
        step = math.dist(one, other)
        if far <= step and step:
            x, y = (a + (b - a) * far / step for a, b in zip(one, other, strict=True))
            return (x, y), math.degrees(math.atan2(other[1] - one[1], other[0] - one[0]))
        far -= step
    return points(path)[-1], 0.0


def written(parts: Sequence[Piece]) -> str:
    """Return pieces as a path."""
    x, y = parts[0].start
    return f"M{x:g} {y:g}" + "".join(map(_command, parts))


def _command(piece: Piece) -> str:
    x, y = piece.end
    if piece.radii:
        rx, ry = piece.radii
        return f"A{rx:g} {ry:g} 0 {piece.large} {piece.sweep} {x:g} {y:g}"
    bends = " ".join(f"{bx:g} {by:g}" for bx, by in piece.bends)
    if bends:
        return f"C{bends} {x:g} {y:g}"
    return "" if piece.start == piece.end else f"L{x:g} {y:g}"


def backwards(path: str) -> str:
    """Return the same line drawn from its end."""
    return written([
        replace(one, start=one.end, end=one.start, bends=one.bends[::-1], sweep=1 - one.sweep)
        for one in reversed(pieces(path))
    ])


def mirrored(path: str, width: float) -> str:
    """Return a path with left and right exchanged, within `width`."""
    def turned(point: Point) -> Point:
        return width - point[0], point[1]

    return written([
        replace(one, start=turned(one.start), end=turned(one.end), sweep=1 - one.sweep,
                bends=tuple(map(turned, one.bends)))
        for one in pieces(path)
    ])  # fmt: skip


def moved(path: str, right: float) -> str:
    """Return a path moved to the right."""
    def there(point: Point) -> Point:
        return point[0] + right, point[1]

    return written([
        replace(one, start=there(one.start), end=there(one.end), bends=tuple(map(there, one.bends)))
        for one in pieces(path)
    ])
