"""Strokes as a drawing: ruled lines, the way of the pencil, where it begins and where it goes."""

import math
from collections.abc import Sequence

from elearn.figures.values import ACCENT, ON_ACCENT, WIDEST
from elearn.strokes import BASE, BELOW, MIDDLE, TOP, Stroke
from elearn.strokes.path import Point, at, length, points

SCALE = 1.25                  # pixels for a unit, where it fits
SIDE, ABOVE = 16, 16          # units around the grid
PENCIL = 7                    # units: thickness of a stroke
APART = 19                    # units between the numbers of two strokes
EDGE = 6                      # units outside the grid that a number may stand at
HEAD = 21                     # units from a number to the head of its arrow


def drawing(strokes: Sequence[Stroke], width: int, *, numbered: bool, arrows: bool) -> str:
    """Return strokes as SVG; each is a path of the length 1, so that styles can draw it slowly."""
    below = any(y > BASE + 1 for one in strokes for _, y in points(one.path))
    wide, high = width + 2 * SIDE, (BELOW if below else BASE) + 2 * ABOVE
    px = min(SCALE, WIDEST / wide)
    pens = "".join(
        f'<path pathLength="1" d="{one.path}{"h.01" if one.dot else ""}"/>' for one in strokes
    )
    return (
        f'<svg class="fig goresan" width="{wide * px:.0f}" height="{high * px:.0f}" '
        f'viewBox="{-SIDE} {-ABOVE} {wide} {high}" '
        'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">'
        f'<path opacity=".5" d="{_ruled(width, below)}"/>'
        f'<g class="gores" stroke-width="{PENCIL}">{pens}</g>'
        f"{_signs(strokes, numbered, arrows)}</svg>"
    )


def _ruled(width: int, below: bool) -> str:
    lines = (TOP, MIDDLE, BASE, *((BELOW,) if below else ()))
    return "".join(f"M{4 - SIDE} {line}H{width + SIDE - 4}" for line in lines)


def _signs(strokes: Sequence[Stroke], numbered: bool, arrows: bool) -> str:
    """Return the heads of the arrows, and a dot or a number where each stroke begins."""
    begun: list[Point] = []
    heads = ""
    for one in strokes:
        place, far = _beginning(one, begun)
        begun.append(place)
        if arrows and not one.dot:
            heads += _head(one.path, far)
    discs = "".join(f"M{x:.0f} {y:.0f}h.01" for x, y in begun)
    count = "".join(str(number) for number in range(1, len(begun) + 1)) if numbered else ""
    size = 18 if numbered else 12
    arrowheads = f'<path fill="currentColor" d="{heads}"/>' if heads else ""
    return (
        f'<g class="tanda">{arrowheads}'
        f'<path stroke="{ACCENT}" stroke-width="{size}" d="{discs}"/>'
        f"{_numbers(begun, count) if count else ''}</g>"
    )


def _numbers(begun: Sequence[Point], count: str) -> str:
    """Return one text, each of its digits at a place of its own: few bytes for many numbers."""
    xs = " ".join(f"{x:.0f}" for x, _ in begun)
    ys = " ".join(f"{y + 4.5:.0f}" for _, y in begun)
    return (
        f'<text fill="{ON_ACCENT}" stroke="none" font-size="13" font-weight="700" '
        f'text-anchor="middle" x="{xs}" y="{ys}">{count}</text>'
    )


def _beginning(stroke: Stroke, begun: Sequence[Point]) -> tuple[Point, float]:
    """Return where the sign of a stroke stands, and how far along it: not on another's.

    Where two strokes begin together it moves on with the pencil or back, whichever is nearer.
    That of a dot stands above it, else the dot would not be seen.
    """
    (x, y), turned = at(stroke.path, 0)
    if stroke.dot:
        return (x, y - APART), 0
    ahead, back = math.cos(math.radians(turned)), math.sin(math.radians(turned))
    for far in range(int(length(stroke.path) * 0.6)):
        behind = (x - far * ahead, y - far * back)
        for place, gone in ((at(stroke.path, far)[0], far), (behind, 0)):
            if min(place) > -EDGE and all(math.dist(place, one) >= APART for one in begun):
                return place, gone
    return (x, y), 0


def _head(path: str, far: float) -> str:
    """Return a triangle on the way that points ahead: half-way of what is left, or nearer."""
    (x, y), turned = at(path, far + min(HEAD, (length(path) - far) / 2))
    turn = math.radians(turned)
    ahead, left = (math.cos(turn), math.sin(turn)), (math.sin(turn), -math.cos(turn))
    back, across = ([a * ahead[axis] + b * left[axis] for axis in (0, 1)]
                    for a, b in ((-12, 7), (0, -14)))
    return (
        f"M{x + 7 * ahead[0]:.0f} {y + 7 * ahead[1]:.0f}"
        f"l{round(back[0])} {round(back[1])} {round(across[0])} {round(across[1])}z"
    )
