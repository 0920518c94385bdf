"""Lone consonants: a voice says their names, and their sound only where a person recorded it."""

import re
from collections.abc import Iterable, Iterator

from elearn.content.lesson import Prose, Sound, Step
from elearn.language.letters import ALPHABET, DIGRAPHS, VOWELS
from elearn.questions.values import Fault

_CONSONANTS = frozenset(ALPHABET) - VOWELS
_AS_SOUND = re.compile(r"\b(?:ber)?bunyi|\bsounds?\b", re.IGNORECASE)
_DRAWN_OUT = re.compile(r"([^\W\d_])\1+")                # mmm: nobody's name


def lone_notes(steps: Iterable[Step]) -> Iterator[Fault]:
    """Yield where a consonant by itself is to be heard as a sound, and nobody has recorded it.

    Beside the word "bunyi" it is asked as a sound, elsewhere as a name; "mmm" and "ng" have no
    name.
    """
    for step in steps:
        if step.audience == "tutor":
            continue
        blocks = [block.prose for block in step.blocks]
        yield from _notes(blocks, _words(blocks) + step.heading)
        for question in step.questions:
            asked = [block.prose for block in question.blocks]
            yield from _notes(question.prose, _words(asked))


def is_lone(text: str) -> bool:
    """Whether a text to be said is a consonant by itself."""
    bare = text.strip().strip(".!").lower()
    return _single(bare) in _CONSONANTS or bare in DIGRAPHS


def _single(bare: str) -> str:
    return bare[:1] if _DRAWN_OUT.fullmatch(bare) else bare


def _notes(prose: Iterable[Prose], words: str) -> Iterator[Fault]:
    for one in prose:
        for piece in one.pieces:
            if not isinstance(piece, Sound) or piece.recording or not is_lone(piece.text):
                continue
            if len(piece.text.strip()) > 1 or _AS_SOUND.search(words):
                message = (
                    "'{letter}' sendirian disebut nama hurufnya, bukan bunyinya. Pakai rekaman "
                    "orang, 'Suara: [{letter}](suara/{letter}.mp3)', atau suku kata '{syllable}'."
                )
                letter = piece.text.strip()
                syllable = f"{_single(letter.lower())}a"
                yield Fault(piece.line, message, {"letter": letter, "syllable": syllable})


def _words(prose: Iterable[Prose]) -> str:
    runs = (run.text for one in prose for paragraph in one.paragraphs for run in paragraph.runs)
    return " ".join(runs)
