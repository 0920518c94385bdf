"""Pages that stand before a learner who comes in otherwise than by her pictures."""

from collections.abc import Iterator

from flask import Flask
from flask.testing import FlaskClient

from elearn.accounts import cards, let_in
from elearn.teaching import add_learner
from elearn.web.site import KEY
from tests.cast import Cast, Learner, enrolled, sign_in


def pages(app: Flask, cast: Cast) -> Iterator[tuple[str, FlaskClient]]:
    """Yield each with a browser that is there."""
    site = app.extensions[KEY]
    with site.store.writing() as session:
        wati, code = add_learner(
            session, site.secrets, cast.class_id, "Wati", "🌾", "dewasa", None, site.now()
        )
        yanti, _pin = add_learner(
            session, site.secrets, cast.class_id, "Yanti", "📻", "dewasa", "wali", site.now(),
            kind="pin",
        )
        token = cards.make_card(session, cast.sari.id, cast.maya.id, site.now())
        let_in.open_door(session, cast.rudi.id, cast.maya.id, site.now())
    asked = enrolled(app, cast.device)
    sign_in(asked, Learner(wati.id, "Wati", code))
    yield "/izin", asked
    holder = app.test_client()
    holder.get(f"/k/{token}")
    yield "/kartu", holder
    yield f"/masuk/{cast.rudi.id.hex}", enrolled(app, cast.device)
    yield f"/masuk/{yanti.id.hex}", enrolled(app, cast.device)
