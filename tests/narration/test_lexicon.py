"""Words with two kinds of e are said as they are spoken, and lit up where they stand."""

import pytest

from elearn.narration.espeak import Espeak
from elearn.narration.lexicon import SAID, respelled


def test_words_of_the_lexicon_are_replaced_and_found_again() -> None:
    text = "Kami beli sate, lalu tidur."
    words = respelled(text)
    assert words.phonemes
    assert words.text == "Kami [[b@l'i]] [[s'atE]], lalu tidur."
    for word in ("Kami", "[[b@l'i]]", "[[s'atE]]", "lalu", "tidur"):
        start = words.text.index(word)
        first, last = words.original(start, start + len(word))
        assert text[first:last] == {"[[b@l'i]]": "beli", "[[s'atE]]": "sate"}.get(word, word)


@pytest.mark.parametrize("text", ["", "ibu mau ubi", "sate-satean", "keberatan", "[[sate"])
def test_all_else_stays_as_it_is(text: str) -> None:
    words = respelled(text)
    assert (words.text, words.phonemes) == (text, False)
    assert words.original(3, 5) == (3, 5)


def test_every_word_has_one_e_that_is_told() -> None:
    assert len(SAID) > 60
    for word, said in SAID.items():
        assert "e" in word
        assert said.count("'") == 1
        assert word.count("e") == said.count("@") + said.count("E")


@pytest.mark.parametrize(("text", "said"), [
    ("Besi: be, si.", "[[b@]], si."),
    ("Be, lalu si. Jadi besi.", "[[b@]], lalu si."),
    ("Tempat: tem, pat.", "[[t@m]], pat."),
    ("Keju: ke, ju.", "[[k'E]], ju."),
    ("Sepatu: se, pa, tu.", "[[s'@]], pa, tu."),
])
def test_a_piece_of_a_word_has_the_e_of_its_word(text: str, said: str) -> None:
    assert said in respelled(text).text


@pytest.mark.parametrize("text", ["beda: be, da.", "sa, te.", "tem, pe.", "ke toko"])
def test_other_pieces_stay_as_they_are(text: str) -> None:
    assert not respelled(text).phonemes


def test_the_voice_lights_up_the_words_of_the_text_it_was_given() -> None:
    text = "Kami beli besi, sate dan kue."
    speech = Espeak().speak(text, "id")
    assert [text[a:b].strip(",.") for _, _, a, b in speech.words] == [
        "Kami", "beli", "besi", "sate", "dan", "kue"]
