"""Samples made fit to be heard: silence off the ends, one loudness, no clicks; and joined."""

from collections.abc import Sequence

import numpy as np

from elearn.narration.values import RATE, Interval, Pcm, Said, Samples, Speech

LEVEL = 10 ** (-20 / 20)     # gated RMS of every sentence: -20 dBFS
PEAK = 10 ** (-1.5 / 20)     # no sample above it; MP3 may overshoot a little
SILENCE = 10 ** (-50 / 20)   # what is softer at the ends is no speech
PAUSE = 0.4                  # seconds between two sentences

_BLOCK = RATE // 50
_GATE = 10 ** (-20 / 20)     # blocks this far below the loudest one are pauses, not speech
_MARGIN = RATE // 100
_FADE = RATE // 200


def finished(speech: Speech) -> Said:
    """Return a speech trimmed, levelled and faded."""
    first, last = _extent(speech.samples)
    samples = _faded(levelled(speech.samples[first:last]))
    offset, seconds = first / RATE, len(samples) / RATE
    words = tuple(
        (_within(start - offset, seconds), _within(end - offset, seconds), char0, char1)
        for start, end, char0, char1 in speech.words
    )
    return Said(np.round(samples * 32767).astype(np.int16), words)


def levelled(samples: Samples) -> Samples:
    """Return `samples` at LEVEL, or as near to it as PEAK allows; silence stays silence."""
    loudness = gated_rms(samples)
    if loudness == 0:
        return samples
    gain = min(LEVEL / loudness, PEAK / float(np.abs(samples).max()))
    return samples * np.float32(gain)


def gated_rms(samples: Samples) -> float:
    """Return the root mean square of the 20 ms blocks that hold speech; 0.0 for silence."""
    whole = samples[:len(samples) // _BLOCK * _BLOCK] if len(samples) >= _BLOCK else samples
    if not len(whole):
        return 0.0
    blocks = whole.reshape(-1, min(_BLOCK, len(whole))).astype(np.float64)
    power = np.mean(blocks**2, axis=1)
    return float(np.sqrt(power[power >= power.max() * _GATE**2].mean()))


def joined(sentences: Sequence[Pcm]) -> tuple[Pcm, tuple[float, ...]]:
    """Return the sentences one after another with PAUSE between, and where each starts (s)."""
    pause = np.zeros(round(PAUSE * RATE), np.int16)
    pieces: list[Pcm] = []
    starts: list[float] = []
    length = 0
    for sentence in sentences:
        starts.append(length / RATE)
        pieces += [sentence, pause]
        length += len(sentence) + len(pause)
    return (np.concatenate(pieces[:-1]) if pieces else pause), tuple(starts)


def resampled(samples: Samples, rate: int) -> Samples:
    """Return `samples` at RATE: by the spectrum, exact for what lies below both limits."""
    if rate == RATE or not len(samples):
        return samples
    length = round(len(samples) * RATE / rate)
    spectrum = np.fft.rfft(samples)
    kept = np.zeros(length // 2 + 1, spectrum.dtype)
    both = min(len(kept), len(spectrum))
    kept[:both] = spectrum[:both]
    return (np.fft.irfft(kept, length) * (length / len(samples))).astype(np.float32)


def scaled(told: Speech, place: tuple[float, float]) -> tuple[Interval, ...]:
    """Return the words of `told` with their times stretched into `place` (start and end, s)."""
    first, last = heard(told.samples)
    start, end = place
    factor = (end - start) / (last - first) if last > first else 0.0

    def moved(at: float) -> float:
        return start + (min(max(at, first), last) - first) * factor

    return tuple((moved(a), moved(b), char0, char1) for a, b, char0, char1 in told.words)


def heard(samples: Samples) -> tuple[float, float]:
    """Return from when to when something is heard, in seconds; (0, 0) for silence."""
    loud: Sequence[int] = np.flatnonzero(np.abs(samples) > SILENCE).tolist()
    return (loud[0] / RATE, (loud[-1] + 1) / RATE) if loud else (0.0, 0.0)


def _extent(samples: Samples) -> tuple[int, int]:
    loud = np.flatnonzero(np.abs(samples) > SILENCE)
    if not len(loud):
        return 0, 0
    return max(0, int(loud[0]) - _MARGIN), min(len(samples), int(loud[-1]) + 1 + _MARGIN)


def _faded(samples: Samples) -> Samples:
    span = min(_FADE, len(samples))
    if span:
        ramp = np.linspace(0, 1, span, dtype=np.float32)
        samples = samples.copy()
        samples[:span] *= ramp
        samples[-span:] *= ramp[::-1]
    return samples


def _within(seconds: float, limit: float) -> float:
    return min(max(seconds, 0.0), limit)
