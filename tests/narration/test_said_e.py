"""What the voice itself reports that it says: every e as listed, and nothing else changed."""

import ctypes
import re
import subprocess
import sys

import pytest

from elearn.narration import lexicon
from elearn.narration.e_sounds import plain, rows, told
from elearn.narration.espeak import VOICES, Espeak, _library, _speaking

pytestmark = pytest.mark.audio

_REPORT = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p)

INFLECTED = """
    dibəlikan məmbəlinya pəmbəlian kubəli bərtəman təmanmu mənəmani diséwakan pənyéwa məmərlukan
    mənərtawakan kəcəlakaan kəəmpat pəngəras dicék diéja məngéja məngəcék mənyəbərang mənərima
    tərgəsa-gəsa bəsar-bəsar pəlan-pəlan tərus-mənərus bərganti-ganti pəngəlola pəmbəlajaran
    məmpərlihatkannya bərhak pənglihatan səpərəmpat səpuluh-səpuluh məmbəsarkan"""


def reported(text: str, *, phonemes: bool) -> list[str]:
    """Return the phonemes of each clause as espeak-ng tells them while it says them."""
    clauses: list[str] = []

    def note(clause: bytes) -> int:
        clauses.append(clause.decode())
        return 0

    kept = _REPORT(note)
    with _speaking:
        library = _library()
        library._c.espeak_SetPhonemeCallback(kept)
        try:
            library.say(text, VOICES["id"].name, 450, phonemes=phonemes)
        finally:
            library._c.espeak_SetPhonemeCallback(None)
    return clauses


def told_by_lexicon(text: str) -> list[str]:
    """Return what is said for a text as the lexicon tells it."""
    with _speaking:
        words = lexicon.respelled(text, _library().phonemes)
    return reported(words.text, phonemes=words.phonemes)


def both(text: str) -> tuple[list[str], list[str]]:
    """Return what is said by the engine's own rules, and what is said as the lexicon tells it."""
    return reported(text, phonemes=False), told_by_lexicon(text)


def sounds_of_e(clause: str) -> str:
    """Return the e of a clause in order, as rows write them."""
    return "".join("ə" if sound == "@" else "é" for sound in re.findall("[@eE]", clause))


def skeleton(clause: str) -> str:
    """Return a clause without stress, with one e, and its breaks before the second vowel."""
    bare = re.sub("[',]", "", clause).replace("_| ", " _|")
    return re.sub("[@e]", "E", bare)


@pytest.mark.parametrize("words", [list(rows().values()), INFLECTED.split()], ids=["rows", "forms"])
def test_every_listed_word_is_said_as_listed_and_otherwise_as_before(words: list[str]) -> None:
    with _speaking:
        own = {word: _library().phonemes(plain(word)) for word in words}
        changed = [word for word in words
                   if lexicon.respelled(plain(word), _library().phonemes).phonemes]
    said = told_by_lexicon(", ".join(plain(word) for word in changed))
    heard = own | dict(zip(changed, said, strict=True))
    assert len(changed) > len(words) / 3
    wrong = {word: clause for word, clause in heard.items()
             if sounds_of_e(clause) != "".join(re.findall("[əé]", word))}
    assert wrong == {}
    others = {word: (own[word], clause) for word, clause in heard.items()
              if skeleton(own[word]) != skeleton(clause) and "ié" not in word}
    assert others == {}
    assert [word for word, clause in heard.items() if clause.count("'") > 1 + word.count("-")] == []


def test_the_e_after_an_i_is_said_and_not_left_out() -> None:
    own, said = both("dieja, klien, karier")
    assert own == ["d'idZa", "kl'in", "k'aR2iR"]
    assert [sounds_of_e(clause) for clause in said] == ["é", "é", "é"]


@pytest.mark.parametrize("text", [
    "Kami beli empat sate dan kue itu, lalu pergi ke Kereng dengan teman-teman.",
    "Dengar: kelereng kecil ada di kelas kedua. Sembilan, enam, sebelas!",
    "Mereka senang. Ini empat telur, lele ini besar, kue enak ada di meja ibu.",
    "kartu identitas, tetapi obeng belum terbeli; sore ini kebun sepi?",
])
def test_in_a_sentence_only_the_vowels_and_their_stress_are_others(text: str) -> None:
    own, said = both(text)
    assert [skeleton(clause) for clause in said] == [skeleton(clause) for clause in own]
    listed = "".join(
        letter for word in re.findall("[a-z]+", text.lower()) for letter in told(word) or ""
        if letter in "əé"
    )
    assert "".join(map(sounds_of_e, said)) == listed
    assert "".join(map(sounds_of_e, own)) != listed


@pytest.mark.parametrize("text", [
    "Kami beli empat sate dan kue itu, lalu pergi ke Kereng dengan teman-teman.",
    "Besi: be, si. Keras-keras, satu per satu!",
    "Sepatu: se, pa, tu. Dieja pelan-pelan: sepatu enam ibu.",
])
def test_each_word_of_a_sentence_is_told_once_in_order_and_in_its_place(text: str) -> None:
    speech = Espeak().speak(text, "id")
    assert [text[a:b].strip(".,:!") for _, _, a, b in speech.words] == re.findall(
        r"\w+(?:-\w+)*", text)
    starts = [start for start, _, _, _ in speech.words]
    assert starts == sorted(starts)


def test_english_is_said_by_its_own_rules() -> None:
    text = "We sell seven eggs, here is the best bed."
    spoken = Espeak().speak(text, "en")
    with _speaking:
        plain_english = _library().say(text, "en", VOICES["en"].speed)
    assert [word[2:] for word in spoken.words] == [word[2:] for word in plain_english.words]
    assert len(spoken.samples) == pytest.approx(len(plain_english.samples), rel=0.01)


def test_the_key_of_the_voice_changes_with_the_list() -> None:
    done = subprocess.run(  # noqa: S603  our own interpreter: the list is read once per process
        [sys.executable, "-c", _KEYS], capture_output=True, text=True, check=True
    )
    first, second = done.stdout.split()
    assert first.rpartition("-")[0] == second.rpartition("-")[0]
    assert first != second


_KEYS = """
from elearn.narration import e_sounds
from elearn.narration.espeak import Espeak
print(Espeak().key)
rows = e_sounds.written()
e_sounds.written = lambda: (*rows[:-1], "lét")
print(Espeak().key)
"""
