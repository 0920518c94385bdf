"""rumpang: gaps that are typed or tapped."""

from dataclasses import replace

from elearn.questions.rumpang import MOST, Rumpang
from elearn.questions.values import Line, Verdict

KIND = Rumpang()
TYPED = [Line("Ibu", True, 4, place=0, typed=True)]
TAPPED = [
    Line("sawah", False, 4, place=1), Line("pasar", True, 4, place=1),
    Line("sungai", False, 4, place=1),
]
LINES = [*TYPED, *TAPPED]


def messages(*lines: Line) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in KIND.faults(lines, 3)]


def test_every_gap_must_be_right() -> None:
    key = KIND.key(LINES)
    assert KIND.mark(key, " IBU.,1") == Verdict("right", "ibu,1")
    assert KIND.mark(key, "bapak,1") == Verdict("wrong", "bapak,1")


def test_the_first_wrong_gap_that_was_offered_answers() -> None:
    assert KIND.mark(KIND.key(LINES), "bapak,2") == Verdict("wrong", "bapak,2", 3)


def test_a_gap_left_empty_is_unclear() -> None:
    key = KIND.key(LINES)
    for raw in ("", "ibu", "ibu,", ",1", "ibu,9"):
        assert KIND.mark(key, raw) == Verdict("unclear")


def test_a_comma_that_is_typed_stays_in_its_gap() -> None:
    key = KIND.key([Line("Ya, Bu", True, typed=True)])
    assert KIND.right(key) == "ya%2C bu"
    assert KIND.mark(key, "ya%2C bu").outcome == "right"
    assert KIND.mark(key, "ya, bu").outcome == "unclear"


def test_a_well_written_question_has_no_faults() -> None:
    assert messages(*LINES) == []


def test_a_sentence_without_a_gap_is_told() -> None:
    (line, text), = messages()
    assert line == 3
    assert "'ibu ke [[pasar]]'" in text


def test_a_gap_to_tap_has_one_right_word_among_several() -> None:
    for lines in (TAPPED[:1], TAPPED[1:2], [TAPPED[1], TAPPED[1]], TAPPED[::2]):
        (line, text), = messages(*lines)
        assert line == 4
        assert "'[[(pasar) | sawah | sungai]]'" in text


def test_what_is_offered_twice_is_told() -> None:
    (_, text), = messages(*TAPPED, replace(TAPPED[0]))
    assert text.startswith("'sawah' ada dua kali")


def test_what_is_typed_must_be_typable_and_different() -> None:
    wrong = [Line("🐟", True, 4, typed=True), Line("IBU.", True, 4, typed=True),
             Line("ibu", False, 5, typed=True)]
    assert [line for line, _ in messages(*wrong)] == [4, 5]


def test_too_many_gaps_are_told() -> None:
    many = [Line("ibu", True, 4, place=at, typed=True) for at in range(MOST + 1)]
    assert [text for _, text in messages(*many)] == [
        f"Paling banyak {MOST} kata rumpang dalam satu soal."
    ]
