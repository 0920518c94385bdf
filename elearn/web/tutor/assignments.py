"""Lessons that a tutor asks for: who has done them, a new one, one taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import people, staff
from elearn.accounts.people import Learner
from elearn.accounts.policy import Action, Thing
from elearn.content import sensitive
from elearn.content.catalogue import SUBJECTS
from elearn.content.lesson import Lesson
from elearn.learning import known
from elearn.learning.silence import silent
from elearn.mastery import Standing
from elearn.teaching import assignments as tasks
from elearn.teaching.assignments import Assigned
from elearn.teaching.attention import told_of
from elearn.web import auth, guards
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.site import site
from elearn.web.tutor import tutor, words
from elearn.web.tutor.gate import class_or_404, learner_or_404, teacher

Faults = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Task:
    """An assignment as the list shows it."""

    id: UUID
    lesson: str
    title: str
    whose: str
    due: str
    done: tuple[str, ...]
    open: tuple[str, ...]


@tutor.get("/kelompok/<uuid:class_id>/tugas")
def tasks_list(class_id: UUID) -> str:
    """List what is asked in a class, and who has done it."""
    found = class_or_404(class_id)
    with site().store.reading() as session:
        held = tasks.of_class(session, class_id)
        learners = people.learners(session, class_id)
        stands = known.standings(
            session, [one.person_id for one in learners], told_of(site().shelf.current)
        )
    return render_template(
        "tutor/tugas.html", klass=found, tasks=[_task(one, learners, stands) for one in held]
    )


@tutor.get("/kelompok/<uuid:class_id>/tugas/beri")
def task_form(class_id: UUID) -> str:
    """Ask which lesson, for whom, and until when."""
    class_or_404(class_id)
    whom = _whom(class_id, request.args.get("orang", ""))
    return _form(class_id, whom, {"pelajaran": request.args.get("pelajaran", "")}, [])


@tutor.post("/kelompok/<uuid:class_id>/tugas/beri")
def give_task(class_id: UUID) -> Response | tuple[str, int]:
    """Ask a lesson of the class or of one learner; the same form twice is one assignment."""
    class_or_404(class_id)
    whom = _whom(class_id, request.form.get("orang", ""))
    lesson, due, faults = _read(request.form.get("pelajaran", ""), request.form.get("sampai", ""))
    identity = auth.parse_id(request.form.get("id", "")) or uuid4()
    if faults:
        return _form(class_id, whom, request.form.to_dict(), faults), 422
    by, now = teacher().staff_id, site().now()
    with site().store.writing() as session:
        given = tasks.assign(
            session, identity, class_id, whom.person_id if whom else None, lesson, due, by, now,
            site().today(),
        )
        if given:
            about = whom.person_id if whom else None
            staff.note(session, by, "assigned a lesson", now, about, class_id)
    return redirect(url_for("tutor.tasks_list", class_id=class_id), 303)


@tutor.post("/tugas/<uuid:task_id>/tarik")
def withdraw_task(task_id: UUID) -> Response:
    """Take an assignment back."""
    with site().store.reading() as session:
        held = tasks.assignment(session, task_id)
    teacher_of(held.class_id if held else None)
    if held is None:
        abort(404)
    by = teacher().staff_id
    with site().store.writing() as session:
        tasks.withdraw(session, task_id, by, site().now())
        staff.note(session, by, "took a lesson back", site().now(), held.learner_id, held.class_id)
    return redirect(url_for("tutor.tasks_list", class_id=held.class_id), 303)


def teacher_of(class_id: UUID | None) -> None:
    """Go on only for a tutor of this class; a class of nobody is not there."""
    teacher()
    guards.demand(Action.TEACH_CLASS, Thing(class_id=class_id), missing=True)


def _task(
    held: Assigned, learners: list[Learner], stands: Mapping[UUID, known.Standings]
) -> Task:
    done: list[str] = []
    left: list[str] = []
    for one in () if silent(site().shelf.current, held.lesson) else learners:
        if held.of(one.person_id):
            stood = stands[one.person_id].get(held.lesson, Standing())
            (done if held.asked.done(stood) else left).append(one.name)
    asked = next((one.name for one in learners if one.person_id == held.learner_id), None)
    return Task(
        id=held.id,
        lesson=held.lesson,
        title=words.lesson_title(held.lesson),
        whose=asked or _("semua di kelompok"),
        due=_("sampai {day}", day=words.day(held.due)) if held.due else "",
        done=tuple(done),
        open=tuple(left),
    )


def _whom(class_id: UUID, text: str) -> Learner | None:
    known = auth.parse_id(text)
    if known is None:
        return None
    learner = learner_or_404(known)
    if learner.class_id != class_id:
        abort(404)
    return learner


def _read(stem: str, until: str) -> tuple[str, date | None, Faults]:
    faults: Faults = []
    if site().shelf.current.lesson(stem) is None or silent(site().shelf.current, stem):
        faults.append(("pelajaran", _("Pilih satu pelajaran.")))
    due = None
    if until.strip():
        try:
            due = date.fromisoformat(until.strip())
        except ValueError:
            faults.append(("sampai", _("Tanggal ditulis seperti 2026-12-31. Boleh kosong.")))
    if due is not None and due < site().today():
        faults.append(("sampai", _("Tanggal itu sudah lewat. Pilih hari ini atau nanti.")))
    return stem, due, faults


def _form(class_id: UUID, whom: Learner | None, values: dict[str, str], faults: Faults) -> str:
    return render_template(
        "tutor/beri.html",
        class_id=class_id,
        whom=whom,
        values=values,
        faults=faults,
        form_id=values.get("id") or uuid4(),
        shelf=[
            (subject, _lessons(name, whom)) for name, subject in SUBJECTS.items()
            if _lessons(name, whom)
        ],
        unassigned=[
            (one.meta.title, sensitive.offered(one, site().settings.sensitive))
            for name in SUBJECTS
            for one in site().shelf.current.subject(name)
            if one.meta.sensitive
        ],
    )


def _lessons(subject: str, whom: Learner | None) -> list[Lesson]:
    current = site().shelf.current
    return [
        reading
        for one in current.subject(subject)
        if (reading := current.lesson(one.stem, language())) is not None
        and not silent(current, one.stem)
        and (whom is None or whom.age_band in reading.audiences)
    ]
