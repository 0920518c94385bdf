"""Classes and those who learn in them."""

import secrets
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.accounts import archive, picture_codes
from elearn.accounts.identity_pictures import ANIMALS, THINGS
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


def rename_class(session: Session, class_id: UUID, name: str) -> None:
    """Call a class by another name."""
    session.execute(update(tables.Class).where(tables.Class.id == class_id).values(name=name))


def free_picture(session: Session, class_id: UUID, age_band: AgeBand) -> str:
    """Return a picture that nobody of the class has yet, while there are enough."""
    taken = set(
        session.scalars(select(tables.Person.picture).where(tables.Person.class_id == class_id))
    )
    pictures = list(ANIMALS if age_band == "anak" else THINGS)
    return secrets.choice([one for one in pictures if one not in taken] or pictures)


def new_code(session: Session, hub: Secrets, person_id: UUID, now: datetime) -> tuple[int, ...]:
    """Give a learner a new picture code and return it, this once; her sessions end."""
    who = session.get_one(tables.Person, person_id)
    archive.end_sessions(session, person_id, now)
    length = picture_codes.LENGTHS[who.age_band]
    return picture_codes.assign(session, hub.pepper, person_id, length, now)


def add_learner(
    session: Session,
    hub: Secrets,
    class_id: UUID,
    name: str,
    picture: str,
    age_band: AgeBand,
    consent: Consented | None,
    now: datetime,
    *,
    person_id: UUID | None = None,
    recorded_by: UUID | None = None,
) -> tuple[tables.Person, tuple[int, ...]]:
    """Take a learner into a class; return her and her picture code, this once.

    An adult may come without a yes: she gives it herself when she is first in. Raises ConsentError
    for a child without a guardian's yes (recorded by the tutor `recorded_by`).
    """
    if age_band == "anak" and consent != "wali":
        raise ConsentError("anak belajar dengan izin wali")
    person = tables.Person(
        id=person_id or uuid4(),
        class_id=class_id,
        name=name,
        picture=picture,
        age_band=age_band,
        made_at=now,
    )
    session.add(person)
    session.flush()
    if consent is not None:
        session.add(
            tables.Consent(
                person_id=person.id, given_by=consent, given_at=now, recorded_by=recorded_by
            )
        )
    length = picture_codes.LENGTHS[age_band]
    return person, picture_codes.assign(session, hub.pepper, person.id, length, now)
