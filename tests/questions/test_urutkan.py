"""urutkan: tiles in order."""

from elearn.questions.urutkan import Urutkan
from elearn.questions.values import Line, Verdict

KIND = Urutkan()
LINES = [Line("ma", True, 4), Line("ta", True, 5), Line("mi", False, 6)]


def messages(*lines: Line) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in KIND.faults(lines, 3)]


def test_the_numbered_tiles_in_their_order_are_right() -> None:
    key = KIND.key(LINES)
    assert KIND.right(key) == "0,1"
    assert KIND.mark(key, "0,1") == Verdict("right", "0,1")
    assert KIND.mark(key, "1,0") == Verdict("wrong", "1,0")


def test_an_extra_tile_answers() -> None:
    assert KIND.mark(KIND.key(LINES), "0,2") == Verdict("wrong", "0,2", 2)


def test_like_tiles_are_interchangeable() -> None:
    key = KIND.key([Line("ma", True, 4), Line("ma", True, 5), Line("mi", False, 6)])
    assert KIND.mark(key, "1,0") == KIND.mark(key, "0,1") == Verdict("right", "0,0")


def test_too_few_tiles_are_unclear_and_too_many_wrong() -> None:
    key = KIND.key(LINES)
    assert KIND.mark(key, "0") == Verdict("unclear")
    assert KIND.mark(key, "0,,1") == Verdict("unclear")
    assert KIND.mark(key, "0,1,2") == Verdict("wrong", "0,1,2", 2)


def test_a_well_written_question_has_no_faults() -> None:
    assert messages(*LINES) == []
    assert messages(Line("ma", True, 4), Line("ma", True, 5), Line("mi", False, 6)) == []


def test_two_numbered_tiles_are_needed() -> None:
    (line, text), = messages(Line("ma", True, 4), Line("mi", False, 5))
    assert line == 3
    assert "dua keping bernomor" in text


def test_tiles_that_are_all_alike_have_no_order() -> None:
    (line, text), = messages(Line("ma", True, 4), Line("ma", True, 5))
    assert line == 3
    assert "Semua keping sama" in text


def test_an_empty_tile_is_told() -> None:
    assert [line for line, _ in messages(*LINES, Line(" ", False, 7))] == [7]
