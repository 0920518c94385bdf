"""When each sentence and each displayed word sounds: the one shape of timings, and WebVTT."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TypedDict

import numpy as np

from elearn.narration.encoding import DELAY
from elearn.narration.script import Script, Utterance, digest
from elearn.narration.values import Interval

_PLACES = 3                  # milliseconds


class Cue(TypedDict):
    """One sentence. `words`: seconds, and characters of the displayed sentence, in order.

    `text` is that sentence as it is displayed: a page finds by it what it lights up.
    """

    id: str
    text: str
    start: float
    end: float
    engine: str
    words: list[Interval]


class Timings(TypedDict):
    """A clip; `audio` is relative to the address of the timings."""

    audio: str
    sentences: list[Cue]


def cues(
    script: Script,
    engines: Sequence[str],
    spans: Sequence[tuple[float, float]],
    words: Sequence[Sequence[Interval]],
) -> list[Cue]:
    """Return the cues of a clip from the spans of its sentences in the sound before encoding.

    `engines[i]` said sentence i; `words[i]` are its displayed words, in seconds from its start.
    """
    ids = _ids(script.sentences)
    return [
        Cue(
            id=name,
            text=str(text),
            start=_heard(start),
            end=_heard(end),
            engine=engine,
            words=[
                (_heard(start + first), _heard(start + last), char0, char1)
                for first, last, char0, char1 in said
            ],
        )
        for name, text, engine, (start, end), said in zip(
            ids, script.sentences, engines, spans, words, strict=True
        )
    ]


def displayed(said: Utterance, heard: Sequence[Interval], seconds: float) -> list[Interval]:
    """Return when each displayed word of `said` sounds, from what the engine told of its own words.

    One interval per displayed word, in order, never overlapping. A word that the engine drew
    together with its neighbour gets its share of the time by its letters.
    """
    starts = _starts(said, heard, seconds)
    intervals = []
    for word, (first, last), (start, following) in zip(
        said.words, said.ranges, pairwise([*starts, seconds]), strict=True
    ):
        ends = [end for _, end, char0, _ in heard if first <= char0 < last]
        end = min(max(ends[-1], start), following) if ends else following
        intervals.append((start, end, word.start, word.end))
    return intervals


def webvtt(script: Script, timings: Timings) -> str:
    """Return the sentences of a clip as a WebVTT file."""
    blocks = ["WEBVTT"]
    for text, cue in zip(script.sentences, timings["sentences"], strict=True):
        plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
        plain = plain.replace(">", "&gt;")
        blocks.append(f"{cue['id']}\n{_clock(cue['start'])} --> {_clock(cue['end'])}\n{plain}")
    return "\n\n".join(blocks) + "\n"


def _starts(said: Utterance, heard: Sequence[Interval], seconds: float) -> list[float]:
    positions = [0, *(char0 for _, _, char0, _ in heard), len(said.text)]
    times = [0.0, *(start for start, _, _, _ in heard), seconds]
    guessed = np.interp([first for first, _ in said.ranges], positions, times)
    exact = (
        next((start for start, _, char0, _ in heard if first <= char0 < last), float(guess))
        for (first, last), guess in zip(said.ranges, guessed, strict=True)
    )
    latest = 0.0
    rising = []
    for start in exact:
        latest = min(max(latest, start), seconds)
        rising.append(latest)
    return rising


def _ids(sentences: Sequence[str]) -> list[str]:
    """Name each sentence by its text and, said again, by which time that is."""
    times: Counter[str] = Counter()
    names = []
    for sentence in sentences:
        name = digest(" ".join(sentence.split()))[:8]
        times[name] += 1
        names.append(f"k{name}-{times[name]}")
    return names


def _heard(seconds: float) -> float:
    return round(seconds + DELAY, _PLACES)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"
