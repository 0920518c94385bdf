"""A task that Sari handed in, in a lesson that is not shipped: its source is kept."""

from uuid import UUID

from flask import Flask

from elearn.accounts import devices
from elearn.learning import answers
from elearn.learning.answers import NewAnswer
from elearn.web.site import KEY, Site
from tests.cast import Cast
from tests.web.sample import STEM, lesson

__all__ = ["CODE", "STEM", "day", "hand_in"]

CODE = "baca-03-kggg"
VERSION = "fedcba9876543210"


def day(app: Flask) -> str:
    """Return today as forms name it."""
    site: Site = app.extensions[KEY]
    return site.today().isoformat()


def hand_in(app: Flask, cast: Cast) -> None:
    """Let Sari say that she has done the task; a second time changes nothing."""
    site: Site = app.extensions[KEY]
    with site.store.writing() as session:
        device = devices.device_of(session, cast.device)
        assert device is not None
        answers.remember_version(session, VERSION, STEM, "id", lesson(), "literasi")
        answers.record(
            session,
            NewAnswer(
                id=UUID(int=7), person_id=cast.sari.id, device_id=device.id, lesson=STEM,
                version=VERSION, code=CODE, draw=0, try_number=1, raw="sudah", canonical="sudah",
                outcome="given", answered_at=site.now(),
            ),
            site.now(), site.settings.timezone,
        )  # fmt: skip
