"""What a learner is asked for at her door, pictures or a PIN, and why it does not open."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from uuid import UUID

from flask import render_template, request

from elearn.accounts import people, pins
from elearn.accounts.codes import Code
from elearn.accounts.picture_codes import LENGTHS, OBJECTS
from elearn.store.tables import CodeKind
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language, speak_to
from elearn.web.next_url import same_site
from elearn.web.site import site

SHORTEST, LONGEST = min(LENGTHS.values()), max(LENGTHS.values())
FIGURES = "0123456789"
MOST = 12
"""Figures of a PIN that are looked at; a longer one is as wrong."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was tapped or typed so far. `tried`: she says that it is all."""

    kind: CodeKind
    signs: Code
    tried: bool = True

    def whole(self, learner: people.Learner | None) -> bool:
        """Whether it is to be tried; for who is unknown, what might be anybody's."""
        if self.kind == "pin":
            return self.tried and len(self.signs) >= pins.LENGTH
        known = learner is not None and learner.code_kind == "gambar"
        return len(self.signs) >= (people.code_length(learner) if learner and known else SHORTEST)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the code did not open the door, in words and a picture; `minutes` of a hold."""

    text: str
    picture: str
    closed: bool = False
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Nameless:
    """Whoever a refused code was for."""

    person_id: UUID
    name: str = ""
    picture: str = ""


def given() -> Given:
    """Return what this form gives; nonsense in it is left out."""
    return _figures() if "pin" in request.form else Given("gambar", _pictures())


def _pictures() -> Code:
    """Return the pictures tapped so far, the one tapped now last."""
    words = [*request.form.get("sudah", "").split("-"), request.form.get("pilih", "")]
    numbers = [int(word) for word in words[:9] if word.isdecimal() and len(word) < 3]
    return tuple(number for number in numbers if number < len(OBJECTS))


def _figures() -> Given:
    """Return the figures typed, and the one tapped now; or all but the last, taken back."""
    typed = f"{request.form['pin'][: 2 * MOST]}{request.form.get('pilih', '')[:1]}"
    pin = tuple(int(sign) for sign in typed if sign in FIGURES)[:MOST]
    if "hapus" in request.form:
        return Given("pin", pin[:-1], tried=False)
    return Given("pin", pin)


def ask(
    learner: people.Learner,
    so_far: Given | None = None,
    refusal: Refusal | None = None,
    *,
    opened: bool = False,
) -> str:
    """Ask a learner for her own code, or for the rest of it, in the tone of her age."""
    speak_to(learner.age_band)
    kind = learner.code_kind
    if refusal is None and kind is None and not opened:
        refusal = _call()
    if so_far is not None and so_far.kind != kind:
        so_far = None
    if refusal is None and so_far is not None and _short(so_far):
        refusal = Refusal(_("PIN ada 6 angka. Tulis lagi."), "🔢")
    return _page(
        learner, kind or "gambar", so_far.signs if so_far else (), people.code_length(learner),
        refusal, opened=opened and learner.allowed,
    )  # fmt: skip


def refused(person_id: UUID, tried: Given, refusal: Refusal) -> str:
    """Ask anew after a whole code: nothing in it tells whether anybody of this id is known."""
    speak_to(None)
    length = min(max(SHORTEST, len(tried.signs)), LONGEST)
    if tried.kind == "pin":
        length = pins.LENGTH
    return _page(Nameless(person_id), tried.kind, (), length, refusal)


def refusal_of(outcome: str, until: datetime | None, now: datetime) -> Refusal:
    """Return in words and a picture how a try ended."""
    if outcome == "held" and until is not None:
        minutes = max(1, ceil((until - now).total_seconds() / 60))
        return Refusal(_wait(minutes), "⏳", closed=True, minutes=minutes)
    if outcome == "stopped":
        return _call()
    return Refusal(_("Belum cocok. Coba lagi."), "🔁")


def not_yet() -> Refusal:
    """A child whose guardian has not agreed: nothing may be kept under her name."""
    return Refusal(_("Belum ada izin wali. Panggil tutor."), "🙋", closed=True)


def onward() -> str:
    """Return where she was going, on this site; "" for nowhere."""
    asked = request.values.get("next")
    return same_site(asked) if asked else ""


def _short(so_far: Given) -> bool:
    """Whether she says that her PIN is whole, and it is not."""
    return so_far.kind == "pin" and so_far.tried and not request.form.get("pilih")


def _wait(minutes: int) -> str:
    return _("Tunggu {minutes} menit, lalu coba lagi. Atau panggil tutor.", minutes=minutes)


def _call() -> Refusal:
    return Refusal(_("Panggil tutor. Tutor bisa membukakan pintu."), "🙋", closed=True)


def _aloud() -> str:
    """Return the sound of all figures, and of taking one back, in the order of their keys."""
    return site().narrator.say((*FIGURES, _("Hapus satu")), language())


def _page(
    learner: people.Learner | Nameless,
    kind: CodeKind,
    picked: Code,
    length: int,
    refusal: Refusal | None,
    *,
    opened: bool = False,
) -> str:
    minutes = refusal.minutes if refusal else 0
    return render_template(
        "akun/kode.html",
        learner=learner,
        kind=kind,
        objects=OBJECTS,
        figures=FIGURES,
        aloud=_aloud() if kind == "pin" else "",
        picked=picked,
        length=length,
        refusal=refusal,
        waits=[_wait(left) for left in range(1, minutes + 1)],
        opened=opened,
        onward=onward(),
    )
