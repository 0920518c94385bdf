"""The online voice, by the package gTTS: only ever asked by an operator's `elearn narrate`.

The service is not ours: it gets the words of lessons and buttons, nothing about anybody. gTTS does
not check the certificate it is shown, and a captive portal's page can look like success; so what
comes back is only kept when it decodes and lasts about as long as its text, and after an answer
that is not the service's nothing more is sent.
"""

import io
import random
import re
import time
from collections.abc import Callable
from functools import cached_property
from typing import NoReturn

import numpy as np
import soundfile

from elearn.narration.espeak import Espeak
from elearn.narration.sound import heard, resampled, scaled
from elearn.narration.values import Engine, Samples, Speech, SpeechError

LONGEST = 100
"""Characters the service takes at once."""
TIMEOUT = (3, 10)            # seconds to connect, and to wait for an answer
SPACING = 1.0                # seconds between two requests: the service blocks bursts
WAITS = (1.0, 4.0, 16.0)     # seconds, give or take a quarter, before each further try
LOST = 3                     # requests without an answer, one after another, before the batch stops
REFUSALS = {429: "permintaan terlalu sering", 403: "layanan menolak",
            407: "perantara jaringan meminta sandi", 511: "jaringan meminta masuk dulu"}
BROKEN = 500                 # from this status on the service itself has trouble
SECONDS_A_LETTER = (0.035, 0.25)    # nobody speaks faster or slower: half an answer is told by it
SLACK = 1.0                  # seconds more than that: a single letter is said with care
SHORTEST = 0.08              # seconds: a lone vowel

_UNITS = re.compile(r"(?<=[.!?;:])\s+|(?<=,)\s+|\s+(?=dan |atau |yang |and |or |which )")


LANGUAGES = frozenset(("id", "en"))
"""Those it is asked for; it would say others as something else."""


class UnsayableError(SpeechError):
    """There is nothing to say here, or no voice for it: asking again would not help."""


class StoppedError(SpeechError):
    """The service blocks us, or cannot be reached: asking on would make it worse."""


class Gtts:
    """Google's voice. One batch: after a block or lost connections it answers nothing more."""

    name = "gtts"
    key = "gtts-1"           # not the package's version: other hubs play what was made here
    online = True

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        timing: Engine | None = None,
    ) -> None:
        """Wait by `sleep`; take the times of words from `timing`, the embedded voice."""
        self._clock, self._sleep = clock, sleep
        self._timing = timing
        self._asked: float | None = None
        self._lost = 0
        self._stopped = ""

    def speak(self, text: str, language: str) -> Speech:
        """Return `text` as sound; raise StoppedError when the batch is over, else SpeechError.

        What cannot be said here at all is an UnsayableError, and no request is made for it.
        """
        pieces = cut(text)
        if not pieces or language not in LANGUAGES:
            raise UnsayableError("gtts: tidak ada yang diucapkan")
        samples = [self._piece(piece, language) for piece in pieces]
        whole = np.concatenate(samples)
        return Speech(whole, scaled(self._pace.speak(text, language), heard(whole)))

    @cached_property
    def _pace(self) -> Engine:
        return self._timing or Espeak()

    def _piece(self, text: str, language: str) -> Samples:
        told = ""
        for wait in (0.0, *WAITS):
            if wait:
                self._sleep(wait * random.uniform(0.75, 1.25))  # noqa: S311  # jitter
            try:
                return decoded(self._answer(text, language), text)
            except (StoppedError, UnsayableError):
                raise
            except SpeechError as error:
                told = str(error)
        raise SpeechError(told)

    def _answer(self, text: str, language: str) -> bytes:
        from gtts import gTTS
        from gtts.tts import gTTSError

        if self._stopped:
            raise StoppedError(self._stopped)
        self._wait_for_turn()
        sound = io.BytesIO()
        try:
            gTTS(text, lang=language, lang_check=False, timeout=TIMEOUT).write_to_fp(sound)
        except gTTSError as error:
            status = getattr(error.rsp, "status_code", None)
            self._judge(status)
            raise SpeechError(f"gtts: {error}") from error
        except AssertionError as error:               # nothing but signs
            raise UnsayableError("gtts: tidak ada yang diucapkan") from error
        except (ValueError, OSError) as error:        # garbled base64 or bytes
            raise SpeechError(f"gtts: {type(error).__name__}: {error}") from error
        self._lost = 0
        if not sound.getvalue():
            self._stop("jawaban bukan dari layanan suara; mungkin halaman masuk Wi-Fi")
        return sound.getvalue()

    def _wait_for_turn(self) -> None:
        if self._asked is not None:
            self._sleep(max(0.0, SPACING - (self._clock() - self._asked)))
        self._asked = self._clock()

    def _judge(self, status: int | None) -> None:
        """Stop the batch where we are refused, or where the service is not reached at all."""
        if status in REFUSALS:
            self._stop(f"{REFUSALS[status]} ({status})")
        self._lost = self._lost + 1 if status is None or status >= BROKEN else 0
        if self._lost >= LOST:
            self._stop("layanan belum terjangkau")

    def _stop(self, why: str) -> NoReturn:
        self._stopped = f"gtts: {why}"
        raise StoppedError(self._stopped)


def cut(text: str, longest: int = LONGEST) -> list[str]:
    """Return `text` in pieces of at most `longest` characters, cut where the sense allows it.

    At the ends of clauses, else between words, else within an endless word.
    """
    pieces: list[str] = []
    for unit in _units(text.strip(), longest):
        if pieces and len(pieces[-1]) + 1 + len(unit) <= longest:
            pieces[-1] += f" {unit}"
        else:
            pieces.append(unit)
    return pieces


def _units(text: str, longest: int) -> list[str]:
    if len(text) <= longest:
        return [text] if text else []
    found = []
    for clause in _UNITS.split(text):
        words = clause.split() if len(clause) > longest else [clause]
        for word in words:
            found += [word[at : at + longest] for at in range(0, len(word), longest)]
    return found


def decoded(data: bytes, text: str) -> Samples:
    """Return the sound in an MP3 at RATE; SpeechError for what cannot be `text` spoken."""
    try:
        sound, rate = soundfile.read(io.BytesIO(data), dtype="float32", always_2d=True)
    except (soundfile.LibsndfileError, RuntimeError) as error:
        raise SpeechError("gtts: jawaban bukan suara") from error
    samples = resampled(np.asarray(sound.mean(axis=1), np.float32), rate)
    least, most = SECONDS_A_LETTER
    start, end = heard(samples)
    seconds = end - start
    if not max(SHORTEST, least * len(text)) <= seconds <= SLACK + most * len(text):
        raise SpeechError(f"gtts: suara {seconds:.1f} detik untuk {len(text)} huruf")
    return samples
