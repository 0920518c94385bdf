"""What lies around lesson files and gives words a meaning: gambar.md, ucapan.md, fakta.md, files.

A reading notes what it looked up here, so that a change of one word has only those lessons read
again that use it.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Generic, TypeVar

from elearn import messages
from elearn.content.beside import Beside
from elearn.content.facts import Facts
from elearn.content.frasa import Phrases
from elearn.content.own import Files
from elearn.language.local import shown
from elearn.language.sayings import Sayings, Told, tokens

Words = Mapping[str, Mapping[str, str]]
"""What gambar.md (and gambar.en.md) call emoji, by language."""

Need = tuple[str, str, str]
"""A table, a key that was looked up in it, and a digest of what was found."""

Found = TypeVar("Found")

_ALL = ""                    # the key that stands for a look at the whole table


@dataclass(frozen=True)
class Around:
    """The surroundings that a lesson is read in; the same for all lessons of a folder."""

    words: Words = field(default_factory=dict)
    sayings: Mapping[str, Mapping[str, Told]] = field(default_factory=dict)   # by language
    facts: Facts = field(default_factory=Facts)
    beside: Beside = field(default_factory=dict)
    prepared: Path | None = None     # where own files are kept as learners get them
    phrases: Phrases = field(default_factory=dict)   # stock phrases of frasa.md
    lost: bool = False               # own files that are lost stand in their words: old versions

    def picture_words(self, language: str) -> Mapping[str, str]:
        """Return what emoji are called in `language`."""
        return self.words.get(language, {})

    def told(self, text: str, language: str) -> Told:
        """Return what ucapan.md may say otherwise in `text`."""
        return self.sayings.get(language, Sayings()).get(tokens(text), ())

    def told_by_us(self, language: str) -> Told:
        """Return what ucapan.md may say otherwise in words of the interface: lessons hold some."""
        return self.sayings.get(language, Sayings()).get(_ours(shown(language)), ())

    def site_told(self, language: str) -> Told:
        """Return all that ucapan.md says otherwise, for what stands in no lesson."""
        known = self.sayings.get(language)
        return known.whole if isinstance(known, Sayings) else ()

    def files(self, subject: str) -> Files:
        """Return the own files that a lesson of `subject` may name."""
        return Files(self.beside.get(subject, {}), self.prepared, lost=self.lost)

    def watched(self) -> "tuple[Around, set[Need]]":
        """Return the same surroundings, and a set that fills with what is looked up in them."""
        needs: set[Need] = set()
        words = {
            language: Watched(f"gambar.{language}", known, needs)
            for language, known in self.words.items()
        }
        sayings = {
            language: Watched(f"ucapan.{language}", known, needs)
            for language, known in self.sayings.items()
        }
        facts = replace(self.facts, by_id=Watched("fakta", self.facts.by_id, needs))
        beside = {
            subject: Watched(f"berkas.{subject}", known, needs)
            for subject, known in self.beside.items()
        }
        return replace(self, words=words, sayings=sayings, facts=facts, beside=beside), needs

    def tables(self) -> Mapping[str, Mapping[str, object]]:
        """Return everything that can be looked up, by the names that `Need` gives them."""
        return {
            **{f"gambar.{language}": known for language, known in self.words.items()},
            **{f"berkas.{subject}": known for subject, known in self.beside.items()},
            **{f"ucapan.{language}": known for language, known in self.sayings.items()},
            "fakta": self.facts.by_id,
            "frasa": self.phrases,
        }

    def still(self, needs: Iterable[Need]) -> bool:
        """Whether all of this would be found again as it was."""
        tables = self.tables()
        return all(_seen(tables.get(table, {}), key) == found for table, key, found in needs)

    @cached_property
    def fingerprint(self) -> str:
        """The same for surroundings that give the same lessons."""
        tables = sorted((name, _seen(table, _ALL)) for name, table in self.tables().items())
        return hashlib.sha256(repr(tables).encode()).hexdigest()[:16]

    def __hash__(self) -> int:
        """Hash by content, as it compares."""
        return hash(self.fingerprint)


@lru_cache
def _ours(language: str) -> str:
    return tokens(" ".join(messages.spoken(language).values()))


class Watched(Mapping[str, Found], Generic[Found]):
    """A table that notes what is looked up in it."""

    def __init__(self, name: str, held: Mapping[str, Found], needs: set[Need]) -> None:
        """Watch `held` under a name of `Around.tables`."""
        self._name, self._held, self._needs = name, held, needs

    def __getitem__(self, key: str) -> Found:
        """Look up one key."""
        self._note(key)
        return self._held[key]

    def __iter__(self) -> Iterator[str]:
        """Look at all of it."""
        self._note(_ALL)
        return iter(self._held)

    def __len__(self) -> int:
        """Look at all of it."""
        self._note(_ALL)
        return len(self._held)

    def _note(self, key: str) -> None:
        self._needs.add((self._name, key, _seen(self._held, key)))


def _seen(table: Mapping[str, object], key: str) -> str:
    found = sorted(table.items()) if key == _ALL else table.get(key)
    return hashlib.sha256(repr(found).encode("utf-8", "replace")).hexdigest()[:8]


NOTHING = Around()
"""A lesson that lies alone."""
