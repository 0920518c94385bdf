"""People's names as they are written, read by syllables and said: Chris-ti-na, "kristina".

Names keep what words have lost: two letters for one sound (th, ph, oe, dj), letters that double or
are silent, é where the rules of words would say ə. By rules; what they would get wrong is a row of
`names.txt`. What is said is in letters that an Indonesian voice reads, with ə or é for every e.
"""

import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from types import MappingProxyType

from elearn.language import syllables as words
from elearn.language.letters import singles
from elearn.language.sayings import Told

FILE = Path(__file__).with_name("names.txt")

_RUN = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
_TOGETHER = re.compile(rf"{_RUN.pattern}(?:['’ʼ`]{_RUN.pattern})*")
_STOP = re.compile("(?<=[aiueo])['’ʼ`](?=[^aiueo])", re.IGNORECASE)
_BEFORE = frozenset("'’ʼ`-.")
"""Signs that stand with the letters before them: Nur', Al-, M."""

_KEPT_SMALL = frozenset({"bin", "binti", "al", "el", "van", "de"})
_ONE_SOUND = ("th", "dh", "ph", "sh", "ch", "bh", "gh", "dz", "dj", "tj", "jh")
_PLACES = {pair: chr(0xE000 + at) for at, pair in enumerate(_ONE_SOUND)}
_U, _CLOSING = "\ue0fe", "\ue0ff"
_PAIRS = frozenset((*_PLACES.values(), _U))
_OLD_U = re.compile(r"^([^aiueo]+)oe(?=[^aiueo])(?!l$)")
_VOWEL_Y = re.compile(r"(?<=[^aiueoy])y(?![aiueo])|(?<=^[^aiueons])y(?=[aiueo])")
_GLIDE = re.compile(r"(?<=a)[iu](?=[^aiueo]+[aiueoy])|(?<=e)i(?!a)|(?<=o)o|(?<=[^aiueo]i)e$")
"""What closes a syllable as a consonant does: Fauzi, Zainab, Mei, Noor, Stephanie."""

_SAID = tuple((re.compile(form), said) for form, said in (
    (r"^([^aiueo]+)oe(?=[^aiueo])(?!l$)", r"\1u"),        # Soekarno, but Joel
    (r"oo", "u"), (r"(?<=[^aiueo])ie$", "i"),            # Noor, Stephanie
    (r"^ch(?=[rl])", "k"), (r"^ch", "c"), (r"ch", "h"),   # Christina, Chandra, Achmad
    (r"^sh", "s"), (r"sh", "sy"), (r"^dz", "z"),
    (r"ph", "f"), (r"th", "t"), (r"dh", "d"), (r"bh", "b"), (r"gh", "g"),
    (r"dj|jh", "j"), (r"tj", "c"),
    (r"cia$", "sia"), (r"cy(?![aiueo])", "si"),   # Lucia, Cynthia
    (r"cc", "k"), (r"([b-df-hj-mp-tv-z])(?<!ng)\1", r"\1"), (r"nn(?!g)", "n"),
    (r"c(?=[lrt])|(?<=s)c(?=[aou])|(?<=i)c(?=a)", "k"),   # Clara, Oscar, Monica
    (r"q", "k"), (r"^x", "s"), (r"x", "ks"),
    (r"(?<=[^aiueo])y(?![aiueo])", "i"), (r"^([^aiueons])y(?=[aiueo])", r"\1i"),
))  # fmt: skip

_SCHWA = re.compile(
    r"(?<=[^aeiou])e(?=(?:m|ng)$)|(?<=b)e(?=rt$)|(?<=t)e(?=r$)|(?<=[sv])e(?=n$)"
    r"|(?<=s)e(?=t[iy][ao])|(?<=^l)e(?=st)|(?<=[aeiou]s)e(?=ty)"
)
"""Jumiyem, Sugeng, Robert, Ester, Yansen; Setiawan, Lestari, Prasetyo."""

