"""A learner is forgotten: her rows go, what she added to her class's totals stays, unnamed."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from elearn.accounts import staff
from elearn.store import tables
from elearn.store.base import core
from elearn.store.upsert import put, unless_there
from elearn.teaching import totals
from elearn.teaching.export import rooms
from elearn.teaching.totals import Count

DID = "erased a learner"


def erase(session: Session, person_id: UUID, by: UUID, now: datetime) -> bool:
    """Erase a learner, and the guests whose sittings were given to her; False if nobody is there.

    Irrevocable. The deed is noted without her id. Afterwards `Store.scrub` takes what is left of
    the rows out of the files.
    """
    person = session.get(tables.Person, person_id)
    if person is None:
        return False
    staff.note(session, by, DID, now, class_id=person.class_id)
    _forget(session, person_id, now)
    return True


def person_hash(person_id: UUID) -> bytes:
    """Return what is kept of an erased learner's id. 122 random bits need no salt."""
    return hashlib.sha256(person_id.bytes).digest()


def erasures(session: Session) -> list[tuple[bytes, datetime]]:
    """Return who was erased, as hashes, and when: to be carried over a restore."""
    gone = tables.Erasure
    found = session.execute(select(gone.person_hash, gone.at).order_by(gone.at, gone.person_hash))
    return [(row.person_hash, row.at) for row in found]


def reapply_erasures(
    session: Session, now: datetime, known: Iterable[tuple[bytes, datetime]] = ()
) -> int:
    """Erase again who came back with a restored backup; return how many.

    `known` are the erasures that were known before the restore: a backup may be older than they.
    """
    for gone, at in known:
        session.connection().execute(
            unless_there(tables.Erasure), {"person_hash": gone, "at": at}
        )
    hashes = {gone for gone, _ in erasures(session)}
    if not hashes:
        return 0
    back = [one for one in session.scalars(select(tables.Person.id)) if person_hash(one) in hashes]
    for person_id in back:
        _forget(session, person_id, now)
    return len(back)


def _forget(session: Session, person_id: UUID, now: datetime) -> None:
    person = session.get(tables.Person, person_id)
    if person is None:
        return        # a guest of somebody who was forgotten before
    _keep_totals(session, person)
    gift = tables.Gift
    given = list(session.scalars(select(gift.guest_id).where(gift.person_id == person_id)))
    session.flush()
    session.expunge_all()      # rows go by Core below; none may be written again
    deed = core(tables.StaffDeed)
    session.execute(update(deed).where(deed.c.about == person_id).values(about=None))
    for table, hers in list(rooms(session, person_id)):
        session.execute(delete(table).where(hers))
    session.connection().execute(
        unless_there(tables.Erasure), {"person_hash": person_hash(person_id), "at": now}
    )
    for guest_id in given:
        _forget(session, guest_id, now)


def _keep_totals(session: Session, person: tables.Person) -> None:
    """Add what she answered to the unnamed totals of her class; guests never counted."""
    if person.class_id is None or person.role != "learner":
        return
    for (lesson, day), count in totals.of_person(session, person.id).items():
        key = (person.class_id, lesson, day)
        kept = session.get(tables.ErasedTotal, key, populate_existing=True)
        both = count + (Count(kept.answers, kept.right) if kept else Count(0, 0))
        put(
            session, tables.ErasedTotal, class_id=person.class_id, lesson=lesson, day=day,
            answers=both.answers, right=both.right,
        )  # fmt: skip
