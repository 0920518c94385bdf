"""The models of letters, digits and lines.

The rules of the hand stand here a second time, as they are taught: from above to below, from left
to right; round letters begin above on the right and go to the left; what hangs on a line comes
after the line.
"""

import string
from itertools import combinations, pairwise

import pytest

from elearn.strokes import (
    ACCENTS,
    BASE,
    BELOW,
    GLYPHS,
    LINE_NAMES,
    LINES,
    MIDDLE,
    SIGNS,
    TOP,
    WORDS,
    Glyph,
)
from elearn.strokes.path import Point, length, mirrored, points

ALL = {**GLYPHS, **LINES}
NEAR = 1.0                    # units: closer than the eye tells


def inked(glyph: Glyph, mirror: bool = False, up: bool = False) -> list[Point]:
    """Return points all over a glyph; mirrored at an upright line, or at the middle of p and b."""
    found: list[Point] = []
    for one in glyph.strokes:
        way = points(mirrored(one.path, glyph.width) if mirror else one.path)
        for start, end in pairwise([way[0], *way]):
            found += [(start[0] + (end[0] - start[0]) * part / 20,
                       start[1] + (end[1] - start[1]) * part / 20) for part in range(21)]
    return [(x, BELOW - y) for x, y in found] if up else found


def covers(one: list[Point], other: list[Point], within: float) -> bool:
    """Whether each point of `one` lies on `other`."""
    close = within**2
    return all(any((x - a) ** 2 + (y - b) ** 2 <= close for a, b in other) for x, y in one)


def looks_like(one: list[Point], other: list[Point], within: float = 2.5) -> bool:
    return covers(one[::3], other, within) and covers(other[::3], one, within)


def turn(path: str) -> float:
    """Return twice the area that a line goes round: below nought when it goes to the left."""
    way = points(path)
    return sum(a * d - c * b for (a, b), (c, d) in pairwise([*way, way[0]]))


def test_there_is_a_model_of_every_digit_and_letter() -> None:
    assert set(GLYPHS) == set(string.digits + string.ascii_letters)
    assert set(LINES) == set(LINE_NAMES)
    assert len(LINES) >= 6


def test_a_model_fills_its_box_and_stays_inside() -> None:
    for name, glyph in ALL.items():
        xs, ys = zip(*(point for one in glyph.strokes for point in points(one.path)), strict=True)
        assert min(xs) == pytest.approx(0, abs=NEAR), name
        assert max(xs) == pytest.approx(glyph.width, abs=NEAR), name
        assert min(ys) >= TOP - NEAR, name
        assert max(ys) == pytest.approx(BELOW if name in "gjpqy" else BASE, abs=NEAR), name


def test_small_letters_are_as_high_as_the_ruled_lines() -> None:
    for letter in string.ascii_lowercase:
        top = min(y for one in GLYPHS[letter].strokes for _, y in points(one.path) if not one.dot)
        wanted = TOP if letter in "bdfhkl" else 10 if letter == "t" else MIDDLE
        assert top == pytest.approx(wanted, abs=NEAR), letter


def test_digits_and_capitals_reach_from_the_line_to_the_top() -> None:
    for sign in string.digits + string.ascii_uppercase:
        ys = [y for one in GLYPHS[sign].strokes for _, y in points(one.path)]
        assert min(ys) == pytest.approx(TOP, abs=NEAR), sign
        assert max(ys) == pytest.approx(BASE, abs=NEAR), sign


def test_a_straight_stroke_goes_down_or_to_the_right() -> None:
    straight = [
        (name, points(one.path)) for name, glyph in ALL.items() for one in glyph.strokes
        if not one.dot and not set("AC") & set(one.path)
    ]
    assert len(straight) > 60
    for name, ((x, y), (to_x, to_y), *_) in straight:
        flag = name == "1"            # the one line that begins upwards
        assert to_y > y or (to_y == y and to_x > x) or flag, name


def test_round_signs_begin_above_on_the_right_and_go_to_the_left() -> None:
    for sign in "acdgoqsCGOQS0689":
        first = GLYPHS[sign].strokes[0]
        way = points(first.path)
        top, middle = min(y for _, y in way), sum(y for _, y in way) / len(way)
        assert top <= way[0][1] < middle, sign
        assert way[0][0] >= GLYPHS[sign].width / 2, sign
        assert way[2][0] < way[0][0], sign
        assert turn(first.path) < 0 or sign in "sS8", sign      # which turn twice


def test_a_belly_comes_after_its_line_and_goes_to_the_right() -> None:
    for sign in "bpBDPR":
        line, belly = GLYPHS[sign].strokes[:2]
        assert [x for x, _ in points(line.path)] == [0, 0], sign
        assert turn(belly.path) > 0, sign


def test_two_and_three_begin_above_on_the_left() -> None:
    for sign in "23":
        x, y = points(GLYPHS[sign].strokes[0].path)[0]
        assert x < 10, sign
        assert y < MIDDLE, sign


def test_strokes_are_counted_as_they_are_taught() -> None:
    counts = {sign: len(GLYPHS[sign].strokes) for sign in "aeijmouAE4"}
    assert counts == {"a": 2, "e": 1, "i": 2, "j": 2, "m": 3, "o": 1, "u": 2, "A": 3, "E": 4,
                      "4": 2}


def test_dots_are_put_last() -> None:
    dotted = {name for name, glyph in ALL.items() if any(one.dot for one in glyph.strokes)}
    assert dotted == {"i", "j"}
    assert all(GLYPHS[name].strokes[-1].dot for name in dotted)


def test_b_and_d_are_mirrors_and_so_are_p_and_q() -> None:
    assert looks_like(inked(GLYPHS["b"], mirror=True), inked(GLYPHS["d"]))
    assert looks_like(inked(GLYPHS["p"], mirror=True), inked(GLYPHS["q"]))
    assert looks_like(inked(GLYPHS["b"], up=True), inked(GLYPHS["p"]))
    assert not looks_like(inked(GLYPHS["b"]), inked(GLYPHS["d"]))


def test_b_and_d_do_not_begin_alike() -> None:
    assert points(GLYPHS["b"].strokes[0].path)[0] == (0, TOP)
    assert points(GLYPHS["d"].strokes[0].path)[0] == points(GLYPHS["a"].strokes[0].path)[0]


def test_no_two_models_look_alike() -> None:
    drawn = {name: inked(glyph) for name, glyph in ALL.items()}
    alike = [
        (one, other) for one, other in combinations(ALL, 2)
        if ALL[one].width == ALL[other].width and looks_like(drawn[one], drawn[other])
    ]
    assert alike == []


def test_every_stroke_can_be_said_in_two_languages() -> None:
    drawn = (*ALL.values(), *SIGNS.values(), *ACCENTS.values())
    said = {one.words for glyph in drawn for one in glyph.strokes}
    assert said == set(WORDS)
    assert all(english != words for words, english in WORDS.items())


def test_models_are_small() -> None:
    assert all(length(one.path) > 10 or one.dot for glyph in ALL.values() for one in glyph.strokes)
    assert max(sum(len(one.path) for one in glyph.strokes) for glyph in ALL.values()) <= 100
    assert sum(len(one.path) for glyph in GLYPHS.values() for one in glyph.strokes) <= 2600
