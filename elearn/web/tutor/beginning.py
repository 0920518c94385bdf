"""Where a learner begins: what placement found and why, and the tutor's own word with a reason."""

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import staff
from elearn.accounts.people import Learner
from elearn.learning import rulings
from elearn.learning.placing import Start
from elearn.learning.rulings import NOTE, Ruling
from elearn.mastery.placement import Strand
from elearn.store.tables import Reason
from elearn.web.i18n import gettext as _
from elearn.web.site import site
from elearn.web.tutor import tutor, words
from elearn.web.tutor.gate import learner_or_404, teacher
from elearn.web.tutor.person import ladders_of, progress_of


@dataclass(frozen=True, slots=True)
class Known:
    """How many questions about a lesson she answered, and how many rightly."""

    stem: str
    title: str
    right: int
    asked: int
    taught: bool             # in the lesson itself, not in placement


@dataclass(frozen=True, slots=True)
class Beginning:
    """One strand as its tutor sees it."""

    name: str
    title: str
    lesson: str              # the stem she begins with, "" where that is not known
    lesson_title: str
    level: str
    sure: int                # per cent
    known: tuple[Known, ...]
    ruling: Ruling | None
    lessons: tuple[tuple[str, str], ...]     # stems and titles, to choose from


@tutor.get("/orang/<uuid:person_id>/mulai")
def beginning(person_id: UUID) -> str:
    """Show where a learner begins in each strand, and why."""
    return _page(learner_or_404(person_id), "")


@tutor.post("/orang/<uuid:person_id>/mulai")
def choose_beginning(person_id: UUID) -> Response | tuple[str, int]:
    """Choose another first lesson, with a reason; or take back what was chosen."""
    learner = learner_or_404(person_id)
    ladder = _ladder(learner, request.form.get("jalur", ""))
    taken_back = "batal" in request.form
    lesson = "" if taken_back else request.form.get("pelajaran", "")
    reason = "" if taken_back else request.form.get("alasan", "")
    if not taken_back:
        if lesson not in [step.lesson for step in ladder.steps]:
            abort(400)
        if reason not in reasons():
            return _page(learner, ladder.name), 422
    note = "" if taken_back else " ".join(request.form.get("catatan", "").split())[:NOTE]
    by, now = teacher().staff_id, site().now()
    said = Ruling(ladder.name, lesson, cast(Reason, reason), note, by, now)
    with site().store.writing(person_id) as session:
        if rulings.rule(session, person_id, said):
            did = "took a first lesson back" if taken_back else "chose a first lesson"
            staff.note(session, by, did, now, person_id, learner.class_id)
    return redirect(url_for("tutor.beginning", person_id=person_id), 303)


def reasons() -> dict[str, str]:
    """Return why a tutor may choose another first lesson, as pages name it."""
    return {
        "tahu": _("Saya tahu kemampuannya"),
        "sulit": _("Pelajaran itu terlalu sulit"),
        "mudah": _("Pelajaran itu terlalu mudah"),
        "ingin": _("Ia sendiri ingin"),
        "lain": _("Alasan lain"),
    }


def level(rung: str) -> str:
    """Return what tutors call the level of somebody whose highest rung this is."""
    return {
        "huruf": _("Huruf"), "suku kata": _("Huruf"), "kata": _("Kata"),
        "kalimat": _("Paragraf"), "cerita": _("Cerita"), "1-9": _("Bilangan 1–9"),
        "10-99": _("Bilangan 10–99"), "tambah": _("Menambah"), "kurang": _("Mengurangi"),
        "bagi": _("Membagi"),
    }.get(rung, _("Pemula"))


def _page(learner: Learner, missing: str) -> str:
    made = progress_of(learner)
    starts = {one.strand: one for one in made.starts}
    with site().store.reading() as session:
        history = rulings.history(session, learner.person_id)
    titles = {one.stem: one.meta.title for one in made.lessons}
    return render_template(
        "tutor/mulai.html",
        learner=learner,
        strands=[_strand(one, starts.get(one.name), titles) for one in ladders_of(learner)],
        reasons=reasons(),
        missing=missing,
        most=NOTE,
        history=[
            (words.day(one.at.astimezone(site().settings.timezone).date()), one,
             titles.get(one.lesson, one.lesson))
            for one in reversed(history)
        ],
    )


def _strand(ladder: Strand, start: Start | None, titles: dict[str, str]) -> Beginning:
    found = start.placed if start else None
    lesson = (start.lesson or "") if start else ""
    return Beginning(
        name=ladder.name,
        title={"baca": _("Membaca"), "hitung": _("Berhitung")}[ladder.name],
        lesson=lesson,
        lesson_title=titles.get(lesson, "") if lesson else _whole(start),
        level=level(found.rung) if found else "",
        sure=round(found.sure * 100) if found else 0,
        known=_known(start, titles),
        ruling=start.ruling if start else None,
        lessons=tuple((step.lesson, titles[step.lesson]) for step in ladder.steps),
    )


def _whole(start: Start | None) -> str:
    return _("Belum dicari.") if start is None else _("Sudah bisa semuanya.")


def _known(start: Start | None, titles: dict[str, str]) -> tuple[Known, ...]:
    """Return what was asked of her by lesson, in the order of the ladder."""
    if start is None or start.placed is None:
        return ()
    rows: list[Known] = []
    for step in start.placed.strand.steps:
        for taught in (False, True):
            here = [one.right for one in start.placed.evidence
                    if one.lesson == step.lesson and one.taught is taught]
            if here:
                rows.append(
                    Known(step.lesson, titles[step.lesson], sum(here), len(here), taught)
                )
    return tuple(rows)


def _ladder(learner: Learner, name: str) -> Strand:
    found = next((one for one in ladders_of(learner) if one.name == name), None)
    if found is None:
        abort(400)
    return found
