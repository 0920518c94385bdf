"""What happens to a learner's log in a few days, at random: given, late, twice, not hers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import cast
from uuid import UUID

from elearn.learning.answers import NewAnswer
from elearn.mastery.sittings import Occasion
from elearn.store.tables import Judged
from tests.small_hub import MORNING

LESSONS = ("baca-03-m-b", "hitung-01-satu-lima")
GRANTS = {LESSONS[0]: frozenset({"m", "b"}), LESSONS[1]: frozenset[str]()}
OCCASIONS: tuple[Occasion, ...] = ("", "", "", "latihan", "penempatan")
MAYA = UUID(int=5)
LATEST = MORNING + timedelta(days=9)


@dataclass(frozen=True)
class Marked:
    """A tutor says whose a sitting was."""

    lesson: str
    day: date
    hers: bool


Event = NewAnswer | Marked


def events(random: Random, person_id: UUID, device_id: UUID) -> list[Event]:
    """Return what arrives at the hub, in the order in which it arrives.

    Answers of one to four days, some in a rush; clocks of devices that are ahead or years behind;
    each answer may come twice; all of it in any order, marks of the tutor in between.
    """
    made = list(_answers(random, person_id, device_id))
    again = random.sample(made, random.randint(0, len(made) // 2))
    marks = [
        Marked(random.choice(LESSONS), (MORNING + timedelta(days=random.randint(0, 3))).date(),
               random.random() < 0.5)
        for _ in range(random.choice((0, 0, 0, 1, 2)))
    ]  # fmt: skip
    arriving: list[Event] = [*made, *again, *marks]
    random.shuffle(arriving)
    return arriving


def _answers(random: Random, person_id: UUID, device_id: UUID) -> Iterator[NewAnswer]:
    asked = random.choice((5, 5, 5, 5, 10))
    for day in range(random.randint(1, 3)):
        at = MORNING + timedelta(days=day)
        lesson = random.choice(LESSONS)
        for number in range(random.choice((1, 2, 3, asked))):
            at += timedelta(milliseconds=random.choice((50, 399, 5_000, 30_000, 30_000)))
            outcome = random.choice(("right", "right", "right", "wrong", "given"))
            yield NewAnswer(
                id=UUID(int=random.getrandbits(128)), person_id=person_id, device_id=device_id,
                lesson=lesson, version="0123456789abcdef",
                code=f"{lesson[:4]}-s{number}", draw=random.choice((0, 0, 1)), try_number=1,
                raw="1", canonical="1", outcome=cast(Judged, outcome),
                answered_at=_clock(random, at), hints=random.choice((0, 0, 0, 1)),
                evidence=frozenset(random.choice((("m",), ("b",), ()))), asked=asked,
                occasion=random.choice(OCCASIONS),
                confusion=random.choice(("", "b-d")) if outcome == "wrong" else "",
                judged_by=random.choice((None, None, None, MAYA)) if outcome != "given" else None,
            )  # fmt: skip


def _clock(random: Random, at: datetime) -> datetime:
    wrong = random.choice((0, 0, 0, 0, 400, -800, 0.04, -0.04))
    return at + timedelta(days=wrong)
