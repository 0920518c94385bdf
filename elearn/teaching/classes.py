"""Classes and those who learn in them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.accounts import archive, codes
from elearn.accounts.identity_pictures import ANIMALS, THINGS
from elearn.store import Secrets, tables
from elearn.store.tables import AgeBand, CodeKind, Consented

TWICE = timedelta(minutes=10)
"""How long a form that comes again is a double tap."""


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


def free_pictures(session: Session, class_id: UUID, age_band: AgeBand) -> Mapping[str, str]:
    """Return the pictures (and their names) that nobody of the class has yet; all when all do."""
    taken = set(
        session.scalars(select(tables.Person.picture).where(tables.Person.class_id == class_id))
    )
    pictures = ANIMALS if age_band == "anak" else THINGS
    return {one: name for one, name in pictures.items() if one not in taken} or pictures


def new_code(
    session: Session, hub: Secrets, person_id: UUID, now: datetime, kind: CodeKind = "gambar"
) -> codes.Code:
    """Give a learner new pictures or a new PIN and return it, this once; her sessions end."""
    who = session.get_one(tables.Person, person_id)
    archive.end_sessions(session, person_id, now)
    return codes.assign(session, hub.pepper, person_id, who.age_band, now, kind)


def void_code(session: Session, person_id: UUID, now: datetime) -> None:
    """Make her code worth nothing, at once; her sessions end."""
    codes.void(session, person_id)
    archive.end_sessions(session, person_id, now)


def once_more(
    session: Session,
    hub: Secrets,
    class_id: UUID,
    person_id: UUID,
    now: datetime,
    kind: CodeKind = "gambar",
) -> codes.Code:
    """Return a new code for a learner whose form came twice, since the first page was not seen.

    Only within ten minutes, and before she was ever in; else (), and nothing changes.
    """
    who = session.get_one(tables.Person, person_id)
    visits = select(tables.WebSession.id).where(tables.WebSession.person_id == person_id)
    recent = now - who.made_at <= TWICE
    if who.class_id != class_id or not recent or session.scalar(visits.limit(1)) is not None:
        return ()
    return new_code(session, hub, person_id, now, kind)


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
    kind: CodeKind = "gambar",
) -> tuple[tables.Person, codes.Code]:
    """Take a learner into a class; return her and her code, this once.

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
    return person, codes.assign(session, hub.pepper, person.id, age_band, now, kind)
