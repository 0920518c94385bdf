"""Voices that people lend: what is asked of them, and how much of the instruction they say."""

import functools
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from elearn import messages
from elearn.content.around import Around
from elearn.content.catalogue import Catalogue
from elearn.content.facts import Stated
from elearn.content.ucapan import pronounced
from elearn.language.local import shown
from elearn.language.sentences import split
from elearn.narration import keeping
from elearn.narration.heard import LANGUAGE, Heard, Tally, share, stock, tally
from elearn.narration.keeping import name_in


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sentence that a person may say, as it is displayed; `total` seconds of it are heard.

    `source` is the same in Indonesian, which is what lessons are counted in.
    """

    sentence: str
    source: str
    name: str                # of its recording
    total: float = 0.0


@dataclass(frozen=True)
class Lending:
    """What a person is asked to say in one language.

    Other languages than Indonesian have the sentences of the interface. Those that only people
    speak here show them in Indonesian, and file them under these words.
    """

    found: Tally
    around: Around
    language: str

    @functools.cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """Return the stock phrases, that which is heard longest first."""
        heard = stock(self.found.instructions, self.around.phrases)
        return self._distinct((text, one.text, one.total)
                              for one in heard if (text := self._read(one.text)))

    @functools.cached_property
    def others(self) -> tuple[Wanted, ...]:
        """Return what the interface says outside of lessons."""
        done = {one.text for one in self.found.instructions}
        every = (one for text in messages.everything(LANGUAGE) for one in split(text))
        return self._distinct((text, one, 0.0)
                              for one in every if one not in done and (text := self._read(one)))

    @functools.cached_property
    def letters(self) -> tuple[Wanted, ...]:
        """Return the consonants that lessons sound alone; those counted are Indonesian."""
        lone = self.found.lone if self.language == LANGUAGE else ()
        return self._distinct((one, one, 0.0) for one in lone)

    def part(self, names: Collection[str]) -> float:
        """Return the part of the seconds of instruction of which `names` are the recordings."""
        return share(self._heard, lambda text: self._names[text] in names)

    @functools.cached_property
    def _heard(self) -> tuple[Heard, ...]:
        return tuple(one for one in self.found.instructions if self._read(one.text))

    @functools.cached_property
    def _names(self) -> Mapping[str, str]:
        """The names of what is heard, by the text that lessons are counted in."""
        return {one.text: self._name(self._read(one.text)) for one in self._heard}

    def _read(self, text: str) -> str:
        """Return a sentence as it is read in this language; "" where that has none."""
        if self.language == LANGUAGE:
            return text
        known = _english() if self.language == "en" else _own()
        return known.get(text, "")

    def _name(self, sentence: str) -> str:
        return name_in(self._said(sentence), self.language)

    def _said(self, sentence: str) -> str:
        """Return a sentence with what ucapan.md tells of its words."""
        (said,) = pronounced((sentence,), self.around.site_told(shown(self.language)))
        return said

    def _distinct(self, each: Iterator[tuple[str, str, float]]) -> tuple[Wanted, ...]:
        """Return what is asked for, sentences that sound alike once."""
        found: dict[str, Wanted] = {}
        for sentence, source, total in each:
            name = self._name(sentence)
            found.setdefault(name, Wanted(self._said(sentence), source, name, total))
        return tuple(found.values())


def told(folder: Path, catalogue: Catalogue, facts: Stated) -> str:
    """Return in one line how much of the instruction a person says, for `elearn narrate`."""
    lending = Lending(tally(catalogue, facts), catalogue.around, LANGUAGE)
    names = keeping.names(folder, LANGUAGE)
    left = sum(one.name not in names for one in lending.wanted)
    return (
        f"Suara orang: {100 * lending.part(names):.0f} % dari detik petunjuk. "
        f"Frasa yang belum direkam: {left}"
    )


@functools.cache
def _own() -> Mapping[str, str]:
    """Return the sentences of the interface, each by itself."""
    every = (one for text in messages.everything(LANGUAGE) for one in split(text))
    return {one: one for one in every}


@functools.cache
def _english() -> Mapping[str, str]:
    """Return the sentences of the interface in English, where both readings have as many."""
    found: dict[str, str] = {}
    for text in messages.everything(LANGUAGE):
        ours, theirs = split(text), split(messages.catalogue("en")[text])
        if len(ours) == len(theirs):
            found.update(zip(ours, theirs, strict=True))
    return found
