"""Takes as phones make them: a voice with quiet around it, and all that goes wrong with one."""

import io
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pytest
import soundfile

from elearn.content.prepared import DARKROOM
from elearn.narration import ENGINES
from elearn.narration.values import RATE


@pytest.fixture(scope="module", autouse=True)
def awake() -> Iterator[None]:
    """Keep the process that decodes: a start after every take is for hubs with little memory."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DARKROOM, "rest", lambda: None)
        yield
    DARKROOM.close()


Sound = npt.NDArray[np.float64]


def voice(text: str, loud: float = 0.3) -> Sound:
    """Return somebody who says `text`, with nothing around it; `loud` is the peak."""
    said: Sound = ENGINES["espeak"]().speak(text, "id").samples.astype(np.float64)
    said *= loud / np.abs(said).max()
    return said


def around(said: Sound, noise: float = 0.0005, before: float = 0.5, after: float = 0.6) -> Sound:
    """Return a take of it: quiet before and after, and everywhere a little noise."""
    quiet = (np.zeros(round(seconds * RATE)) for seconds in (before, after))
    whole = np.concatenate([next(quiet), said, next(quiet)])
    return whole + np.random.default_rng(5).normal(0, noise, len(whole))


def wav(sound: Sound, form: str = "WAV", rate: int = RATE) -> bytes:
    """Return it as a file."""
    out = io.BytesIO()
    soundfile.write(out, np.clip(sound, -1, 1), rate, format=form)
    return out.getvalue()


def take(text: str) -> bytes:
    """Return a good take of `text` as a file."""
    return wav(around(voice(text)))
