"""The guided recorder: one sentence at a time, that which learners hear longest first."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import abort, render_template, request

from elearn.content.catalogue import Catalogue
from elearn.language.local import NAMES, shown
from elearn.narration import keeping
from elearn.narration.heard import LANGUAGE, Tally, tally
from elearn.narration.lent import Lending, Wanted
from elearn.web.recording import recording
from elearn.web.recording.gate import folder, speaker, spoken_here
from elearn.web.site import site

SPOKEN: Mapping[str, str] = {
    "id": "bahasa Indonesia", "nij": "bahasa Ngaju", "bjn": "bahasa Banjar", "en": "bahasa Inggris",
}
"""What a voice speaks (message ids), in the order in which it is offered."""

PARTS: Mapping[str, str] = {
    "petunjuk": "Petunjuk", "tombol": "Tombol dan kabar lain", "huruf": "Bunyi huruf",
}
"""What is asked for (message ids), that which is heard most first."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what is asked for: its sentences, and how many of them somebody has said."""

    name: str
    title: str               # message id
    sentences: Sequence[Wanted]
    done: int

    @property
    def left(self) -> int:
        """How many nobody has said."""
        return len(self.sentences) - self.done


@dataclass(frozen=True, slots=True)
class Voice:
    """A language that people lend their voices in, and the percentage they say of it."""

    language: str
    title: str               # message id
    percent: int


@recording.get("/orang")
def voices() -> str:
    """Offer the languages, with how much of each a person says."""
    speaker()
    each = [_voice(_LAST.lending(one), _names(one)) for one in SPOKEN]
    return render_template("rekaman/orang.html", voices=each)


@recording.get("/orang/<language>")
def guided(language: str) -> str:
    """Ask for one sentence: the one that is named, else the first that nobody has said."""
    speaker()
    names, lending = _names(spoken_here(language)), _LAST.lending(language)
    parts = _parts(lending, names)
    wished = request.args.get("bagian", next(iter(PARTS)))
    part = next((one for one in parts if one.name == wished), None)
    if part is None:
        abort(404)
    at = _place(part.sentences, names)
    one = part.sentences[at - 1] if at else None
    recorded = one is not None and one.name in names
    return render_template(
        "rekaman/urut.html",
        voice=_voice(lending, names),
        parts=parts,
        part=part,
        one=one,
        at=at,
        recorded=recorded,
        read=shown(language),
        local=language in NAMES,
        sound=_sound(one, language, recorded) if one else "",
    )


def _parts(lending: Lending, names: frozenset[str]) -> list[Part]:
    asked = (lending.wanted, lending.others, lending.letters)
    return [
        Part(name, PARTS[name], sentences, sum(one.name in names for one in sentences))
        for name, sentences in zip(PARTS, asked, strict=True) if sentences
    ]


def _place(sentences: Sequence[Wanted], names: frozenset[str]) -> int:
    """Return which sentence is asked for, from 1; 0 where all of them are said."""
    asked = request.args.get("ke", 0, int)
    if 1 <= asked <= len(sentences):
        return asked
    return next((at for at, one in enumerate(sentences, 1) if one.name not in names), 0)


def _sound(one: Wanted, language: str, recorded: bool) -> str:
    """Return what she hears before she speaks: her own take, else the machine.

    No machine speaks a local language: there it is the Indonesian sentence.
    """
    if recorded or language not in NAMES:
        return site().narrator.say((one.sentence,), language)
    return site().narrator.say((one.source,), LANGUAGE)


def _voice(lending: Lending, names: frozenset[str]) -> Voice:
    language = lending.language
    return Voice(language, SPOKEN[language], round(100 * lending.part(names)))


def _names(language: str) -> frozenset[str]:
    return keeping.names(folder(), language)


class _Last:
    """The latest count: it takes seconds, and the page is opened after each sentence."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: tuple[Catalogue, str] | None = None
        self._found = Tally((), ())
        self._by_language: dict[str, Lending] = {}

    def lending(self, language: str) -> Lending:
        """Return what is asked for in a language, by the lessons of now."""
        with self._lock:
            catalogue, facts = site().shelf.current, site().facts()
            if self._of is None or self._of[0] is not catalogue or self._of[1] != facts.mark:
                self._found = tally(catalogue, facts)
                self._of, self._by_language = (catalogue, facts.mark), {}
            made = Lending(self._found, catalogue.around, language)
            return self._by_language.setdefault(language, made)


_LAST = _Last()
