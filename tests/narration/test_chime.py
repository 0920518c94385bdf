"""Two soft notes: light, and softer than a voice."""

import numpy as np

from elearn.narration import chime, encoding
from elearn.narration.values import RATE


def test_it_is_light_and_softer_than_any_voice() -> None:
    assert len(encoding.mp3(chime.tone())) <= 6_000
    assert np.abs(chime.tone()).max() < 0.21 * 32767
    assert np.abs(chime.tone()[[0, -1]]).max() < 50          # no click at either end


def test_its_notes_are_a_fourth_apart() -> None:
    first, second = (strongest(chime.tone([note])) for _, note in enumerate(chime.NOTES))
    assert abs(first - 440) < 5
    assert abs(second / first - 4 / 3) < 0.02


def strongest(pcm: np.ndarray[tuple[int], np.dtype[np.int16]]) -> float:
    """Return the strongest frequency (Hz)."""
    spectrum = np.abs(np.fft.rfft(pcm))
    return float(np.fft.rfftfreq(len(pcm), 1 / RATE)[spectrum.argmax()])
