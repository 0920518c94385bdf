"""Words in syllables as they are read aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.language.syllables import by_rules, exceptions, syllables
from tests.language.checked_syllables import ALL

BY_HAND = {written.replace("-", ""): tuple(written.split("-")) for written in ALL.split()}

INDONESIAN = st.text(alphabet="aiueonngmbktsyhlrd", max_size=14)


def test_of_150_words_cut_by_hand_at_least_97_in_100_are_right() -> None:
    wrong = {word for word, by_hand in BY_HAND.items() if syllables(word) != by_hand}
    assert len(BY_HAND) >= 150
    assert wrong == {"taufan"}         # read as if it were tauf + an
    assert len(wrong) <= len(BY_HAND) * 0.03


def test_the_rules_alone_miss_four_of_them() -> None:
    wrong = {word for word, by_hand in BY_HAND.items() if by_rules(word) != by_hand}
    assert wrong == {"kau", "mempunyai", "menyukai", "taufan"}
    assert len(wrong) <= len(BY_HAND) * 0.03


def test_an_exception_is_a_word_that_the_rules_get_wrong() -> None:
    assert {word for word, listed in exceptions().items() if by_rules(word) == listed} == set()
    assert all("".join(listed) == word for word, listed in exceptions().items())


@pytest.mark.parametrize(("word", "parts"), [
    ("main", "ma-in"), ("bermain", "ber-ma-in"), ("mainan", "ma-i-nan"),
    ("pakai", "pa-kai"), ("memakai", "me-ma-kai"), ("pakaian", "pa-kai-an"),
    ("mau", "ma-u"), ("semaunya", "se-ma-u-nya"), ("kalau", "ka-lau"), ("kaulah", "kau-lah"),
    ("baik", "ba-ik"), ("kebaikan", "ke-ba-i-kan"), ("sebaiknya", "se-ba-ik-nya"),
])
def test_two_vowels_are_one_or_two_syllables(word: str, parts: str) -> None:
    assert "-".join(syllables(word)) == parts


@pytest.mark.parametrize(("word", "parts"), [
    ("Ibu", "I-bu"), ("BUNGA", "BU-NGA"), ("Élan", "É-lan"), ("Nyonya", "Nyo-nya"),
    ("KTP", "KTP"), ("Rp", "Rp"), ("b", "b"), ("ng", "ng"), ("", ""), ("Henry", "Hen-ry"),
])
def test_syllables_keep_the_letters_as_they_are_written(word: str, parts: str) -> None:
    assert "-".join(syllables(word)) == parts


@given(st.one_of(st.text(), INDONESIAN))
def test_syllables_joined_are_the_word_whatever_it_is(word: str) -> None:
    assert "".join(syllables(word)) == word


@given(INDONESIAN)
def test_a_syllable_has_a_vowel_where_the_word_has_one(word: str) -> None:
    if set("aiueo") & set(word):
        assert all(set("aiueoy") & set(syllable) for syllable in syllables(word))
