"""An answer as a tutor sees it: what was asked, what was given, what was mixed up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup, escape

from elearn.accounts.people import Learner
from elearn.content.values import Choice, QuestionScreen
from elearn.language.numbers import format_number
from elearn.learning.answers import Attempt
from elearn.mastery.evidence import PLACEMENT
from elearn.questions import KINDS
from elearn.questions.parts import parts_of
from elearn.questions.tugas import ticks_of
from elearn.questions.uang import pieces_of
from elearn.web.learn.given import found_on, lesson_of, practised_on
from elearn.web.learn.pages import gaps
from elearn.web.tutor import words


@dataclass(frozen=True, slots=True)
class Given:
    """One answer: the question and what she gave, as HTML; whether it was right, and which try.

    A task `waits` until it was seen; then its ticks are an answer of their own, `judged`.
    `confusion` says in the tutor's words what was taken for what, "" where no rule knows it.
    """

    question: Markup
    answer: Markup
    right: bool
    again: bool
    hasty: bool
    waits: bool = False
    judged: bool = False
    confusion: str = ""
    practised: bool = False  # in "Latihan hari ini", which changes no status
    placed: bool = False     # in placement, which does not either


def given_by(learner: Learner, attempt: Attempt) -> Given:
    """Return an answer as its learner met it: by the version and draw of her page."""
    lesson, practised = lesson_of(attempt.version), attempt.occasion == "latihan"
    where = practised_on if practised else found_on
    found = where(lesson, learner.age_band, attempt.code, attempt.draw) if lesson else None
    return Given(
        question=Markup(found[1].stem.html) if found else escape(attempt.code),  # noqa: S704  # clean
        answer=told(found[1], attempt.raw) if found else escape(attempt.raw),
        right=attempt.outcome == "right",
        again=attempt.try_number > 1 and attempt.judged_by is None,
        hasty=attempt.flag != "",
        waits=attempt.outcome == "given",
        judged=attempt.judged_by is not None,
        confusion=words.confusion(attempt.confusion),
        practised=practised,
        placed=attempt.occasion == PLACEMENT,
    )


def told(screen: QuestionScreen, raw: str) -> Markup:
    """Return a raw answer as it looked to her: the options she tapped, the words she typed."""
    if KINDS[screen.kind].shape == "typed":
        return escape(raw)
    if KINDS[screen.kind].shape == "money":
        return _paid(pieces_of(raw))
    if KINDS[screen.kind].shape == "gaps":
        pairs = zip(gaps(screen), parts_of(raw), strict=False)
        return Markup(" · ").join(_filled(gap, part) for gap, part in pairs)
    if KINDS[screen.kind].shape == "task":
        met = zip(ticks_of(raw), screen.choices, strict=False)
        return Markup("; ").join(Markup(one.body.html) for tick, one in met if tick)  # noqa: S704
    places = raw.split(",")
    if KINDS[screen.kind].shape == "pairs":
        sides = {str(one.id): one.match.html for one in screen.matches if one.match}
        return _joined(
            f"{left.body.html} = {sides.get(places[left.id], '–')}"
            for left in screen.choices if left.id < len(places)
        )
    bodies = {str(one.id): one.body.html for one in screen.choices}
    return _joined(bodies.get(place, "–") for place in places)


def _paid(pieces: Sequence[int]) -> Markup:
    """Return what she laid on the table, and what it came to."""
    each = [f"Rp{format_number(Fraction(one))}" for one in (*pieces, sum(pieces))]
    return escape(" + ".join(each[:-1]) + f" = {each[-1]}")


def _filled(gap: Sequence[Choice], part: str) -> Markup:
    """Return what she put into a gap."""
    if gap[0].typed:
        return escape(part)
    first = min(choice.id for choice in gap)
    bodies = {str(choice.id - first): choice.body.html for choice in gap}
    return Markup(bodies.get(part, "–"))  # noqa: S704  # from our own lessons


def _joined(parts: Iterable[str]) -> Markup:
    return Markup(" ").join(Markup(part) for part in parts)  # noqa: S704  # from our own lessons
