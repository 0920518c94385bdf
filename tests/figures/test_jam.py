"""The clock face."""

import re

import pytest

from elearn.figures import FIGURES
from tests.content.written import first, written

jam = FIGURES["jam"]


def hands(args: str) -> list[tuple[float, float]]:
    """Return where the tips of the two hands lie, right and up of the middle."""
    lines = dict.fromkeys(re.findall(r"M100 100L([0-9.]+) ([0-9.]+)", jam.svg(args)))
    return [(float(x) - 100, 100 - float(y)) for x, y in lines]


def test_the_face_has_all_twelve_numerals() -> None:
    numerals = re.findall(r"<text[^>]*>([0-9]+)</text>", jam.svg("00.00"))
    assert numerals == [str(number) for number in range(1, 13)]


def test_at_three_the_hands_make_a_corner() -> None:
    (short_x, short_y), (long_x, long_y) = hands("03.00")
    assert (round(short_y), round(long_x)) == (0, 0)
    assert 0 < short_x < long_y


def test_the_short_hand_moves_on_with_the_minutes() -> None:
    heights = [hands(f"09.{minute}")[0][1] for minute in ("00", "15", "30", "45", "59")]
    assert heights == sorted(set(heights))


def test_noon_midnight_and_afternoon_look_like_their_twins() -> None:
    assert jam.svg("00.30") == jam.svg("12.30")
    assert jam.svg("15.05") == jam.svg("3.05")


@pytest.mark.parametrize(
    "args", ["", "3", "3.5", "24.00", "12.60", "-1.00", "03.005", "3.15 ", "tiga"]
)
def test_what_is_no_time_is_a_fault(args: str) -> None:
    assert (jam.fault(args) or "").startswith("Tulis jam dari 00.00")


@pytest.mark.parametrize("args", ["3.15", "03.15", "03:15", "23.59"])
def test_a_time_is_read_as_people_write_it(args: str) -> None:
    assert jam.fault(args) is None


@pytest.mark.parametrize(
    ("args", "told", "english"),
    [
        ("03.15", "jarum pendek di antara 3 dan 4, jarum panjang di 3",
         "the short hand is between 3 and 4, the long hand is at 3"),
        ("12.00", "jarum pendek di 12, jarum panjang di 12",
         "the short hand is at 12, the long hand is at 12"),
        ("23.02", "jarum pendek di antara 11 dan 12, jarum panjang 2 garis sesudah 12",
         "the short hand is between 11 and 12, the long hand is 2 lines past 12"),
    ],
)  # fmt: skip
def test_a_question_tells_where_the_hands_point_and_not_the_time(
    args: str, told: str, english: str
) -> None:
    assert jam.alt(args, question=True) == told
    assert jam.alt(args, "en", question=True) == english


@pytest.mark.parametrize(
    ("args", "told", "english"),
    [
        ("03.15", "pukul tiga lewat lima belas menit", "fifteen minutes past three"),
        ("00.00", "pukul nol", "twelve o'clock"),
        ("20.01", "pukul dua puluh lewat satu menit", "one minute past eight"),
    ],
)
def test_elsewhere_the_time_is_told(args: str, told: str, english: str) -> None:
    assert jam.alt(args) == told
    assert jam.alt(args, "en") == english


def test_a_draw_of_five_minutes_is_written_with_its_nought() -> None:
    asked = first(written(question=(
        "### Soal: angka\nMenit ke berapa?\n\n![](jam:{j}.{m})\nAcak: j = 3..3; m = 5..5\n"
        "- [x] {m}\nKode: baca-03-aaaa\n"
    )))  # fmt: skip
    assert jam.svg("03.05") in asked.stem.html
    assert "jarum pendek di antara 3 dan 4, jarum panjang di 1" in " ".join(asked.stem.spoken)
