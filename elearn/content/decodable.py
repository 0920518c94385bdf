"""Whether a learner can read what a reading lesson makes her read (rule 8 of the format)."""

import functools
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from elearn.content.faults import phrase
from elearn.content.ladder import Ladder, Rung, rung
from elearn.content.lesson import Passage
from elearn.content.subjects import number_of
from elearn.content.values import Meta
from elearn.language.features import CAPITALS, CLOSED, CLUSTER, abbreviated, features
from elearn.language.letters import WORD, letters, plain
from elearn.language.syllables import syllables
from elearn.questions.values import Fault

Read = Mapping[str, tuple[Meta, Sequence[Passage]]]
"""The front matter of lessons by stem, and what they make a learner read."""

OFFERED = 3
"""Words that a message offers in place of others."""

NEVER = 100
"""Above all numbers of lessons."""

NAMED = 5
"""Words that a message names; of more it says that there are more."""

_LATER = "{words} belum bisa dibaca di sini: {part} baru diajarkan di '{title}' ({stem})."
_LATER_OFFERS = (
    "{words} belum bisa dibaca di sini: {part} baru diajarkan di '{title}' ({stem}). Yang bisa: "
    "{offers}."
)
_NOWHERE = "{words} belum bisa dibaca di sini: belum ada pelajaran yang mengajarkan {part}."
_NOWHERE_OFFERS = (
    "{words} belum bisa dibaca di sini: belum ada pelajaran yang mengajarkan {part}. Yang bisa: "
    "{offers}."
)
_RELIES = "{stems} belum ditulis; hurufnya dianggap sudah diajarkan."
_MESSAGES = {
    (True, False): _LATER, (True, True): _LATER_OFFERS,
    (False, False): _NOWHERE, (False, True): _NOWHERE_OFFERS,
}  # fmt: skip


def decodability_faults(read: Read, only: str | None = None) -> Mapping[str, list[Fault]]:
    """Return by stem the words that are to be read before they can be; of `only` where given.

    A lesson that is broken may stand in `read` without passages, so that what it teaches counts.
    """
    ladder = Ladder((stem, meta) for stem, (meta, _) in read.items())
    offers = _Offers(read, ladder)
    found: dict[str, list[Fault]] = {}
    for stem, (meta, passages) in read.items():
        at = rung(stem, meta)
        if at is None or meta.language != "id" or only not in (None, stem):
            continue
        if ladder.lacks(_needed(tuple(passages)), at.below, at.grants):
            found[stem] = [*_faults(at, passages, ladder, offers)]
    return {stem: faults for stem, faults in found.items() if faults}


def decodability_notes(read: Read, only: str | None = None) -> Mapping[str, list[Fault]]:
    """Return by stem which lessons of the map it relies on that nobody has written yet."""
    ladder = Ladder((stem, meta) for stem, (meta, _) in read.items())
    found: dict[str, list[Fault]] = {}
    for stem, (meta, passages) in read.items():
        at = rung(stem, meta)
        if at is None or meta.language != "id" or only not in (None, stem):
            continue
        if not ladder.unwritten(_needed(tuple(passages)), at.below, at.grants):
            continue
        needed = {one for passage in passages for _, word in words(passage)
                  for one in ladder.needed(word, at.below, at.grants)}
        missing = {one.stem for one in ladder.unwritten(needed, at.below, at.grants)}
        if missing:
            stems = ", ".join(number_of(one) for one in sorted(missing))
            found[stem] = [Fault(1, _RELIES, {"stems": stems})]
    return found


def _faults(
    at: Rung, passages: Iterable[Passage], ladder: Ladder, offers: "_Offers"
) -> Iterator[Fault]:
    for passage in passages:
        wanting: dict[str, dict[str, int]] = {}     # feature -> words, each with its line
        for line, word in words(passage):
            lacking = ladder.lacking(word, at.below, at.grants)
            if lacking:
                last = _last(lacking, ladder, wanting)
                wanting.setdefault(last, {}).setdefault(word, line)
        for feature, lines in wanting.items():
            yield _fault(feature, lines, ladder.teacher(feature), offers.like(_first(lines), at))


