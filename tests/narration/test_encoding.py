"""MP3 and FLAC."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.narration.acoustics import ALIKE, distance, features
from elearn.narration.encoding import DELAY, flac, from_flac, mp3
from elearn.narration.espeak import Espeak
from elearn.narration.sound import finished
from elearn.narration.values import RATE, Said, Speech
from tests.narration.listening import as_heard, heard, onsets, seconds

pytestmark = pytest.mark.audio

SAID = Said((np.random.default_rng(7).normal(0, 3000, RATE)).astype(np.int16), ((0.0, 1.0, 0, 3),))
WHOLE = flac(SAID)


@pytest.mark.parametrize("length", [1, 3])
def test_an_mp3_sounds_late_by_the_delay_that_the_cues_add(length: int) -> None:
    click = np.zeros(length * RATE, np.int16)
    click[RATE // 2:RATE // 2 + 200] = 20000
    begins = onsets(heard(mp3(click)), after=1)[0]
    assert begins == pytest.approx(0.5 + DELAY, abs=0.01)


def test_an_mp3_loses_nothing_of_the_end() -> None:
    said = finished(Espeak().speak("Ibu pergi ke pasar besar.", "id"))
    before = seconds(as_heard(said.pcm))
    assert seconds(heard(mp3(said.pcm))) == pytest.approx(before, abs=0.03)


def test_an_mp3_has_a_constant_rate_of_24_kbps() -> None:
    assert len(mp3(np.zeros(60 * RATE, np.int16))) == pytest.approx(180_000, rel=0.01)


def test_a_letter_or_a_word_has_32_kbps() -> None:
    word = np.zeros(RATE, np.int16)
    assert len(mp3(word)) == pytest.approx(4000, rel=0.2)
    assert len(mp3(np.tile(word, 2))) == pytest.approx(6000, rel=0.2)


@pytest.mark.parametrize("pair", [("s", "f"), ("sa", "sya"), ("sa", "fa"), ("sya", "fa")])
@pytest.mark.parametrize("after", [0.0, 1.5])
def test_what_is_hardest_to_encode_is_told_apart_afterwards(
    pair: tuple[str, str], after: float
) -> None:
    rest = np.zeros(round(after * RATE), np.int16)       # as long as a sentence: fewer bits
    each = [finished(Espeak().speak(text, "id")).pcm for text in pair]
    back = [heard(mp3(np.append(pcm, rest))) for pcm in each]
    pcm = [finished(Speech(samples, ())).pcm for samples in back]
    assert distance(*map(features, pcm)) > 1.5 * ALIKE


def test_a_flac_gives_back_the_same_samples_and_words() -> None:
    again = from_flac(WHOLE)
    assert again is not None
    assert np.array_equal(again.pcm, SAID.pcm)
    assert again.words == SAID.words


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(WHOLE) - 1))
def test_a_flac_that_was_cut_anywhere_is_noticed(length: int) -> None:
    assert from_flac(WHOLE[:length]) is None


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_no_flac_and_no_error(data: bytes) -> None:
    assert from_flac(data) is None
