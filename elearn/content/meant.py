"""What a line that is not quite right was meant to be: the slips that authors really make."""

import re
from dataclasses import dataclass

from elearn.content.keywords import (
    FIELDS,
    OTHER_KINDS,
    WORDS,
    known,
    means,
    nearest,
)
from elearn.questions import kind_named

_ASKED = re.compile(r"\**\s*(?P<word>[A-Za-z]+)\s*:\s*(?P<kind>[A-Za-z ]*?)\s*\**")
_BOX = re.compile(
    r"\s*+(?P<sign>[-*+\u2010-\u2015\u2212\u2022\u25aa\u25cf\u25e6\uf0b7]*)\s*+"
    r"(?:\[\s?(?P<whole>[xX\u2713\u2714]?)\s?\](?![(\[])|\[\s?(?P<open>[xX]?)(?=\s)|(?P<close>[xX]?)\])"
    r"\s*(?P<text>.*)"
)
_SECOND = re.compile(r"\s[-*+]\s*\[\s?[xX]?\s?\](?:\s|$)")
_FIELD = re.compile(
    r"(?P<before>\s*+[-*+]?\s*+[*_]*)(?P<name>[A-Za-z]{4,11})(?P<bold>[*_]*)"
    r"(?P<sign>\s*[:=;\uff1a])?(?P<after>[*_]*)(?P<value>(?:\s.*)?)"
)
_TILE = re.compile(r"(?P<number>[0-9]{1,2}[.)])(?P<text>\S.*)")
_LETTERED = re.compile(r"\s*\(?[A-Ea-e][.)]\s+\S.*")
_FOR = re.compile(
    r"(?:(?:untuk|khusus|for)\s+)?(?:orang\s+)?(?P<who>anak-anak|anak|dewasa|children|adults)"
)
_CODE = re.compile(r"[a-z]+-[0-9]{2}-\w{2,}")

ANSWERS = frozenset({"jawaban", "kunci", "answer", "key"})
"""Fields that there are not: the right answer has its box."""


@dataclass(frozen=True, slots=True)
class Boxed:
    """An option whose box or dash is not whole."""

    mark: str                # "[x]" or "[ ]"
    text: str
    sign: str                # what stands before the box
    whole: bool              # whether the box itself is


def kind_meant(text: str) -> str | None:
    """Return the kind of "Soal: isian", written anywhere but after `### `; None for other words."""
    found = _ASKED.fullmatch(" ".join(text.split()))     # of many spaces it would try every share
    if found is None or not means(found["word"], "soal"):
        return None
    kind = found["kind"]
    return kind if kind_named(kind) or kind in OTHER_KINDS else None


def box_meant(line: str) -> Boxed | None:
    """Return the option that a line without a whole "- [x]" was meant to be."""
    found = _BOX.fullmatch(line)
    if found is None:
        return None
    sign = found["whole"] or found["open"] or found["close"]
    whole = found["whole"] is not None
    if not whole and not sign and not found["sign"]:
        return None              # a lone "[" or "]" among words
    return Boxed("[x]" if sign else "[ ]", found["text"].strip(), found["sign"], whole)


def second_box(text: str) -> bool:
    """Whether the text of an option holds another option."""
    return _SECOND.search(text) is not None


def field_meant(line: str, sure: bool) -> tuple[str, str, bool] | None:
    """Return the field that a line was meant to be: name, value, whether it has its colon.

    `sure` where a line can hardly be anything else: after options or a field. Without a colon only
    then, and only with the field's own capital, since "Suara gajah besar" are words.
    """
    found = _FIELD.fullmatch(line)
    name = known(found["name"], FIELDS) if found else None
    if found is None or name is None:
        return None
    value = found["value"].strip()
    colon = bool(found["sign"]) and ":" in found["sign"]
    plain = found["sign"] is None
    if plain and not (name == "Kode" and _CODE.fullmatch(value)) and not (
        sure and found["name"][0].isupper() and value and not found["before"].strip()
    ):
        return None
    return name, value, colon


def tile_meant(line: str, kind: str) -> tuple[str, str] | None:
    """Return number and words of "1.ibu" in a question of tiles."""
    asked = kind_named(kind)
    found = _TILE.fullmatch(line) if asked is not None and asked.shape == "tiles" else None
    return (found["number"], found["text"]) if found else None


def lettered(text: str) -> int | None:
    """Return the place of the first of several lines "a. nasi", "b. meja" of a text."""
    lines = [at for at, line in enumerate(text.split("\n")) if _LETTERED.fullmatch(line)]
    return lines[0] if len(lines) > 1 else None


def audience_meant(bracket: str) -> str | None:
    """Return whom "(anak-anak)", "(untuk dewasa)" or "(dewsa)" means; None for other words."""
    words = " ".join(bracket.lower().split())
    found = _FOR.fullmatch(words)
    if found:
        who = found["who"]
        return "anak" if who in ("anak", "anak-anak", WORDS["anak"]) else "dewasa"
    return nearest(words, ("dewasa",))
