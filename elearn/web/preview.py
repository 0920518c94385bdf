"""`elearn preview FILE`: one file as learners will meet it, on the author's own machine."""

from dataclasses import replace
from pathlib import Path

from flask import Flask, render_template
from werkzeug.wrappers import Response

from elearn import paths, settings
from elearn.authoring.judging import Judged, judge, named, naming_fault
from elearn.content.beside import beside_file
from elearn.content.catalogue import Catalogue
from elearn.content.faults import told
from elearn.content.told_apart import Alike
from elearn.questions.values import Fault
from elearn.web import auth, bodies, compress, cross_site, errors, headers, hosts
from elearn.web.author import showing
from elearn.web.helping import helping
from elearn.web.i18n import gettext as _
from elearn.web.media import media
from elearn.web.site import KEY, Site, system_clock


def create_preview(file: Path, chosen: settings.Settings) -> Flask:
    """Build the preview of `file`; nothing is written but sound, under the audio of `chosen`."""
    from elearn.web import open_site, pages

    app = Flask(__name__, static_folder=None, template_folder=str(paths.shipped("templates")))
    made: Site = open_site(chosen, system_clock)
    app.extensions[KEY] = made
    bodies.install(app)
    hosts.install(app, chosen)
    cross_site.install(app, made.secrets.key)
    auth.install_nobody(app)
    headers.install(app, made.assets.inline_css)
    errors.install(app)
    compress.install(app)
    pages.install(app)
    app.register_blueprint(media)
    app.register_blueprint(helping)
    desk = _Desk(file, made.shelf.current, made.ear)
    app.add_url_rule("/", "start", desk.start)
    app.add_url_rule("/versi", "version", lambda: Response(version(file), mimetype="text/plain"))
    app.add_url_rule("/lihat/<audience>/", "look", desk.look)
    app.add_url_rule("/lihat/<audience>/", "answer", desk.answer, methods=["POST"])
    app.add_url_rule("/lihat/<audience>/jawaban/coba", "told", desk.feedback)
    app.add_url_rule("/lihat/<audience>/selesai", "end", desk.end)
    return app


def version(file: Path) -> str:
    """Return what changes with every save."""
    try:
        found = file.stat()
    except OSError:
        return "0"
    return f"{found.st_mtime_ns}-{found.st_size}"


class _Desk:
    """The pages of one file, read anew at every request."""

    def __init__(self, file: Path, others: Catalogue, ear: Alike) -> None:
        self._file, self._others, self._ear = file, others, ear

    def start(self) -> str:
        now = version(self._file)
        judged = self._judged()
        lesson = judged.lesson if judged else None
        return render_template(
            "penulis/pratinjau.html",
            name=self._file.name,
            version=now,
            wrong=self._wrong(judged),
            audiences=sorted(lesson.audiences) if lesson else [],
        )

    def look(self, audience: str) -> str:
        judged = self._judged()
        return showing.lesson_page(judged.lesson if judged else None, audience)

    def answer(self, audience: str) -> Response:
        judged = self._judged()
        return showing.answered(judged.lesson if judged else None, audience)

    def feedback(self, audience: str) -> str:
        judged = self._judged()
        return showing.feedback_page(judged.lesson if judged else None, audience)

    def end(self, audience: str) -> str:
        judged = self._judged()
        showing.composed(judged.lesson if judged else None, audience)
        return render_template("penulis/selesai.html", back="/")

    def _judged(self) -> Judged | None:
        what = named(self._file.name, self._file.resolve().parent.name)
        around = self._others.around
        beside = {**around.beside, what.subject: {
            **around.beside.get(what.subject, {}), **beside_file(self._file.absolute()),
        }}
        others = replace(self._others, around=replace(around, beside=beside))
        try:
            return judge(self._file.read_bytes(), what, others, self._ear)
        except OSError:
            return None

    def _wrong(self, judged: Judged | None) -> list[tuple[int, str]]:
        if judged is None:
            return [(1, _("Berkas ini belum bisa dibaca."))]
        naming = naming_fault(judged.named)
        faults: list[Fault] = [*([naming] if naming else []), *judged.faults]
        return [(fault.line, told(fault, _)) for fault in faults]


