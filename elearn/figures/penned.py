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


def drawing(strokes: Sequence[Stroke], width: int, numbered: bool) -> str:
    """Return strokes as SVG; each is a path of the length 1, so that styles can draw it slowly.

    The whole stands below them as a shadow: the model for who writes over it.
    """
    below = any(y > BASE + 1 for one in strokes for _, y in points(one.path))
    wide, high = width + 2 * SIDE, (BELOW if below else BASE) + 2 * ABOVE
    px = min(SCALE, WIDEST / wide)
    paths = [one.path + ("h.01" if one.dot else "") for one in strokes]
    pens = "".join(f'<path pathLength="1" d="{path}"/>' for path in paths)
    return (
        f'<svg class="fig goresan" width="{wide * px:.0f}" height="{high * px:.0f}" '
        f'viewBox="{-SIDE} {-ABOVE} {wide} {high}" '
        'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">'
        f'<path opacity=".5" d="{_ruled(width, below)}"/>'
        f'<path class="bayang" opacity=".2" stroke-width="{PENCIL}" d="{"".join(paths)}"/>'
        f'<g class="gores" stroke-width="{PENCIL}">{pens}</g>{_signs(strokes, numbered)}</svg>'
    )


def _ruled(width: int, below: bool) -> str:
    lines = (TOP, MIDDLE, BASE, *((BELOW,) if below else ()))
    return "".join(f"M{4 - SIDE} {line}H{width + SIDE - 4}" for line in lines)


def _signs(strokes: Sequence[Stroke], numbered: bool) -> str:
    """Return the heads of the arrows, and a dot or a number where each stroke begins."""
    begun: list[Point] = []
    heads = ""
    for one in strokes:
        place, far = _beginning(one, begun)
        begun.append(place)
        if not one.dot:
            heads += _head(one.path, far)
    discs = "".join(f"M{x:.0f} {y:.0f}h.01" for x, y in begun)
    size = 16 if numbered else 11
    numbers = "".join(
        f'<text x="{x:.0f}" y="{y + 4.5:.0f}">{number}</text>'
        for number, (x, y) in enumerate(begun, 1)
    ) if numbered else ""
    return (
        f'<g class="tanda"><path class="panah" fill="currentColor" d="{heads}"/>'
        f'<path stroke-width="{size + 3}" d="{discs}"/>'
        f'<path class="mulai" stroke="{ACCENT}" stroke-width="{size}" d="{discs}"/>'
        f'<g fill="{ON_ACCENT}" stroke="none" font-size="13" font-weight="700" '
        f'text-anchor="middle">{numbers}</g></g>'
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
    corners = ((7, 0), (-5, 7), (-5, -7))
    turn = math.radians(turned)
    return "M" + "L".join(
        f"{x + dx * math.cos(turn) - dy * math.sin(turn):.0f} "
        f"{y + dx * math.sin(turn) + dy * math.cos(turn):.0f}"
        for dx, dy in corners
    ) + "z"  # fmt: skip
