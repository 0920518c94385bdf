"""Classes and those who learn in them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from elearn.accounts import picture_codes
from elearn.store import Secrets, tables
from elearn.store.tables import AgeBand, Consented


class ConsentError(ValueError):
    """Nobody who may has agreed to what is kept (UU PDP 27/2022)."""


def make_class(session: Session, name: str, now: datetime) -> tables.Class:
    """Make a class on this hub."""
    made = tables.Class(name=name, made_at=now)
    session.add(made)
    session.flush()
    return made


def add_learner(
    session: Session,
    secrets: Secrets,
    class_id: UUID,
    name: str,
    picture: str,
    age_band: AgeBand,
    consent: Consented,
    now: datetime,
) -> tuple[tables.Person, tuple[int, ...]]:
    """Take a learner into a class with a yes; return her and her picture code, this once.

    Raises ConsentError for a child without a guardian's yes.
    """
    if age_band == "anak" and consent != "wali":
        raise ConsentError("anak belajar dengan izin wali")
    person = tables.Person(
        class_id=class_id, name=name, picture=picture, age_band=age_band, made_at=now
    )
    session.add(person)
    session.flush()
    session.add(tables.Consent(person_id=person.id, given_by=consent, given_at=now))
    length = picture_codes.LENGTHS[age_band]
    return person, picture_codes.assign(session, secrets.pepper, person.id, length, now)
