"""MP3 and FLAC."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.narration.encoding import DELAY, flac, from_flac, mp3
from elearn.narration.espeak import Espeak
from elearn.narration.sound import finished
from elearn.narration.values import RATE, Said
from tests.narration.listening import as_heard, heard, onsets, seconds

pytestmark = pytest.mark.audio

SAID = Said((np.random.default_rng(7).normal(0, 3000, RATE)).astype(np.int16), ((0.0, 1.0, 0, 3),))
WHOLE = flac(SAID)


def test_an_mp3_sounds_late_by_the_delay_that_the_cues_add() -> None:
    click = np.zeros(RATE, np.int16)
    click[RATE // 2:RATE // 2 + 200] = 20000
    begins = onsets(heard(mp3(click)), after=1)[0]
    assert begins == pytest.approx(0.5 + DELAY, abs=0.01)


def test_an_mp3_loses_nothing_of_the_end() -> None:
    said = finished(Espeak().speak("Ibu pergi ke pasar besar.", "id"))
    before = seconds(as_heard(said.pcm))
    assert seconds(heard(mp3(said.pcm))) == pytest.approx(before, abs=0.03)


def test_an_mp3_has_a_constant_rate_of_32_kbps() -> None:
    assert len(mp3(np.zeros(60 * RATE, np.int16))) == pytest.approx(240_000, rel=0.01)


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
