"""A learner's ways in, as her tutor opens and shuts them: one session, a new code, a card."""

from collections.abc import Callable
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from elearn.accounts import archive, cards, people, staff
from elearn.accounts.codes import KINDS, Code
from elearn.accounts.let_in import open_door
from elearn.accounts.picture_codes import OBJECTS
from elearn.store.tables import CodeKind
from elearn.teaching.classes import new_code as give_new_code
from elearn.teaching.classes import void_code as take_code
from elearn.web.site import site
from elearn.web.tutor import tutor
from elearn.web.tutor.cards import Card, card_of
from elearn.web.tutor.gate import learner_or_404, teacher


@tutor.post("/orang/<uuid:person_id>/masuk", endpoint="let_in")
def let_in_now(person_id: UUID) -> Response:
    """Let a learner in: her next tap on her name, within ten minutes, needs no code."""
    learner = learner_or_404(person_id)
    member, now = teacher(), site().now()
    with site().store.writing() as session:
        open_door(session, person_id, member.staff_id, now)
        staff.note(session, member.staff_id, "let in", now, person_id, learner.class_id)
    return redirect(url_for("tutor.klass", class_id=learner.class_id, dibuka=person_id), 303)


@tutor.post("/orang/<uuid:person_id>/kode")
def new_code(person_id: UUID) -> str:
    """Give a learner new pictures, or a PIN, and show them, this once; her sessions end."""
    learner = learner_or_404(person_id)
    kind = wanted_kind()
    member, now = teacher(), site().now()
    with site().store.writing() as session:
        code = give_new_code(session, site().secrets, person_id, now, kind)
        staff.note(session, member.staff_id, "new code", now, person_id, learner.class_id)
    return shown_once(person_id, code=code)


@tutor.post("/orang/<uuid:person_id>/kode/batal")
def void_code(person_id: UUID) -> Response:
    """Make her code worth nothing; her sessions end."""
    return _shut(person_id, "voided code", lambda session: take_code(
        session, person_id, site().now()
    ))


@tutor.post("/orang/<uuid:person_id>/kartu")
def new_card(person_id: UUID) -> str:
    """Make a card and show it, this once; older cards of hers are void."""
    learner = learner_or_404(person_id)
    member, now = teacher(), site().now()
    with site().store.writing() as session:
        token = cards.make_card(session, person_id, member.staff_id, now)
        staff.note(session, member.staff_id, "new card", now, person_id, learner.class_id)
    return shown_once(person_id, card=card_of(learner, token))


@tutor.post("/orang/<uuid:person_id>/kartu/hilang")
def void_card(person_id: UUID) -> Response:
    """Make every card of hers worth nothing; who came in by one is out."""

    def void(session: Session) -> None:
        cards.void_cards(session, person_id, site().now())
        archive.end_sessions(session, person_id, site().now())

    return _shut(person_id, "voided cards", void)


@tutor.post("/orang/<uuid:person_id>/keluar")
def end_sessions(person_id: UUID) -> Response:
    """Sign her out wherever she is; her code and her card stay good."""
    return _shut(person_id, "ended sessions", lambda session: archive.end_sessions(
        session, person_id, site().now()
    ))


def wanted_kind() -> CodeKind:
    """Return the kind of code that the form asks for."""
    asked = request.form.get("jenis", "gambar")
    if asked not in KINDS:
        abort(400)
    return "pin" if asked == "pin" else "gambar"


def shown_once(person_id: UUID, *, code: Code = (), card: Card | None = None) -> str:
    """Render what nobody can look up again: pictures, a PIN, or a card."""
    with site().store.reading() as session:
        learner = people.learner(session, person_id)
    assert learner is not None  # noqa: S101  # she was just written
    pin = learner.code_kind == "pin"
    return render_template(
        "tutor/kode.html",
        learner=learner,
        objects=[] if pin else [OBJECTS[number] for number in code],
        pin="".join(map(str, code)) if pin else "",
        cards=[card] if card else [],
        back=url_for("tutor.klass", class_id=learner.class_id),
    )


def _shut(person_id: UUID, did: str, shut: Callable[[Session], None]) -> Response:
    learner = learner_or_404(person_id)
    member = teacher()
    with site().store.writing() as session:
        shut(session)
        staff.note(session, member.staff_id, did, site().now(), person_id, learner.class_id)
    return redirect(url_for("tutor.person", person_id=person_id), 303)
