"""Latihan hari ini of one learner: what may be asked of her, and which of it is asked today."""

from collections.abc import Iterator, Sequence

from elearn.content.asked import brief
from elearn.content.facts import Stated
from elearn.content.lesson import Lesson
from elearn.content.values import Audience
from elearn.learning.progress import Progress
from elearn.mastery import Answer, standing
from elearn.mastery.confusions import weakest
from elearn.mastery.practice import Item, Practice, practice

NEVER = ("tugas",)
"""Kinds that no practice asks: a person judges them."""


def practice_of(
    made: Progress, log: Sequence[Answer], audience: Audience, facts: Stated, quiet: bool,
    who: str,
) -> Practice:
    """Return today's practice of the learner `who`, whose progress and log these are."""
    before = [answer for answer in log if answer.day < made.today]
    items = [item for lesson in _able(made, before)
             for item in _items(lesson, audience, facts, quiet)]
    confused = next(iter(weakest(before, made.today)), None)
    return practice(items, log, made.today, confused.questions if confused else (), who)


def _able(made: Progress, before: Sequence[Answer]) -> Iterator[Lesson]:
    """Yield the lessons that she could do by yesterday; no test is practised."""
    by_lesson: dict[str, list[Answer]] = {}
    for answer in before:
        by_lesson.setdefault(answer.lesson, []).append(answer)
    for lesson in made.counted:
        if not lesson.meta.test and lesson.stem in by_lesson:
            stood = made.standings[lesson.stem]
            if stood.last is not None and stood.last >= made.today:     # today may not change it
                grants = frozenset(lesson.meta.graphemes)
                stood = standing(by_lesson[lesson.stem], grants)
            if stood.status != "belum":
                yield lesson


def _items(lesson: Lesson, audience: Audience, facts: Stated, quiet: bool) -> Iterator[Item]:
    for asked in brief(lesson, audience, facts, quiet):
        if asked.kind not in NEVER:
            yield Item(asked.code, lesson.stem, lesson.subject)
