"""Models of how people forget, none of them FSRS: simulated learners are made of them.

Their parameters and where these come from stand in docs/mastery.md.
"""

import math
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol


class Mind(Protocol):
    """What one simulated learner knows. Days count from 0, and only go forward."""

    def recall(self, question: str, day: int) -> float:
        """Return the chance that she knows the answer on that day; 0 for what she never met."""
        ...

    def taught(self, question: str, day: int) -> None:
        """Meet what a question asks, in the steps of a lesson."""
        ...

    def answered(self, question: str, day: int, knew: bool) -> None:
        """Answer it, and be told the answer."""
        ...


@dataclass(slots=True)
class _Trace:
    stability: float         # days until exp(-1) is left
    born: float              # its stability when it was taught
    day: int


@dataclass(slots=True)
class Fading:
    """Exponential forgetting; each success makes a memory last longer, most when it was fading."""

    luck: random.Random
    stability: float         # days, of what was taught once, in the middle of her questions
    _traces: dict[str, _Trace] = field(default_factory=dict)

    GAIN, LOSS = 3.0, 0.5
    BETWEEN, WITHIN = 0.35, 0.5      # spread of learners, and of a learner's questions

    @classmethod
    def of(cls, luck: random.Random, days: float) -> "Fading":
        """Return one of the learners who keep what was taught once for `days` in the middle."""
        return cls(luck, days * luck.lognormvariate(0, cls.BETWEEN))

    def recall(self, question: str, day: int) -> float:
        """Return the chance that she knows it."""
        trace = self._traces.get(question)
        return math.exp(-(day - trace.day) / trace.stability) if trace else 0.0

    def taught(self, question: str, day: int) -> None:
        """Begin a memory, or come to one again as after a success."""
        if question in self._traces:
            self.answered(question, day, True)
            return
        born = self.stability * self.luck.lognormvariate(0, self.WITHIN)
        self._traces[question] = _Trace(born, born, day)

    def answered(self, question: str, day: int, knew: bool) -> None:
        """Let it last longer if she knew, else less long."""
        trace = self._traces[question]
        if knew:
            trace.stability *= 1 + self.GAIN * (1 - self.recall(question, day))
        else:
            trace.stability = max(trace.born * self.LOSS, trace.stability * self.LOSS)
        trace.day = day


@dataclass(slots=True)
class Adding:
    """Every encounter leaves a trace that fades by a power of time; a spaced one fades slower.

    Pavlik and Anderson (2005): what was active when it was met again decays the faster.
    """

    luck: random.Random
    ability: float
    _met: dict[str, list[tuple[float, float]]] = field(default_factory=dict)   # seconds, decay
    _ease: dict[str, float] = field(default_factory=dict)

    DECAY, SCALE, THRESHOLD, NOISE = 0.177, 0.217, -0.704, 0.255
    OUTSIDE = 0.025          # how fast time runs between sessions
    DAY, APART = 86_400.0, 60.0
    TOLD = 3                 # encounters in the steps of a lesson
    SPREAD = 0.2             # of learners, and of a learner's questions

    @classmethod
    def of(cls, luck: random.Random) -> "Adding":
        """Return a learner of her own ability."""
        return cls(luck, luck.gauss(0, cls.SPREAD))

    def recall(self, question: str, day: int) -> float:
        """Return the chance that its activation is above the threshold."""
        if question not in self._met:
            return 0.0
        active = self._activation(question, self._now(question, day)) + self._ease[question]
        return 1 / (1 + math.exp((self.THRESHOLD - active) / self.NOISE))

    def taught(self, question: str, day: int) -> None:
        """Meet it a few times, a minute apart."""
        self._ease.setdefault(question, self.ability + self.luck.gauss(0, self.SPREAD))
        for _ in range(self.TOLD):
            self._meet(question, day)

    def answered(self, question: str, day: int, knew: bool) -> None:
        """Meet it once more: she is told the answer, whether or not she knew it."""
        del knew
        self._meet(question, day)

    def _meet(self, question: str, day: int) -> None:
        now = self._now(question, day)
        known = self._met.setdefault(question, [])
        active = self._activation(question, now) if known else -math.inf
        known.append((now, self.DECAY + self.SCALE * math.exp(active)))

    def _now(self, question: str, day: int) -> float:
        """Return the time in her own seconds: a minute after the last encounter of the same day."""
        start = day * self.DAY * self.OUTSIDE
        known = self._met.get(question)
        return max(start, known[-1][0] + self.APART) if known else start

    def _activation(self, question: str, now: float) -> float:
        return math.log(sum((now - at) ** -decay for at, decay in self._met[question]))


MODELS: Mapping[str, Callable[[random.Random], Mind]] = MappingProxyType({
    "fading, 4 days": lambda luck: Fading.of(luck, 4.0),
    "fading, 10 days": lambda luck: Fading.of(luck, 10.0),
    "adding": Adding.of,
})
