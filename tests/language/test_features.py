"""What one must know to read a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.language.features import CAPITALS, CLOSED, features, granted
from elearn.language.letters import ALPHABET, WORD


@pytest.mark.parametrize(("word", "needed"), [
    ("ibu", "i b u"),
    ("mau", "m a u"),
    ("bambu", f"b a m u {CLOSED}"),
    ("ikan", "i k a n c:n"),
    ("pintu", f"p i n t u {CLOSED}"),
    ("bunga", "b u ng a"),
    ("uang", "u a ng c:ng"),
    ("tangga", f"t a ng g {CLOSED} c:ng"),
    ("akhir", "a kh i r c:r"),
    ("sungai", "s u ng a i d:ai"),
    ("naik", "n a i k c:k"),
    ("saudara", "s a u d r d:au"),
    ("kau", "k a u d:au"),
    ("koboi", "k o b i d:oi"),
    ("grup", "g r u p c:p k:cluster"),
    ("teks", "t e k s c:s k:cluster"),
    ("transfer", f"t r a n s f e c:r {CLOSED} k:cluster"),
    ("putra", f"p u t r a {CLOSED}"),
    ("makanan", "m a k n c:n"),
    ("Dewi", f"d e w i {CAPITALS}"),
    ("Henry", f"h e n r y {CLOSED} {CAPITALS}"),
    ("straße", "s t r a ß e k:cluster"),
])
def test_a_word_needs_its_letters_and_how_they_stand(word: str, needed: str) -> None:
    assert features(word) == set(needed.split())


@pytest.mark.parametrize("sign", ["", "b", "B", "é", "ng", "Ny", "日"])
def test_a_single_letter_needs_nothing(sign: str) -> None:
    assert features(sign) == set()


@pytest.mark.parametrize("word", ["KTP", "KK", "RT", "Rp", "BPJS"])
def test_what_is_spelled_out_needs_the_whole_alphabet_and_capitals(word: str) -> None:
    assert features(word) == {*ALPHABET, CAPITALS}


@pytest.mark.parametrize("word", ["kg", "dr", "yth"])
def test_a_short_form_without_a_vowel_is_spelled_out_too(word: str) -> None:
    assert features(word) == set(ALPHABET)


def test_words_stand_between_digits_and_signs() -> None:
    assert WORD.findall("Anak-anak beli 3 ikat, Rp5.000 (2x)!") == [
        "Anak", "anak", "beli", "ikat", "Rp", "x",
    ]


@pytest.mark.parametrize(
    "feature", ["m", "c:n", "c:ng", "c:kh", "d:ai", "d:au", "d:oi", "k:cluster"]
)
def test_a_lesson_can_grant_every_feature_of_the_curriculum(feature: str) -> None:
    assert granted(feature) == (CLOSED if feature == "m" else feature)


@pytest.mark.parametrize(
    "feature", ["", "n", "c:", "c:a", "c:nn", "c", "d:ia", "k:pr", "m:", "c:1"]
)
def test_what_is_no_feature_cannot_be_granted(feature: str) -> None:
    assert granted(feature) is None


@given(st.text())
def test_any_text_has_features(text: str) -> None:
    assert features(text) == features(text)
    assert all(features(word) or len(word) < 3 for word in WORD.findall(text) if word.isascii())


@given(st.text(alphabet="aiueonngmbktsyhlrd", min_size=2))
def test_whatever_a_small_word_needs_a_lesson_can_grant(word: str) -> None:
    for feature in features(word):
        assert granted(feature) or feature in {CLOSED, *ALPHABET, "ng", "ny", "kh", "sy"}
