"""Sentences into sound: scripts, engines, timings, a store that never serves a half."""

from elearn.narration.engines import ENGINES
from elearn.narration.epoch import Stamps
from elearn.narration.files import Clip
from elearn.narration.narrator import Narrator
from elearn.narration.script import Script
from elearn.narration.timing import Timings, webvtt
from elearn.narration.values import Engine, Speech, SpeechError

__all__ = [
    "ENGINES", "Clip", "Engine", "Narrator", "Script", "Speech", "SpeechError", "Stamps",
    "Timings", "webvtt",
]