_HIATUS = "o'é"              # oe is u to a voice that knows the old spelling: Yoel


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: its letters by syllable, and each syllable as a voice says it.

    A voice says some words in fewer or more syllables than they are read in (Moh.): then all of it
    stands in `pieces` with the first syllable.
    """

    syllables: tuple[str, ...]
    said: str
    pieces: tuple[str, ...]

    @property
    def written(self) -> str:
        """The word as it is shown, signs and all."""
        return "".join(self.syllables)


def proper(name: str) -> str:
    """Return a name as it is taught: a capital first in each word, never capitals only."""
    return " ".join(_proper(word, at) for at, word in enumerate(name.split()))


@functools.lru_cache(2048)
def read(name: str) -> tuple[Word, ...]:
    """Return the words of a name in order; joined by spaces they are the name."""
    return tuple(_read(word) for word in name.split())


def told(name: str) -> Told:
    """Return how the words of a name are said where their letters do not tell it."""
    each = {found[0]: _whole(found[0]) for found in _TOGETHER.finditer(name)}
    return tuple(sorted((run, how) for run, how in each.items() if how != run.lower()))


def said(run: str) -> str:
    """Return what a voice says for letters that stand together; a lone one is named by it."""
    plain = _plain(run)
    row = rows().get(plain)
    if row:
        return row[1].replace("·", "")
    return by_rules(run) if len(plain) > 1 else run.lower()


def _whole(written: str) -> str:
    """Return how letters with an apostrophe among them are said: Nur'aini, and Ma'ruf with a k."""
    stopped = _STOP.sub("k'", written)
    parts = {found[0]: said(found[0]) for found in _RUN.finditer(stopped)}
    sounds = _RUN.sub(lambda found: parts[found[0]], stopped)
    return sounds.replace("k'", "k") if stopped != written else sounds


def by_rules(run: str) -> str:
    """Return what is said by the rules alone; an accent that is written decides its e."""
    sounds = "".join(_marked(one) for one in singles(run.lower()))
    for form, sound in _SAID:
        sounds = form.sub(sound, sounds)
    return _SCHWA.sub("ə", sounds).replace("e", "é").replace("oé", _HIATUS)


@functools.cache
def rows() -> Mapping[str, tuple[str, str]]:
    """Return the rows of `names.txt`: by a plain word its syllables and what is said, with "·"."""
    lines = (line.partition("#")[0].strip() for line in FILE.read_text("utf-8").splitlines())
    found = {}
    for line in filter(None, lines):
        parted, _, sound = line.partition(" = ")
        plain = parted.replace("·", "")
        found[plain] = parted, sound or by_rules(plain)
    return MappingProxyType(found)


def split(run: str) -> tuple[str, ...]:
    """Return the syllables of letters that stand together; joined they are these letters."""
    plain = _plain(run)
    row = rows().get(plain)
    parts = row[0].split("·") if row else _split(plain)
    signs, out, at = singles(run), [], 0
    for part in parts:
        out.append("".join(signs[at:at + len(part)]))
        at += len(part)
    return tuple(out)


def _proper(word: str, at: int) -> str:
    if word.islower() and not (at and word in _KEPT_SMALL):
        return word[:1].upper() + word[1:]
    run = _RUN.fullmatch(word)
    shouted = word.isupper() and run and len(word) > 2
    return word[0] + word[1:].lower() if shouted else word


def _read(word: str) -> Word:
    syllables: list[str] = []
    pieces: list[str] = []
    sounds: list[str] = []
    at = 0
    for found in _RUN.finditer(word):
        parts = split(found[0])
        if pieces and _STOP.match(word, at):
            pieces[-1] += "k"
            sounds[-1] += "k"
        _between(word[at:found.start()], syllables)
        first = syllables.pop() if len(syllables) > len(pieces) else ""
        syllables += [first + parts[0], *parts[1:]]
        pieces += _pieces(found[0], parts)
        sounds.append(said(found[0]))
        at = found.end()
    _between(word[at:], syllables)
    pieces += [""] * (len(syllables) - len(pieces))
    return Word(tuple(syllables), "".join(sounds), tuple(pieces))


def _between(signs: str, syllables: list[str]) -> None:
    """Put signs with the syllable before them, or begin with them."""
    if not signs:
        return
    if syllables and signs[0] in _BEFORE:
        syllables[-1] += signs
    else:
        syllables.append(signs)


def _pieces(run: str, parts: Sequence[str]) -> Sequence[str]:
    row = rows().get(_plain(run))
    sounds = said(run).replace("'", "")
    if row and "·" in row[1]:
        return row[1].split("·")
    if len(sounds) == len(_plain(run)):
        return _cut(sounds, parts)
    apart = _cut(sounds, _split(sounds.translate(_WRITTEN)))
    return apart if len(apart) == len(parts) else [sounds, *[""] * (len(parts) - 1)]


def _cut(text: str, like: Sequence[str]) -> list[str]:
    """Return a text in pieces that are as long as these."""
    ends = list(accumulate(len(singles(one)) for one in like))
    return [text[start:end] for start, end in pairwise([0, *ends])]


_WRITTEN = str.maketrans("əé", "ee")


def _split(plain: str) -> tuple[str, ...]:
    """Return the syllables of a plain word: each sound as one sign, cut, and written out again."""
    short = _OLD_U.sub(rf"\1{_U}", plain)
    for pair, place in _PLACES.items():
        short = short.replace(pair, place)
    short = _VOWEL_Y.sub("i", short)
    at, out = 0, []
    for part in words.of_plain(_GLIDE.sub(_CLOSING, short).replace(_U, "u")):
        end = at + len(part)
        out.append(short[at:end])
        at = end
    return _expanded(out, plain)


def _expanded(parts: Sequence[str], plain: str) -> tuple[str, ...]:
    """Give syllables the letters back that stood as one."""
    out, at = [], 0
    for part in parts:
        length = sum(2 if sign in _PAIRS else 1 for sign in part)
        out.append(plain[at:at + length])
        at += length
    return tuple(out)


def _plain(run: str) -> str:
    """Return letters small and without accents, one for each of its `singles`."""
    return "".join(unicodedata.normalize("NFD", one.lower())[0] for one in singles(run))


def _marked(single: str) -> str:
    """Return a letter with the accents that tell an e, without any other."""
    bare = unicodedata.normalize("NFD", single)
    if bare[0] == "e" and len(bare) > 1:
        return "ə" if "\u0302" in bare else "é"
    return bare[0]
