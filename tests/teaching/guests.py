"""A guest who answered something, for tests that give her sitting to somebody."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.accounts.devices import Browser
from elearn.learning import answers
from elearn.learning.answers import NewAnswer
from elearn.store import tables
from elearn.teaching import guests
from tests.small_hub import JAKARTA


def answered_guest(
    session: Session, browser: Browser, now: datetime, times: int = 3
) -> UUID:
    """Let a guest in on this browser and answer so many questions of a lesson rightly."""
    known = set(session.scalars(select(tables.Person.id).where(tables.Person.role == "guest")))
    guests.begin(session, browser, "dewasa", now)
    found = set(session.scalars(select(tables.Person.id).where(tables.Person.role == "guest")))
    (guest_id,) = found - known
    for number in range(times):
        answer = NewAnswer(
            id=uuid4(), person_id=guest_id, device_id=browser.id, lesson="baca-03-m-b",
            version="0123456789abcdef", code=f"baca03-s{number}", draw=0, try_number=1, raw="1",
            canonical="1", outcome="right", answered_at=now + timedelta(seconds=20 * number),
        )  # fmt: skip
        answers.record(session, answer, answer.answered_at, JAKARTA)
    return guest_id
