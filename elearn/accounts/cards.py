"""Cards: a QR code with 128 random bits that signs one learner in, anywhere, until it is voided."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.accounts import people
from elearn.accounts.people import Learner
from elearn.store import tables
from elearn.store.tokens import hash_of, new_token


def make_card(session: Session, person_id: UUID, by: UUID, now: datetime) -> str:
    """Give a learner a card and return its token, kept nowhere else; older cards are void."""
    void_cards(session, person_id, now)
    token = new_token()
    session.add(
        tables.Card(person_id=person_id, token_hash=hash_of(token), made_by=by, made_at=now)
    )
    session.flush()
    return token


def void_cards(session: Session, person_id: UUID, now: datetime) -> None:
    """Make every card of hers worth nothing, at once."""
    session.execute(
        update(tables.Card)
        .where(tables.Card.person_id == person_id, tables.Card.voided_at.is_(None))
        .values(voided_at=now)
    )


def has_card(session: Session, person_id: UUID) -> bool:
    """Whether a card of hers opens the door."""
    return session.scalar(
        select(tables.Card.id).where(
            tables.Card.person_id == person_id, tables.Card.voided_at.is_(None)
        )
    ) is not None  # fmt: skip


def holders(session: Session, class_id: UUID) -> set[UUID]:
    """Return who of a class has a card that opens the door."""
    card, who = tables.Card, tables.Person
    found = session.scalars(
        select(card.person_id)
        .join(who, who.id == card.person_id)
        .where(who.class_id == class_id, card.voided_at.is_(None))
    )
    return set(found)


def holder(session: Session, token: str) -> Learner | None:
    """Return whose card this is; None for a void or unknown one, or who may not come in now."""
    person_id = session.scalar(
        select(tables.Card.person_id).where(
            tables.Card.token_hash == hash_of(token), tables.Card.voided_at.is_(None)
        )
    )
    found = people.learner(session, person_id) if person_id else None
    return found if found is not None and found.allowed else None
