"""Points along a path, the way back, the mirror."""

import math
from collections.abc import Sequence

import pytest

from elearn.strokes import GLYPHS
from elearn.strokes.path import Point, at, backwards, length, mirrored, moved, points

PATHS = [one.path for glyph in GLYPHS.values() for one in glyph.strokes]
CIRCLE = "M20 40A20 20 0 0 0 20 80A20 20 0 0 0 20 40"


def test_a_circle_is_as_long_as_it_is_round() -> None:
    assert length(CIRCLE) == pytest.approx(math.tau * 20, rel=0.01)
    assert all(math.dist(point, (20, 60)) == pytest.approx(20) for point in points(CIRCLE))


def test_a_circle_to_the_left_passes_its_left_side_first() -> None:
    (x, y), turned = at(CIRCLE, length(CIRCLE) / 4)
    assert x == pytest.approx(0, abs=0.1)
    assert y == pytest.approx(60, abs=0.5)
    assert turned == pytest.approx(90, abs=8)        # downwards


def test_a_large_arc_goes_the_long_way() -> None:
    assert length("M34 46A20 20 0 1 0 34 74") == pytest.approx(math.radians(270) * 20, rel=0.02)


def test_radii_that_do_not_reach_grow() -> None:
    assert length("M0 0A5 5 0 0 1 40 0") == pytest.approx(math.pi * 20, rel=0.01)


def test_lines_and_curves_are_followed() -> None:
    assert points("M1 2V8H9L9 9") == [(1, 2), (1, 8), (9, 8), (9, 9)]
    curve = points("M0 0C0 10 10 10 10 0")
    assert max(y for _, y in curve) == pytest.approx(7.5)
    assert at("M0 0H10", 4) == ((4, 0), 0)
    assert at("M0 0H10", 40)[0] == (10, 0)


def same(one: Sequence[Point], other: Sequence[Point]) -> bool:
    return len(one) == len(other) and all(map(lambda a, b: math.dist(a, b) < 1e-6, one, other))


def test_the_way_back_is_the_same_line() -> None:
    assert all(same(points(path)[::-1], points(backwards(path))) for path in PATHS)


def test_a_mirror_and_a_move_keep_the_shape() -> None:
    for path in PATHS:
        assert same([(40 - x, y) for x, y in points(path)], points(mirrored(path, 40))), path
        assert same([(x + 7, y) for x, y in points(path)], points(moved(path, 7))), path

