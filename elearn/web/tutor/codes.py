"""A learner's ways in, as her tutor opens them: one session, new pictures, a card."""

from uuid import UUID

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from elearn.accounts import cards, people, staff
from elearn.accounts.let_in import open_door
from elearn.accounts.picture_codes import OBJECTS
from elearn.teaching.classes import new_code as give_new_code
from elearn.web.address import public_address, qr
from elearn.web.site import site
from elearn.web.tutor import tutor
from elearn.web.tutor.gate import learner_or_404, teacher


@tutor.post("/orang/<uuid:person_id>/masuk", endpoint="let_in")
def let_in_now(person_id: UUID) -> Response:
    """Let a learner in: her next tap on her name, within ten minutes, needs no pictures."""
    learner = learner_or_404(person_id)
    member, now = teacher(), site().now()
    with site().store.writing() as session:
        open_door(session, person_id, member.staff_id, now)
        staff.note(session, member.staff_id, "let in", now, person_id, learner.class_id)
    return redirect(url_for("tutor.klass", class_id=learner.class_id, dibuka=person_id), 303)


@tutor.post("/orang/<uuid:person_id>/kode")
def new_code(person_id: UUID) -> str:
    """Give a learner new pictures and show them, this once; her sessions end."""
    learner = learner_or_404(person_id)
    member, now = teacher(), site().now()
    with site().store.writing() as session:
        code = give_new_code(session, site().secrets, person_id, now)
        staff.note(session, member.staff_id, "new code", now, person_id, learner.class_id)
    return shown_once(person_id, code=code)


@tutor.post("/orang/<uuid:person_id>/kartu")
def new_card(person_id: UUID) -> str:
    """Make a card and show it, this once; older cards of hers are void."""
    learner = learner_or_404(person_id)
    member, now = teacher(), site().now()
    with site().store.writing() as session:
        token = cards.make_card(session, person_id, member.staff_id, now)
        staff.note(session, member.staff_id, "new card", now, person_id, learner.class_id)
    return shown_once(person_id, card=token)


@tutor.post("/orang/<uuid:person_id>/kartu/hilang")
def void_card(person_id: UUID) -> Response:
    """Make every card of hers worth nothing."""
    learner = learner_or_404(person_id)
    member, now = teacher(), site().now()
    with site().store.writing() as session:
        cards.void_cards(session, person_id, now)
        staff.note(session, member.staff_id, "voided cards", now, person_id, learner.class_id)
    return redirect(url_for("tutor.person", person_id=person_id), 303)


def shown_once(person_id: UUID, *, code: tuple[int, ...] = (), card: str = "") -> str:
    """Render what nobody can look up again: pictures of a code, or the QR code of a card."""
    with site().store.reading() as session:
        learner = people.learner(session, person_id)
    assert learner is not None  # noqa: S101  # she was just written
    link = f"{public_address()}k/{card}" if card else ""
    return render_template(
        "tutor/kode.html",
        learner=learner,
        objects=[OBJECTS[number] for number in code],
        link=link,
        qr=qr(link) if link else "",
        back=url_for("tutor.klass", class_id=learner.class_id),
    )
