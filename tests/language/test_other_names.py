"""The names that stand beside a learner's own."""

import pytest

from elearn.language import names
from elearn.language.other_names import differ, given, rounds
from tests.language.local_names import checked


def test_first_names_unlike_hers_then_beginning_alike_then_nearly_hers() -> None:
    clear, alike, near = (
        [one for one in found.names if one != "Sari"] for found in rounds("Sari")
    )
    assert {one[0] for one in clear}.isdisjoint({"S"})
    assert {one[0] for one in alike} == {"S"}
    assert [differ("Sari", one) for one in near] == [1, 1]


def test_every_name_stands_once_among_three_in_three_rounds() -> None:
    listed = [one.name for one in checked()][::9]
    for name in (*listed, "Siti Nurhaliza", "M. Rizky", "I Wayan"):
        for one in rounds(name):
            assert len(set(one.names)) == 3
            assert [place for place, other in enumerate(one.names) if other == name] == [one.mine]


def test_they_are_the_same_each_time_and_her_place_is_not() -> None:
    assert rounds("Bernadet") == rounds("Bernadet")
    places = {one.mine for name in ("Sari", "Rudi", "Ani", "Dewi") for one in rounds(name)}
    assert places == {0, 1, 2}


def test_no_name_of_her_class_is_ever_among_them() -> None:
    before = {name for one in rounds("Sari") for name in one.names} - {"Sari"}
    after = {name for one in rounds("Sari", before) for name in one.names} - {"Sari"}
    assert after
    assert after.isdisjoint(before)
    words = {word for one in rounds("Sari", ["Sara Desak"]) for word in one.names}
    assert words.isdisjoint({"Sara", "Desak"})


def test_what_sounds_like_hers_is_not_offered() -> None:
    for name in ("Rizky", "Marta", "Anna", "Nuraini"):
        others = {one for each in rounds(name) for one in each.names} - {name}
        assert names.said(name) not in {names.said(one) for one in others}


@pytest.mark.parametrize("name", ["E", "王", "Ñ'-"])
def test_a_name_of_one_letter_or_of_another_script_has_others_too(name: str) -> None:
    assert all(len(set(one.names)) == 3 for one in rounds(name))


def test_the_list_holds_plain_names_only() -> None:
    assert len(set(given())) == len(given()) > 300
    assert all(one.isalpha() and one == names.proper(one) for one in given())
