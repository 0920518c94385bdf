"""ketuk: the right words of a passage, and only those."""

from elearn.questions.ketuk import MOST, Ketuk
from elearn.questions.values import Line, Verdict

KIND = Ketuk()
LINES = [
    Line("ibu", False, 4, place=1), Line("beli", True, 4, place=1), Line("ibu", False, 5, place=2),
    Line("buku", True, 5, place=2),
]


def messages(*lines: Line) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in KIND.faults(lines, 3)]


def test_all_right_words_and_no_other_are_tapped() -> None:
    key = KIND.key(LINES)
    assert KIND.mark(key, "3,1") == Verdict("right", "1,3")
    assert KIND.mark(key, "1") == Verdict("wrong", "1")


def test_the_first_wrongly_tapped_word_answers() -> None:
    assert KIND.mark(KIND.key(LINES), "3,2,0") == Verdict("wrong", "0,2,3", 0)


def test_nothing_tapped_is_unclear() -> None:
    assert KIND.mark(KIND.key(LINES), "") == Verdict("unclear")


def test_a_word_may_stand_twice_in_a_passage_and_a_part_of_a_card_not() -> None:
    assert messages(*LINES) == []
    card = [Line("Nama", True, 4), Line("Umur", False, 5), Line("Umur", False, 6)]
    assert [line for line, _ in messages(*card)] == [6]


def test_something_is_right_and_something_is_not() -> None:
    assert [line for line, _ in messages(LINES[0])] == [3]
    (_, text), = messages(LINES[1], LINES[3])
    assert text.startswith("Semuanya benar")


def test_more_words_than_a_screen_holds_are_told() -> None:
    many = [Line("ibu", at == 0, 4, place=1) for at in range(MOST + 1)]
    (_, text), = messages(*many)
    assert text.startswith(f"Paling banyak {MOST} kata")
