"""Her own name on the first day: heard, found among three, written. Nothing is kept or judged.

What is said here goes through `Voice.private`: in memory, `no-store`, by the embedded voice only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from flask import Response, abort, redirect, render_template
from werkzeug.wrappers import Response as Redirect

from elearn.accounts import people
from elearn.accounts.sessions import Signed
from elearn.content.values import Pronounced
from elearn.figures import own_name as drawn
from elearn.language import names
from elearn.language.other_names import Round, rounds
from elearn.narration.values import SpeechError
from elearn.web import cookies
from elearn.web.i18n import gettext as _
from elearn.web.i18n import language
from elearn.web.learn import learn
from elearn.web.learn.mine import guest, named_mark, signed_in
from elearn.web.learn.voices import sounding
from elearn.web.site import site
from elearn.web.voice import SPOKEN

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Letter:
    """One sign of her name: its screen, how it is called and written."""

    anchor: str
    sign: str
    called: str
    how: str


@dataclass(frozen=True, slots=True)
class OwnName:
    """What the page shows of a name."""

    name: str
    words: tuple[names.Word, ...]
    letters: tuple[Letter, ...]
    rounds: tuple[Round, ...]

    @property
    def spans(self) -> list[list[tuple[str, int]]]:
        """The syllables of each word, with the number of the piece of sound that says them."""
        at, found = -1, []
        for word in self.words:
            row = []
            for part, piece in zip(word.syllables, word.pieces, strict=True):
                at += bool(piece)
                row.append((part, at))
            found.append(row)
        return found


@learn.get("/namaku")
def own_name() -> str | Redirect:
    """Show her name, step by step."""
    signed = signed_in()
    if guest(signed):
        return redirect("/", 303)                # who tries without a name has none to learn
    made = of(signed)
    return render_template(
        "belajar/namaku.html", me=signed, made=made, drawn=drawn, times=_times(made)
    )


@learn.post("/namaku")
def know_own_name() -> Redirect:
    """Go home, where her name is no longer the first thing: this browser knows, the hub does not.
    """
    signed = signed_in()
    answer = redirect("/", 303)
    cookies.write(answer, cookies.NAMED, named_mark(signed))
    return answer


@learn.get("/suara/saya/namaku/<part>.mp3")
def say_own_name(part: str) -> Response:
    """Say a part of the page: her name, its syllables, a letter, a name among three."""
    texts, spoken = _texts(of(_named()), part)
    return sounding(site().voice.private(texts, spoken, name=" ".join(texts)))


def of(signed: Signed) -> OwnName:
    """Return what the page shows; no name of her class is among the others."""
    name = names.proper(signed.name)
    with site().store.reading() as session:
        others = people.learners(session, signed.class_id) if signed.class_id else []
    avoid = [one.name for one in others if one.person_id != signed.person_id]
    letters = tuple(
        Letter(f"huruf{at}", sign, drawn.called(sign, language()), drawn.how(sign, language()))
        for at, sign in enumerate(drawn.letters(name))
    )
    return OwnName(name, names.read(name), letters, rounds(name, avoid))


def _times(made: OwnName) -> list[tuple[float, float]]:
    """Return when each syllable sounds in "suku", and then the whole name; none without a voice."""
    texts, spoken = _texts(made, "suku")
    try:
        cues = site().voice.timed(texts, spoken, made.name)
    except SpeechError:
        return []
    return [(cue["start"], cue["end"]) for cue in cues]


def _named() -> Signed:
    signed = signed_in()
    if guest(signed):
        abort(404)
    return signed


def _texts(made: OwnName, part: str) -> tuple[list[str], str]:
    """Return what a part says, and in which language; 404 for a part that is not there."""
    kind, _dash, number = part.partition("-")
    if kind == "suku":
        return [*_by_syllables(made), made.name], SPOKEN
    if kind == "cari":
        return [_("Mana namamu?"), made.name], language()
    if kind == "pilih":
        return _chosen(made.rounds, number), language()
    if kind == "huruf":
        letter = _at(made.letters, number)
        return [f"{letter.called}.", f"{letter.how}."], language()
    if kind != "tulis":
        abort(404)
    return [_("Tulis namamu."), made.name], language()


def _chosen(asked: Sequence[Round], numbers: str) -> list[str]:
    number, _dash, place = numbers.partition("-")
    one = _at(asked, number)
    name = _at(one.names, place)
    right = one.names.index(name) == one.mine
    return [_("Benar! Ini namamu.") if right else _("Ini dibaca:"), name]


def _by_syllables(made: OwnName) -> list[str]:
    each = ((part, piece) for word in made.words
            for part, piece in zip(word.syllables, word.pieces, strict=True) if piece)
    return [Pronounced(part, ((part, piece),)) for part, piece in each]


def _at(items: Sequence[Item], number: str) -> Item:
    if not number.isdecimal() or len(number) > 2 or int(number) >= len(items):
        abort(404)
    return items[int(number)]
