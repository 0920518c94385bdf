"""Folding what was typed."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from elearn.questions.typed import fold

latin = st.characters(max_codepoint=0x24F) | st.sampled_from("\u0301\u0307\u200b\u2019\u2013…ﬁＡ．")


@given(st.text(latin, max_size=30) | st.text())
@example("´.")
@example("x\u2026 ,\u0301")
@example("\u00adŉ")
@example("Ɠ")
@example("…a" * 100)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "text", ["JUM\u2019AT", "jum`at.", " jum'at ", "ｊｕｍ＇ａｔ", "j\u00adum'at…"]
)
def test_one_word_typed_on_many_keyboards(text: str) -> None:
    assert fold(text) == "jum'at"


def test_accents_count_but_not_how_they_are_coded() -> None:
    assert fold("CAFE\u0301") == fold("café") != fold("cafe")


def test_a_stop_inside_is_kept() -> None:
    assert fold("S.Pd.") == "s.pd"


def test_what_can_be_typed_is_old_enough_for_old_phones() -> None:
    """A sign without a meaning in our Unicode might get another one in a newer browser's."""
    signs = [chr(code) for code in range(0x10000) if fold(f"x{chr(code)}x")]
    assert len(signs) > 1000
    assert [sign for sign in signs if unicodedata.category(sign) in ("Cn", "Co", "Cs")] == []
