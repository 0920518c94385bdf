"""Where a learner stands in every lesson, and which lesson is next: derived from her log alone."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from elearn.content import sensitive
from elearn.content.catalogue import Catalogue
from elearn.content.lesson import Lesson
from elearn.content.values import Audience
from elearn.learning.placing import Start
from elearn.learning.silence import reading
from elearn.mastery import LEAST, SITTING, Answer, LessonNode, Standing, next_lesson, standing


@dataclass(frozen=True, slots=True)
class Asked:
    """A lesson that a tutor asks for, since a day. It is done by a good sitting from then on."""

    lesson: str
    since: date

    def done(self, standing: Standing) -> bool:
        """Whether somebody who stands so in the lesson has done what was asked."""
        return standing.last_good is not None and standing.last_good >= self.since


Asks = Callable[[Lesson], int]
"""How many questions a lesson's page asks somebody."""


def always(_lesson: Lesson) -> int:
    """Return as many as a lesson has."""
    return SITTING


@dataclass(frozen=True, slots=True)
class Progress:
    """A learner's lessons in their order, and where she stands in each.

    She stands nowhere in a sensitive lesson, and nothing leads her there but her own tap.
    `assigned` are the stems that are asked of her and not done yet, the most urgent first.
    `unwritten` are prerequisites that no lesson of the catalogue is. `starts` is where she begins
    in the strands that she was placed in.
    """

    lessons: tuple[Lesson, ...]
    standings: Mapping[str, Standing]
    unfinished: str | None
    today: date
    assigned: tuple[str, ...] = ()
    asks: Asks = always
    unwritten: frozenset[str] = frozenset()
    starts: tuple[Start, ...] = ()

    @property
    def waiting(self) -> tuple[str, ...]:
        """The lessons that wait for nothing but her tutor's look."""
        return tuple(stem for stem, one in self.standings.items() if one.waiting is not None)

    @property
    def counted(self) -> tuple[Lesson, ...]:
        """The lessons in which she can stand anywhere: all but the sensitive ones."""
        return tuple(lesson for lesson in self.lessons if not lesson.meta.sensitive)

    @property
    def passed(self) -> frozenset[str]:
        """The lessons before those that she begins with, but for those she has worked in."""
        before = (stem for start in self.starts for stem in start.before)
        return frozenset(stem for stem in before if not self.standings[stem].tries)

    def onward(self) -> Lesson | None:
        """The lesson that "Lanjut" opens, or None when everything there is can be done.

        One whose page asks too few questions to be judged would be opened for ever: it is passed
        over, unless it is what she is in the middle of.
        """
        left = {lesson.stem: lesson for lesson in self.counted}
        while True:
            stem = next_lesson(
                [self._node(one) for one in left.values()],
                self.standings, self.unfinished, self.today, self.assigned, self.passed,
            )  # fmt: skip
            if stem is None or stem == self.unfinished or self.asks(left[stem]) >= LEAST:
                return left[stem] if stem is not None else None
            del left[stem]

    def _node(self, lesson: Lesson) -> LessonNode:
        """Return a lesson among others; one that she begins with waits for nothing."""
        if any(start.lesson == lesson.stem for start in self.starts):
            return LessonNode(lesson.stem)
        wanted = lesson.meta.prerequisites
        return LessonNode(lesson.stem, wanted, settled=self.unwritten.isdisjoint(wanted))

    def able(self, subject: str) -> int:
        """How many lessons of `subject` she can do, or could do once."""
        return sum(
            1
            for lesson in self.lessons
            if lesson.subject == subject and self.standings[lesson.stem].ever_able
        )


def offered(
    catalogue: Catalogue,
    audience: Audience,
    language: str,
    *,
    guest: bool = False,
    turned_on: Collection[str] = (),
) -> tuple[Lesson, ...]:
    """Return the lessons meant for `audience`, subject by subject, in their order.

    A guest is offered none that is sensitive; nobody one that is neither reviewed nor `turned_on`.
    """
    return tuple(
        found
        for subject in catalogue.subjects
        for lesson in catalogue.subject(subject)
        if lesson.meta.audience in (audience, "semua")
        and (found := reading(catalogue, lesson.stem, language)) is not None
        and not (guest and found.meta.sensitive)
        and sensitive.offered(found, turned_on)
    )


def progress(
    lessons: Sequence[Lesson],
    log: Iterable[Answer],
    today: date,
    asked: Sequence[Asked] = (),
    asks: Asks = always,
    unwritten: frozenset[str] = frozenset(),
    starts: Sequence[Start] = (),
) -> Progress:
    """Derive a learner's progress from her whole log; `asked` of her, the most urgent first.

    `asks` tells how many questions her page of a lesson asks; `unwritten` are the catalogue's.
    `starts` is where she begins.
    """
    by_lesson: dict[str, list[Answer]] = {}
    silent = {lesson.stem for lesson in lessons if lesson.meta.sensitive}
    for answer in log:
        if answer.lesson not in silent and not answer.occasion:
            by_lesson.setdefault(answer.lesson, []).append(answer)
    standings = {
        lesson.stem: standing(by_lesson.get(lesson.stem, ()), frozenset(lesson.meta.graphemes))
        for lesson in lessons
    }
    return Progress(
        lessons=tuple(lessons),
        standings=standings,
        unfinished=_unfinished(lessons, by_lesson, today),
        today=today,
        assigned=tuple(
            one.lesson for one in asked
            if one.lesson in standings
            and one.lesson not in silent
            and not one.done(standings[one.lesson])
        ),
        asks=asks,
        unwritten=unwritten,
        starts=tuple(starts),
    )


def _unfinished(
    lessons: Sequence[Lesson], by_lesson: Mapping[str, list[Answer]], today: date
) -> str | None:
    """Return the lesson she last answered in, if today's sitting in it is not whole yet."""
    latest = max(
        (
            answer for lesson in lessons for answer in by_lesson.get(lesson.stem, ())
            if not answer.judged
        ),
        key=lambda answer: (answer.at, answer.id),
        default=None,
    )
    if latest is None or latest.day != today:
        return None
    given = [answer for answer in by_lesson[latest.lesson] if answer.day == today]
    answered = {answer.place for answer in given}
    asked = min(answer.asked for answer in given)
    return latest.lesson if len(answered) < asked else None
