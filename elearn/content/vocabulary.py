"""The words of lessons: all that they say, show and ask, to choose from when one writes."""

import re
from collections.abc import Iterable, Iterator

from elearn.content.lesson import Lesson, Prose
from elearn.language.letters import ALPHABET, WORD, letters, plain

_SPELLED = re.compile(r"(?<!\w)\w+(?:\s[-–]\s\w+)+(?!\w)")
_BEGINS = re.compile(r"(?:^|[.?!:…])[\s\"“”'‘’(]*$")


def vocabulary(lessons: Iterable[Lesson]) -> frozenset[str]:
    """Return the words of Indonesian lessons, each in the easiest form in which it may be read.

    Names keep their capital: words that have one inside a sentence, and nowhere stand without.
    Words that are taken apart ("u - bi") and single letters are left out.
    """
    small: set[str] = set()
    names: set[str] = set()
    for lesson in lessons:
        if lesson.meta.language != "id":
            continue
        for text in _texts(lesson):
            for word, begins in _words(_SPELLED.sub(" ", text)):
                (small if begins or word == word.lower() else names).add(word)
    started = {word for word in small if word != word.lower()}
    plainly = small - started
    kept = {word if word.isupper() else word.lower() for word in started - names}
    return frozenset(plainly | kept | {name for name in names if name.lower() not in plainly})


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words of a text, and whether each begins a sentence."""
    for found in WORD.finditer(text):
        signs = letters(plain(found[0]))
        if len(signs) > 1 and all(sign[0] in ALPHABET for sign in signs):
            before = text[max(0, found.start() - 9):found.start()]
            yield found[0], _BEGINS.search(before) is not None


def _texts(lesson: Lesson) -> Iterator[str]:
    for step in lesson.steps:
        if step.audience == "tutor":
            continue
        prose = [block.prose for block in step.blocks]
        prose += [part for asked in step.questions for part in asked.prose]
        for part in prose:
            yield from _paragraphs(part)


def _paragraphs(prose: Prose) -> Iterator[str]:
    for paragraph in prose.paragraphs:
        yield "".join(run.text if run.piece is None else " " for run in paragraph.runs)
