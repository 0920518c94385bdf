"""When the database is broken, or cannot be written: every address tells what to do.

Lessons can still be read.

The server runs this in place of the application. On the serving machine itself one button restores
the newest good backup; then the server begins anew, with the application.
"""

import os
import signal
import threading
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask, abort, render_template
from werkzeug.exceptions import NotFound

from elearn import paths, settings
from elearn.content.catalogue import SUBJECTS
from elearn.content.values import Audience
from elearn.operating import backup
from elearn.operating.archive import BackupError
from elearn.web import auth, bodies, compress, cross_site, errors, headers, hosts
from elearn.web.helping import helping
from elearn.web.media import media
from elearn.web.site import KEY, Site, site, system_clock

RESTORED = "dipulihkan"
"""A file that tells the parent process to begin anew."""
GOODBYE = 1.0  # seconds until the answer has certainly left


def application() -> Flask:
    """Build what is served in place of the application, in the worker process."""
    return create_rescue(settings.from_environ(os.environ))


def create_rescue(chosen: settings.Settings) -> Flask:
    """Build the pages that need no database."""
    from elearn.web import open_site, pages

    app = Flask(__name__, static_folder=None, template_folder=str(paths.shipped("templates")))
    made: Site = open_site(chosen, system_clock)
    app.extensions[KEY] = made
    bodies.install(app)
    hosts.install(app, chosen)
    cross_site.install(app, made.secrets.key, chosen.url)
    auth.install_nobody(app)
    headers.install(app, made.assets.inline_css)
    errors.install(app)
    compress.install(app)
    pages.install(app)
    app.register_blueprint(media)
    app.register_blueprint(helping)
    app.add_url_rule("/", "start", trouble)
    app.add_url_rule("/health", "health", lambda: ({"status": "rusak"}, 503))
    app.add_url_rule("/pelajaran/<stem>/<audience>/", "lesson", lesson)
    app.add_url_rule("/pulihkan", "restore", restore, methods=["POST"])
    app.register_error_handler(NotFound, lambda _error: trouble())
    return app


def trouble() -> tuple[str, int]:
    """Say what happened, what to do, and which lessons can be read meanwhile."""
    good = backup.newest_good(site().settings.data)
    zone = site().settings.timezone
    current = site().shelf.current
    return render_template(
        "rusak.html",
        readable="" if os.access(site().settings.data, os.W_OK) else str(site().settings.data),
        made=f"{good[1].astimezone(zone):%d-%m-%Y %H.%M}" if good else "",
        here=auth.at_this_machine(),
        lessons=[
            one for name in SUBJECTS for one in current.subject(name) if not one.meta.sensitive
        ],
    ), 503


def lesson(stem: str, audience: str) -> str:
    """Show a lesson to be read and heard; nothing can be answered. A sensitive one is not shown."""
    from elearn.web.learn.pages import page

    found = site().shelf.current.lesson(stem)
    if found is None or audience not in found.audiences or found.meta.sensitive:
        abort(404)
    who: Audience = "anak" if audience == "anak" else "dewasa"
    made = page(found, who, 0, site().narrator, site().facts())
    return render_template("rusak-pelajaran.html", page=made)


def restore() -> tuple[str, int]:
    """Restore the newest good backup, for who sits at the serving machine itself."""
    if not auth.at_this_machine():
        return trouble()[0], 403
    from elearn.operating.restore import restore as put_back

    chosen = site().settings
    good = backup.newest_good(chosen.data)
    if good is None:
        return trouble()
    try:
        put_back(good[0], chosen.database, chosen.data, datetime.now(UTC))
    except BackupError:
        return trouble()
    (chosen.data / RESTORED).touch()
    threading.Timer(GOODBYE, os.kill, (os.getppid(), signal.SIGTERM)).start()
    return render_template("pulih.html"), 200


def was_restored(data: Path) -> bool:
    """Whether a restore was just made from these pages; asked once."""
    marker = data / RESTORED
    found = marker.exists()
    marker.unlink(missing_ok=True)
    return found
