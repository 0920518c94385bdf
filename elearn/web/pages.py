"""What every template can use: words, sounds, drawings, addresses of styles and scripts."""

import json
import re
from collections.abc import Collection, Mapping

from flask import Flask, request
from jinja2 import StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from elearn.accounts.sessions import Signed
from elearn.content.pictures import drawing
from elearn.content.values import QuestionScreen
from elearn.messages import LANGUAGES
from elearn.questions.tugas import how
from elearn.questions.uang import LARGEST
from elearn.web import auth, helping, thrift
from elearn.web.i18n import gettext, language, local_voice
from elearn.web.learn import examining, pages
from elearn.web.learn.looks import SETTINGS
from elearn.web.site import site

_INDENTS = re.compile(r"^[ \t]+", re.MULTILINE)

PUBLIC = frozenset({"learn.lesson", "offline.shell", "offline.worker"})
"""Pages that hold nothing personal."""


class Unindented(Extension):
    """Templates lose the spaces at the beginning of a line, which every page would carry."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Return a template's source without them; its lines stay where they are."""
        return _INDENTS.sub("", source)


def install(app: Flask) -> None:
    """Give the templates their words; an undefined name in one is an error, not a blank."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension(Unindented)
    app.jinja_env.filters.update(
        drawing=drawn, client=client, data=data, pictured=pages.pictured,
        crowded=pages.crowded, places=pages.places, needs=pages.needs,
        how=how,
        computed=pages.computed_words,
        fielded=pages.fielded,
        gaps=pages.gaps,
        titled=pages.titled,
        told=helping.told,
    )
    app.jinja_env.globals.update(
        _=gettext, say=say, say_in=say_in, asset=asset, most_rupiah=LARGEST
    )
    app.context_processor(_context)


def client(screen: QuestionScreen, test: bool) -> Mapping[str, object]:
    """Return what the browser is told of a question: all of it, of a test's only its shape."""
    return {"key": examining.whole(screen)} if test else pages.client(screen)


def data(value: object) -> Markup:
    """Return `value` as JSON for an attribute in single quotes, where "<" stands for itself."""
    told = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(told.replace("&", "\\u0026").replace("'", "\\u0027"))  # noqa: S704  # both escaped


def drawn(emoji: str) -> str:
    """Return the address of an emoji's drawing."""
    return drawing(emoji) or drawing("📖")


def say(text: str) -> str:
    """Return the address of the clip that says `text` in the language of this page."""
    return site().voice.say(text, language(), local=local_voice())


def say_in(text: str, local: str) -> str:
    """Return the address of the clip that says `text` as people of the place do, if they do."""
    return site().voice.say(text, language(), local=local)


def asset(name: str, needs: Collection[str] = ()) -> str:
    """Return the hashed address of a style sheet or script, for a page with these needs."""
    return site().assets.url(name, needs)


def _context() -> dict[str, object]:
    shared = request.endpoint in PUBLIC
    signed = auth.me()
    return {
        "lang": language(),
        "critical": Markup(site().assets.inline_css),  # noqa: S704  # our own file
        "personal": not shared,
        "learning": signed is not None,
        "looks": _looks(signed),
        "saving": thrift.saving(),
        "leave": auth.me() is not None or auth.staff() is not None,
        "here": "" if shared or request.method != "GET" else request.full_path.rstrip("?"),
        "languages": LANGUAGES,
    }


def _looks(signed: Signed | None) -> str:
    """Return the classes of a page for what she chose: a learner's setting is on all her pages."""
    if signed is None:
        return ""
    return " ".join(name for name, column in SETTINGS.items() if getattr(signed, column))
