"""Does "Latihan hari ini" keep more known than other ways to spend the same ten questions a day?

`python -m elearn.mastery.practice_simulation` prints the tables of docs/mastery.md (some minutes).
"""

import random
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from statistics import fmean, stdev
from types import MappingProxyType

from elearn.mastery.forgetting import MODELS, Mind
from elearn.mastery.memory import memories
from elearn.mastery.practice import TEN, Item, practice
from elearn.mastery.rules import standing
from elearn.mastery.sittings import SITTING, Answer, Occasion

FIRST_DAY = date(2026, 1, 5)
SUBJECTS = ("literasi", "numerasi", "kewirausahaan", "hak")
DAYS = 30
PAUSES = (0, 14, 30)
"""Days without any lesson after which it is looked what is still known."""

COMES, GUESS, SLIP = 0.85, 1 / 3, 0.03
"""Days on which she comes; right without knowing (three options); wrong though she knows."""


@dataclass(slots=True)
class Course:
    """One simulated learner on her way: what she knows, and the log that the rules see."""

    mind: Mind
    luck: random.Random
    log: list[Answer] = field(default_factory=list)
    met: list[Item] = field(default_factory=list)
    before: int = 0          # how many of them were met before today

    def sit(self, number: int, day: int) -> None:
        """Take lesson `number`: its steps teach, then its ten questions are asked."""
        lesson, subject = f"l{number:02}", SUBJECTS[number % len(SUBJECTS)]
        items = [Item(f"{lesson}-{at}", lesson, subject) for at in range(SITTING)]
        for item in items:
            self.mind.taught(item.question, day)
        if items[0] not in self.met:
            self.met.extend(items)
        self.ask(items, day, "")

    def ask(self, items: Iterable[Item], day: int, occasion: Occasion) -> None:
        """Ask these questions on a day, and write down how she answered."""
        for item in items:
            knew = self.luck.random() < self.mind.recall(item.question, day)
            right = self.luck.random() < (1 - SLIP if knew else GUESS)
            self.mind.answered(item.question, day, knew)
            self.log.append(_answer(item, day, len(self.log), right, occasion))


Choice = Callable[[Course, int, random.Random], Sequence[Item]]
"""Which ten questions are practised on a day."""


def ours(course: Course, day: int, dice: random.Random) -> Sequence[Item]:
    """Practise what "Latihan hari ini" offers."""
    del dice
    today = FIRST_DAY + timedelta(days=day)
    before = sorted((one for one in course.log if one.occasion == "" and one.day < today),
                    key=lambda one: one.lesson)
    able = {lesson for lesson, given in groupby(before, key=lambda one: one.lesson)
            if standing(given).status != "belum"}
    return practice([one for one in course.met if one.lesson in able], course.log, today).items


def most_forgotten(course: Course, day: int, dice: random.Random) -> Sequence[Item]:
    """Practise what FSRS alone would ask: what is due, the least retrievable first."""
    del dice
    today = FIRST_DAY + timedelta(days=day)
    remembered = memories(course.log, today)
    due = [one for one in course.met[: course.before] if remembered[one.question].due <= today]
    return sorted(due, key=lambda one: remembered[one.question].retrievability(today))[:TEN]


def last_lesson(course: Course, day: int, dice: random.Random) -> Sequence[Item]:
    """Repeat the lesson that was begun last."""
    del day, dice
    return course.met[-TEN:]


def at_random(course: Course, day: int, dice: random.Random) -> Sequence[Item]:
    """Practise ten questions of all that were met before today, whichever they are."""
    del day
    return dice.sample(course.met[: course.before], min(TEN, course.before))


CHOICES: Mapping[str, Choice] = MappingProxyType({
    "Latihan hari ini": ours,
    "random review": at_random,
    "repeat the last lesson": last_lesson,
    "due, the most forgotten first": most_forgotten,
})
EVERY = (3, 2)
"""Visits from one new lesson to the next: some ten lessons in the thirty days, or some fourteen."""
LEARNERS, SEEDS = 40, (0, 1, 2, 3, 4)
SMALL = (4, (0, 1))
"""Learners and seeds of the table that the tests make again."""


def known(model: str, choice: Choice, every: int, seed: str) -> tuple[float, ...]:
    """Return the share of all questions met that one learner knows after each of PAUSES.

    She begins a lesson on each `every`-th day that she comes, takes it again the next time, and
    practises after it. Her mind, her days and her luck hang on `seed` alone.
    """
    mind, luck, days, dice = (
        random.Random(f"{seed} {of}")  # noqa: S311  # no secret hangs on it, and it is repeatable
        for of in ("mind", "luck", "days", "dice")
    )
    course = Course(MODELS[model](mind), luck)
    visits = 0
    for day in range(DAYS):
        if days.random() < COMES:
            course.before = len(course.met)
            if visits % every < 2:
                course.sit(visits // every, day)
            course.ask(choice(course, day, dice), day, "latihan")
            visits += 1
    return tuple(
        fmean(course.mind.recall(item.question, DAYS + pause) for item in course.met)
        for pause in PAUSES
    )


def kept(
    model: str, every: int, choice: str, learners: int, seeds: Sequence[int]
) -> tuple[tuple[float, ...], ...]:
    """Return for each of PAUSES the means over `learners` learners, one for each seed."""
    means = [
        [fmean(column) for column in zip(*(
            known(model, CHOICES[choice], every, f"{model} {every} {seed} {learner}")
            for learner in range(learners)
        ), strict=True)]
        for seed in seeds
    ]
    return tuple(zip(*means, strict=True))


def table(every: int, learners: int, seeds: Sequence[int]) -> str:
    """Return what each choice keeps, as a Markdown table: the mean, and the spread over seeds."""
    rows = [
        "| forgetting | practice | known after 30 days | after 14 more without | after 30 more |",
        "|---|---|--:|--:|--:|",
    ]
    for model in MODELS:
        for choice in CHOICES:
            cells = (f"{fmean(one):.1%} ± {stdev(one):.1%}"
                     for one in kept(model, every, choice, learners, seeds))
            rows.append(f"| {model} | {choice} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def _answer(item: Item, day: int, number: int, right: bool, occasion: Occasion) -> Answer:
    on = FIRST_DAY + timedelta(days=day)
    at = datetime.combine(on, time(2), UTC) + timedelta(seconds=number)
    return Answer(id=f"{number:05}", lesson=item.lesson, question=item.question, draw=0,
                  right=right, at=at, day=on, occasion=occasion)


def main() -> None:
    """Print the tables."""
    for every in EVERY:
        sys.stdout.write(f"A new lesson every {every} visits:\n\n"
                         f"{table(every, LEARNERS, SEEDS)}\n\n")
    sys.stdout.write(f"Small:\n\n{table(EVERY[0], *SMALL)}\n")


if __name__ == "__main__":
    main()
