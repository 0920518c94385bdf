"""Which e is which: ə as in besar or é as in sate. By the rows of `e.txt`, else by affixes."""

import functools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

FILE = Path(__file__).with_name("e.txt")

_WRITTEN = str.maketrans("êè", "əé")
_PLAIN = str.maketrans("əé", "ee")

_ENDINGS = ("lah", "kah", "pun", "nya", "ku", "mu", "kan", "an", "i")
_PREFIXES = ("di", "ku", "kau", "ke", "se", "ter", "te", "ber", "be", "per", "pe", "me")
_NASALS = (
    ("m", "bfpv", "p"), ("n", "cdjstz", "t"), ("ng", "aiueoghklr", "k"), ("ny", "", "s"),
    ("nge", "bcdfghjklmnprst", ""),
)
"""After me- and pe-: the nasal, what may follow it, what it has swallowed before a vowel."""

_VOWELS = "aiueoəé"
_STEM = re.compile(r"(?:[^aiueo]|[bdgkptf][lr]|s[klpt]r?|ng|ny|kh|sy)?[aiou].*[aiou].*")
_SHORTEST = 3
_DEEPEST = 4                 # affixes of one word: me-n-(t)er-tawa-kan, di-per-guna-kan-nya


@functools.cache
def rows() -> Mapping[str, str]:
    """Return the rows of `e.txt` as they are said, by the word as it is written."""
    return MappingProxyType({plain(row): row for row in written() if not row.endswith("-")})


@functools.cache
def pieces() -> Mapping[str, str]:
    """Return the pieces of words that lessons say alone: rows that are the stem of nothing."""
    ended = (row.removesuffix("-") for row in written() if row.endswith("-"))
    return MappingProxyType({plain(row): row for row in ended})


@functools.cache
def written() -> tuple[str, ...]:
    """Return the rows of the file as they stand there, without its notes."""
    lines = FILE.read_text("utf-8").splitlines()
    return tuple(row for line in lines for row in line.partition("#")[0].split())


def plain(said: str) -> str:
    """Return what `told` gives as it is written."""
    return said.translate(_PLAIN)


@functools.lru_cache(4096)
def told(word: str) -> str | None:
    """Return `word`, in small letters, with ə or é for every e; None where nobody decides one.

    An accent that is written decides as in dictionaries: é and è are é, ê and ə are ə. A word
    without an e comes back as it is. The parts of a doubled word are told one by one.
    """
    parts = re.split(r"([-'’])", word.translate(_WRITTEN))
    each = [part if "e" not in part else _analysed(part) for part in parts]
    return None if None in each else "".join(part for part in each if part)


def _analysed(word: str) -> str | None:
    return (
        _said(word, _DEEPEST, loose=False) or pieces().get(word)
        or _said(word, _DEEPEST, loose=True)
    )


def _said(word: str, depth: int, *, loose: bool) -> str | None:
    """Return a row, or one within affixes; with `loose` any stem will do that has no e."""
    if word in rows():
        return rows()[word]
    if "e" not in word:
        return word if loose and _STEM.fullmatch(word) else None
    if depth:
        for before, stem, swallowed, after in _splits(word):
            inner = _said(swallowed + stem, depth - 1, loose=loose)
            if inner:
                return before + inner.removeprefix(swallowed) + after
    return None


def _splits(word: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield (prefix as it is said, stem, the sound it lost, ending) for one affix of a word."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield "", stem, "", ending
    for prefix in _PREFIXES:
        stem = word.removeprefix(prefix)
        if stem != word and len(stem) >= _SHORTEST:
            yield prefix.replace("e", "ə"), stem, "", ""
    if word[:2] in ("me", "pe"):
        yield from _nasal(word[0], word[2:])


def _nasal(first: str, rest: str) -> Iterator[tuple[str, str, str, str]]:
    for nasal, follows, swallowed in _NASALS:
        stem = rest.removeprefix(nasal)
        if stem == rest or len(stem) < _SHORTEST:
            continue
        before = f"{first}ə{nasal.replace('e', 'ə')}"
        if stem[0] in follows:
            yield before, stem, "", ""
        if swallowed and stem[0] in _VOWELS:
            yield before, stem, swallowed, ""
