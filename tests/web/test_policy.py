"""Every route × every kind of visitor × objects of both classes: the written policy, and no other.

The rows come from the application's own map of addresses: a new route fails until it is listed.
"""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.cast import SAME_SITE, Cast, enrolled, sign_in, staffed
from tests.web.policies import VISITORS, Table, author, learners, people, voices, work

ROOMS = (learners, people, work, author, voices)
TABLE: Table = {route: row for room in ROOMS for route, row in room.TABLE.items()}
STAFF = {"maya", "anton", "dewi", "mitra", "admin"}


def test_a11_every_route_is_in_the_table(app: Flask) -> None:
    routes = {
        (method, rule.endpoint)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert routes == set(TABLE)
    assert len(TABLE) == sum(len(room.TABLE) for room in ROOMS)


def test_a15_nothing_changes_by_get(app: Flask) -> None:
    """A view is for reading or for changing: no function answers both GET and POST."""
    for rule in app.url_map.iter_rules():
        assert not {"GET", "POST"} <= (rule.methods or set()), rule


@pytest.mark.parametrize("visitor", VISITORS)
def test_a11_everybody_gets_what_the_policy_says(app: Flask, cast: Cast, visitor: str) -> None:
    column = VISITORS.index(visitor)
    wrong = []
    for room in ROOMS:
        objects = room.addresses(app, cast)
        for (method, endpoint), expected in room.TABLE.items():
            client = browser(app, cast, visitor)
            path, form = objects[endpoint]
            answer = client.open(path, method=method, data=form, headers=SAME_SITE)
            if answer.status_code != expected[column]:
                wrong.append((method, endpoint, answer.status_code, expected[column]))
    assert wrong == []


def browser(app: Flask, cast: Cast, visitor: str) -> FlaskClient:
    """Return the visitor's browser, signed in where she is somebody."""
    if visitor == "nobody":
        return app.test_client()
    if visitor in STAFF:
        return staffed(app, getattr(cast, visitor))
    client = enrolled(app, cast.other_device if visitor == "other device" else cast.device)
    if visitor in {"rudi", "sari"}:
        assert sign_in(client, getattr(cast, visitor)) == 303
    return client
