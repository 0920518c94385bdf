"""jodohkan: pairs."""

from elearn.questions.jodohkan import Jodohkan
from elearn.questions.values import Line, Verdict

KIND = Jodohkan()
FISH = Line("🐟", True, 4, match="ikan")
BALL = Line("⚽", True, 5, match="bola")
TABLE = Line("", False, 6, match="meja")


def messages(*lines: Line) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in KIND.faults(lines, 3)]


def test_every_left_side_with_its_own_right_side_is_right() -> None:
    key = KIND.key([FISH, BALL, TABLE])
    assert KIND.right(key) == "0,1"
    assert KIND.mark(key, "0,1") == Verdict("right", "0,1")
    assert KIND.mark(key, "1,0") == Verdict("wrong", "1,0")


def test_a_right_side_without_a_partner_answers() -> None:
    assert KIND.mark(KIND.key([FISH, BALL, TABLE]), "0,2") == Verdict("wrong", "0,2", 2)


def test_a_left_side_without_an_answer_is_unclear() -> None:
    assert KIND.mark(KIND.key([FISH, BALL, TABLE]), "0") == Verdict("unclear")
    assert KIND.mark(KIND.key([FISH, BALL, TABLE]), ",1") == Verdict("unclear")


def test_right_sides_that_look_the_same_are_interchangeable() -> None:
    key = KIND.key([Line("🐟", True, 4, match="hewan"), Line("🐈", True, 5, match="hewan")])
    assert {KIND.mark(key, raw).outcome for raw in ("0,1", "1,0", "0,0", "1,1")} == {"right"}
    assert {KIND.mark(key, raw).canonical for raw in ("0,1", "1,0", "0,0", "1,1")} == {"0,0"}


def test_places_go_by_line_even_after_a_lonely_right_side() -> None:
    key = KIND.key([TABLE, FISH, BALL])
    assert KIND.right(key) == ",1,2"
    assert KIND.mark(key, ",1,2").outcome == "right"
    assert KIND.mark(key, "1,2").outcome == "unclear"


def test_a_well_written_question_has_no_faults() -> None:
    assert messages(FISH, BALL, TABLE) == []


def test_two_whole_pairs_are_needed() -> None:
    (line, text), = messages(FISH, TABLE)
    assert line == 3
    assert "dua pasangan" in text


def test_every_left_side_differs() -> None:
    (line, text), = messages(FISH, BALL, Line("🐟", True, 6, match="ikan mas"))
    assert line == 6
    assert "pada baris 4" in text


def test_a_pair_without_a_right_side_is_told() -> None:
    (line, text), = messages(FISH, BALL, Line("🍌", False, 6))
    assert line == 6
    assert "Kanan '='" in text


def test_lonely_right_sides_are_no_equal_left_sides() -> None:
    assert messages(FISH, BALL, TABLE, Line("", False, 7, match="kursi")) == []
