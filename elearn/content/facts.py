"""Facts: what is true for a time, with its source and the day it was checked (fakta.md)."""

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache

from babel.dates import format_date

from elearn.content.keywords import nearest
from elearn.language.codes import CALLED
from elearn.language.local import shown
from elearn.messages import translator

EMERGENCY = frozenset({"F-112", "F-110", "F-SAPA", "F-SAPAWA"})
"""Numbers that are shown also past their date: an old number to call is better than none."""

SOON_DAYS = 30
"""Days before its last one on which a fact is named to authors."""

_REFERENCE = re.compile(r"(?P<id>F-[A-Z0-9]+)(?P<dated>\s+(?:dicek|checked))?")

_FACT_LIKE = re.compile(r"F(?:[-_ –]|(?=[A-Z0-9]{2})).*|f-(?=.*[0-9a-z]{2}).*")


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of fakta.md. `until` is its last day; None where `lasting` or not known."""

    id: str
    line: int = field(repr=False)
    value: str
    english: str = ""
    phone: bool = False
    source: str = ""
    checked: date | None = None
    until: date | None = None
    lasting: bool = False

    def past(self, day: date) -> bool:
        """Whether it has to be checked again before it may be told on `day`."""
        return not self.lasting and (self.until is None or self.until < day)

    def soon(self, day: date) -> bool:
        """Whether its last day comes within `SOON_DAYS`, or is over."""
        return self.until is not None and self.until <= day + timedelta(days=SOON_DAYS)


@dataclass(frozen=True)
class Facts:
    """All facts, by their id; `source` is the text they were read from."""

    by_id: Mapping[str, Fact] = field(default_factory=dict)
    source: str = field(default="", repr=False)

    @cached_property
    def version(self) -> str:
        """A hash of the source: which facts a page was made with."""
        return hashlib.sha256(self.source.encode("utf-8", "replace")).hexdigest()[:16]

    def __hash__(self) -> int:
        """Hash by the text, as it compares."""
        return hash(self.version)

    def under(self, own: "Facts") -> "Facts":
        """Return these facts with those of a hub in the place of facts of the same name."""
        if not own.by_id:
            return self
        both = {**self.by_id, **own.by_id}
        return Facts(both, f"{own.source}\n# –\n{self.source}")   # of two, a reader takes the first

    def on(self, day: date) -> "Stated":
        """Return the facts as they are told on a day."""
        return _on(self, day)

    @property
    def whole(self) -> "Stated":
        """The facts as if none were past: what an answer is marked by."""
        return Stated(self)


@dataclass(frozen=True)
class Stated:
    """Facts as they are told on a day, or (`day` None) as they stand."""

    facts: Facts = field(default_factory=Facts)
    day: date | None = None

    def missing(self, fact_id: str) -> bool:
        """Whether a fact is not told: nobody knows it, or its date is over."""
        fact = self.facts.by_id.get(fact_id)
        if fact is None or not fact.value:
            return True
        return self._past(fact) and fact_id not in EMERGENCY

    def text(self, fact_id: str, language: str, dated: bool = False) -> str:
        """Return a fact as it is displayed; `CALLED` stands around a number to call.

        What is missing is to be asked for. An emergency number past its date shows the day on
        which it was checked, others do where `dated`.
        """
        _ = translator(language)
        fact = self.facts.by_id.get(fact_id)
        if fact is None or self.missing(fact_id):
            return _("tanyakan petugas")
        mark = CALLED if fact.phone else ""
        told = f"{mark}{_in(fact, language)}{mark}"
        if fact.checked is None or not (dated or self._past(fact)):
            return told
        when = format_date(fact.checked, "d MMMM y", locale=shown(language))
        return _("{fact} (terakhir dicek {day})", fact=told, day=when)

    def value(self, fact_id: str) -> str:
        """Return a fact as answers are compared with it."""
        fact = self.facts.by_id.get(fact_id)
        return fact.value if fact else ""

    @cached_property
    def mark(self) -> str:
        """The same as long as every fact is told in the same way."""
        told = sorted(
            (one.id, one.value, one.english, one.phone, one.checked, self._past(one))
            for one in self.facts.by_id.values()
        )
        return hashlib.sha256(repr(told).encode("utf-8", "replace")).hexdigest()[:12]

    def _past(self, fact: Fact) -> bool:
        return self.day is not None and fact.past(self.day)


def reference(inside: str) -> tuple[str, bool] | None:
    """Return which fact braces name, and whether with the day of its check; None for arithmetic."""
    found = _REFERENCE.fullmatch(inside.strip())
    return (found["id"], found["dated"] is not None) if found else None


def looks_like_fact(inside: str, known: Collection[str]) -> bool:
    """Whether braces that name no fact were meant to: `{F_SAPA}`, `{f-112}` if there is F-112."""
    if not _FACT_LIKE.fullmatch(inside):
        return False
    return inside.startswith("F") or _plain(inside) in known


def fact_meant(inside: str, known: Collection[str]) -> str | None:
    """Return what was probably meant by braces that look like a fact."""
    name, _, rest = inside.partition(" ")
    if rest and _REFERENCE.fullmatch(name):
        near = name if name in known else nearest(name, known)
        return f"{near} dicek" if near else None
    meant = _plain(inside)
    return meant if meant in known else nearest(meant, known)


def _plain(inside: str) -> str:
    return "F-" + re.sub("[^A-Z0-9]", "", inside.upper().removeprefix("F"))


@lru_cache(maxsize=32)
def _on(facts: Facts, day: date) -> Stated:
    return Stated(facts, day)


def _in(fact: Fact, language: str) -> str:
    return fact.english if language == "en" and fact.english else fact.value
