"""Sound that is hers alone: her name, greeting, result. Never kept on disk or by a cache."""

from collections.abc import Sequence

from flask import Response, abort, request

from elearn.accounts import people
from elearn.accounts.policy import Action, Thing
from elearn.content.ucapan import pronounced
from elearn.narration import chime
from elearn.narration.values import Pcm
from elearn.web import auth, guards
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.learn import learn
from elearn.web.learn.home import greeting
from elearn.web.learn.mine import look, signed_in
from elearn.web.learn.results import Result, describe
from elearn.web.learn.seats import lesson_or_404
from elearn.web.learn.today import practice_in
from elearn.web.site import site
from elearn.web.voice import SPOKEN


@learn.get("/suara/nama/<person_id>.mp3")
def name(person_id: str) -> Response:
    """Say a learner's name, on a device of her class."""
    known = auth.parse_id(person_id)
    with site().store.reading() as session:
        learner = people.learner(session, known) if known else None
    guards.demand(
        Action.SEE_NAME, Thing(class_id=learner.class_id if learner else None), missing=True
    )
    if learner is None:
        abort(404)
    return sounding(site().voice.private([learner.name], SPOKEN, name=learner.name))


@learn.get("/suara/saya/rumah.mp3")
def at_home() -> Response:
    """Greet her and say which lesson is next."""
    signed = signed_in()
    looked = look(signed)
    made = looked.progress
    onward = made.onward()
    if looked.own_name:
        return private(greeting(signed), _("Namaku"), _("Ketuk yang paling atas untuk lanjut."))
    if looked.placement:
        first = _("Cari pelajaran pertama"), _("Ketuk yang paling atas untuk lanjut.")
        return private(greeting(signed), *first)
    asked = [_("Tugas dari tutor.")] if onward and onward.stem in made.assigned else []
    ask = _("Ketuk yang paling atas untuk lanjut.") if onward else _("Ketuk satu gambar.")
    waits = [_("Tugasmu menunggu dilihat tutor.")] if made.waiting else []
    left = [_("Ada latihan hari ini.")] if practice_in(looked).left else []
    title = pronounced((onward.meta.title,), onward.sayings) if onward else ()
    return private(greeting(signed), *waits, *asked, *title, ask, *left)


@learn.get("/suara/saya/singkat.mp3")
def on_entry() -> Response:
    """Greet her in a few words, as home does when it is entered."""
    hello, mark, _rest = greeting(signed_in()).partition("!")    # a child's has two sentences
    return private(hello + mark, _("Ketuk yang paling atas."))


@learn.get("/suara/saya/<stem>.mp3")
def at_the_end(stem: str) -> Response:
    """Say how the lesson ended; with ?singkat no more than its heading, as on entry."""
    signed = signed_in()
    lesson = lesson_or_404(stem, signed)
    if lesson.meta.sensitive:
        abort(404)       # nothing is kept that could be told
    return ending(describe(lesson, signed))


def ending(result: Result) -> Response:
    """Say the end of a lesson or of a practice; with ?singkat in few words, on entry.

    What she can do now is greeted with two soft notes before them.
    """
    if "singkat" not in request.args:
        return private(*result.spoken)
    before = (chime.tone(),) if result.reached else ()     # quiet pages never ask for it
    return private(*result.brief, before=before)


def private(*sentences: str, before: Sequence[Pcm] = ()) -> Response:
    """Return these sentences, her own name among them, as sound that nothing keeps."""
    signed = auth.me()
    name = signed.name if signed else ""
    return sounding(site().voice.private(sentences, language(), before, name=name))


def sounding(mp3: bytes) -> Response:
    """Return a sound that nothing keeps."""
    answer = Response(mp3, mimetype="audio/mpeg")
    answer.headers["Cache-Control"] = "no-store"
    return answer
