"""A yes to what is kept (UU PDP 27/2022): a guardian's for a child, an adult's own."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from elearn.store import tables

GIVEN = exists().where(tables.Consent.person_id == tables.Person.id)
"""Whether somebody agreed for a person: to be put into a query of tables.Person."""


def agree(session: Session, person_id: UUID, now: datetime) -> None:
    """Write down that an adult agreed herself. Twice is once."""
    yes = tables.Consent
    if session.scalar(select(yes.id).where(yes.person_id == person_id).limit(1)) is None:
        session.add(yes(person_id=person_id, given_by="sendiri", given_at=now))
        session.flush()
