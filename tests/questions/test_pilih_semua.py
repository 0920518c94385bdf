"""pilih semua: all right options."""

from elearn.questions.pilih_semua import PilihSemua
from elearn.questions.values import Line, Verdict

KIND = PilihSemua()
LINES = [Line("meja", True, 4), Line("bola", False, 5), Line("mata", True, 6)]


def messages(*lines: Line) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in KIND.faults(lines, 3)]


def test_the_order_of_taps_does_not_matter() -> None:
    assert KIND.mark(KIND.key(LINES), "2,0") == Verdict("right", "0,2")


def test_the_first_wrongly_tapped_line_answers() -> None:
    assert KIND.mark(KIND.key(LINES), "2,1") == Verdict("wrong", "1,2", 1)


def test_what_is_only_missing_has_no_words() -> None:
    assert KIND.mark(KIND.key(LINES), "0") == Verdict("wrong", "0")


def test_nothing_tapped_is_unclear() -> None:
    assert KIND.mark(KIND.key(LINES), "") == Verdict("unclear")


def test_one_option_out_of_range_spoils_the_answer() -> None:
    assert KIND.mark(KIND.key(LINES), "0,2,3") == Verdict("unclear")


def test_a_well_written_question_has_no_faults() -> None:
    assert messages(*LINES) == []


def test_one_right_option_is_enough() -> None:
    assert messages(Line("a", True, 4), Line("b", False, 5)) == []


def test_some_option_must_be_wrong() -> None:
    (line, text), = messages(Line("a", True, 4), Line("b", True, 5))
    assert line == 3
    assert "Tambahkan satu yang salah" in text


def test_some_option_must_be_right() -> None:
    (line, _), = messages(Line("a", False, 4), Line("b", False, 5))
    assert line == 3


def test_equal_options_are_told() -> None:
    (line, _), = messages(Line("a", True, 4), Line("b", False, 5), Line("a", False, 6))
    assert line == 6
