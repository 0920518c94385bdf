"""How far two sounds are from each other at the place where they differ most.

Two words of one voice are laid over each other (dynamic time warping of their mel cepstra, so that
one may be said a little faster) and compared where they differ most: *pagi* and *padi* are the same
sound but for a twentieth of a second, and a mean over the word would hide it.
"""

import functools

import numpy as np
import numpy.typing as npt

from elearn.narration.values import RATE, Pcm

Features = npt.NDArray[np.float64]
"""One row per 5 ms."""

ALIKE = 27.0
"""Sounds nearer than this cannot be told apart; in dB, over the mel cepstrum of WINDOW.

The same word said again by the embedded voice, at another speed or pitch or as an MP3, is at most
24 away from itself; the nearest of 2,700 pairs of words that differ in one sound is 30 away.
"""

_HOP = RATE // 200
_FRAME = 512                 # 23 ms
_BANDS, _LOWEST, _HIGHEST = 32, 80.0, 8000.0
_CEPSTRA = 18                # coarse enough to hear the mouth and not the pitch
_DEPTH = 50.0                # dB below the loudest: what is softer is silence
_WINDOW = 12                 # 60 ms: about one consonant
_QUIET = 1e-9
_CLEARLY = 60.0              # every second frame: the same word is at most 38 away from itself


def features(sound: Pcm) -> Features:
    """Return what is heard in `sound`, the same for any loudness."""
    samples = np.asarray(sound, np.float64) / 32768
    sharper = np.append(samples[:1], samples[1:] - 0.9 * samples[:-1])
    padded = np.pad(sharper, _FRAME // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, _FRAME)[::_HOP] * np.hanning(_FRAME)
    power = np.abs(np.fft.rfft(frames)) ** 2
    level = 10 * np.log10(_product(power, _bands()) + _QUIET)
    loudest = np.percentile(level.max(axis=1), 95)
    return _product(np.maximum(level - loudest, -_DEPTH), _cosines())


def alike(one: Features, other: Features) -> bool:
    """Return whether two sounds of one voice cannot be told apart."""
    if _farthest(one[::2], other[::2], _WINDOW // 2) > _CLEARLY:     # a quarter of the work
        return False
    return distance(one, other) < ALIKE


def distance(one: Features, other: Features) -> float:
    """Return how far two sounds are apart where they differ most; 0.0 for the same samples."""
    return _farthest(one, other, _WINDOW)


def _farthest(one: Features, other: Features, window: int) -> float:
    cost = _costs(one, other)
    along = np.array([cost[at] for at in _path(cost)])
    if len(along) < window:
        return float(along.mean())
    return float(np.convolve(along, np.full(window, 1 / window), "valid").max())


def _product(rows: Features, columns: Features) -> Features:
    """Return rows @ columns.T by one thread: BLAS would keep every core spinning for so little."""
    found: Features = np.einsum("ij,kj->ik", rows, columns)
    return found


def _costs(one: Features, other: Features) -> Features:
    squares = (one**2).sum(axis=1)[:, None] + (other**2).sum(axis=1)[None]
    squares -= 2 * _product(one, other)
    found: Features = np.sqrt(np.maximum(squares, 0))
    return found


def _path(cost: Features) -> list[tuple[int, int]]:
    """Return the cheapest way through both sounds, from their ends to their beginnings."""
    total = np.full((cost.shape[0] + 1, cost.shape[1] + 1), np.inf)
    total[0, 0] = 0
    for row, prices in enumerate(cost):
        # r[j] = c[j] + min(best from above, r[j-1]), for a whole row at once
        before = total[row]
        sums = np.cumsum(prices)
        above = np.minimum(before[:-1], before[1:])
        total[row + 1, 1:] = sums + np.minimum.accumulate(above - (sums - prices))
    at, to = cost.shape
    path = []
    while at and to:
        path.append((at - 1, to - 1))
        steps = ((at - 1, to - 1), (at - 1, to), (at, to - 1))
        at, to = min(steps, key=lambda step: total[step])
    return path


@functools.cache
def _bands() -> Features:
    """Return the mel bands as weights of the spectrum's lines."""
    low, high = (2595 * np.log10(1 + hertz / 700) for hertz in (_LOWEST, _HIGHEST))
    edges = 700 * (10 ** (np.linspace(low, high, _BANDS + 2) / 2595) - 1)
    lines = np.fft.rfftfreq(_FRAME, 1 / RATE)
    rising = (lines - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - lines) / (edges[2:] - edges[1:-1])[:, None]
    found: Features = np.clip(np.minimum(rising, falling), 0, None)
    return found


@functools.cache
def _cosines() -> Features:
    """Return the orthonormal cosine transform of the bands, cut off."""
    turns = np.outer(np.arange(_CEPSTRA), np.arange(_BANDS) + 0.5)
    found: Features = np.cos(np.pi * turns / _BANDS) * np.sqrt(2 / _BANDS)
    found[0] /= np.sqrt(2)
    return found
