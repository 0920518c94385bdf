"""pilih: the one right option."""

from elearn.questions.pilih import Pilih
from elearn.questions.values import Line, Verdict

KIND = Pilih()
LINES = [Line("mimi", False, 4), Line("mama", True, 6), Line("mata", False, 8)]


def messages(*lines: Line) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in KIND.faults(lines, 3)]


def test_the_key_counts_the_options_and_names_the_right_one() -> None:
    assert KIND.key(LINES) == {"kind": "pilih", "of": 3, "ok": [1]}


def test_the_line_that_was_tapped_answers() -> None:
    key = KIND.key(LINES)
    assert KIND.mark(key, "1") == Verdict("right", "1", 1)
    assert KIND.mark(key, "2") == Verdict("wrong", "2", 2)


def test_an_answer_not_among_the_options_is_unclear() -> None:
    assert KIND.mark(KIND.key(LINES), "3") == Verdict("unclear")


def test_a_well_written_question_has_no_faults() -> None:
    assert messages(*LINES) == []


def test_capitals_tell_options_apart() -> None:
    assert messages(Line("B", True, 4), Line("b", False, 5)) == []


def test_two_right_options_suggest_pilih_semua() -> None:
    (line, text), = messages(Line("a", True, 4), Line("b", True, 5), Line("c", True, 6))
    assert line == 5
    assert "'### Soal: pilih semua'" in text


def test_a_question_without_a_right_option_says_how_to_mark_one() -> None:
    (line, text), = messages(Line("a", False, 4), Line("b", False, 5))
    assert line == 3
    assert "[x]" in text


def test_one_option_is_too_few() -> None:
    (line, text), = messages(Line("a", True, 4))
    assert line == 3
    assert "dua pilihan" in text


def test_no_options_at_all_is_told() -> None:
    assert [line for line, _ in messages()] == [3]


def test_equal_options_name_each_other() -> None:
    (line, text), = messages(Line("ibu  guru", True, 4), Line("ibu guru", False, 5))
    assert line == 5
    assert text == "'ibu guru' sudah ada di baris 4. Hapus atau ganti salah satu."


def test_an_empty_option_is_told_once() -> None:
    faults = messages(Line("a", True, 4), Line("", False, 5), Line(" ", False, 6))
    assert [line for line, _ in faults] == [5, 6]
