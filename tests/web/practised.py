"""A learner with a past: what she answered in the lessons of earlier days."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import uuid4

from flask import Flask
from sqlalchemy import select

from elearn.learning import answers
from elearn.learning.answers import NewAnswer
from elearn.questions.values import Outcome
from elearn.store import tables
from elearn.web.site import KEY, Site
from tests.cast import Learner

THREE = ("hitung-04-tambah-10", "baca-03-m-b", "usaha-11-keripik-singkong")


def took(
    app: Flask, learner: Learner, stems: Sequence[str] = THREE, ago: int = 5, right: bool = True,
    audience: str = "dewasa", handed_in: bool = False,
) -> None:
    """Write a whole sitting in each of these lessons, `ago` days before today.

    With `handed_in` its tasks wait for the tutor.
    """
    site: Site = app.extensions[KEY]
    with site.store.writing() as session:
        device = session.scalars(select(tables.Device.id)).first()
        assert device is not None
        for at, stem in enumerate(stems):
            lesson = site.shelf.current.lessons[stem]["id"]
            begun = site.now() - timedelta(days=ago) + timedelta(minutes=20 * at)
            codes = [(asked, round_) for asked in lesson.asked
                     if asked.audience in (audience, "semua") for round_ in range(asked.rounds)]
            for number, (asked, draw) in enumerate(codes):
                waits = handed_in and asked.kind == "tugas"
                outcome: Outcome = "given" if waits else "right" if right else "wrong"
                when = begun + timedelta(seconds=30 * number)
                answers.record(session, NewAnswer(
                    id=uuid4(), person_id=learner.id, device_id=device, lesson=stem,
                    version=lesson.version, code=asked.code, draw=draw, try_number=1, raw="x",
                    canonical="x", outcome=outcome, answered_at=when,
                    evidence=frozenset(lesson.meta.graphemes), asked=len(codes),
                ), when, site.settings.timezone)  # fmt: skip
