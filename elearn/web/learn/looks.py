"""How her pages look and whether they sound: three switches, hers alone, on every device."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from elearn.accounts import people
from elearn.accounts.sessions import Signed
from elearn.language.local import NAMES
from elearn.web.i18n import gettext as _
from elearn.web.learn import learn
from elearn.web.learn.mine import guest, signed_in
from elearn.web.site import site

SETTINGS: Mapping[str, str] = MappingProxyType({
    "besar": "large_text", "kontras": "contrast", "tenang": "quiet"
})
"""Words of forms and classes of pages, and the columns of a person that they stand for."""


@dataclass(frozen=True, slots=True)
class Switch:
    """One setting as the page shows it; `told` says what it does."""

    name: str
    picture: str
    label: str
    told: str
    on: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A language in which buttons can be heard; `code` "" is that of her pages."""

    code: str
    label: str
    told: str
    on: bool


def voices(chosen: str) -> list[Choice]:
    """Return the voices that buttons can have here; none where people have recorded none.

    `chosen` is what she hears now: a voice that is not there any more is hers until she changes it.
    """
    there = site().narrator.recordings.local
    if not there and not chosen:
        return []
    usual = Choice("", _("Biasa"), _("Tombol berbicara seperti biasa."), not chosen)
    return [usual, *(
        Choice(code, NAMES[code], _("Tombol berbicara {language}.", language=NAMES[code]),
               code == chosen)
        for code in NAMES if code in there or code == chosen
    )]


@learn.get("/tampilan")
def looks() -> str:
    """Show the switches."""
    signed = signed_in()
    large = _("Huruf besar: semua tulisan jadi lebih besar.")
    clear = _("Warna lebih jelas: hitam di atas putih.")
    quiet = _("Tanpa suara: hanya berbunyi kalau diketuk. "
              "Soal yang harus didengar tidak ditanyakan.")
    return render_template("belajar/tampilan.html", switches=[
        Switch("besar", "🔍", _("Huruf besar"), large, signed.large_text),
        Switch("kontras", "🌓", _("Warna lebih jelas"), clear, signed.contrast),
        Switch("tenang", "🔇", _("Tanpa suara"), quiet, signed.quiet),
    ], voices=voices(signed.voice), guest=guest(signed))  # fmt: skip


@learn.post("/tampilan")
def switch() -> Response:
    """Switch one of them on or off; on every device she signs in on, from the next page."""
    signed = signed_in()
    if request.form.get("apa") == "suara":
        return _speak(signed, request.form.get("jadi", ""))
    column, wanted = SETTINGS.get(request.form.get("apa", "")), request.form.get("jadi")
    if column is None or wanted not in ("ya", "tidak"):
        abort(400)
    on = wanted == "ya"
    with site().store.writing(signed.person_id) as session:
        people.set_preference(
            session, signed.person_id,
            large_text=on if column == "large_text" else None,
            contrast=on if column == "contrast" else None,
            quiet=on if column == "quiet" else None,
        )  # fmt: skip
    return redirect(url_for("learn.looks"), 303)


def _speak(signed: Signed, wanted: str) -> Response:
    """Let her buttons be heard in another language."""
    if wanted not in {choice.code for choice in voices(signed.voice)}:
        abort(400)
    with site().store.writing(signed.person_id) as session:
        people.set_preference(session, signed.person_id, voice=wanted)
    return redirect(url_for("learn.looks"), 303)
