"""Words with two kinds of e are said as they are spoken, and lit up where they stand."""

import re

import pytest

from elearn.narration.e_sounds import rows
from elearn.narration.espeak import Espeak
from elearn.narration.lexicon import exchanged, respelled

OWN = {
    "apel": "'ap@l", "be": "b'E", "beli": "b'Eli", "besi": "b'Esi", "beda": "b'Eda", "de": "d'E",
    "dieja": "d'idZa", "diiyeja": "", "diyeja": "dij'EdZa", "empat": "'Empat", "es": "'es",
    "jen": "dZ'En", "ke": "k@", "keju": "k'EdZu", "kue": "k'u@", "lele": "l'El@", "pel": "p'El",
    "per": "p@r", "re": "R2'E", "sate": "s'at@", "se": "s'E", "sepatu": "s@p'atu", "te": "t'E",
    "tem": "t'Em", "tempat": "t'Empat", "teman": "t'Eman", "teman-teman": "t'Emant'Eman",
    "e": "'e", "besar": "b'EsaR",
}
"""How the voice says these by itself."""


def own(word: str) -> str:
    return OWN.get(word, "x")


def said(text: str) -> str:
    return respelled(text, own).text


def test_wrong_words_are_replaced_and_found_again() -> None:
    text = "Kami beli sate, lalu tidur."
    words = respelled(text, own)
    assert words.phonemes
    assert words.text == "Kami [[b@l'i]] [[s'atE]], lalu tidur."
    for word in ("Kami", "[[b@l'i]]", "[[s'atE]]", "lalu", "tidur"):
        start = words.text.index(word)
        first, last = words.original(start, start + len(word))
        assert text[first:last] == {"[[b@l'i]]": "beli", "[[s'atE]]": "sate"}.get(word, word)


@pytest.mark.parametrize("text", ["", "ibu mau ubi", "keju dan sepatu", "cluster", "[[sate", "🐟"])
def test_all_else_stays_as_it_is(text: str) -> None:
    words = respelled(text, own)
    assert (words.text, words.phonemes) == (text, False)
    assert words.original(3, 5) == (3, 5)


@pytest.mark.parametrize(("text", "heard"), [
    ("BESAR", "[[b@s'aR]]"),
    ("Besar", "[[b@s'aR]]"),
    ("teman-teman", "[[t@m'ant@m'an]]"),
    ("dieja", "[[dij'EdZa]]"),
    ("apél, apel", "[['apEl]], apel"),
])
def test_capitals_doubled_words_and_accents(text: str, heard: str) -> None:
    assert said(text) == heard


@pytest.mark.parametrize(("text", "heard"), [
    ("dari empat", "dari [[_|@mp'at]]"),
    ("dan empat", "dan [[@mp'at]]"),
    ("satu, empat", "satu, [[@mp'at]]"),
    ("sate ibu", "[[s'atE_|]] ibu"),
    ("sate kami", "[[s'atE]] kami"),
])
def test_the_voices_own_break_between_two_vowels_is_kept(text: str, heard: str) -> None:
    assert said(text) == heard


@pytest.mark.parametrize(("text", "heard"), [
    ("Besi: be, si.", "[[b'@]], si."),
    ("Be, lalu si. Jadi besi.", "[[b'@]], lalu si."),
    ("Tempat: tem, pat.", "[[t'@m]], pat."),
    ("Keju: ke, ju.", "[[k'E]], ju."),
    ("Sepatu: se, pa, tu.", "[[s'@]], pa, tu."),
    ("ker, tas, bukan ke, re, tas.", "bukan ke, [[R2'@]], tas."),
    ("Apel: a, pel.", "a, [[p'@l]]."),
    ("ka re na", "ka [[R2'@]] na"),
])
def test_a_piece_of_a_word_has_the_e_of_its_word(text: str, heard: str) -> None:
    assert heard in said(text)


@pytest.mark.parametrize("text", ["beda: be, da.", "sa, te.", "tem, pe.", "ke toko", "ku, e", "te"])
def test_other_pieces_stay_as_they_are(text: str) -> None:
    assert not respelled(text, own).phonemes


@pytest.mark.parametrize(("phonemes", "written", "heard"), [
    ("b'ESaR", "bəsar", "b@S'aR"),
    ("k@l'ER2@N", "kəléréng", "k@l'ER2EN"),
    ("m@n,ERtaw'akan", "mənərtawakan", "m@n@Rtaw'akan"),
    ("s@g'ER2a", "səgəra", "s@g@R2'a"),
    ("t'Elm@m", "təlməm", "t@lm'@m"),
    ("s'E", "sə", "s'@"),
    ("k@", "ké", "k'E"),
    ("'e", "é", "'e"),
    ("p'akaI", "pakai", "p'akaI"),
    ("d'idZa", "diéja", None),
])
def test_only_the_vowels_are_exchanged_and_a_stress_that_cannot_stay(
    phonemes: str, written: str, heard: str | None
) -> None:
    assert exchanged(phonemes, written) == heard


def test_the_voice_lights_up_the_words_of_the_text_it_was_given() -> None:
    text = "Kami beli besi, dari empat sate ibu, keras-keras dan kue."
    speech = Espeak().speak(text, "id")
    assert [text[a:b].strip(",.") for _, _, a, b in speech.words] == re.findall("[A-Za-z-]+", text)


def test_the_lexicon_is_large_enough_to_be_meant() -> None:
    assert len(rows()) > 1_500
