"""What is asked for once a page has sounded: the controls beside its speaker, and syllables."""

import re

from flask import Blueprint, Response, abort, jsonify, render_template, request

from elearn.language.syllables import syllables
from elearn.narration.narrator import id_of
from elearn.web.i18n import speak
from elearn.web.site import site
from elearn.web.voice import PASSING

aloud = Blueprint("aloud", __name__)

LANGUAGE = "id"
"""The one that our syllables are of."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BETWEEN = " - "
_WEEK = "public, max-age=604800"


@aloud.get("/ikuti/<any(id, en):language>")
def controls(language: str) -> Response:
    """Serve what stands beside a step's speaker once it has sounded, in the language of its page.

    A browser asks each time whether it is new: it names a style sheet of this very version.
    """
    return _part("belajar/ikuti.html", language)


@aloud.get("/banding/<any(id, en):language>")
def comparing(language: str) -> Response:
    """Serve what stands below the bacaan of a step where she can record herself and compare."""
    return _part("belajar/banding.html", language)


def _part(template: str, language: str) -> Response:
    speak(language)
    response = Response(render_template(template))
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


@aloud.get("/suara/suku/<clip_id>.json")
def by_syllables(clip_id: str) -> Response:
    """Say the one word of a clip by its syllables, then whole: *ba – ca – baca*.

    404 for a clip that no page names and for one that says no single word: nobody can have other
    sounds made than those of words that stand in lessons.
    """
    script = site().voice.script(clip_id)
    word = script.sentences[0] if script and len(script.sentences) == 1 else ""
    if script is None or script.language != LANGUAGE or not _WORD.fullmatch(word):
        abort(404)
    parts = _syllables(word)
    said = (_BETWEEN.join(parts), word) if len(parts) > 1 else (word,)
    address = site().narrator.say(said, script.language)
    clip = site().voice.clip(id_of(address))
    if clip is None:
        abort(404)
    passing = request.query_string.decode() == PASSING
    told = {
        "audio": f"{address}?{PASSING}" if passing else address,
        "syllables": parts,
        "sentences": clip.read_timings()["sentences"],
    }
    response = jsonify(told)
    response.headers["Cache-Control"] = "no-store" if passing else _WEEK
    return response


def _syllables(word: str) -> list[str]:
    """Return the syllables of a word; joined they are the word without its hyphens."""
    return [one for part in word.split("-") for one in syllables(part)]
