"""What lies around lesson files and gives their words a meaning: gambar.md, fakta.md."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from elearn.content.facts import Facts

Words = Mapping[str, Mapping[str, str]]
"""What gambar.md (and gambar.en.md) call emoji, by language."""


@dataclass(frozen=True)
class Around:
    """The surroundings that a lesson is read in; the same for all lessons of a folder."""

    words: Words = field(default_factory=lambda: MappingProxyType({}))
    facts: Facts = field(default_factory=Facts)

    def picture_words(self, language: str) -> Mapping[str, str]:
        """Return what emoji are called in `language`."""
        return self.words.get(language, {})

    @cached_property
    def fingerprint(self) -> str:
        """The same for surroundings that give the same lessons."""
        words = {language: sorted(known.items()) for language, known in self.words.items()}
        facts = sorted(self.facts.by_id.items())
        return hashlib.sha256(repr((sorted(words.items()), facts)).encode()).hexdigest()[:16]

    def __hash__(self) -> int:
        """Hash by content, as it compares."""
        return hash(self.fingerprint)


NOTHING = Around()
"""A lesson that lies alone."""
