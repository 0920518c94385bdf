"""Trimming, levelling, joining."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.narration.espeak import Espeak
from elearn.narration.sound import (
    LEVEL,
    PAUSE,
    PEAK,
    finished,
    gated_rms,
    joined,
    levelled,
)
from elearn.narration.values import RATE, Samples, Speech
from tests.narration.listening import as_heard


def tone(seconds: float, height: float) -> Samples:
    time = np.arange(round(seconds * RATE)) / RATE
    return (height * np.sin(2 * np.pi * 440 * time)).astype(np.float32)


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE), np.float32)


@pytest.mark.audio
@pytest.mark.parametrize(("text", "language"), [
    ("Ibu membeli sayur di pasar.", "id"), ("Mother goes to the market.", "en"),
    ("u", "id"), ("a", "id"), ("ma", "id"), ("a", "en"),
])
def test_everything_is_equally_loud(text: str, language: str) -> None:
    sound = as_heard(finished(Espeak().speak(text, language)).pcm)
    assert abs(20 * np.log10(gated_rms(sound) / LEVEL)) < 1
    assert np.abs(sound).max() <= PEAK


@given(st.floats(0.001, 1), st.floats(0.01, 0.6))
def test_no_sample_passes_the_peak(height: float, seconds: float) -> None:
    sound = tone(seconds, height)
    sound[len(sound) // 2] = 1.0
    assert np.abs(levelled(sound)).max() <= PEAK + 1e-6


def test_pauses_do_not_make_the_speech_louder() -> None:
    pausing = np.concatenate([tone(0.5, 0.3), silence(3), tone(0.5, 0.3)])
    assert gated_rms(pausing) == pytest.approx(gated_rms(tone(1, 0.3)), rel=0.05)


def test_silence_stays_silence() -> None:
    assert not levelled(silence(0.5)).any()
    assert len(finished(Speech(silence(0.5), ())).pcm) == 0


def test_silence_is_trimmed_and_the_words_move_with_the_sound() -> None:
    speech = Speech(
        np.concatenate([silence(0.5), tone(1, 0.3), silence(0.5)]),
        ((0.5, 1.0, 0, 3), (1.0, 2.0, 4, 8)),
    )
    said = finished(speech)
    assert len(said.pcm) / RATE == pytest.approx(1.02, abs=0.005)
    (first, middle, _, _), (_, last, _, _) = said.words
    assert (first, middle) == pytest.approx((0.01, 0.51), abs=0.005)
    assert last <= len(said.pcm) / RATE


def test_sentences_are_joined_with_a_pause_and_none_at_the_end() -> None:
    one, two = (np.full(RATE, height, np.int16) for height in (100, 200))
    sound, starts = joined([one, two])
    assert starts == pytest.approx((0, 1 + PAUSE))
    assert len(sound) == pytest.approx((2 + PAUSE) * RATE)
    assert sound[-1] == 200


def test_nothing_to_join_is_a_moment_of_silence() -> None:
    sound, starts = joined([])
    assert starts == ()
    assert not sound.any()
