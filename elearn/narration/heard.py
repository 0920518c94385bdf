"""How long learners hear each instruction: to which ones a person's voice is best lent first."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from elearn.content.catalogue import Catalogue
from elearn.content.compose import compose
from elearn.content.facts import Stated
from elearn.content.lesson import Lesson
from elearn.content.phrases import instructions, interface
from elearn.content.values import Page, QuestionScreen, Rich, StepScreen
from elearn.language.letters import ALPHABET, DIGRAPHS, VOWELS
from elearn.language.sentences import split
from elearn.narration.script import utterance

LANGUAGE = "id"
"""The language in which lessons are counted: the one that all of them have."""

_CONSONANTS = (frozenset(ALPHABET) - VOWELS) | DIGRAPHS

MOST = 150
"""Lessons that are counted, by their order: with 2,000 it would take minutes."""

_START, _LETTER, _COMMA = 0.25, 0.062, 0.43      # seconds; bench/phrases.py compares them


@dataclass(frozen=True, slots=True)
class Heard:
    """An instruction of the lessons, and how often their pages say it."""

    text: str
    times: int
    seconds: float           # of one time

    @property
    def total(self) -> float:
        """The seconds for which it is heard."""
        return self.times * self.seconds


@dataclass(frozen=True, slots=True)
class Tally:
    """What lessons say that a person's voice is wanted for."""

    instructions: tuple[Heard, ...]      # that which is heard longest first
    lone: tuple[str, ...]                # consonants by themselves, the most heard first


def length(sentence: str) -> float:
    """Return about how many seconds our own voice needs for a sentence."""
    said = utterance(sentence, LANGUAGE).text
    if not said:
        return 0.0
    return _START + _LETTER * len(said) + _COMMA * sentence.count(",")


def tally(
    catalogue: Catalogue, facts: Stated, seconds: Callable[[str], float] = length
) -> Tally:
    """Count the instructions in the lessons as they are, and the consonants they sound alone.

    Counted is what each lesson's page says for each of its audiences in one draw, every sound of it
    once, and what is told of an answer once for each question.
    """
    times: Counter[str] = Counter()
    lone: Counter[str] = Counter()
    for lesson in _lessons(catalogue):
        counted = _counted(lesson, facts)
        times.update(counted[0])
        lone.update(counted[1])
    found = (Heard(text, count, seconds(text)) for text, count in times.items())
    ranked = sorted(found, key=lambda one: (-one.total, one.text))
    return Tally(tuple(ranked), tuple(sorted(lone, key=lambda one: (-lone[one], one))))


def heard(
    catalogue: Catalogue, facts: Stated, seconds: Callable[[str], float] = length
) -> tuple[Heard, ...]:
    """Return every instruction in the lessons, that which is heard longest first."""
    return tally(catalogue, facts, seconds).instructions


def stock(found: Iterable[Heard], phrases: Collection[str]) -> tuple[Heard, ...]:
    """Return those of the bank and of the interface: what a person records once for all lessons."""
    known = {*phrases, *interface(LANGUAGE)}
    return tuple(one for one in found if one.text in known)


def share(found: Iterable[Heard], said: Callable[[str], bool]) -> float:
    """Return the part of the seconds of `found` that `said` holds for; 0 where nothing is heard."""
    totals: Mapping[bool, float] = _totals(found, said)
    whole = sum(totals.values())
    return totals[True] / whole if whole else 0.0


def _totals(found: Iterable[Heard], said: Callable[[str], bool]) -> Mapping[bool, float]:
    totals = {True: 0.0, False: 0.0}
    for one in found:
        totals[said(one.text)] += one.total
    return totals


def _counted(lesson: Lesson, facts: Stated) -> tuple[Counter[str], Counter[str]]:
    """Return how often a lesson says its instructions, and which consonants it sounds alone.

    Kept by version and facts: an edit of one lesson leaves the counts of the others as they are.
    """
    key = (lesson.stem, lesson.version, facts.mark)
    if key not in _counts:
        while len(_counts) >= 2 * MOST:
            _counts.pop(next(iter(_counts)))
        _counts[key] = _count(lesson, facts)
    return _counts[key]


_counts: dict[tuple[str, str, str], tuple[Counter[str], Counter[str]]] = {}


def _count(lesson: Lesson, facts: Stated) -> tuple[Counter[str], Counter[str]]:
    times: Counter[str] = Counter()
    lone: Counter[str] = Counter()

    def say(sentences: tuple[str, ...], language: str) -> str:
        del language
        lone.update(bare for one in sentences if (bare := _bare(one)) in _CONSONANTS)
        return ""

    for audience in lesson.audiences:
        times.update(_said(lesson, compose(lesson, audience, 0, say, facts)))
    return times, lone


def _bare(sentence: str) -> str:
    return sentence.strip(" .!").lower()


def _lessons(catalogue: Catalogue) -> Iterator[Lesson]:
    every = (readings.get(LANGUAGE) for _stem, readings in sorted(catalogue.lessons.items()))
    there = [lesson for lesson in every if lesson is not None]
    yield from there[:MOST]


def _said(lesson: Lesson, page: Page) -> Iterator[str]:
    """Yield the instructions that a page says, each as often as it is to be heard there."""
    known = {one.text for one in instructions(lesson)} | interface(LANGUAGE)
    named: set[tuple[str, ...]] = set()          # mistakes stand on the page once
    for screen in page.screens:
        told = [screen.body] if isinstance(screen, StepScreen) else [*_asked(screen, page)]
        if isinstance(screen, QuestionScreen):
            yield from _outcomes(screen, page)
            words = [one.words for one in screen.mistakes.values() if one.words]
            told += {one.spoken: one for one in words if one.spoken not in named}.values()
            named |= {one.spoken for one in words}
        for rich in told:
            yield from (sentence for sentence in rich.spoken if sentence in known)


def _asked(screen: QuestionScreen, page: Page) -> Iterator[Rich]:
    """Yield what is said of a question; its options are content."""
    yield screen.stem
    yield from screen.hints
    if screen.explanation is not None:
        yield screen.explanation
    if not page.meta.test:                       # a test keeps the author's words to itself
        yield from (choice.feedback for choice in screen.choices if choice.feedback)


def _outcomes(screen: QuestionScreen, page: Page) -> tuple[str, ...]:
    """Return how the interface tells of an answer, as templates/belajar/jawaban.html does."""
    if page.meta.sensitive:
        return ("Ini jawabannya:",)
    if page.meta.test:
        return ("Jawaban tersimpan.",)
    if screen.kind == "tugas":
        return split("Tersimpan. Tunggu dilihat tutor.")
    return ("Benar!", "Belum.")
