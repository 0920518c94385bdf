"""The number line."""

import re

import pytest

from elearn.figures import FIGURES

garis = FIGURES["garis"]


def written(args: str) -> list[str]:
    """Return the numbers that stand under a line."""
    return re.findall(r"<text[^>]*>([0-9.]+)</text>", garis.svg(args))


def test_a_short_line_has_a_tick_and_a_number_for_each_one() -> None:
    assert garis.svg("0..10").count("v12") == 11
    assert written("0..10") == [str(number) for number in range(11)]


def test_the_number_under_a_mark_is_not_written_but_the_ends_are() -> None:
    assert written("0..10@7") == ["0", "1", "2", "3", "4", "5", "6", "8", "9", "10"]
    assert written("0..5@0@5") == ["0", "1", "2", "3", "4", "5"]


def test_a_mark_stands_over_its_number() -> None:
    where = re.search(r'<text x="([0-9]+)"[^>]*>7</text>', garis.svg("0..10"))
    assert where is not None
    assert f"M{where[1]} 30l-10-26h20z" in garis.svg("0..10@7")


def test_twenty_parts_are_all_drawn_and_some_numbers_written() -> None:
    assert garis.svg("0..20").count("v12") == 21
    assert written("0..20") == ["0", "5", "10", "15", "20"]


@pytest.mark.parametrize(("args", "ticks"), [("0..100", 11), ("0..50", 11), ("200..300", 11),
                                             ("0..25", 6), ("0..100000", 11), ("7..19", 13)])
def test_a_longer_line_is_parted_evenly(args: str, ticks: int) -> None:
    assert garis.svg(args).count("v12") == ticks


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ("10..0", "Tulis garis bilangan"), ("5..5", "Tulis garis bilangan"),
        ("0-10", "Tulis garis bilangan"), ("0..10@", "Tulis garis bilangan"),
        ("0..200000", "Tulis garis bilangan"), ("-5..5", "Tulis garis bilangan"),
        ("0..10@11", "Tulis tanda"), ("3..10@2", "Tulis tanda"),
        ("0..97", "Tulis ujung yang bulat"), ("1..100", "Tulis ujung yang bulat"),
        ("0..10@1@2@3@4@5", "Paling banyak 4 tanda"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_drawn_is_a_fault(args: str, message: str) -> None:
    assert (garis.fault(args) or "").startswith(message)


def test_a_question_names_what_stands_there_tick_by_tick() -> None:
    assert garis.alt("0..5@3", question=True) == "0, 1, 2, tanda, 4, 5"
    assert garis.alt("0..100@37", question=True) == (
        "0, garis, 20, garis, tanda, 40, garis, 60, garis, 80, garis, 100"
    )
    assert garis.alt("0..5@3", "en", question=True) == "0, 1, 2, mark, 4, 5"
    assert garis.alt("0..5@5", question=True) == "0, 1, 2, 3, 4, 5 tanda"


def test_elsewhere_the_marks_are_told() -> None:
    assert garis.alt("0..10@7") == "garis bilangan dari 0 sampai 10, tanda di 7"
    assert garis.alt("0..10@3@7", "en") == "number line from 0 to 10, mark at 3, 7"
    assert garis.alt("0..2000") == "garis bilangan dari 0 sampai 2.000"
