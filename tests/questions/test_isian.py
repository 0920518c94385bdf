"""isian: typed words."""

from elearn.questions.isian import Isian
from elearn.questions.values import Line, Verdict

KIND = Isian()
LINES = [Line("Palangka Raya", True, 4), Line("Palangkaraya", True, 5), Line("Sampit", False, 6)]


def messages(*lines: Line) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in KIND.faults(lines, 3)]


def test_case_spaces_and_final_stops_are_forgiven() -> None:
    assert KIND.mark(KIND.key(LINES), " PALANGKA  raya. ") == Verdict("right", "palangka raya", 0)


def test_a_foreseen_mistake_gets_its_words() -> None:
    assert KIND.mark(KIND.key(LINES), "sampit") == Verdict("wrong", "sampit", 2)


def test_another_word_is_wrong_without_words() -> None:
    assert KIND.mark(KIND.key(LINES), "Kasongan") == Verdict("wrong", "kasongan")


def test_signs_that_nobody_types_are_unclear_not_wrong() -> None:
    assert KIND.mark(KIND.key(LINES), "палангка") == Verdict("unclear")


def test_the_right_answer_is_the_first_accepted() -> None:
    assert KIND.right(KIND.key(LINES[::-1])) == "palangkaraya"


def test_a_well_written_question_has_no_faults() -> None:
    assert messages(*LINES) == []
    assert messages(Line("ibu", True, 4)) == []


def test_some_answer_must_be_accepted() -> None:
    (line, text), = messages(Line("ibu", False, 4))
    assert line == 3
    assert "[x]" in text


def test_answers_that_fold_alike_are_equal() -> None:
    (line, text), = messages(Line("Ibu", True, 4), Line("ibu.", False, 5))
    assert line == 5
    assert "sama dengan baris 4" in text


def test_an_answer_that_cannot_be_typed_is_told() -> None:
    faults = messages(Line("ikan", True, 4), Line("🐟", True, 5), Line("...", False, 6))
    assert [line for line, _ in faults] == [5, 6]
    assert faults[0][1].startswith("'🐟' tidak bisa diketik.")
