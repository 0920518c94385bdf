"""Sentences of plain displayed text, the unit that is spoken, hashed and highlighted."""

import re

from elearn.language.abbreviations import (
    BEFORE_DIGITS,
    ENDINGS,
    ENGLISH_BEFORE_DIGITS,
    ENGLISH_ENDINGS,
    ENGLISH_TITLES,
    NUMBERED,
    RESPECT,
    TITLES,
    meaning,
)

_OPENING = "\"'“‘«([{„"
_CLOSING = "\"'”’»)]}"
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_ENDS = re.compile(r"[.?!…][" + re.escape(_CLOSING) + r"]*$")
_INITIAL = re.compile(r"^[" + re.escape(_OPENING) + r"]*[A-Z]\.$")
_COUNTER = re.compile(r"^(?:[0-9]{1,3}|[a-z])\.$")
_DEGREE = re.compile(r"^(?:[A-Za-z]{1,3}\.){2,}$")         # S.Pd., M.Si., p.m.

_NEVER = (TITLES, ENGLISH_TITLES)
_SOMETIMES = (ENDINGS, ENGLISH_ENDINGS)
_BEFORE_DIGITS = (BEFORE_DIGITS, ENGLISH_BEFORE_DIGITS)


def split(text: str) -> tuple[str, ...]:
    """Return the sentences of `text` in order; joined by spaces they are its words again.

    A sentence ends at . ? ! … before a space, also inside a closing quote; not in "Rp10.000" or
    "08.30", after "dr." or an initial, nor where '…?" tanya ibu' goes on. Capitals are not needed:
    early readers have none. A blank line always ends a sentence. Total: any text has an answer.
    """
    found: list[str] = []
    for paragraph in _PARAGRAPH.split(text):
        words = paragraph.split()
        start = 0
        for at in range(len(words)):
            if at + 1 == len(words) or _ends(words, start, at):
                found.append(" ".join(words[start:at + 1]))
                start = at + 1
    return tuple(found)


def _ends(words: list[str], start: int, at: int) -> bool:
    """Whether the sentence that began at word `start` ends with word `at` (never the last)."""
    word, after = words[at], words[at + 1].lstrip(_OPENING)
    if not _ENDS.search(word):
        return False
    bare = word.rstrip(_CLOSING)
    if bare.endswith(("..", "…")):
        return after[:1].isupper()        # wah … bagus
    if bare == "?":
        return after[:1].isalnum()        # 3 + ? = 7
    if bare != word and after[:1].islower():
        return False                      # "Mau beli?" tanya ibu
    if not bare.endswith("."):
        return True
    return not (_shortened(bare.lstrip(_OPENING), after) or _named(words, start, at))


def _shortened(word: str, after: str) -> bool:
    """Whether the full stop of `word` belongs to a short form rather than to the sentence."""
    if any(meaning(table, word) for table in _NEVER):
        return True
    if any(meaning(table, word) for table in _SOMETIMES) or _DEGREE.match(word):
        return not after[:1].isupper()
    if not any(meaning(table, word) for table in _BEFORE_DIGITS):
        return False
    if after[:1].isdigit():
        return True
    return word.lower() == "no." and after.rstrip(",.:;?!").lower() in NUMBERED


def _named(words: list[str], start: int, at: int) -> bool:
    """Whether the full stop follows an initial ("R. A. Kartini") or counts ("1. Cuci tangan").

    "Ini A. Itu B." is about letters, which lessons have more of than people with initials; so is
    "a. i. u." for those who begin to read.
    """
    after = words[at + 1]
    if at == start:
        letters = len(words[at]) == 2 and words[at].islower() and _COUNTER.match(after)
        return not letters and bool(_INITIAL.match(words[at]) or _COUNTER.match(words[at]))
    before = words[at - 1]
    known = meaning(TITLES, before) or before.lower() in RESPECT
    among_initials = _INITIAL.match(before) or _INITIAL.match(after) or known
    return bool(_INITIAL.match(words[at]) and among_initials)
