"""Which questions need hearing, and which need sight: for `tanpa suara`, and for who lacks one."""

import re
from collections.abc import Iterable
from itertools import groupby

from elearn.content.lesson import (
    Lesson,
    Mention,
    Number,
    Option,
    Photo,
    Picture,
    Prose,
    Question,
    Run,
    Sound,
)
from elearn.content.values import Audience
from elearn.questions import KINDS

LEAST = 5
"""Questions per audience that can be answered without hearing, and as many without sight."""

_WORD = re.compile(r"[^\W_]+")

Words = tuple[str, ...]


def needs_hearing(question: Question) -> bool:
    """Whether the question cannot be answered without hearing: what it sounds is shown nowhere.

    A sound is shown where its words stand in the question as bacaan, bold or italic, as a number,
    the name of a picture or on its own button; two words or more also where they stand in plain
    prose. An option or pair that shows nothing but a button that sounds needs hearing, too.
    """
    stem = [block.prose for block in question.blocks]
    marked = [_words(text) for prose in stem for text in _marked(prose)]
    marked += [_words(_plain(block.prose)) for block in question.blocks if block.kind == "bacaan"]
    plain = [_words(_plain(prose)) for prose in stem]
    sounds = [_words(piece.text) for prose in stem for piece in prose.pieces
              if isinstance(piece, Sound)]
    silent = any(
        not (_among(sound, marked) or (len(sound) > 1 and _among(sound, plain)))
        for sound in sounds
    )
    return silent or any(_only_sounds(side) for side in _sides(question.options))


def needs_sight(question: Question) -> bool:
    """Whether the question cannot be answered by ear: its options or its bacaan are silent.

    Options are silent under `Pilihan: dibaca`; bacaan is, unless the question sounds its words. A
    task that is written or drawn, and cannot be told, needs it too.
    """
    if question.collect and "suara" not in question.collect:
        return True
    if question.reading and KINDS[question.kind].shape != "typed":
        return True
    sounds = [_words(piece.text) for block in question.blocks for piece in block.prose.pieces
              if isinstance(piece, Sound)]
    return any(
        not _among(_words(_plain(block.prose)), sounds)
        for block in question.blocks if block.kind == "bacaan"
    )


def asked(lesson: Lesson, audience: Audience) -> list[Question]:
    """Return the questions that a page asks `audience`, one that is asked again several times."""
    return [
        question
        for step in lesson.steps_for(audience)
        for question in step.questions
        for _ in range(question.rounds)
    ]


def _sides(options: Iterable[Option]) -> Iterable[Prose]:
    for option in options:
        yield option.body
        if option.match is not None:
            yield option.match


def _only_sounds(side: Prose) -> bool:
    """Whether a side of an option sounds and shows nothing by which it could be told."""
    pieces = list(side.pieces)
    return (
        bool(pieces)
        and all(isinstance(piece, Sound) and not _labelled(piece) for piece in pieces)
        and not _words(_plain(side))
    )


def _labelled(sound: Sound) -> bool:
    return _among(_words(sound.text), [_words(sound.label)])


def _marked(prose: Prose) -> Iterable[str]:
    """Yield what stands out in prose: styled words, numbers, pictures' names, buttons' words."""
    for paragraph in prose.paragraphs:
        for styled, runs in groupby(paragraph.runs, key=lambda run: bool(run.style)):
            together = tuple(runs)
            if styled:
                yield "".join(map(_text, together))
        for run in paragraph.runs:
            match run.piece:
                case Number() | Mention():
                    yield _text(run)
                case Picture(word=word) | Photo(word=word):
                    yield word
                case Sound(label=label):
                    yield label


def _plain(prose: Prose) -> str:
    return " ".join("".join(map(_text, paragraph.runs)) for paragraph in prose.paragraphs)


def _text(run: Run) -> str:
    """Return the words of a run; numbers of a draw and facts stand as they are written."""
    match run.piece:
        case None:
            return run.text
        case Number(expression=inside) | Mention(fact=inside):
            return f"{{{inside}}}"
        case _:
            return " "


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.casefold()))


def _among(words: Words, texts: Iterable[Words]) -> bool:
    """Whether `words` stand in one of `texts`, one after another."""
    return bool(words) and any(
        text[at : at + len(words)] == words
        for text in texts
        for at in range(len(text) - len(words) + 1)
    )
