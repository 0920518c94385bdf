"""The ten-frame."""

import pytest

from elearn.figures import FIGURES

bingkai = FIGURES["bingkai"]


@pytest.mark.parametrize(("count", "frames"), [(0, 1), (7, 1), (10, 1), (11, 2), (20, 2)])
def test_counters_fill_frames_of_ten(count: int, frames: int) -> None:
    drawn = bingkai.svg(str(count))
    assert drawn.count("h.01") == 2 * count         # a ring of ink and its amber inside
    assert drawn.count("H2z") == frames


def test_the_sixth_counter_begins_the_lower_row() -> None:
    assert "M22 62h.01" not in bingkai.svg("5")
    assert "M22 62h.01" in bingkai.svg("6")


@pytest.mark.parametrize("args", ["", "21", "-1", "x", "7,5"])
def test_what_no_frame_can_hold_is_a_fault(args: str) -> None:
    assert bingkai.fault(args) == "Tulis isi bingkai dari 0 sampai 20, misalnya bingkai:7."


def test_a_question_lists_the_cells_and_never_their_number() -> None:
    assert bingkai.alt("8", question=True) == ", ".join(["titik"] * 8 + ["kosong"] * 2)
    assert bingkai.alt("12", "en", question=True).split(", ").count("empty") == 8


def test_elsewhere_the_number_is_said() -> None:
    assert bingkai.alt("7") == "bingkai 10 kotak, terisi 7"
    assert bingkai.alt("12", "en") == "a frame of 20 cells, 12 filled"
