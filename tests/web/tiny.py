"""A tiny site: real settings and the real templates, but no database, lessons or voice."""

from types import SimpleNamespace

from flask import Flask, request

from elearn import paths
from elearn.settings import Settings
from elearn.web.site import KEY

HUB = "http://hub.lan:8000"


def tiny(settings: Settings | None = None) -> Flask:
    """Return an application that shows our pages, to install one module into."""
    app = Flask(__name__, static_folder=None, template_folder=str(paths.shipped("templates")))
    app.extensions[KEY] = SimpleNamespace(settings=settings or Settings())
    app.jinja_env.globals.update(
        _=lambda message, **values: message.format(**values) if values else message,
        say=lambda text: "/suara/contoh.mp3",
        asset=lambda name, needs=(): f"/s/{name}",
    )
    app.jinja_env.filters["drawing"] = lambda emoji: f"/gambar/{ord(emoji[0]):X}.svg"
    app.jinja_env.filters["told"] = lambda place: "Ketuk gambar."
    app.context_processor(lambda: {
        "lang": "id", "critical": "", "personal": True, "leave": False, "here": "/",
        "languages": ("id", "en"), "learning": False,
    })

    @app.route("/", methods=["GET", "POST"])
    def home() -> str:
        return "rumah " + ",".join(f"{k}={v}" for k, v in request.form.items(multi=True))

    return app
