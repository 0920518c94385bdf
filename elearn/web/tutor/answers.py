"""The answers that made a status, sitting by sitting; a sitting that was not hers is left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from markupsafe import Markup, escape
from werkzeug.wrappers import Response

from elearn.accounts import staff
from elearn.accounts.people import Learner
from elearn.content.lesson import Lesson
from elearn.content.values import Choice, QuestionScreen
from elearn.learning import answers as ledger
from elearn.learning import marks
from elearn.learning.answers import Attempt
from elearn.learning.silence import silent
from elearn.mastery import Answer, Standing, handed_in
from elearn.questions import KINDS
from elearn.questions.parts import parts_of
from elearn.questions.tugas import ticks_of
from elearn.web.learn.given import found_on, lesson_of
from elearn.web.learn.pages import gaps, page
from elearn.web.site import site
from elearn.web.tutor import tutor, words
from elearn.web.tutor.gate import learner_or_404, teacher
from elearn.web.tutor.person import progress_of
from elearn.web.tutor.tasks import task_address

SITTINGS = 10
"""How many sittings one page shows, the latest first."""


@dataclass(frozen=True, slots=True)
class Given:
    """One answer: the question and what she gave, as HTML; whether it was right, and which try.

    A task `waits` until it was seen; then its ticks are an answer of their own, `judged`.
    """

    question: Markup
    answer: Markup
    right: bool
    again: bool
    hasty: bool
    waits: bool = False
    judged: bool = False


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task of the lesson that can be ticked: its words, where, and the day it was handed in."""

    question: Markup
    href: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Sat:
    """One day's work in a lesson."""

    day: date
    words: str
    hers: bool
    answers: tuple[Given, ...]

    @property
    def right(self) -> int:
        """How many answers were right."""
        return sum(1 for one in self.answers if one.right)

    @property
    def whole(self) -> int:
        """How many answers were marked."""
        return sum(1 for one in self.answers if not one.waits)


@tutor.get("/orang/<uuid:person_id>/<stem>")
def sittings(person_id: UUID, stem: str) -> str:
    """Show the sittings of a learner in one lesson."""
    learner = learner_or_404(person_id)
    if silent(site().shelf.current, stem):
        abort(404)       # nothing of a sensitive lesson is told, not even what was answered before
    with site().store.reading() as session:
        given = ledger.of_lesson(session, person_id, stem)
        others = marks.disowned(session, person_id)
        log = ledger.log(session, person_id, stem)
    lesson = site().shelf.current.lesson(stem)
    if lesson is None and not given:
        abort(404)
    standing = progress_of(learner).standings.get(stem, Standing())
    days = [(day, list(group)) for day, group in groupby(given, key=lambda one: one.day)]
    return render_template(
        "tutor/jawaban.html",
        learner=learner,
        stem=stem,
        title=words.lesson_title(stem),
        status=words.status(standing),
        tasks=_tasks(learner, lesson, log) if lesson else [],
        sittings=[
            _sat(learner, day, found, (stem, day) not in others)
            for day, found in days[: -SITTINGS - 1 : -1]
        ],
    )


@tutor.post("/orang/<uuid:person_id>/<stem>/duduk")
def mark(person_id: UUID, stem: str) -> Response:
    """Say that a sitting was somebody else's ("bukan dia"), or hers after all."""
    learner = learner_or_404(person_id)
    if silent(site().shelf.current, stem):
        abort(404)
    try:
        day = date.fromisoformat(request.form.get("hari", ""))
    except ValueError:
        abort(400)
    hers = request.form.get("punya") == "dia"
    by = teacher().staff_id
    with site().store.writing() as session:
        if marks.mark_sitting(session, person_id, stem, day, hers, by, site().now()):
            did = "gave a sitting back" if hers else "took a sitting out"
            staff.note(session, by, did, site().now(), person_id, learner.class_id)
    return redirect(url_for("tutor.sittings", person_id=person_id, stem=stem), 303)


def _sat(learner: Learner, day: date, given: Sequence[Attempt], hers: bool) -> Sat:
    return Sat(day, words.day(day), hers, tuple(_given(learner, one) for one in _shown(given)))


def _shown(given: Sequence[Attempt]) -> list[Attempt]:
    """Return the answers of a day as they count: of a task that was ticked the last ticks only."""
    last = {one.code: one.id for one in given if one.judged_by is not None}
    task = [one.outcome == "given" or one.judged_by is not None for one in given]
    return [
        one for one, is_task in zip(given, task, strict=True)
        if not is_task or last.get(one.code, one.id) == one.id
    ]


def _given(learner: Learner, attempt: Attempt) -> Given:
    lesson = lesson_of(attempt.version)
    found = found_on(lesson, learner.age_band, attempt.code, attempt.draw) if lesson else None
    return Given(
        question=Markup(found[1].stem.html) if found else escape(attempt.code),  # noqa: S704  # clean
        answer=told(found[1], attempt.raw) if found else escape(attempt.raw),
        right=attempt.outcome == "right",
        again=attempt.try_number > 1 and attempt.judged_by is None,
        hasty=attempt.flag != "",
        waits=attempt.outcome == "given",
        judged=attempt.judged_by is not None,
    )


def _tasks(learner: Learner, lesson: Lesson, log: Sequence[Answer]) -> list[TaskRow]:
    """Return what was handed in first, then every task of the lesson: paper is as good."""
    if learner.age_band not in lesson.audiences:
        return []
    asked = page(lesson, learner.age_band, 0, site().narrator, site().facts())
    stems = {
        one.code: Markup(one.stem.html)  # noqa: S704  # clean
        for one in asked.questions if one.kind == "tugas"
    }
    waiting = handed_in(log)
    today = {one.question for one in waiting if one.day == site().today()}
    return [
        *(TaskRow(stems.get(one.question, escape(one.question)),
                  task_address(learner.person_id, one), words.day(one.day)) for one in waiting),
        *(TaskRow(stem, url_for("tutor.task", person_id=learner.person_id, stem=lesson.stem,
                                code=code))
          for code, stem in stems.items() if code not in today),
    ]  # fmt: skip


def told(screen: QuestionScreen, raw: str) -> Markup:
    """Return a raw answer as it looked to her: the options she tapped, the words she typed."""
    if KINDS[screen.kind].shape == "typed":
        return escape(raw)
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


def _filled(gap: Sequence[Choice], part: str) -> Markup:
    """Return what she put into a gap."""
    if gap[0].typed:
        return escape(part)
    first = min(choice.id for choice in gap)
    bodies = {str(choice.id - first): choice.body.html for choice in gap}
    return Markup(bodies.get(part, "–"))  # noqa: S704  # from our own lessons


def _joined(parts: Iterable[str]) -> Markup:
    return Markup(" ").join(Markup(part) for part in parts)  # noqa: S704  # from our own lessons
