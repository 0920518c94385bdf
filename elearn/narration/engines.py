"""The voices there are, by name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from elearn.narration.espeak import Espeak
from elearn.narration.gtts import Gtts
from elearn.narration.values import Engine

ENGINES: Mapping[str, Callable[[], Engine]] = MappingProxyType({"espeak": Espeak, "gtts": Gtts})
