"""Ears for the tests: a clip as a phone would hear it."""

import io
from itertools import pairwise
from pathlib import Path

import numpy as np
import soundfile

from elearn.narration import ENGINES, Clip, Narrator
from elearn.narration.values import RATE, Pcm, Samples

LOUD = 0.01                  # -40 dBFS: louder than MP3's noise, softer than any speech


def narrator_in(audio: Path) -> Narrator:
    """Return a narrator with the embedded voice."""
    return Narrator(audio, ENGINES["espeak"]())


def clip_of(narrator: Narrator, *sentences: str, language: str = "id") -> Clip:
    """Return the clip that says `sentences`; there must be one."""
    clip = narrator.clip(id_of(narrator.say(sentences, language)))
    assert clip is not None
    return clip


def id_of(address: str) -> str:
    """Return the id in the address of a clip."""
    return address.removeprefix("/suara/").removesuffix(".mp3")


def heard(mp3: bytes) -> Samples:
    """Return an MP3 decoded."""
    samples, rate = soundfile.read(io.BytesIO(mp3), dtype="float32")
    assert rate == RATE
    return np.asarray(samples, np.float32)


def as_heard(pcm: Pcm) -> Samples:
    """Return PCM as samples between -1 and 1."""
    return pcm.astype(np.float32) / np.float32(32768)


def onsets(samples: Samples, after: float) -> list[float]:
    """Return when sound begins (s): at first, and after every silence longer than `after` s."""
    loud = np.flatnonzero(np.abs(samples) > LOUD)
    later = [int(b) for a, b in pairwise(loud) if b - a > after * RATE]
    return [at / RATE for at in (int(loud[0]), *later)]


def seconds(samples: Samples) -> float:
    """Return how long something sounds, from its first loud sample to its last."""
    loud = np.flatnonzero(np.abs(samples) > LOUD)
    return float(loud[-1] - loud[0]) / RATE
