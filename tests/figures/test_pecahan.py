"""Fractions as bars."""

import re

import pytest

from elearn.figures import FIGURES

pecahan = FIGURES["pecahan"]


@pytest.mark.parametrize(("args", "bars", "lines"), [("0/3", 1, 2), ("3/4", 1, 3), ("4/4", 1, 3),
                                                     ("5/4", 2, 6), ("2/1", 2, 0)])
def test_a_bar_is_cut_into_equal_parts(args: str, bars: int, lines: int) -> None:
    drawn = pecahan.svg(args).split('<path d="')[1]
    assert drawn.count("H2z") == bars
    assert len(re.findall(r"M[0-9.]+ [0-9]+v44", drawn)) == lines


@pytest.mark.parametrize("args", ["0/4", "3/4", "5/4", "12/12"])
def test_as_many_parts_are_shaded_as_the_fraction_says(args: str) -> None:
    amber = re.search('class="aksen"[^>]*d="([^"]*)"', pecahan.svg(args))
    assert (amber[1].count("z") if amber else 0) == int(args.split("/")[0])


def test_who_sees_no_colour_sees_the_lines_of_the_shading() -> None:
    slanting = [len(re.findall("l[0-9.]+-", pecahan.svg(f"{over}/12"))) for over in range(13)]
    assert slanting == [over * slanting[1] for over in range(13)]
    assert slanting[1] > 1


@pytest.mark.parametrize("args", ["", "3", "3/0", "1/13", "a/b", "-1/4", "3 / 4", "0,5"])
def test_what_is_no_such_fraction_is_a_fault(args: str) -> None:
    assert (pecahan.fault(args) or "").startswith("Tulis pecahan dengan 1 sampai 12")


def test_two_bars_are_enough() -> None:
    assert pecahan.fault("8/4") is None
    assert (pecahan.fault("9/4") or "").startswith("Paling banyak 2 batang")


def test_a_question_lists_the_parts_and_never_their_number() -> None:
    assert pecahan.alt("3/4", question=True) == "diarsir, diarsir, diarsir, kosong"
    assert pecahan.alt("3/2", "en", question=True) == "shaded, shaded; shaded, empty"


def test_elsewhere_the_parts_are_counted() -> None:
    assert pecahan.alt("3/4") == "batang dibagi 4 bagian sama besar, 3 diarsir"
    assert pecahan.alt("5/4") == "2 batang, tiap batang dibagi 4 bagian sama besar, 5 diarsir"
    assert pecahan.alt("1/1", "en") == "a bar in 1 equal part, 1 shaded"
