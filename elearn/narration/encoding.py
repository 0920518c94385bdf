"""MP3 for the learner, FLAC for the store; no ffmpeg."""

import io
import json

import lameenc
import numpy as np
import soundfile

from elearn.narration.values import RATE, Pcm, Said

DELAY = 1105 / RATE
"""Seconds by which an MP3 of ours sounds late: LAME's 576 samples and the decoder's 529.

lameenc writes no header that would tell a player to skip them, so every player plays them.
"""

KBPS, KBPS_SHORT = 24, 32
"""Constant, so that phones can seek. docs/performance.md says why these two."""

SHORT = 1.5                  # seconds: a letter, a syllable, a word, in which every sound counts

FORM = f"{KBPS}-{KBPS_SHORT}"
"""Part of the name of every clip: encoded otherwise, it is another file."""

_QUALITY = 2                 # LAME's scale: 0 best, 9 fastest; 2 costs 3 ms per second of sound


def kbps_for(seconds: float) -> int:
    """Return the rate at which so long a clip is encoded."""
    return KBPS_SHORT if seconds < SHORT else KBPS


def mp3(sound: Pcm) -> bytes:
    """Return `sound` as MP3 of one constant rate."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(kbps_for(len(sound) / RATE))
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)            # else LAME takes 16 kHz, and DELAY is another
    encoder.set_channels(1)
    encoder.set_quality(_QUALITY)
    encoder.silence()
    return bytes(encoder.encode(sound.tobytes())) + bytes(encoder.flush())


def flac(said: Said) -> bytes:
    """Return a sentence without loss, its word times in the comment of the same file."""
    buffer = io.BytesIO()
    with soundfile.SoundFile(buffer, "w", RATE, 1, format="FLAC", subtype="PCM_16") as file:
        file.comment = json.dumps(said.words)
        file.write(said.pcm)
    return buffer.getvalue()


def from_flac(data: bytes) -> Said | None:
    """Return the sentence in `data`, or None where that is not a whole file of `flac`."""
    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            pcm = file.read(dtype="int16")
            whole = len(pcm) == file.frames and file.samplerate == RATE
            words = tuple(
                (float(start), float(end), int(char0), int(char1))
                for start, end, char0, char1 in json.loads(file.comment)
            )
    except (soundfile.LibsndfileError, ValueError, TypeError):
        return None
    return Said(np.asarray(pcm, np.int16), words) if whole else None
