"""uang: a sum paid with notes and coins."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.figures import uang as drawn
from elearn.mistakes import CONFUSIONS
from elearn.questions import KINDS, raw_answer
from elearn.questions.uang import APART, LARGEST, MOST, PIECES, STEP, Uang, payment, pieces_of
from elearn.questions.values import Line, Verdict

KIND = Uang()
LINES = [Line("7.000", True, 4), Line("8000", False, 5)]
PURSE = (5000, 2000, 2000, 1000)


def messages(*lines: Line) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in KIND.faults(lines, 3)]


def test_the_money_is_the_money_that_is_drawn() -> None:
    assert sorted(PIECES) == sorted((*drawn.NOTES, *drawn.COINS))


def test_a_sum_is_right_however_it_is_paid() -> None:
    key = KIND.key(LINES)
    assert KIND.right(key) == "5000+2000"
    for raw in ("2000+5000", "5000+1000+1000", "+".join(["200"] * 35)):
        assert KIND.mark(key, raw).outcome == "right"
    assert KIND.mark(key, "2000+5000") == Verdict("right", "5000+2000", 0)


def test_a_foreseen_sum_is_answered() -> None:
    key = KIND.key(LINES)
    assert KIND.mark(key, "5000+2000+1000") == Verdict("wrong", "5000+2000+1000", 1)
    assert KIND.mark(key, "500") == Verdict("wrong", "500", len(LINES))


def test_an_empty_table_and_no_money_are_unclear() -> None:
    key = KIND.key(LINES)
    for raw in ("", "7000", "5000+", "5000 2000", "+".join(["100"] * (MOST + 1))):
        assert KIND.mark(key, raw) == Verdict("unclear")


def test_a_purse_gives_each_of_its_pieces_once() -> None:
    key = KIND.key([replace(line, purse=PURSE) for line in LINES])
    assert KIND.mark(key, "2000+5000").outcome == "right"
    assert KIND.mark(key, "5000+1000+1000") == Verdict("unclear")
    assert KIND.mark(key, "2000+2000+1000") == Verdict("wrong", "2000+2000+1000", 2)


@pytest.mark.parametrize(("raw", "name"), [
    ("5000", "satu-uang-kurang"), ("500", "uang-kurang"), ("10000", "uang-besar"),
    ("5000+2000+500", "satu-uang-lebih"), ("5000+2000+2000+1000", "uang-lebih"),
])
def test_a_sum_that_nobody_foresaw_says_how_it_misses(raw: str, name: str) -> None:
    line = KIND.mark(KIND.key(LINES), raw).line
    assert line is not None
    assert APART[line - len(LINES)] == name


def test_every_way_to_miss_has_its_words() -> None:
    assert set(APART) <= set(CONFUSIONS)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=MOST),
       st.lists(st.integers(1, LARGEST // STEP), min_size=1, max_size=3))
def test_what_is_said_of_a_sum_is_true(paid: list[int], steps: list[int]) -> None:
    key = KIND.key([Line(str(step * STEP), True) for step in steps])
    sums, total = [step * STEP for step in steps], sum(paid)
    verdict = KIND.mark(key, "+".join(map(str, paid)))
    if verdict.outcome == "right" or verdict.line is None:
        assert min(sums) <= total <= max(sums)
        return
    name = APART[verdict.line - len(sums)]
    assert (total < min(sums)) is name.endswith("kurang")
    assert (total > max(sums)) is not name.endswith("kurang")
    assert name != "satu-uang-lebih" or total - max(sums) in paid
    assert name != "satu-uang-kurang" or min(sums) - total in PIECES


def test_what_a_purse_cannot_pay_is_told() -> None:
    assert messages(*[replace(line, purse=PURSE) for line in LINES]) == []
    (line, text), = messages(Line("6500", True, 4, purse=PURSE))
    assert line == 4
    assert text.startswith("Rp6500 tidak bisa dibayar pas")


@pytest.mark.parametrize("text", ["7050", "0", "-500", "2500,5", "lima", "500100", "ibu"])
def test_a_sum_that_nobody_can_pay_is_told(text: str) -> None:
    assert [line for line, _ in messages(Line(text, True, 4))] == [4]


def test_equal_sums_name_each_other() -> None:
    (line, text), = messages(LINES[0], Line("7000", False, 5))
    assert line == 5
    assert "baris 4" in text


def test_some_sum_must_be_accepted() -> None:
    assert [line for line, _ in messages(LINES[1])] == [3]


@given(st.integers(1, LARGEST // STEP), st.lists(st.sampled_from(PIECES), max_size=12))
def test_a_payment_comes_to_its_sum(steps: int, purse: list[int]) -> None:
    line = Line(str(steps * STEP), True, purse=tuple(purse))
    paid = payment(line)
    if paid or not purse:
        assert sum(paid) == steps * STEP
        assert pieces_of("+".join(map(str, paid))) == paid
    if paid and purse:
        assert not [piece for piece in set(paid) if paid.count(piece) > purse.count(piece)]


def test_a_plain_form_counts_pieces_or_ticks_them() -> None:
    kind = KINDS["uang"]
    assert raw_answer(kind, {"a4": ["1"], "a5": ["2"], "a0": [""], "a9": ["0"]}) == (
        "5000+2000+2000"
    )
    assert raw_answer(kind, {"a": ["5000", "2000"]}) == "5000+2000"
    assert raw_answer(kind, {"a": ["2000+5000"]}) == "2000+5000"
    for odd in ("dua", "-1", "1,5", "100"):
        assert KIND.mark(KIND.key(LINES), raw_answer(kind, {"a4": ["1"], "a5": [odd]})) == (
            Verdict("unclear")
        )
