"""Home and the lists of lessons: "lanjut" first, then the four subjects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from flask import abort, redirect, render_template, request, url_for

from elearn.accounts.policy import Action, Role
from elearn.accounts.sessions import Signed
from elearn.content.asked import how_many
from elearn.content.catalogue import SUBJECTS
from elearn.content.curriculum import count, told
from elearn.content.lesson import Lesson
from elearn.learning import answers, placing, rulings
from elearn.learning.progress import Progress, offered, progress
from elearn.mastery import Answer
from elearn.mastery.placement import Strand
from elearn.teaching.assignments import asked_of
from elearn.web import auth, guards
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.learn import learn
from elearn.web.site import site

LESSONS_A_PAGE = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A lesson in a list: where it opens, how it looks and sounds, where she stands."""

    subject: str
    title: str
    picture: str
    href: str
    sound: str
    mark: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class SubjectTile:
    """A subject on the home page."""

    name: str
    title: str
    emoji: str
    able: int
    lessons: int


@dataclass(frozen=True, slots=True)
class Looked:
    """A learner's log and what follows from it."""

    signed: Signed
    progress: Progress
    log: Sequence[Answer]
    ladders: tuple[Strand, ...]

    @property
    def placement(self) -> bool:
        """Whether her home offers to find her first lesson."""
        if guest(self.signed) or not self._offered(()):
            return False         # mostly: no need to ask whether she skipped it
        with site().store.reading() as session:
            return self._offered(rulings.skipped(session, self.signed.person_id))

    def _offered(self, skipped: Sequence[date]) -> bool:
        return placing.offered(
            self.ladders, self.log, skipped, site().today(), self.signed.seat
        ) is not None


def signed_in() -> Signed:
    """Return the learner who is signed in; send anybody else to the door, and back afterwards."""
    signed = auth.me()
    if signed is None:
        abort(redirect(url_for("account.start", next=request.path), 303))
    guards.demand(Action.LEARN)
    return signed


def look(signed: Signed) -> Looked:
    """Read her log and what people said of it, and derive where she stands."""
    with site().store.reading() as session:
        log = answers.log(session, signed.person_id)
        asked = asked_of(session, signed.person_id, None if guest(signed) else signed.class_id)
        said = rulings.rulings(session, signed.person_id)
    catalogue = site().shelf.current
    lessons = offered(
        catalogue, signed.age_band, signed.language,
        guest=guest(signed), turned_on=site().settings.sensitive,
    )  # fmt: skip
    facts = site().facts()
    ladders = placing.strands(lessons, signed.age_band, facts, signed.quiet)

    def asks(lesson: Lesson) -> int:
        return how_many(lesson, signed.age_band, facts, signed.quiet)

    made = progress(
        lessons, log, site().today(), asked, asks, catalogue.unwritten,
        placing.starts(ladders, log, said),
    )
    return Looked(signed, made, log, ladders)


def progress_of(signed: Signed) -> Progress:
    """Derive where she stands from her log."""
    return look(signed).progress


def guest(signed: Signed) -> bool:
    """Whether she learns without a name ("Coba dulu")."""
    return signed.role == Role.GUEST


def greeting(signed: Signed) -> str:
    """Greet her by the time of day of the place."""
    hour = site().now().astimezone(site().settings.timezone).hour
    if 4 <= hour < 11:
        return _("Selamat pagi, {name}", name=signed.name)
    if 11 <= hour < 15:
        return _("Selamat siang, {name}", name=signed.name)
    if 15 <= hour < 18:
        return _("Selamat sore, {name}", name=signed.name)
    return _("Selamat malam, {name}", name=signed.name)


def home() -> str:
    """Show the first page of a signed-in learner."""
    signed = signed_in()
    looked = look(signed)
    made = looked.progress
    onward = made.onward()
    return render_template(
        "belajar/rumah.html",
        placement=looked.placement,
        me=signed,
        guest=guest(signed),
        asked=onward is not None and onward.stem in made.assigned,
        waiting=bool(made.waiting),
        greeting=greeting(signed),
        go=row(onward, signed) if onward else None,
        written=written(),
        subjects=[
            SubjectTile(
                name, subject.title, subject.emoji, made.able(name),
                sum(1 for lesson in made.counted if lesson.subject == name),
            )
            for name, subject in SUBJECTS.items()
        ],
    )


@learn.get("/ranah/<name>")
def subject(name: str) -> str:
    """List the lessons of a subject, a few a page."""
    signed = signed_in()
    if name not in SUBJECTS:
        abort(404)
    made = progress_of(signed)
    lessons = [lesson for lesson in made.lessons if lesson.subject == name]
    pages = max(1, ceil(len(lessons) / LESSONS_A_PAGE))
    page = min(max(1, request.args.get("hal", 1, int)), pages)
    shown = lessons[(page - 1) * LESSONS_A_PAGE : page * LESSONS_A_PAGE]
    return render_template(
        "belajar/ranah.html",
        subject=_tile(name),
        lessons=[row(lesson, signed, made) for lesson in shown],
        page=page,
        pages=pages,
        written=written(name),
    )


def written(name: str | None = None) -> str:
    """Say how many lessons of the map, or of a subject in it, there are already."""
    return told(count(site().shelf.current.lessons, name), language())


def _tile(name: str) -> SubjectTile:
    """Return the subject as a list shows it."""
    return SubjectTile(name, SUBJECTS[name].title, SUBJECTS[name].emoji, 0, 0)


def _status(stem: str, made: Progress) -> str:
    """Return her status in a lesson; "tunggu" where a tutor's look is all that is missing."""
    status = made.standings[stem].status
    return "tunggu" if stem in made.waiting and status in ("belum", "hampir") else status


def row(lesson: Lesson, signed: Signed, made: Progress | None = None) -> Row:
    """Return `lesson` as a row that this learner can tap."""
    status = _status(lesson.stem, made) if made else "belum"
    passed = made is not None and lesson.stem in made.passed
    mark, words = {
        "tunggu": ("…", _("tunggu tutor")),
        "bisa": ("✓", _("bisa")),
        "hampir": ("◐", _("hampir")),
        "ulang": ("↻", _("pernah bisa, ulangi")),
        "belum": ("↷", _("dilewati dulu")) if passed else ("", ""),
    }[status]
    return Row(
        subject=lesson.subject,
        title=lesson.meta.title,
        picture=lesson.meta.picture or SUBJECTS[lesson.subject].emoji,
        href=url_for("learn.lesson", seat=signed.seat, stem=lesson.stem),
        sound=site().voice.say(lesson.meta.title, lesson.meta.language),
        mark=mark,
        words=words,
    )
