"""Words in syllables as they are read aloud: ma-ka-nan, su-ngai, sau-da-ra, ka-in.

By sound, not by the rules for the end of a line (makan-an, meng-urus): a reader meets a word from
its left, and does not know yet what its stem is. What no rule can tell stands in
`syllable_exceptions.txt`.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from elearn.language.letters import VOWELS, letters, plain, singles

_DIPHTHONGS = ("ai", "au", "oi", "ei")
_ENDING = r"(?:kan|an|i)?(?:ku|mu|nya)?(?:lah|kah|pun)?"
_OPEN = re.compile(_ENDING)
_CLOSED = re.compile(rf"(?:ng|ny|kh|sy|[b-df-hj-np-tv-z]){_ENDING}")
_PREFIXES = re.compile(r"^(?:ke|se|di|ber|ter|pem|mem|per|me|pe)+(?=[^aiueo])")
_CLITIC = re.compile(r"(.+)(lah|kah|pun|nya)")
_ONSETS = frozenset(
    stop + liquid for stop in "pbtdkgfv" for liquid in "rl" if stop + liquid not in ("tl", "dl")
)
"""Two consonants that begin a syllable after a third: kon-trak, but eks-por."""

_SEAMS = (
    re.compile(r"^(?:ke)?(?:wira|maha|pasca|serba|tata)(?=[aiueo].*[aiueo]|swasta)"),
    re.compile(r"^trans(?=[^aiueos])"),                                     # trans-krip
    re.compile(r"^di(?=(?!plom)(?:[pbtkg][rl]|dr|f[rl])[^aiueo]*[aiueo])"),  # di-pro-ses
    re.compile(r"[aiueo](?=gra[mf]|kra[ts]|klamas)"),                       # pro-gram, fo-to-gra-fi
)
"""Where joined words and prefixes keep their own syllables; each ends where a new part begins."""


@functools.lru_cache(maxsize=65_536)
def syllables(word: str) -> tuple[str, ...]:
    """Return the syllables of a word; joined they are the word, whatever it holds.

    A word without a vowel ("KTP") is one syllable.
    """
    signs, out, at = singles(word), [], 0
    for syllable in of_plain(plain(word)):
        out.append("".join(signs[at:at + len(syllable)]))
        at += len(syllable)
    return tuple(out)


def of_plain(word: str) -> tuple[str, ...]:
    """Return the syllables of a word in small letters without accents."""
    return _listed(word) or by_rules(word)


def by_rules(word: str) -> tuple[str, ...]:
    """Return the syllables of a plain word by the rules alone."""
    cuts = sorted({found.end() for seam in _SEAMS for found in seam.finditer(word)})
    parts = [word[start:end] for start, end in pairwise([0, *cuts, len(word)])]
    return tuple(syllable for part in parts for syllable in _split(part))


@functools.cache
def exceptions() -> Mapping[str, tuple[str, ...]]:
    """Return the words that the rules would get wrong, with their syllables."""
    text = Path(__file__).with_name("syllable_exceptions.txt").read_text("utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return {line.replace("-", ""): tuple(line.split("-")) for line in lines if line}


def _listed(word: str) -> tuple[str, ...]:
    """Return the syllables of an exception, () for any other word."""
    ending = _CLITIC.fullmatch(word)
    if word in exceptions() or ending is None or ending[1] not in exceptions():
        return exceptions().get(word, ())
    return (*exceptions()[ending[1]], ending[2])


def _split(part: str) -> Iterator[str]:
    """Yield the syllables of a part of a word."""
    signs = letters(part)
    cores = _cores(part, signs)
    if not cores:
        if part:
            yield part
        return
    start = 0
    for (_, end), (following, _) in pairwise(cores):
        cut = following - _onset(signs[end:following])
        yield "".join(signs[start:cut])
        start = cut
    yield "".join(signs[start:])


def _cores(part: str, signs: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the vowels of the syllables stand: [start, end) in the letters of a part."""
    found: list[tuple[int, int]] = []
    at, place = 0, 0
    while at < len(signs):
        length = 0
        if _sounds(signs, at):
            length = 2 if _diphthong(part, place) else 1
            found.append((at, at + length))
        place += max(length, len(signs[at]))
        at += max(length, 1)
    return found


def _sounds(signs: Sequence[str], at: int) -> bool:
    """Whether a letter is a vowel; y is one between consonants and after one: Henry."""
    if signs[at] != "y":
        return signs[at] in VOWELS
    beside = [*signs[max(at - 1, 0):at], *signs[at + 1:at + 2]]
    return at > 0 and not VOWELS & set(beside)


def _diphthong(part: str, at: int) -> bool:
    """Whether two vowels are one syllable: sungai, pakaian, saudara; not ma-in, ma-u, ka-i-tan."""
    pair, stem, rest = part[at:at + 2], part[:at], part[at + 2:]
    if pair not in _DIPHTHONGS:
        return False
    if _OPEN.fullmatch(rest):
        return not _two(pair, stem, rest)
    if pair == "ei" or _CLOSED.fullmatch(rest) or VOWELS.isdisjoint(rest):
        return False
    return rest[0] not in VOWELS and (pair != "oi" or rest[1] in VOWELS)


def _two(pair: str, stem: str, rest: str) -> bool:
    """Whether two vowels at the end of a stem are two syllables: ma-u, ke-ma-u-an, per-ba-i-kan."""
    bare = _PREFIXES.sub("", stem)
    if VOWELS.isdisjoint(stem) or (pair == "au" and bare in ("m", "b")):
        return True
    return rest.startswith("kan") and VOWELS.isdisjoint(bare)       # of baik, naik


def _onset(between: Sequence[str]) -> int:
    """Return how many of the consonants between two vowels begin the second syllable."""
    if len(between) < 3:
        return min(len(between), 1)
    if "".join(between[-2:]) not in _ONSETS:
        return 1
    return 3 if between[-4:-2] == ["n", "s"] else 2
