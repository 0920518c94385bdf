"""The answers that made a status, sitting by sitting; a sitting that was not hers is left out."""

from collections.abc import Sequence
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
from elearn.learning import answers as ledger
from elearn.learning import marks
from elearn.learning.answers import Attempt
from elearn.learning.silence import silent
from elearn.mastery import Answer, Standing, handed_in
from elearn.web.learn.pages import page
from elearn.web.site import site
from elearn.web.tutor import tutor, words
from elearn.web.tutor.gate import learner_or_404, teacher
from elearn.web.tutor.person import progress_of
from elearn.web.tutor.shown import Given, given_by
from elearn.web.tutor.tasks import task_address

SITTINGS = 10
"""How many sittings one page shows, the latest first."""


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
    return Sat(day, words.day(day), hers, tuple(given_by(learner, one) for one in _shown(given)))


def _shown(given: Sequence[Attempt]) -> list[Attempt]:
    """Return the answers of a day as they count: of a task the last ticks, or its first handing in.
    """
    last = {one.code: one.id for one in reversed(given) if one.outcome == "given"}
    last |= {one.code: one.id for one in given if one.judged_by is not None}
    task = [one.outcome == "given" or one.judged_by is not None for one in given]
    return [
        one for one, is_task in zip(given, task, strict=True)
        if not is_task or last.get(one.code, one.id) == one.id
    ]


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
