"""Cards on paper: one, or those of a whole class on sheets to be cut."""

from dataclasses import dataclass
from uuid import UUID

from flask import render_template, request, url_for
from markupsafe import Markup

from elearn.accounts import cards, people, staff
from elearn.accounts.people import Learner
from elearn.web import auth
from elearn.web.address import public_address, qr
from elearn.web.i18n import gettext as _
from elearn.web.site import site
from elearn.web.tutor import tutor
from elearn.web.tutor.gate import class_or_404, teacher


@dataclass(frozen=True, slots=True)
class Card:
    """A card as it is printed: whose, its address for a phone's own camera, and its square."""

    learner: Learner
    link: str
    qr: Markup


def card_of(learner: Learner, token: str) -> Card:
    """Return the card with this token; it can be shown now, and never again."""
    link = f"{public_address()}k/{token}"
    return Card(learner, link, qr(link))


@tutor.get("/kelompok/<uuid:class_id>/kartu")
def class_cards_form(class_id: UUID) -> str:
    """Ask whose cards are to be made; those who have none are chosen already."""
    class_or_404(class_id)
    with site().store.reading() as session:
        holders = cards.holders(session, class_id)
        learners = people.learners(session, class_id)
    return _form(class_id, {one.person_id for one in learners} - holders, [])


@tutor.post("/kelompok/<uuid:class_id>/kartu")
def class_cards(class_id: UUID) -> str | tuple[str, int]:
    """Make a card for each that was chosen and show them, this once, to be printed and cut."""
    class_or_404(class_id)
    member, now = teacher(), site().now()
    wanted = {auth.parse_id(one) for one in request.form.getlist("orang")}
    made: list[Card] = []
    with site().store.writing() as session:
        for learner in people.learners(session, class_id):
            if learner.person_id in wanted:
                token = cards.make_card(session, learner.person_id, member.staff_id, now)
                staff.note(
                    session, member.staff_id, "new card", now, learner.person_id, class_id
                )
                made.append(card_of(learner, token))
    if not made:
        return _form(class_id, set(), [("semua", _("Pilih dulu siapa yang diberi kartu."))]), 422
    back = url_for("tutor.klass", class_id=class_id)
    return render_template("tutor/kartu-kartu.html", cards=made, back=back)


def _form(class_id: UUID, chosen: set[UUID], faults: list[tuple[str, str]]) -> str:
    with site().store.reading() as session:
        learners = people.learners(session, class_id)
        holders = cards.holders(session, class_id)
    return render_template(
        "tutor/kartu-siapa.html", class_id=class_id, learners=learners, holders=holders,
        chosen=chosen, faults=faults, back=url_for("tutor.klass", class_id=class_id),
    )  # fmt: skip
