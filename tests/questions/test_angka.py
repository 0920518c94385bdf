"""angka: typed numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.questions.angka import Angka, decimal, thousandths
from elearn.questions.values import Line, Verdict

KIND = Angka()


def messages(*lines: Line) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in KIND.faults(lines, 3)]


@pytest.mark.parametrize("text", [
    "12500", "12.500", "Rp12.500", "Rp. 12.500,-", "rp 12500", "12.500 rupiah", "12500,00",
    "+12500", "012500", " 12.500. ",
])
def test_ways_to_write_one_price(text: str) -> None:
    assert thousandths(text) == 12_500_000


@pytest.mark.parametrize("text", [
    "12,500", "12.5", "12.50", "0.500", "12 500", "1/2", "½", "5²", "lima", "5 kg", "1,0001",
    "1000000000000", "", "-", "Rp",
])
def test_what_is_in_doubt_is_no_number(text: str) -> None:
    assert thousandths(text) is None


@given(st.integers(-(10**15 - 1), 10**15 - 1))
def test_a_canonical_number_is_read_as_itself(value: int) -> None:
    assert thousandths(decimal(value)) == value


def test_the_unit_may_be_typed_and_no_other() -> None:
    key = KIND.key([Line("12,5", True, unit="kg")])
    assert key == {"kind": "angka", "of": ["12,5"], "ok": [0], "unit": "kg"}
    assert KIND.mark(key, "12,5 Kg") == Verdict("right", "12,5", 0)
    assert KIND.mark(key, "12,5 g") == Verdict("unclear")


def test_the_tolerance_counts_its_ends() -> None:
    key = KIND.key([Line("100 ± 5", True), Line("90", False)])
    assert key["of"] == ["100±5", "90"]
    assert KIND.mark(key, "95") == Verdict("right", "95", 0)
    assert KIND.mark(key, "94,999") == Verdict("wrong", "94,999")
    assert KIND.mark(key, "90") == Verdict("wrong", "90", 1)


def test_the_right_answer_leaves_the_tolerance_out() -> None:
    assert KIND.right(KIND.key([Line("9", False), Line("2.000 ± 5", True)])) == "2000"


def test_a_well_written_question_has_no_faults() -> None:
    assert messages(Line("Rp12.500", True, 4), Line("9000", False, 5)) == []
    assert messages(Line("12 kg ± 1 kg", True, 4, unit="kg")) == []


@pytest.mark.parametrize("text", ["lima", "12.5", "12,500", "1/3", "5 ± -1", "5 ± sedikit", "5 ±"])
def test_an_answer_that_is_no_number_is_told_with_examples(text: str) -> None:
    (line, told), = messages(Line("7", True, 4), Line(text, False, 5))
    assert line == 5
    assert told.startswith(f"'{text}' bukan angka yang jelas. Tulis seperti 12500")


def test_some_number_must_be_accepted() -> None:
    (line, _), = messages(Line("7", False, 4))
    assert line == 3


def test_two_ways_to_write_one_number_are_equal() -> None:
    (line, text), = messages(Line("2.000", True, 4), Line("2000,0", False, 5))
    assert line == 5
    assert "baris 4" in text


def test_a_mistake_inside_the_tolerance_is_told() -> None:
    assert [line for line, _ in messages(Line("100 ± 5", True, 4), Line("95", False, 5))] == [5]
    assert messages(Line("100 ± 5", True, 4), Line("94,999", False, 5)) == []


def test_an_empty_answer_is_told_once() -> None:
    assert [line for line, _ in messages(Line("7", True, 4), Line(" ", False, 5))] == [5]
