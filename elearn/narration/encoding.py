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

_KBPS = 32
_QUALITY = 2                 # LAME's scale: 0 best, 9 fastest; 2 costs 7 ms per second of sound


def mp3(sound: Pcm) -> bytes:
    """Return `sound` as MP3 of a constant 32 kbps, so that phones can seek in it."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(_KBPS)
    encoder.set_in_sample_rate(RATE)
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
