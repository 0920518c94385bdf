"""`lessons/fakta.md` -> facts, and everything that is wrong with the file, line by line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from elearn.content.decoding import decode
from elearn.content.fact_values import PARSERS, WrongValueError
from elearn.content.facts import Fact, Facts
from elearn.content.faults import EMPTY, settled
from elearn.content.keywords import FACTS, known, nearest
from elearn.questions.values import Fault

NAME = "fakta.md"

REQUIRED = ("nilai", "sumber", "diperiksa", "berlaku")

_HEADING = re.compile(r"##(?!#)\s*(?P<id>.*)")
_ID = re.compile("F-[A-Z0-9]+")
_LINE = re.compile(r"(?:[-*+]\s+)?(?P<key>[^:]*?)\s*:(?P<value>.*)")
_NUMBER = re.compile(r"(?:\([0-9]+\)|\+?[0-9])[0-9 .-]*[0-9]")
_LONG = re.compile(r"(?:\(0|\+|0)[0-9() .-]{6,}")


@dataclass(frozen=True, slots=True)
class FactsRead:
    """What came of fakta.md."""

    facts: Facts
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


@dataclass(slots=True)
class _Entry:
    """One `## F-…` as far as it was read; None stands for a value that could not be."""

    id: str
    line: int
    given: dict[str, object] = field(default_factory=dict)
    at: dict[str, int] = field(default_factory=dict)
    meant: set[str] = field(default_factory=set)
    broken: bool = False


def read_facts(source: str | bytes, before: Facts | None = None) -> FactsRead:
    """Read fakta.md; never raises. A fact with a fault stays as it was `before`.

    One that is new and has a fault is known, but past its date: lessons that name it go on. A file
    in which nothing is left (half copied, too large) takes nothing away.
    """
    decoded = decode(source)
    reader = _Reader()
    for number, text in enumerate(decoded.lines, 1):
        reader.take(number, text.strip())
    reader.end()
    old = before.by_id if before else {}
    by_id = {
        entry.id: old[entry.id] if entry.broken and entry.id in old else _fact(entry)
        for entry in reader.entries
    }
    made = Facts(by_id, decoded.text)
    return FactsRead(
        before if before is not None and not by_id else made,
        settled([*decoded.faults, *reader.faults]),
        settled(decoded.notes),
    )


class _Reader:
    """Walks over the lines, gathering entries and faults."""

    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self.faults: list[Fault] = []
        self._first: dict[str, int] = {}
        self._open: _Entry | None = None

    def take(self, line: int, text: str) -> None:
        """Take in one line."""
        heading = _HEADING.fullmatch(text)
        if heading:
            self._begin(line, heading["id"].strip())
        elif text.startswith("# "):
            self.end()
        elif text and self._open is not None:
            self._field(self._open, line, text)

    def end(self) -> None:
        """End the entry that is open."""
        entry, self._open = self._open, None
        if entry is None:
            return
        for key in REQUIRED:
            if key not in entry.at and key not in entry.meant:
                message = "'{key}:' belum ada untuk {fact}."
                self._fault(entry, entry.line, message, key=key, fact=entry.id)
        _judge_phone(entry, self._fault)

    def _begin(self, line: int, name: str) -> None:
        self.end()
        if not _ID.fullmatch(name):
            meant = re.sub("[^A-Z0-9]", "", re.sub("^F[-_ –]*", "", name.upper()))
            message = (
                "'{name}' bukan nama fakta; maksudnya '## {meant}'?" if name and meant else
                "Nama fakta belum ada. Tulis seperti '## F-SAPA'."
            )
            values = {"name": name[:40], "meant": f"F-{meant[:20]}"}
            self.faults.append(Fault(line, message, values))
            return
        if name in self._first:
            message = "{fact} sudah ada di baris {other}. Hapus salah satu."
            values = {"fact": name, "other": str(self._first[name])}
            self.faults.append(Fault(line, message, values))
            return
        self._first[name] = line
        self._open = _Entry(name, line)
        self.entries.append(self._open)

    def _field(self, entry: _Entry, line: int, text: str) -> None:
        found = _LINE.fullmatch(text)
        key = known(found["key"], FACTS) if found else None
        if found is None:
            message = "Baris ini tidak terbaca. Tulis 'kata: nilai', misalnya 'nilai: 129'."
            self._fault(entry, line, message)
        elif key is None:
            self._unknown(entry, line, found["key"].strip())
        elif key in entry.at:
            message = "'{key}:' sudah ada di baris {other}. Hapus salah satu."
            self._fault(entry, line, message, key=key, other=entry.at[key])
        else:
            entry.at[key] = line
            self._value(entry, line, key, found["value"].strip())

    def _unknown(self, entry: _Entry, line: int, key: str) -> None:
        near = nearest(key, FACTS)
        entry.meant |= {near} if near else set()
        message = (
            "'{key}' tidak dikenal; maksudnya '{near}'?" if near else
            "'{key}' tidak dikenal. Yang ada: {keys}."
        )
        self._fault(entry, line, message, key=key[:40], near=near, keys=", ".join(FACTS))

    def _value(self, entry: _Entry, line: int, key: str, text: str) -> None:
        try:
            if not text:
                raise WrongValueError(EMPTY, name=key)
            entry.given[key] = PARSERS[key](text)
        except WrongValueError as error:
            self._fault(entry, line, error.message, **error.values)

    def _fault(self, entry: _Entry, line: int, message: str, **values: object) -> None:
        entry.broken = True
        self.faults.append(Fault(line, message, values))


def _fact(entry: _Entry) -> Fact:
    given = entry.given
    checked, term = given.get("diperiksa"), None if entry.broken else given.get("berlaku")
    until = term(checked) if isinstance(checked, date) and callable(term) else None
    return Fact(
        id=entry.id,
        line=entry.line,
        value=str(given.get("nilai", "")),
        english=str(given.get("nilai-en", "")),
        phone=_calls(entry),
        source=str(given.get("sumber", "")),
        checked=checked if isinstance(checked, date) else None,
        until=until if isinstance(until, date) else None,
        lasting=term == "tetap",
    )


def _calls(entry: _Entry) -> bool:
    """Whether the value is a number to call: said so, or plain from its form."""
    said = entry.given.get("jenis") == "telepon"
    return said or _LONG.fullmatch(str(entry.given.get("nilai", ""))) is not None


def _judge_phone(entry: _Entry, fault: Callable[..., None]) -> None:
    """Report a number to call that is none, or that would never be checked again."""
    value = entry.given.get("nilai")
    if entry.given.get("jenis") == "telepon" and value and not _NUMBER.fullmatch(str(value)):
        message = "'{value}' bukan nomor telepon. Tulis satu nomor, misalnya 'nilai: 129'."
        fault(entry, entry.at["nilai"], message, value=value)
    elif _calls(entry) and entry.given.get("berlaku") == "tetap":
        message = "Nomor telepon bisa berganti. Tulis seperti 'berlaku: 3 bulan'."
        fault(entry, entry.at["berlaku"], message)
