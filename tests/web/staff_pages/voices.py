"""Recording: a lesson with a sentence that a person says, and one whose words have changed."""

from collections.abc import Iterator

from flask import Flask
from flask.testing import FlaskClient

from elearn.narration import keeping
from elearn.narration.keeping import About
from elearn.web.site import KEY
from tests.cast import Cast, staffed
from tests.web.policies import voices


def pages(app: Flask, cast: Cast) -> Iterator[tuple[str, FlaskClient]]:
    """Yield a page with all that recordings show; the list of orphans reads every lesson."""
    objects = voices.addresses(app, cast)
    folder = app.extensions[KEY].settings.data / "rekaman"
    keeping.keep(folder, "id", b"", About("Kalimat yang lama.", "2026-11-24", voices.STEM))
    yield objects["recording.lesson"][0], staffed(app, cast.maya)
    yield objects["recording.voices"][0], staffed(app, cast.maya)
    yield objects["recording.guided"][0], staffed(app, cast.maya)
