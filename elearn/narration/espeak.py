"""The embedded voice: espeak-ng by ctypes, from the package espeakng-loader. Needs no network.

Written against `speak_lib.h` of espeak-ng 1.52 (API revision 12).
"""

import atexit
import ctypes
import functools
import hashlib
import os
import re
import shutil
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import espeakng_loader
import numpy as np

from elearn.narration import e_sounds, lexicon
from elearn.narration.values import RATE, Interval, Speech, SpeechError

LONGEST_PATH = 150
"""Bytes of a data path that espeak-ng surely takes: its buffer holds 160."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of espeak-ng. Its speeds are in espeak's own unit, which counts shorter words."""

    name: str
    speed: int               # sentences: about 120 words a minute
    alone: int               # a letter, a syllable, a word to learn, or a row of such: a lone vowel
                             # lasts 0.3 s


VOICES = {"id": Voice("id", 150, 110), "en": Voice("en", 120, 100)}

_ROW = re.compile(r"[^\s,]+(?:, [^\s,]+)*|\w{1,2}(?:,? \w{1,2})+[.]?")   # a, i, u; k k, m m

_SYNCHRONOUS = 2             # AUDIO_OUTPUT_SYNCHRONOUS: samples come to us, in the calling thread
_DO_NOT_EXIT = 0x8000        # without it espeak-ng ends the process when its data is missing
_UTF8 = 1
_PHONEMES = 0x100
_POS_CHARACTER = 1
_SPEED = 1
_LIST_END, _WORD, _SENTENCE, _END = 0, 1, 2, 5
_WORDS_KEPT = 4096
_BOUNDARIES = frozenset((_WORD, _SENTENCE, _END))

_speaking = threading.Lock()     # espeak-ng is one global state per process


class _EventId(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),     # in characters, from 1
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event)
)


class Espeak:
    """espeak-ng as an engine. The library is loaded at the first word, once per process."""

    name = "espeak"
    online = False

    @functools.cached_property
    def key(self) -> str:
        """Name, version of the package, and a hash of the voices and of the words told to them."""
        manner = repr((sorted(VOICES.items()), _ROW.pattern, lexicon.FORM, e_sounds.written()))
        mark = hashlib.sha256(manner.encode()).hexdigest()[:6]
        return f"{self.name}-{metadata.version('espeakng-loader')}-{mark}"

    def speak(self, text: str, language: str) -> Speech:
        """Return `text` in the voice of `language`; an unknown language is said as Indonesian."""
        clean = "".join(sign if sign.isprintable() else " " for sign in text)
        voice = VOICES.get(language, VOICES["id"])
        speed = voice.alone if _ROW.fullmatch(clean.strip()) else voice.speed
        if voice.name != "id":
            with _speaking:
                return _library().say(clean, voice.name, speed)
        with _speaking:
            library = _library()
            words = lexicon.respelled(clean, library.phonemes)
            said = library.say(words.text, voice.name, speed, phonemes=words.phonemes)
        return Speech(said.samples, tuple(
            (start, end, *words.original(first, last)) for start, end, first, last in said.words
        ))


class _Library:
    """The loaded library and what its callback collects; used under the lock only."""

    def __init__(self) -> None:
        self._c = ctypes.CDLL(espeakng_loader.get_library_path())
        folder = os.fsencode(data_folder())
        rate = self._c.espeak_Initialize(_SYNCHRONOUS, 0, folder, _DO_NOT_EXIT)
        if rate != RATE:
            raise SpeechError(f"espeak-ng did not start with its data in {folder!r}: {rate}")
        self._voice = ""
        self._sound: list[bytes] = []
        self._events: list[tuple[int, int, int, int]] = []
        self._callback = _Callback(self._collect)    # kept: the library holds no reference
        self._c.espeak_SetSynthCallback(self._callback)
        self._c.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self.phonemes = functools.lru_cache(_WORDS_KEPT)(self._phonemes)

    def say(self, text: str, voice: str, speed: int, *, phonemes: bool = False) -> Speech:
        """Speak; with `phonemes` what stands in [[…]] is said as written there."""
        self._take(voice)
        self._c.espeak_SetParameter(_SPEED, speed, 0)
        self._sound.clear()
        self._events.clear()
        encoded = text.encode("utf-8", "replace") + b"\0"
        flags = _UTF8 | (_PHONEMES if phonemes else 0)
        _demand(
            self._c.espeak_Synth(encoded, len(encoded), 0, _POS_CHARACTER, 0, flags, None, None),
            "synthesis",
        )
        sound = np.frombuffer(b"".join(self._sound), np.int16)
        words = tuple(_words(self._events, len(sound) / RATE))
        return Speech(sound.astype(np.float32) / np.float32(32768), words)

    def _take(self, voice: str) -> None:
        if voice != self._voice:
            _demand(self._c.espeak_SetVoiceByName(voice.encode()), f"voice {voice}")
            self._voice = voice

    def _phonemes(self, word: str) -> str:
        """Return how the Indonesian voice says a word by itself, in espeak-ng's own letters."""
        self._take(VOICES["id"].name)
        text = ctypes.create_string_buffer(word.encode())
        at = ctypes.c_void_p(ctypes.addressof(text))
        told = self._c.espeak_TextToPhonemes(ctypes.byref(at), _UTF8, 0)
        return bytes(told or b"").decode()

    def _collect(self, sound: int | None, count: int, events: Any) -> int:
        if sound and count:
            self._sound.append(ctypes.string_at(sound, count * 2))
        at = 0
        while (event := events[at]).type != _LIST_END:
            if event.type in _BOUNDARIES:
                self._events.append((event.type, event.sample, event.text_position, event.length))
            at += 1
        return 0


def _words(events: list[tuple[int, int, int, int]], seconds: float) -> Iterator[Interval]:
    """Yield every word that has characters; it lasts until the next word or end of a clause."""
    starts = [sample / RATE for _, sample, _, _ in events] + [seconds]
    for (kind, sample, position, length), end in zip(events, starts[1:], strict=True):
        if kind == _WORD and length > 0:
            yield sample / RATE, end, position - 1, position - 1 + length


def _demand(code: int, what: str) -> None:
    if code != 0:
        raise SpeechError(f"espeak-ng: {what} failed with code {code}")


@functools.cache
def _library() -> _Library:
    try:
        return _Library()
    except OSError as error:
        raise SpeechError(f"espeak-ng cannot be loaded: {error}") from error


@functools.cache
def data_folder() -> str:
    """Return the folder of espeak-ng's data, by a path short enough for its buffer."""
    folder = espeakng_loader.get_data_path()
    if len(os.fsencode(folder)) <= LONGEST_PATH:
        return str(folder)
    near = Path(tempfile.mkdtemp(prefix="espeak-"))
    atexit.register(shutil.rmtree, near, ignore_errors=True)
    short = near / "espeak-ng-data"
    try:
        short.symlink_to(folder, target_is_directory=True)
    except OSError:                              # Windows grants links to administrators only
        shutil.copytree(folder, short)
    return str(short)
