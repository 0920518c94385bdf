"""What of the instruction in lessons is heard in how many stock phrases.

`python -m bench.phrases`: seconds by the embedded voice, each sound of a lesson's page once.
"""

import functools
from collections.abc import Iterator

from bench.tables import table
from elearn import paths
from elearn.content.catalogue import Catalogue, load
from elearn.content.compose import compose
from elearn.content.markup import silent
from elearn.content.phrases import interface
from elearn.content.values import Page, StepScreen
from elearn.language.instructions import tells
from elearn.narration import ENGINES
from elearn.narration.heard import LANGUAGE, Heard, heard, share, stock
from elearn.narration.script import utterance
from elearn.narration.sound import finished
from elearn.narration.values import RATE

FIRST = (10, 20, 40, 60, 80)
SHOWN = 20


def figures() -> str:
    """Measure, and return the tables."""
    lessons = load(paths.shipped("lessons"))
    found = heard(lessons, lessons.around.facts.whole, by_our_voice)
    bank = stock(found, lessons.around.phrases)
    whole = sum(one.total for one in found)
    everything = sum(map(by_our_voice, _everything(lessons)))
    wide = whole + sum(map(by_our_voice, _with_values(lessons, {one.text for one in found})))
    told = (
        f"{whole / 60:.0f} minutes of instruction in {everything / 60:.0f} that the pages say, "
        f"{len(found)} sentences; {len(bank)} of them are stock. With those that hold a value of "
        f"their lesson, {wide / 60:.0f} minutes."
    )
    return f"{told}\n\n{_by_number(found, bank, whole / wide)}\n\n{_first(bank)}"


def _by_number(found: tuple[Heard, ...], bank: tuple[Heard, ...], narrow: float) -> str:
    rows = []
    for count in (*FIRST, len(bank)):
        texts = {one.text for one in bank[:count]}
        part = share(found, texts.__contains__)
        own = len(texts & interface())
        rows.append([str(count), str(own), f"{part * 100:.1f} %", f"{part * narrow * 100:.1f} %"])
    head = ["phrases, the longest heard first", "of them the interface's", "of the instruction",
            "of that with values, too"]
    return table(head, rows)


def _first(bank: tuple[Heard, ...]) -> str:
    rows = [
        [one.text, str(one.times), f"{one.seconds:.1f}", f"{one.total:.0f}"] for one in bank[:SHOWN]
    ]
    return table(["phrase", "times", "seconds", "seconds in all"], rows)


@functools.cache
def by_our_voice(sentence: str) -> float:
    """Return how long the embedded voice says a sentence."""
    text = utterance(sentence, LANGUAGE).text
    if not text:
        return 0.0
    return len(finished(ENGINES["espeak"]().speak(text, LANGUAGE)).pcm) / RATE


def _pages(lessons: Catalogue) -> Iterator[Page]:
    for readings in lessons.lessons.values():
        lesson = readings[LANGUAGE]
        for audience in lesson.audiences:
            yield compose(lesson, audience, 0, silent, lessons.around.facts.whole)


def _everything(lessons: Catalogue) -> Iterator[str]:
    """Yield all that the pages say, answers and options too."""
    for page in _pages(lessons):
        for screen in page.screens:
            if isinstance(screen, StepScreen):
                yield from screen.body.spoken
                continue
            for choice in (*screen.choices, *screen.matches):
                yield from choice.body.spoken
            yield from _told(screen.stem, *screen.hints, screen.explanation, *(
                rich for choice in screen.choices for rich in (choice.feedback, choice.match)
            ))


def _with_values(lessons: Catalogue, known: set[str]) -> Iterator[str]:
    """Yield what tells her what to do and holds a value; a few lines of bacaan are among it."""
    for page in _pages(lessons):
        for screen in page.screens:
            if isinstance(screen, StepScreen):
                said, feedback = [*screen.body.spoken], []
            else:
                said = [*_told(screen.stem, *screen.hints, screen.explanation)]
                feedback = [*_told(*(choice.feedback for choice in screen.choices))]
            yield from (one for one in said if one not in known and tells(one))
            yield from (one for one in feedback if one not in known and tells(one, feedback=True))


def _told(*each: object) -> Iterator[str]:
    for rich in each:
        yield from getattr(rich, "spoken", ())


if __name__ == "__main__":
    print(figures())
