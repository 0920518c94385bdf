"""Answers that sound alike are told where hearing decides, and noted elsewhere."""

import pytest

from elearn.content.told_apart import DECIDES, ELSEWHERE, alike_faults, alike_notes
from tests.content.written import AROUND, lesson, line_of, written


def alike(one: tuple[str, ...], other: tuple[str, ...], language: str) -> bool:
    """Hear no difference between s and ss, nor between digits and words."""
    assert language == "id"
    return _sound(one) == _sound(other)


def _sound(said: tuple[str, ...]) -> str:
    return " ".join(said).replace("ss", "s").replace("5", "lima").replace("6", "enam").strip(".")


def told(question: str) -> list[tuple[int, str, str]]:
    """Return line, message and pair of what is told of a question."""
    text = written(question=f"### Soal: {question}\nKode: baca-03-aaaa\n")
    made, facts, first = lesson(text), AROUND.facts.whole, line_of(text, "### Soal")
    found = (*alike_faults(made, alike, facts), *alike_notes(made, alike, facts))
    return [
        (fault.line - first, fault.message, f"{fault.values['one']}={fault.values['other']}")
        for fault in found
    ]


BY_EAR = "pilih\nDengar. Mana tulisannya?\nSuara: [massa]\n"


def test_where_hearing_decides_it_is_a_fault_at_the_second_of_both() -> None:
    found = told(f"{BY_EAR}- [x] massa\n- [ ] masa\n- [ ] mata")
    assert found == [(4, DECIDES, "massa=masa")]


def test_options_that_only_sound_are_told_apart_by_hearing() -> None:
    options = "- [x] [dengar](suara:massa)\n- [ ] [dengar](suara:masa)\n- [ ] [dengar](suara:mata)"
    assert told(f"pilih\nMana **massa**?\n{options}") == [(3, DECIDES, "massa=masa")]


def test_where_they_can_be_read_it_is_a_note() -> None:
    found = told("pilih\nMana **5**?\n- [x] 5\n- [ ] lima ekor\n- [ ] lima")
    assert found == [(4, ELSEWHERE, "5=lima")]


def test_what_is_read_in_silence_is_not_listened_to_unless_the_question_sounds() -> None:
    options = "Pilihan: dibaca\n- [x] massa\n- [ ] masa\n- [ ] mata"
    assert told(f"pilih\nMana **massa**?\n{options}") == []
    assert told(f"{BY_EAR}{options}") == [(5, DECIDES, "massa=masa")]


def test_two_wrong_options_may_sound_alike() -> None:
    assert told(f"{BY_EAR}- [ ] sas\n- [x] mata\n- [ ] sass") == []


@pytest.mark.parametrize("sides", ["massa = 1\n- masa = 2\n- mata = 3",
                                   "satu = massa\n- dua = masa\n- tiga = mata"])
def test_both_sides_of_pairs_are_listened_to(sides: str) -> None:
    found = told(f"jodohkan\nPasangkan.\n- {sides}")
    assert found == [(3, ELSEWHERE, "massa=masa")]


def test_tiles_that_are_the_same_may_sound_the_same() -> None:
    assert told("urutkan\nSusun **mama**.\n1. ma\n2. ma\n3. mi") == []
    found = told("urutkan\nSusun.\n1. mas\n2. mass\n3. mi")
    assert found == [(3, ELSEWHERE, "mas=mass")]


def test_only_choices_of_one_gap_are_compared() -> None:
    one = told("rumpang\nIbu [[(massa) | masa | mata]] ubi")
    assert [pair for _, _, pair in one] == ["massa=masa"]
    two = told("rumpang\nIbu [[(massa) | mata]] ubi [[(masa) | mati]]")
    assert two == []


def test_numbers_of_any_draw_are_told_once() -> None:
    found = told("pilih\nBerapa?\nAcak: a = 5..6\n- [x] {a}\n- [ ] lima\n- [ ] nol")
    assert [line for line, _, _ in found] == [4]
