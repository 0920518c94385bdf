"""More than 300 local names, each checked by hand: its syllables, and how it is said."""

import pytest

from elearn.language import names
from tests.language.local_names import Checked, checked

CHECKED = checked()


def test_there_are_more_than_three_hundred_names_and_none_twice() -> None:
    assert len({one.name for one in CHECKED}) == len(CHECKED) > 300


def test_every_name_is_parted_and_said_as_people_here_do() -> None:
    wrong = []
    for one in CHECKED:
        (word,) = names.read(one.name)
        said = word.said.replace("'", "")
        sounds = one.said.replace("'", "") if len(one.name) > 1 else said  # the voice names it
        if (word.syllables, said) != (one.syllables, sounds):
            wrong.append((one, word))
    assert wrong == []


def test_syllables_are_said_one_by_one_as_the_whole_is() -> None:
    for one in CHECKED:
        (word,) = names.read(one.name)
        assert "".join(word.pieces) == word.said.replace("'", ""), one
        assert len(word.pieces) == len(word.syllables)


def test_every_row_of_the_list_is_needed_or_tells_its_own_syllables() -> None:
    for plain, (parted, said) in names.rows().items():
        assert parted.replace("·", "") == plain
        assert said, plain


@pytest.mark.parametrize(("name", "syllables", "said"), [
    ("Siti Nur'aini", [["Si", "ti"], ["Nur'", "a", "i", "ni"]], "siti nuraini"),
    ("Ai-Ling", [["A", "i-", "Ling"]], "ailing"),
    ("M. Rizky", [["M."], ["Riz", "ky"]], "m rizki"),
    ("Moh. Ma'ruf", [["Moh."], ["Ma'", "ruf"]], "mohamad makruf"),
    ("I Gusti Ngurah", [["I"], ["Gus", "ti"], ["Ngu", "rah"]], "i gusti ngurah"),
    ("Désy", [["Dé", "sy"]], "dési"),
    ("Boediono", [["Boe", "di", "o", "no"]], "budiono"),
    ("王美", [["王美"]], "王美"),
    ("7", [["7"]], ""),
])  # fmt: skip
def test_double_names_short_ones_signs_and_accents(
    name: str, syllables: list[list[str]], said: str
) -> None:
    words = names.read(name)
    assert [list(word.syllables) for word in words] == syllables
    assert " ".join(word.written for word in words) == name
    assert " ".join(word.said.replace("'", "") for word in words) == said


@pytest.mark.parametrize(("given", "taught"), [
    ("sari", "Sari"), ("SARI", "Sari"), ("siti  aminah", "Siti Aminah"), ("I Made", "I Made"),
    ("Ahmad bin Yusuf", "Ahmad bin Yusuf"), ("M.", "M."), ("AB", "AB"), ("McLean", "McLean"),
    ("e", "E"),
])  # fmt: skip
def test_a_name_is_taught_with_a_capital_first_and_never_in_capitals(
    given: str, taught: str
) -> None:
    assert names.proper(given) == taught


def test_only_what_the_letters_do_not_tell_is_told_to_the_voice() -> None:
    assert names.told("Christina Sari") == (("Christina", "kristina"),)
    assert names.told("Siti Aminah") == ()


def test_any_text_is_read_whole() -> None:
    for text in ("", "  ", "-", "''", "a-'b", "Ñ", "x" * 300, "\u0301", "Q.", "..", "😀 Ani"):
        assert " ".join(word.written for word in names.read(text)) == " ".join(text.split())


def test_the_list_is_read_as_it_is_written() -> None:
    assert Checked("Christina", ("Chris", "ti", "na"), "kristina") in CHECKED
