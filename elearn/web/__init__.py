"""The web application: pages for learners, and the safety around them."""

import os
from datetime import date

from flask import Flask

from elearn import paths, settings
from elearn.content.catalogue import Shelf
from elearn.narration.hearing import Ear
from elearn.narration.installed import installed
from elearn.narration.weight import Scales
from elearn.store import Secrets, Store
from elearn.web import auth, bodies, compress, cross_site, errors, headers, hosts, pages, turns
from elearn.web import voice as voices
from elearn.web.account import account
from elearn.web.aloud import aloud
from elearn.web.assets import Assets
from elearn.web.author import author
from elearn.web.background import PATIENCE, Background, Waiting
from elearn.web.gaya import gaya
from elearn.web.health import health
from elearn.web.helping import helping
from elearn.web.learn import learn
from elearn.web.media import media
from elearn.web.offline import offline
from elearn.web.outbox import outbox
from elearn.web.partner import partner
from elearn.web.recording import recording
from elearn.web.sheets import Sheets
from elearn.web.site import KEY, Clock, Site, system_clock
from elearn.web.tutor import tutor
from elearn.web.voice import AT_HAND, Voice


def create_app(chosen: settings.Settings | None = None, now: Clock = system_clock) -> Flask:
    """Build the application for these settings (else those of the environment) and this clock."""
    chosen = chosen or settings.from_environ(os.environ)
    app = Flask(__name__, static_folder=None, template_folder=str(paths.shipped("templates")))
    site = app.extensions[KEY] = open_site(chosen, now)
    bodies.install(app)
    hosts.install(app, chosen)
    cross_site.install(app, site.secrets.key, chosen.url)
    auth.install(app)
    turns.install(app)
    headers.install(app, site.assets.inline_css, chosen.https)
    errors.install(app)
    compress.install(app)
    pages.install(app)
    voices.install(app, site.voice)
    rooms = (account, learn, tutor, author, recording, partner, media, aloud, health, helping,
             offline, outbox, gaya)
    for room in rooms:
        app.register_blueprint(room)
    waiting = Waiting(app.wsgi_app)
    app.wsgi_app = waiting  # type: ignore[method-assign]  # Flask's own way
    site.background.stand_aside = lambda: waiting.over(PATIENCE)
    return app


def open_site(chosen: settings.Settings, now: Clock) -> Site:
    """Open the database, the lessons and the voice that a site works with."""
    shelf = Shelf(chosen.lessons, chosen.data / "pelajaran", chosen.data / "cache" / "pelajaran.db",
                  chosen.prepared)
    narrator = installed(chosen, room=AT_HAND)
    store = Store(chosen.place)

    def today() -> date:
        return now().astimezone(chosen.timezone).date()

    return Site(
        settings=chosen,
        store=store,
        secrets=Secrets(chosen.data),
        shelf=shelf,
        narrator=narrator,
        voice=Voice(narrator, shelf, today),
        background=Background(chosen, store, shelf, narrator, today),
        assets=Assets(paths.shipped("static")),
        sheets=Sheets(),
        ear=Ear(narrator),
        scales=Scales(narrator),
        now=now,
    )
