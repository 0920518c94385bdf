"""Scripts and what the engine is given."""

import re

from hypothesis import given
from hypothesis import strategies as st

from elearn.content.values import Pronounced
from elearn.narration.script import Script, is_id, utterance


@given(st.lists(st.text()), st.sampled_from(["id", "en", "../.."]))
def test_an_id_is_safe_in_a_path_and_an_address(sentences: list[str], language: str) -> None:
    assert re.fullmatch(r"[a-z2-7]{10}", Script(tuple(sentences), language).named(sentences))


def test_the_id_depends_on_sentences_their_bounds_the_language_and_the_sounds() -> None:
    ids = {
        Script(("a b",), "id").named(["x"]), Script(("a", "b"), "id").named(["x"]),
        Script(("a b",), "en").named(["x"]), Script(("b", "a"), "id").named(["x"]),
        Script(("a b",), "id").named(["y"]), Script(("a b",), "id").named(["x", "y"]),
    }
    assert len(ids) == 6


def test_only_an_id_is_taken_for_one() -> None:
    assert is_id("abcdefghij23")
    for other in ("", "abc", "../../etc/pa", "ABCDEFGHIJ23", "abcdefghij23\n", "abcdefghij2\x00"):
        assert not is_id(other)


def test_money_is_one_displayed_word_and_four_spoken_ones() -> None:
    said = utterance("Harganya Rp10.000, ya?", "id")
    assert [(word.start, word.end) for word in said.words] == [(0, 8), (9, 17), (19, 21)]
    first, last = said.ranges[1]
    assert said.text[first:last].strip(",") == "sepuluh ribu rupiah"


@given(st.text(max_size=60), st.sampled_from(["id", "en"]))
def test_every_displayed_word_has_its_place_in_what_is_said(sentence: str, language: str) -> None:
    said = utterance(sentence, language)
    assert [said.text[a:b] for a, b in said.ranges] == [word.text for word in said.words]


def test_what_is_said_otherwise_makes_another_script() -> None:
    plain, told = "Ikut KB.", Pronounced("Ikut KB.", (("KB", "ka be"),))
    assert told == plain
    assert Script((told,), "id") != Script((plain,), "id")
    assert utterance(told, "id").text == "Ikut ka be."
    assert utterance(plain, "id").text == "Ikut KB."
