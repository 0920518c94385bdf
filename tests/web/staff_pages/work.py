"""The tutor's first page and what hangs on it; the partner's page."""

from collections.abc import Iterator

from flask import Flask
from flask.testing import FlaskClient

from tests.cast import SAME_SITE, Cast, staffed
from tests.web.policies import work
from tests.web.test_answers import STEM, form_for, signed_in


def pages(app: Flask, cast: Cast) -> Iterator[tuple[str, FlaskClient]]:
    """Yield every page with a browser that may open it, after Sari has answered something."""
    client, seat = signed_in(app, cast, cast.sari)
    for at in range(6):
        client.post(f"/b/{seat}/{STEM}/", data=form_for(app, seat, at), headers=SAME_SITE)
    objects = work.addresses(app, cast)
    maya = staffed(app, cast.maya)
    maya.post(objects["tutor.give_task"][0], data={"pelajaran": STEM}, headers=SAME_SITE)
    for method, endpoint in work.TABLE:
        if method == "GET" and endpoint.startswith("tutor.") and endpoint not in FILES:
            yield objects[endpoint][0], maya
    yield "/tutor/", staffed(app, cast.admin)
    yield "/mitra/", staffed(app, cast.mitra)


FILES = {"tutor.home", "tutor.data", "tutor.report_file", "tutor.look", "tutor.told"}
"""What is no page of staff: a redirect to the only class, files, and what learners meet."""
