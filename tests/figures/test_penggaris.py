"""The ruler."""

import re

import pytest

from elearn.figures import FIGURES

penggaris = FIGURES["penggaris"]


def numbers(args: str) -> list[int]:
    """Return the numbers that stand on a ruler."""
    return [int(one) for one in re.findall(r">([0-9]+)</text>", penggaris.svg(args))]


@pytest.mark.parametrize(
    ("args", "written", "ticks"),
    [("7cm", list(range(11)), 21), ("12cm", [0, 5, 10, 15], 31), ("16cm", [0, 5, 10, 15, 20], 21),
     ("3..30cm", [0, 5, 10, 15, 20, 25, 30], 31)],
)  # fmt: skip
def test_the_shortest_ruler_that_holds_the_pencil(
    args: str, written: list[int], ticks: int
) -> None:
    assert numbers(args) == written
    assert len(re.findall("v(?:7|12|18)(?![0-9])", penggaris.svg(args))) == ticks


def test_the_pencil_ends_over_its_numbers() -> None:
    drawn = penggaris.svg("3..9cm")
    where = {number: re.search(f'<text x="([0-9.]+)"[^>]*>{number}<', drawn) for number in (3, 9)}
    assert all(where.values())
    start, end = (found[1] for found in where.values() if found)
    assert f'd="M{start} 31' in drawn
    assert f"L{end} 20" in drawn


@pytest.mark.parametrize("args", ["", "12", "0cm", "9..3cm", "31cm", "3cm..9cm", "7.5cm", "1,2cm",
                                  "-1cm", "12 cm"])
def test_what_cannot_lie_there_is_a_fault(args: str) -> None:
    assert (penggaris.fault(args) or "").startswith("Tulis panjang sampai 30 cm")


def test_half_centimetres_are_told_apart_on_a_short_ruler_only() -> None:
    assert penggaris.fault("2,5..7,5cm") is None
    assert (penggaris.fault("15,5cm") or "").startswith("Setengah sentimeter hanya")


@pytest.mark.parametrize(
    ("args", "told", "english"),
    [
        ("12cm", "penggaris; pensil mulai di 0, ujungnya 2 garis sesudah 10",
         "a ruler; the pencil begins at 0 and ends 2 lines past 10"),
        ("3..7,5cm", "penggaris; pensil mulai di 3, ujungnya setengah bagian sesudah 7",
         "a ruler; the pencil begins at 3 and ends half way after 7"),
        ("12,5cm", "penggaris; pensil mulai di 0, ujungnya 2 setengah garis sesudah 10",
         "a ruler; the pencil begins at 0 and ends 2 and a half lines past 10"),
    ],
)  # fmt: skip
def test_a_question_tells_where_the_ends_lie(args: str, told: str, english: str) -> None:
    assert penggaris.alt(args, question=True) == told
    assert penggaris.alt(args, "en", question=True) == english


def test_elsewhere_the_length_is_told() -> None:
    assert penggaris.alt("3..9cm") == "pensil 6 sentimeter di penggaris"
    assert penggaris.alt("7,5cm", "en") == "a pencil of 7.5 centimetres along a ruler"
