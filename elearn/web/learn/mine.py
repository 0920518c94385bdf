"""Who is signed in to learn, her log, and where she stands."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import abort, redirect, request, url_for

from elearn.accounts.policy import Action, Role
from elearn.accounts.sessions import Signed
from elearn.content.asked import how_many
from elearn.content.lesson import Lesson
from elearn.learning import answers, placing, rulings
from elearn.learning.progress import Progress, offered, progress
from elearn.mastery import Answer
from elearn.mastery.placement import Strand
from elearn.teaching.assignments import asked_of
from elearn.web import auth, cookies, guards
from elearn.web.site import site


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

    @property
    def own_name(self) -> bool:
        """Whether her own name is her first thing: no answer yet, not looked at here today."""
        if self.log or guest(self.signed):
            return False
        return cookies.read(request, cookies.NAMED) != named_mark(self.signed)

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
        catalogue, signed.age_band, signed.reads,
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


def named_mark(signed: Signed) -> str:
    """Return what a browser keeps for a day of who has looked at her own name."""
    return hashlib.sha256(signed.seat.encode()).hexdigest()[:20]
