"""Tests (`jenis: uji`): a page that does not know the answers, and where a learner is in one.

Options, tiles and right sides are numbered there as they are shown, not as the author wrote them:
authors write what is right first, and the order of tiles and pairs is the answer itself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from elearn.accounts.sessions import Signed
from elearn.content.lesson import Lesson
from elearn.content.values import DRAWS, Choice, Page, QuestionScreen
from elearn.learning import answers
from elearn.mastery.sittings import FirstTry, Sitting, sittings
from elearn.questions import KINDS
from elearn.questions.parts import parts_of, with_parts
from elearn.web.learn.pages import draw_for, gaps, page, places
from elearn.web.site import site


@dataclass(frozen=True, slots=True)
class Sat:
    """Today's work in a test: its page, and the first answer to each of its questions.

    `waiting` are the tasks that were handed in, and that her tutor has not seen.
    """

    page: Page
    tries: tuple[FirstTry, ...]
    waiting: tuple[str, ...] = ()

    @property
    def left(self) -> tuple[QuestionScreen, ...]:
        """The questions without an answer, in their order."""
        answered = {(one.question, one.draw) for one in self.tries}
        return tuple(
            one for one in self.page.questions
            if (one.code, one.draw) not in answered and one.code not in self.waiting
        )


LATELY = timedelta(days=14)
"""How long the end of a test tells of the last time: its page may have been far from the hub."""


def today(lesson: Lesson, signed: Signed) -> Sat:
    """Return what she answered today in the test that is asked of her today.

    A page that her phone has kept asks in the draw of the day on which it was saved.
    """
    sat = next((one for one in _sat(lesson, signed) if one.day == site().today()), None)
    return _on_its_page(lesson, signed, sat)


def lately(lesson: Lesson, signed: Signed) -> Sat:
    """Return the same; where she has not begun it today, what she answered the last time."""
    since = site().today() - LATELY
    each = [one for one in _sat(lesson, signed) if one.day >= since]
    return _on_its_page(lesson, signed, each[-1] if each else None)


def _sat(lesson: Lesson, signed: Signed) -> tuple[Sitting, ...]:
    with site().store.reading() as session:
        return sittings(answers.log(session, signed.person_id, lesson.stem))


def _on_its_page(lesson: Lesson, signed: Signed, sat: Sitting | None) -> Sat:
    """Return a sitting beside the page that most of its answers were given on, else today's."""
    tries = sat.tries if sat else ()
    draws = Counter(one.draw // max(1, lesson.rounds(one.question)) for one in tries)
    draw = draws.most_common(1)[0][0] if draws else draw_for(signed.seat, site().today())
    asked = page(
        lesson, signed.age_band, draw % DRAWS, site().narrator, site().facts(), signed.quiet
    )
    own = {(one.code, one.draw) for one in asked.questions}
    return Sat(
        asked, tuple(one for one in tries if (one.question, one.draw) in own),
        sat.waiting if sat else (),
    )


def whole(screen: QuestionScreen) -> Mapping[str, object]:
    """Return a key by which the browser can tell whether an answer is whole, and nothing else."""
    shown = len(screen.choices)
    match KINDS[screen.kind].shape:
        case "options" | "words":
            return {"kind": screen.kind, "of": shown, "ok": []}
        case "typed":
            return {"kind": screen.kind, "of": [], "ok": [], "unit": screen.key.get("unit", "")}
        case "tiles":
            return _places(screen.kind, shown, len(places(screen)))
        case "pairs":
            return _places(screen.kind, len(screen.matches), shown)
        case "task":
            return screen.key
        case "money":
            purse = {"purse": screen.key["purse"]} if screen.once else {}
            return {"kind": screen.kind, "of": [], "ok": [], **purse}
        case "gaps":
            return {"kind": screen.kind, "gaps": [
                {"of": [] if gap[0].typed else len(gap), "ok": []} for gap in gaps(screen)
            ]}


def _places(kind: str, pieces: int, wanted: int) -> Mapping[str, object]:
    return {"kind": kind, "same": list(range(pieces)), "ok": list(range(wanted))}


def as_written(screen: QuestionScreen, raw: str) -> str:
    """Return an answer by the numbers of a test's page as one by those of the author's lines."""
    lines = [str(choice.id) for choice in screen.choices]
    given = raw.split(",")
    match KINDS[screen.kind].shape:
        case "typed" | "task" | "money":
            return raw
        case "pairs":
            sides = [str(side.id) for side in screen.matches]
            row = [""] * (max((choice.id for choice in screen.choices), default=-1) + 1)
            for left, place in zip(screen.choices, given, strict=False):
                row[left.id] = _at(sides, place)
            return ",".join(row).rstrip(",")
        case "gaps":
            return with_parts(
                part if gap[0].typed else _at(_numbers(gap), part)
                for gap, part in zip(gaps(screen), parts_of(raw), strict=False)
            )
        case _:
            return ",".join(_at(lines, place) for place in given)


def _numbers(gap: Sequence[Choice]) -> list[str]:
    """Return the numbers that the author's order gives to what a gap offers."""
    first = min(choice.id for choice in gap)
    return [str(choice.id - first) for choice in gap]


def _at(ids: Sequence[str], place: str) -> str:
    """Return the number of the line that stands at a place; "" where there is no such place."""
    if not place.isdecimal() or len(place) > 3 or int(place) >= len(ids):
        return ""
    return ids[int(place)]
