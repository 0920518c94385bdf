"""One learner: where she stands in each lesson, what happened at her door, how her pages look."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import cards, people
from elearn.accounts.people import Learner
from elearn.content.catalogue import SUBJECTS
from elearn.language.local import NAMES
from elearn.learning import answers, placing, rulings
from elearn.learning.progress import Progress, offered, progress
from elearn.mastery import HandedIn, Standing, handed_in
from elearn.mastery.placement import Strand
from elearn.messages import LANGUAGES
from elearn.teaching import assignments, door
from elearn.teaching.attention import confusions
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.learn.looks import voices
from elearn.web.site import site
from elearn.web.tutor import tutor, words
from elearn.web.tutor.gate import learner_or_404
from elearn.web.tutor.shown import Given, given_by
from elearn.web.tutor.tasks import task_address

SHOWN = timedelta(days=14)
EVENTS = 8
CONFUSIONS = 5


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson of hers, as her tutor sees it."""

    stem: str
    title: str
    picture: str
    status: str
    assigned: bool
    begun: bool


@dataclass(frozen=True, slots=True)
class ConfusionRow:
    """Something she mixes up: in words, with its latest answer and the lesson to repeat."""

    words: str
    stem: str
    title: str
    example: Given | None


@tutor.get("/orang/<uuid:person_id>")
def person(person_id: UUID) -> str:
    """Show a learner to her tutor."""
    learner = learner_or_404(person_id)
    made = progress_of(learner)
    with site().store.reading() as session:
        kept = people.person(session, person_id)
        ways = words.ways_in(learner, cards.has_card(session, person_id))
        events = door.events(session, person_id, site().now() - SHOWN)[:EVENTS]
        log = answers.log(session, person_id)
        mixed_up = confusions(log, site().shelf.current, site().today())[:CONFUSIONS]
        examples = [answers.attempt(session, person_id, UUID(one.latest)) for one in mixed_up]
    rows = [_row(one.stem, made, made.standings[one.stem]) for one in made.counted]
    counted = {one.stem for one in made.counted}
    return render_template(
        "tutor/orang.html",
        learner=learner,
        kept=kept,
        ways=ways,
        begun=[row for row in rows if row.begun or row.assigned],
        waiting=[
            _waiting(person_id, one) for one in handed_in(log) if one.lesson in counted
        ],
        untouched=sum(1 for row in rows if not (row.begun or row.assigned)),
        confusions=[
            ConfusionRow(
                words.mixed_up(one), one.lessons[0], words.lesson_title(one.lessons[0]),
                given_by(learner, latest) if latest else None,
            )
            for one, latest in zip(mixed_up, examples, strict=True)
        ],
        events=[words.at_the_door(one) for one in events],
        languages={"id": "Bahasa Indonesia", "en": "English"},
        voices=voices(kept.voice if kept else ""),
    )


@tutor.post("/orang/<uuid:person_id>/tampilan")
def looks(person_id: UUID) -> Response:
    """Choose how her pages look and in which language they speak."""
    learner_or_404(person_id)
    chosen = request.form.get("bahasa", "id")
    voice = request.form.get("suara")
    if chosen not in LANGUAGES or voice not in {None, "", *NAMES}:
        abort(400)
    with site().store.writing() as session:
        people.set_preference(
            session, person_id, language=chosen,
            large_text="besar" in request.form, contrast="kontras" in request.form,
            quiet="tenang" in request.form, voice=voice,
        )  # fmt: skip
    return redirect(url_for("tutor.person", person_id=person_id), 303)


def _waiting(person_id: UUID, task: HandedIn) -> tuple[str, str]:
    """Return where a task that was handed in is looked at, and its lesson with the day."""
    title = words.lesson_title(task.lesson)
    return task_address(person_id, task), f"{title}, {words.day(task.day)}"


def progress_of(learner: Learner) -> Progress:
    """Derive where a learner stands, as she herself sees it, titles in the tutor's language."""
    with site().store.reading() as session:
        log = answers.log(session, learner.person_id)
        asked = assignments.asked_of(session, learner.person_id, learner.class_id)
        said = rulings.rulings(session, learner.person_id)
    catalogue = site().shelf.current
    lessons = offered(catalogue, learner.age_band, language())
    return progress(
        lessons, log, site().today(), asked, unwritten=catalogue.unwritten,
        starts=placing.starts(ladders_of(learner), log, said),
    )


def ladders_of(learner: Learner) -> tuple[Strand, ...]:
    """Return the strands that a learner is placed in."""
    lessons = offered(site().shelf.current, learner.age_band, language())
    return placing.strands(lessons, learner.age_band, site().facts())


def _row(stem: str, made: Progress, standing: Standing) -> LessonRow:
    lesson = next(one for one in made.lessons if one.stem == stem)
    told = words.status(standing)
    assigned = stem in made.assigned
    return LessonRow(
        stem=stem,
        title=lesson.meta.title,
        picture=lesson.meta.picture or SUBJECTS[lesson.subject].emoji,
        status=f"{told} · {_('ditugaskan')}" if assigned else told,
        assigned=assigned,
        begun=standing.answered > 0 or standing.status != "belum",
    )
