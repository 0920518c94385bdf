"""Tasks that learners handed in, or did on paper only: the tutor looks, ticks the rubric, saves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from flask import abort, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from elearn.accounts import people, staff
from elearn.accounts.people import Learner
from elearn.content.catalogue import SUBJECTS
from elearn.content.lesson import Lesson
from elearn.content.values import Page, QuestionScreen
from elearn.learning import answers as ledger
from elearn.learning import judging, versions
from elearn.learning.answers import Attempt
from elearn.learning.judging import Ticks
from elearn.learning.progress import offered
from elearn.learning.silence import silent
from elearn.mastery import HandedIn
from elearn.questions.tugas import judged, ticks_of
from elearn.web import auth
from elearn.web.i18n import language
from elearn.web.learn.given import found_on, lesson_of
from elearn.web.site import site
from elearn.web.tutor import tutor
from elearn.web.tutor.gate import learner_or_404, teacher


@dataclass(frozen=True, slots=True)
class Task:
    """A task of a day: how it was asked, and what became of it; `before` is empty for paper."""

    lesson: Lesson
    page: Page
    screen: QuestionScreen
    day: date
    before: tuple[Attempt, ...]

    @property
    def given(self) -> tuple[Attempt, ...]:
        """When it was handed in, and again with her own judgement."""
        return tuple(one for one in self.before if one.judged_by is None)

    @property
    def met(self) -> tuple[bool, ...]:
        """The ticks as they are now."""
        ticked = [one for one in self.before if one.judged_by is not None]
        return ticks_of(ticked[-1].raw) if ticked else ()

    @property
    def asked(self) -> int:
        """How many questions its page asked."""
        return self.before[0].asked if self.before else len(self.page.questions)


def task_address(person_id: UUID, task: HandedIn) -> str:
    """Return where a tutor looks at a task that was handed in."""
    return url_for(
        "tutor.task", person_id=person_id, stem=task.lesson, code=task.question,
        hari=task.day.isoformat(),
    )  # fmt: skip


@tutor.get("/orang/<uuid:person_id>/<stem>/nilai/<code>")
def task(person_id: UUID, stem: str, code: str) -> str:
    """Show a task: its words, and the rubric to tick."""
    learner = learner_or_404(person_id)
    found = _found(learner, stem, code)
    own = [one.raw.partition(",")[2] for one in found.given]
    return render_template(
        "tutor/nilai.html",
        learner=learner,
        stem=stem,
        lesson=found.lesson,
        screen=found.screen,
        met=found.met,
        given=bool(found.given),
        own=next(filter(None, reversed(own)), ""),
        day=found.day,
        id=uuid4(),
    )


@tutor.post("/orang/<uuid:person_id>/<stem>/nilai/<code>")
def tick(person_id: UUID, stem: str, code: str) -> Response:
    """Keep the ticks; the same form again changes nothing."""
    learner = learner_or_404(person_id)
    found = _found(learner, stem, code)
    by, chosen = teacher().staff_id, set(request.form.getlist("k"))
    ticks = Ticks(
        id=auth.parse_id(request.form.get("id", "")) or uuid4(),
        person_id=person_id,
        lesson=stem,
        version=found.lesson.version,
        code=code,
        draw=found.screen.draw,
        day=found.day,
        verdict=judged(found.screen.key, [str(one.id) in chosen for one in found.screen.choices]),
        evidence=found.screen.evidence,
        asked=found.asked,
        by=by,
    )
    with site().store.writing(person_id) as session:
        versions.remember(session, found.lesson)
        if judging.judge(session, ticks, site().now()):
            staff.note(session, by, "ticked a task", site().now(), person_id, learner.class_id)
    return redirect(url_for("tutor.person", person_id=person_id), 303)


@tutor.get("/orang/<uuid:person_id>/kertas")
def paper(person_id: UUID) -> str:
    """List the lessons that hold tasks: what was done on paper is ticked on their pages."""
    learner = learner_or_404(person_id)
    mine = (learner.age_band, "semua")
    return render_template(
        "tutor/kertas.html",
        learner=learner,
        lessons=[
            (lesson.stem, lesson.meta.title,
             lesson.meta.picture or SUBJECTS[lesson.subject].emoji)
            for lesson in offered(site().shelf.current, learner.age_band, language())
            if any(one.kind == "tugas" and one.audience in mine for one in lesson.asked)
        ],
    )


def _found(learner: Learner, stem: str, code: str) -> Task:
    """Return the task of the day that the request names, today's where it names none."""
    if silent(site().shelf.current, stem):
        abort(404)
    day = _day(request.values.get("hari", ""))
    with site().store.reading() as session:
        attempts = ledger.of_lesson(session, learner.person_id, stem)
        before = tuple(judging.tasks_of_day(session, learner.person_id, stem, code, day))
        quiet = _quiet(session, learner.person_id)
    lesson = lesson_of(before[0].version) if before else site().shelf.current.lesson(stem)
    if lesson is None or not (before or _lately(day)):
        abort(404)
    draw = before[0].draw if before else _draw(lesson, attempts, day)
    asked = (lesson, learner.age_band, code, draw)
    found = found_on(*asked, quiet=quiet) or found_on(*asked)
    if found is None or found[1].kind != "tugas":
        abort(404)
    return Task(lesson, *found, day, before)


def _day(text: str) -> date:
    if not text:
        return site().today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        abort(400)


def _lately(day: date) -> bool:
    """Whether paper may be ticked for a day: a form that was opened before midnight is kept."""
    return timedelta(0) <= site().today() - day <= timedelta(days=1)


def _quiet(session: Session, person_id: UUID) -> bool:
    kept = people.person(session, person_id)
    return kept is not None and kept.quiet


def _draw(lesson: Lesson, attempts: Sequence[Attempt], day: date) -> int:
    """Return the draw of the page that she has before her on `day`; the first where she has none.

    A page asks a task once, so that its draw is that of the page.
    """
    return next(
        (one.draw // rounds for one in attempts
         if one.day == day and not one.occasion and (rounds := lesson.rounds(one.code))),
        0,
    )