@functools.lru_cache(maxsize=4096)
def _needed(passages: tuple[Passage, ...]) -> frozenset[str]:
    """Return all that a lesson's passages need: most lessons are well, and known so at once."""
    needed = (features(word) for passage in passages for _, word in words(passage))
    return frozenset().union(*needed)


def words(passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield the words of a passage, each with its line."""
    line, text = passage
    for number, part in enumerate(text.split("\n"), line):
        for found in WORD.finditer(part):
            yield number, found[0]


def _first(lines: Mapping[str, int]) -> str:
    """Return the word that comes first."""
    return next(iter(lines))


def _last(lacking: Iterable[str], ladder: Ladder, told: Container[str]) -> str:
    """Return what of a word is taught last, or nowhere; rather what is told anyway; a letter first.
    """

    def when(feature: str) -> tuple[int, bool, bool, str]:
        teacher = ladder.teacher(feature)
        number = teacher.number if teacher else NEVER
        return -number, feature not in told, len(letters(feature)) > 1, feature

    return min(lacking, key=when)


def _fault(
    feature: str, lines: Mapping[str, int], teacher: Rung | None, offers: Sequence[str]
) -> Fault:
    named = ", ".join(f"'{word}'" for word in [*lines][:NAMED])
    values = {
        "words": named if len(lines) <= NAMED else f"{named}, …",
        "part": _part(feature, _first(lines)),
        "title": teacher.title if teacher else "",
        "stem": teacher.stem if teacher else "",
        "offers": ", ".join(offers),
    }
    message = _MESSAGES[teacher is not None, bool(offers)]
    return Fault(min(lines.values()), message, values)


def _part(feature: str, word: str) -> Fault:
    """Return what an author calls a feature."""
    if feature != CAPITALS and abbreviated(word):
        return phrase("singkatan, yang dieja huruf demi huruf")
    kind, _, what = feature.partition(":")
    if kind == "c" and what:
        inside = not plain(word).endswith(what)
        return phrase(
            "'{sign}' di akhir suku kata" if inside else "'{sign}' di akhir kata", sign=what
        )
    if kind == "d" and what:
        return phrase("bunyi '{sign}'", sign=what)
    return {
        CLOSED: phrase("suku kata tertutup di tengah kata, seperti '{example}'",
                       example="-".join(syllables(plain(word)))),
        CLUSTER: phrase("dua konsonan bersama, seperti '{example}'",
                        example="-".join(syllables(plain(word)))),
        CAPITALS: phrase("huruf besar"),
    }.get(feature, phrase("huruf '{sign}'", sign=feature))


class _Offers:
    """The words that lessons make their learners read, to be offered in place of others."""

    def __init__(self, read: Read, ladder: Ladder) -> None:
        self._read, self._ladder = read, ladder
        self._counted: Counter[str] = Counter()
        self._found: dict[tuple[str, str], tuple[str, ...]] = {}

    def like(self, word: str, at: Rung) -> tuple[str, ...]:
        """Return up to three words that can be read in a lesson, those that begin alike first."""
        self._counted = self._counted or Counter(self._words())
        start = plain(word)[:2]
        if (at.stem, start) not in self._found:
            readable = (
                one for one in sorted(self._counted, key=lambda one: self._order(one, start))
                if not self._ladder.lacking(one, at.below, at.grants)
            )
            self._found[at.stem, start] = tuple(islice(readable, OFFERED))
        return self._found[at.stem, start]

    def _words(self) -> Iterator[str]:
        """Yield small words of two syllables or more: a part of a word says nothing."""
        for _, passages in self._read.values():
            for passage in passages:
                for _, word in words(passage):
                    if word == word.lower() and len(syllables(word)) > 1:
                        yield word

    def _order(self, one: str, start: str) -> tuple[bool, int, int, str]:
        """Return a key: real words stand more than once; then what begins alike; then common ones.
        """
        unlike = 0 if one[:2] == start else 1 if one[:1] == start[:1] else 2
        return self._counted[one] == 1, unlike, -self._counted[one], one
