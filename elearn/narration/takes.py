"""A take: what a person has just recorded of one sentence, judged, trimmed and levelled.

What is refused here would be heard by every learner of that sentence, so each message says what was
heard and what to do. The measures are taken before anything is mended.
"""

import io
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import soundfile

from elearn.content.given_sound import NOTHING_HEARD, developed
from elearn.content.prepared import RefusedError
from elearn.narration.encoding import flac
from elearn.narration.sound import heard, levelled, resampled
from elearn.narration.values import RATE, Engine, Pcm, Said, Samples, SpeechError

LOWEST_RATE = 8000
"""Samples a second of what can still be understood: a telephone's."""

TOO_QUIET = 10 ** (-45 / 20)
"""Gated RMS: made loud enough, the hiss of the phone would be as loud as some voices."""

CLEAR = 10 ** (12 / 20)
"""By how much a voice stands above what is around it."""

PAUSED = 1.0
"""Seconds: in a shorter file nothing need lie but the voice itself, such as one held vowel."""

FULL = 0.985                 # of the largest sample that there is
CUT = 0.004                  # of what is heard: so many such samples, and it rasps

SHORTEST, LONGEST = 0.4, 3.0
"""Of the length that our own voice needs; it speaks about 120 words a minute."""

HASTE, EASE = 0.3, 1.5       # seconds by which that may be missed: of single syllables it is much

_STEP = RATE // 100
_EDGE = 8                    # steps kept before and after a voice: a breath, a soft consonant
_GAP = 25                    # steps of quiet that may lie within a sentence's own sound
_TAP = 6                     # steps: what is shorter and apart is the finger on the button


@dataclass(frozen=True, slots=True)
class Take:
    """A sentence as a person said it, fit to be kept."""

    pcm: Pcm

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.pcm) / RATE

    def file(self) -> bytes:
        """Return it as FLAC."""
        return flac(Said(self.pcm, ()))


def taken(raw: bytes, text: str, language: str, pace: Engine) -> Take:
    """Return the take in a file that somebody gave for this spoken text; raise RefusedError.

    It is decoded in a process of its own. `pace` tells how long the text takes.
    """
    samples = _samples(developed(raw))
    said = _without_taps(samples)
    if said is None:
        raise RefusedError(NOTHING_HEARD)
    first, last = said
    _listen(samples, samples[first:last])
    _measure((last - first) / RATE, text, language, pace)
    kept = samples[max(0, first - _EDGE * _STEP):last + _EDGE * _STEP]
    return Take(np.round(levelled(kept) * 32767).astype(np.int16))


def _samples(data: bytes) -> Samples:
    """Return the samples of a finished FLAC at RATE, around zero: cheap microphones lean."""
    sound, rate = soundfile.read(io.BytesIO(data), dtype="float32")
    if rate < LOWEST_RATE:
        raise RefusedError("Rekaman ini terlalu kasar ({rate} Hz). Rekam lagi dengan mutu biasa.",
                           rate=rate)
    at_rate = resampled(np.asarray(sound, np.float32), rate)
    return np.asarray(at_rate - at_rate.mean(), np.float32)


def _listen(whole: Samples, said: Samples) -> None:
    """Refuse what cannot be heard well."""
    if np.count_nonzero(np.abs(whole) >= FULL) > CUT * len(said):
        raise RefusedError("Suaranya terlalu keras sampai pecah. Jauhkan HP sedikit, lalu rekam "
                           "lagi.")
    loudness = _loudness(said)
    if loudness < TOO_QUIET:
        raise RefusedError("Suaranya terlalu pelan. Dekatkan HP ke mulut, lalu rekam lagi.")
    if len(whole) > PAUSED * RATE and loudness < CLEAR * _around(whole):
        raise RefusedError("Di sekitar terlalu ramai, suaranya belum jelas. Cari tempat yang "
                           "tenang, lalu rekam lagi.")


def _measure(seconds: float, text: str, language: str, pace: Engine) -> None:
    """Refuse what is far from the length of its sentence; a text no voice can say is not known."""
    try:
        first, last = heard(pace.speak(text, language).samples)
    except SpeechError:
        return
    usual = last - first
    if seconds < SHORTEST * (usual - HASTE):
        raise RefusedError("Rekaman ini {seconds} detik, terlalu pendek untuk kalimat ini. Baca "
                           "kalimatnya sampai habis.", seconds=f"{seconds:.1f}")
    if seconds > LONGEST * usual + EASE:
        raise RefusedError("Rekaman ini {seconds} detik, terlalu panjang untuk kalimat ini. Baca "
                           "kalimat ini saja, sekali.", seconds=f"{seconds:.1f}")


def _steps(samples: Samples) -> npt.NDArray[np.float64]:
    """Return the loudness of each hundredth of a second."""
    whole = samples[:len(samples) // _STEP * _STEP].reshape(-1, _STEP).astype(np.float64)
    loudness: npt.NDArray[np.float64] = np.sqrt(np.mean(whole**2, axis=1))
    return loudness


def _loudness(samples: Samples) -> float:
    """Return the root mean square of what is voice, not pause."""
    steps = _steps(samples)
    if not len(steps):
        return 0.0
    return float(np.sqrt(np.mean(steps[steps >= steps.max() / 10] ** 2)))


def _around(samples: Samples) -> float:
    """Return how loud it is where nobody speaks: the softest twentieth."""
    steps = _steps(samples)
    return float(np.quantile(steps, 0.05)) if len(steps) else 0.0


def _without_taps(samples: Samples) -> tuple[int, int] | None:
    """Return from which to which sample there is a voice; None where there is none."""
    steps = _steps(samples)
    floor = max(10 ** (-55 / 20), 2.5 * _around(samples))
    loud = np.flatnonzero(steps > min(floor, steps.max(initial=0.0) / 3))
    if not len(loud) or steps.max() <= 10 ** (-55 / 20):
        return None
    runs = np.split(loud, np.flatnonzero(np.diff(loud) > _GAP) + 1)
    voiced = [run for run in runs if run[-1] - run[0] >= _TAP]
    if not voiced:
        return None
    return int(voiced[0][0]) * _STEP, (int(voiced[-1][-1]) + 1) * _STEP

