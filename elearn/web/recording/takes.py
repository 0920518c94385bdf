"""A take comes in and is kept, or the person reads why not; and it goes again."""

import logging

from flask import abort, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response

from elearn.accounts import staff
from elearn.accounts.staff_sessions import StaffSigned
from elearn.content.faults import told
from elearn.content.lesson import Lesson
from elearn.content.prepared import LARGEST, RefusedError
from elearn.content.ucapan import pronounced
from elearn.language.local import shown
from elearn.narration import keeping
from elearn.narration.keeping import About
from elearn.narration.recordings import NAME
from elearn.narration.script import utterance
from elearn.narration.takes import taken
from elearn.web import auth
from elearn.web.author.gate import draft_or_404
from elearn.web.errors import wants_json
from elearn.web.i18n import gettext as _
from elearn.web.media import send_file_ranged
from elearn.web.next_url import same_site
from elearn.web.recording import recording
from elearn.web.recording.gate import folder, speaker, spoken_here
from elearn.web.site import site

LONGEST = 500
"""Characters of a sentence."""

_TYPES = {"flac": "audio/flac", "wav": "audio/wav", "mp3": "audio/mpeg", "ogg": "audio/ogg"}

log = logging.getLogger(__name__)


@recording.post("/<language>")
def give(language: str) -> Response | tuple[Response, int] | tuple[str, int]:
    """Keep what somebody said of a sentence; it overrides the machine at once.

    Fields: `kalimat`, the sentence as it is displayed; `berkas`; `kembali`, the page to go on with;
    `pelajaran` or `naskah`, where it is said. A script that accepts JSON is told in JSON.
    """
    member, raw = speaker(), _sent()
    sentence = _sentence(language)
    text = utterance(sentence, spoken_here(language)).text
    if not text or len(sentence) > LONGEST:
        abort(400)
    narrator = site().narrator
    try:
        take = taken(raw, text, language, narrator.fallback or narrator.engine)
        name = keeping.keep(folder(), language, take.file(), _about(sentence))
    except RefusedError as error:
        return _refused(told(error.fault, _), 422)
    except OSError:
        log.exception("a recording cannot be kept")
        return _refused(_("Belum tersimpan: tempat di hub ini penuh atau terkunci. Beri tahu "
                          "pengelola, lalu kirim lagi."), 507)
    _changed(member, f"recorded {language}/{name}")
    if not wants_json():
        return redirect(f"{_back()}#k{name}", 303)
    return jsonify(name=name, who=NAME, sound=narrator.say((sentence,), language),
                   seconds=round(take.seconds, 1))


@recording.post("/<language>/<name>/hapus")
def drop(language: str, name: str) -> Response:
    """Take a recording away; the machine says its sentence again."""
    member = speaker()
    if not keeping.remove(folder(), spoken_here(language), name):
        abort(404)
    _changed(member, f"removed {language}/{name}")
    return redirect(f"{_back()}#k{name}", 303)


@recording.get("/<language>/<name>")
def hear(language: str, name: str) -> Response:
    """Play a recording as it is kept, also one that no sentence asks for any more."""
    speaker()
    found = keeping.kept(folder(), spoken_here(language), name)
    if found is None:
        abort(404)
    ending = found.path.suffix[1:].lower()
    return send_file_ranged(found.path, _TYPES[ending], "no-store")


def _sent() -> bytes:
    """Return the first file that was chosen: a form may offer the microphone and the files."""
    files = request.files.getlist("berkas")
    raw = next((one.read(LARGEST + 1) for one in files if one.filename), b"")
    for one in files:
        one.close()                  # larger ones lie in a temporary file
    return raw


def _sentence(language: str) -> str:
    """Return the displayed sentence, with what is said otherwise in it where it is said."""
    written = " ".join(request.form.get("kalimat", "").split())
    catalogue, lesson = site().shelf.current, _lesson(language)
    told = lesson.sayings if lesson else catalogue.around.site_told(shown(language))
    (sentence,) = pronounced((written,), told)
    return sentence


def _lesson(language: str) -> Lesson | None:
    """Return the lesson in which it is said: a version that nobody has published, or one of now."""
    draft_id = auth.parse_id(request.form.get("naskah", ""))
    if draft_id is not None:
        return draft_or_404(draft_id).lesson
    return site().shelf.current.lesson(request.form.get("pelajaran", ""), language)


def _about(sentence: str) -> About:
    lesson = request.form.get("pelajaran", "")[:80]
    return About(sentence, site().today().isoformat(), lesson)


def _changed(member: StaffSigned, did: str) -> None:
    site().narrator.changed()
    with site().store.writing() as session:
        staff.note(session, member.staff_id, did, site().now())


def _back() -> str:
    return same_site(request.form.get("kembali", "")).partition("#")[0]


def _refused(why: str, status: int) -> tuple[Response, int] | tuple[str, int]:
    if wants_json():
        return jsonify(why=why), status
    return render_template("rekaman/belum.html", why=why, back=_back()), status
