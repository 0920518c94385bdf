"""Words that espeak-ng says with the wrong e: Indonesian writes two sounds with one letter.

A reading lesson teaches é and ə by such words, so its voice must tell them apart. The phonemes are
espeak-ng's own for the word, with the vowel (and where ə cannot be stressed, the stress) exchanged.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from elearn.narration.e_sounds import plain, rows, told

FORM = 2
"""Raise it when the same rows give other phonemes: sound made before is then made anew."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_E = frozenset("eéèêəEÉÈÊƏ")
_APART = re.compile(r",? (?:lalu )?")
_BETWEEN = "lalu"
_PIECE = re.compile(r"[^aiueo]{0,3}[aiueo][^aiueo]{0,2}")
_MOST_PIECES = 5

_SOUND = {"ə": "@", "é": "E"}
_IS = {"@": "ə", "E": "é", "e": "é"}
_SOUNDS = re.compile(r"([',]?)(aI|aU|OI|[@aeiouEO])|(.)", re.DOTALL)

_MID = "@E"
_HIATUS = "_|"
_VOWEL_FIRST = re.compile("[',]?[@aeiouEO]")
_VOWEL_BEFORE = re.compile("[aiueoéèêə] ", re.IGNORECASE)
_VOWEL_AFTER = re.compile(" [aiuo]", re.IGNORECASE)

Phonemes = Callable[[str], str]
"""A word -> how the voice says it by itself, in its own letters: @ is ə, E is é, ' stress."""


@dataclass(frozen=True, slots=True)
class Respelled:
    """A text for espeak-ng, and which characters of it stand for which of the original.

    `phonemes` says whether it holds `[[…]]`. `spans` are (start, end) here and there, in order.
    """

    text: str
    phonemes: bool
    spans: Sequence[tuple[int, int, int, int]]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the original that a word from `start` to `end` stands for."""
        shift = 0
        for here, there, first, last in self.spans:
            if start < here:
                break
            if start < there:
                return first, last
            shift = last - there
        return start + shift, end + shift


def respelled(text: str, own: Phonemes) -> Respelled:
    """Put phonemes in the place of each word of which the voice would say an e wrongly."""
    out, at, spans = "", 0, []
    for start, end, said in _wrong(text, own):
        out += text[at:start]
        here = len(out)
        out += f"[[{said}]]"
        spans.append((here, len(out), start, end))
        at = end
    return Respelled(out + text[at:], bool(spans), spans)


def exchanged(own: str, said: str) -> str | None:
    """Return the phonemes `own` with the sounds of e in `said`; None where they do not match.

    A stress that stood on what is now ə goes to the next vowel that can bear it.
    """
    sounds = [list(found.groups("")) for found in _SOUNDS.finditer(own)]
    places = [at for at, (_, vowel, _) in enumerate(sounds) if vowel in _IS]
    letters = [letter for letter in said if letter in _SOUND]
    if len(places) != len(letters):
        return None
    unfit = []
    for at, letter in zip(places, letters, strict=True):
        if _IS[sounds[at][1]] != letter:
            sounds[at][1] = _SOUND[letter]
            unfit += [at] if letter == "ə" and sounds[at][0] else []
    for at in unfit:
        _move_stress(sounds, at)
    if "'" not in own and "é" in letters:        # ke by itself bears no stress, ké-ju does
        sounds[places[letters.index("é")]][0] = "'"
    return "".join("".join(sound) for sound in sounds)


def _move_stress(sounds: list[list[str]], at: int) -> None:
    after = [place for place in range(at + 1, len(sounds)) if sounds[place][1]]
    until = next((place for place in after if sounds[place][0] == "'"), len(sounds))
    free = [place for place in after if place < until]
    if sounds[at][0] == "'" and free:
        to = next((place for place in free if sounds[place][1] != "@"), free[-1])
        sounds[to][0] = "'"
    if sounds[at][0] == "," or free:
        sounds[at][0] = ""


def _wrong(text: str, own: Phonemes) -> Iterator[tuple[int, int, str]]:
    """Yield where a word stands of which an e would be said wrongly, and its phonemes."""
    after_e = -1
    for start, end, word, said in _told(text):
        phonemes = _phonemes(said, own)
        if phonemes and (phonemes != own(word) or start == after_e):
            yield start, end, _apart(phonemes, text[:start], text[end:])
            # after [[…E]] the voice would say an E at the start of a word as ə: "kue enak"
            after_e = end + 1 if phonemes[-1] in _MID and text[end + 1 : end + 2] in _E else -1


def _told(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield where each word with an e stands that is decided, the word, and how it is said."""
    if "[[" in text:
        return
    words = list(_WORD.finditer(text))
    pieces = _pieces(text, [found for found in words if found[0] != _BETWEEN])
    for found in words:
        word = found[0].lower()
        if not _E.isdisjoint(word):
            said = pieces.get(found.start()) or told(word)
            if said:
                yield *found.span(), word, said


def _apart(phonemes: str, before: str, after: str) -> str:
    """Keep the short break that the voice makes of itself where two vowels meet: ini _| empat."""
    first = _HIATUS if _VOWEL_FIRST.match(phonemes) and _VOWEL_BEFORE.search(before[-2:]) else ""
    last = _HIATUS if phonemes[-1:] in _MID and _VOWEL_AFTER.match(after[:2]) else ""
    return first + phonemes + last


def _phonemes(said: str, own: Phonemes) -> str | None:
    """Return the phonemes of a word as told; espeak-ng leaves out the e of "ie" as in diéja."""
    word = plain(said)
    return exchanged(own(word), said) or exchanged(own(word.replace("ie", "iye")), said)


def _pieces(text: str, words: Sequence[re.Match[str]]) -> dict[int, str]:
    """Return how pieces are said that stand side by side and make a word of a row: be - si.

    By the place in the text at which each begins.
    """
    pieces: dict[int, str] = {}
    at = 0
    while at < len(words):
        longest = _run(text, words[at : at + _MOST_PIECES])
        tried = (words[at : at + count] for count in range(longest, 1, -1))
        parts = next((each for each in tried if _joined(each) in rows()), [])
        said = rows().get(_joined(parts), "")
        for found in parts:
            pieces[found.start()], said = said[: len(found[0])], said[len(found[0]) :]
        at += max(1, len(parts))
    return pieces


def _joined(parts: Sequence[re.Match[str]]) -> str:
    return "".join(found[0] for found in parts).lower()


def _run(text: str, words: Sequence[re.Match[str]]) -> int:
    """Return how many of `words`, from the first, are pieces with nothing else between them."""
    count = 0
    for found in words:
        apart = text[words[count - 1].end() : found.start()] if count else " "
        if not _PIECE.fullmatch(found[0].lower()) or not _APART.fullmatch(apart):
            break
        count += 1
    return count
