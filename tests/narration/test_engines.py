"""Every engine of the registry keeps what the rest relies on."""

import re

import numpy as np
import pytest

from elearn.narration import ENGINES
from tests.narration.fake_gtts import Service, service

__all__ = ["service"]


@pytest.mark.audio
@pytest.mark.parametrize("name", sorted(ENGINES))
def test_an_engine_speaks_and_its_key_is_safe_in_a_path(name: str, service: Service) -> None:
    engine = ENGINES[name]()
    assert engine.name == name
    assert re.fullmatch(rf"{name}-[a-z0-9.-]+", engine.key)
    speech = engine.speak("selamat pagi", "id")
    assert np.abs(speech.samples).max() > 0.1
    assert [(a, b) for _, _, a, b in speech.words] == [(0, 7), (8, 12)]
