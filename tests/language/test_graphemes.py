"""Words as the graphemes a reader learns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.language.graphemes import graphemes


@pytest.mark.parametrize(("word", "parts"), [
    ("ibu", "i b u"),
    ("Menyanyi", "m e ny a ny i"),
    ("bunga", "b u ng a"),
    ("tanggal", "t a ng g a l"),
    ("akhir", "a kh i r"),
    ("syarat", "sy a r a t"),
    ("pantai", "p a n t a i"),
    ("kerbau", "k e r b a u"),
    ("i-kan", "i k a n"),
    ("n-g", "n g"),
    ("n g", "n g"),
    ("Palangka Raya", "p a l a ng k a r a y a"),
    ("lélé", "l e l e"),
    ("12 🐟", ""),
    ("", ""),
])
def test_ng_ny_kh_and_sy_are_one_letter_to_a_reader(word: str, parts: str) -> None:
    assert graphemes(word) == tuple(parts.split())


@given(st.text())
def test_any_text_has_graphemes(text: str) -> None:
    assert set("".join(graphemes(text))) <= set("abcdefghijklmnopqrstuvwxyz")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz"))
def test_no_letter_is_lost(word: str) -> None:
    assert "".join(graphemes(word)) == word
