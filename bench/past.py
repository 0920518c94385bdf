"""A past for the visitor: whole sittings of earlier days, so that there is what to practise."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select

from elearn.content.catalogue import load
from elearn.content.lesson import Lesson
from elearn.learning import answers
from elearn.learning.answers import NewAnswer
from elearn.paths import shipped
from elearn.settings import Settings
from elearn.store import Store, tables
from elearn.teaching import demo

MIXED = ("baca-24-gugus-konsonan", "hitung-13-kurang-meminjam", "hitung-17-kembalian")
"""Lessons that ask most kinds of question."""

AGO, APART = timedelta(days=5), timedelta(seconds=30)


def remember(data: Path) -> None:
    """Write a good sitting in each of these lessons for the demonstration's Sari."""
    lessons, store = load(shipped("lessons")).lessons, Store(data / "elearn.db")
    with store.writing() as session:
        person = session.scalars(
            select(tables.Person.id).where(tables.Person.name == demo.FIRST)
        ).first()
        device = session.scalars(select(tables.Device.id)).first()
        assert person is not None
        assert device is not None
        for at, stem in enumerate(MIXED):
            begun = datetime.now(UTC) - AGO + timedelta(hours=at)
            for answer in _sitting(lessons[stem]["id"], person, device, begun):
                answers.record(session, answer, answer.answered_at, Settings().timezone)
    store.close()


def _sitting(lesson: Lesson, person: UUID, device: UUID, begun: datetime) -> Iterator[NewAnswer]:
    asked = [(one.code, round_) for one in lesson.asked if one.audience in ("dewasa", "semua")
             for round_ in range(one.rounds)]
    for number, (code, draw) in enumerate(asked):
        yield NewAnswer(
            id=uuid4(), person_id=person, device_id=device, lesson=lesson.stem,
            version=lesson.version, code=code, draw=draw, try_number=1, raw="x", canonical="x",
            outcome="right", answered_at=begun + APART * number,
            evidence=frozenset(lesson.meta.graphemes), asked=len(asked),
        )
