"""Two soft notes of a small gong row, for the end of a lesson that she can do now.

Made of sums of sines, as the gongs of Kalimantan sound: a few partials that are no whole multiples,
each dying away sooner than the one below it. No sample of anybody's; softer than any voice here.
"""

from collections.abc import Sequence

import numpy as np

from elearn.narration.values import RATE, Pcm

SECONDS = 0.95
NOTES = ((0.0, 440.0), (0.26, 587.33))       # when (s) and how high (Hz): a fourth up
LEVEL = 10 ** (-14 / 20)                     # its loudest sample; voices reach -1.5 dBFS

_PARTIALS = ((1.0, 1.0, 0.30), (2.01, 0.32, 0.18), (2.76, 0.18, 0.10), (5.4, 0.05, 0.05))
"""Of the note's height; how loud beside the first; in how many seconds it falls to 1/e."""

_ATTACK = 0.008              # seconds: struck with a padded stick
_FADE = 0.12                 # seconds, at the end


def tone(notes: Sequence[tuple[float, float]] = NOTES) -> Pcm:
    """Return the samples."""
    at = np.arange(round(SECONDS * RATE)) / RATE
    heard = np.zeros(len(at))
    for begins, height in notes:
        since = np.clip(at - begins, 0, None)
        struck = np.minimum(since / _ATTACK, 1)
        for ratio, loud, dies in _PARTIALS:
            turns = 2 * np.pi * height * ratio * since
            heard += struck * loud * np.exp(-since / dies) * np.sin(turns)
    heard *= np.clip((SECONDS - at) / _FADE, 0, 1)
    scaled = heard * (LEVEL / np.abs(heard).max())
    pcm: Pcm = np.round(scaled * 32767).astype(np.int16)
    return pcm
