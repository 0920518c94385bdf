"""The staff's door and a tutor's people: forms, with and without faults, and what is shown once."""

from collections.abc import Iterator

from flask import Flask
from flask.testing import FlaskClient

from tests.cast import Cast, staffed
from tests.web.policies import people


def pages(app: Flask, cast: Cast) -> Iterator[tuple[str, FlaskClient]]:
    """Yield every page with a browser that may open it."""
    objects = people.addresses(app, cast)
    maya = staffed(app, cast.maya)
    yield "/petugas", app.test_client()
    yield "/petugas/sandi", maya
    for method, endpoint in people.TABLE:
        if method == "GET" and endpoint.startswith("tutor."):
            yield objects[endpoint][0], maya


def posted(app: Flask, cast: Cast) -> Iterator[tuple[str, dict[str, str], FlaskClient]]:
    """Yield every page that a post renders: faults beside fields, and what is shown once."""
    objects = people.addresses(app, cast)
    maya = staffed(app, cast.maya)
    yield "/petugas", {"nama": "maya", "sandi": "bukan"}, app.test_client()
    for endpoint in ("account.change_passphrase", "tutor.new_class", "tutor.add_learner",
                     "tutor.new_code", "tutor.new_card", "tutor.new_link"):
        yield *objects[endpoint], maya
    yield objects["tutor.new_code"][0], {"jenis": "pin"}, maya
    yield objects["tutor.class_cards"][0], {"orang": str(cast.sari.id)}, maya
    yield *objects["tutor.class_cards"], maya
