"""`lessons/fakta.md` -> facts, and everything that is wrong with the file, line by line."""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from elearn.content.decoding import decode
from elearn.content.facts import Fact, Facts
from elearn.content.faults import EMPTY, RAW_HTML, settled
from elearn.content.keywords import FACTS, known, means, nearest
from elearn.questions.values import Fault

NAME = "fakta.md"

LONGEST = 60
"""Letters of a value: one short thing that a sentence can hold."""

REQUIRED = ("nilai", "sumber", "diperiksa", "berlaku")

_HEADING = re.compile(r"##(?!#)\s*(?P<id>.*)")
_ID = re.compile("F-[A-Z0-9]+")
_LINE = re.compile(r"(?:[-*+]\s+)?(?P<key>[^:]*?)\s*:(?P<value>.*)")
_TAG = re.compile("<[a-zA-Z/!?][^<>]*+>?")
_SIGNS = re.compile(r"[<>{}\[\]*_`|\\]")
_DAY = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})")
_TURNED = re.compile(r"(?P<d>[0-9]{1,2})[-./](?P<m>[0-9]{1,2})[-./](?P<y>[0-9]{4})")
_TERM = re.compile(r"(?P<count>[1-9][0-9]{0,2})\s+(?P<unit>\w+)")
_NUMBER = re.compile(r"(?:\([0-9]+\)|\+?[0-9])[0-9 .-]*[0-9]")
_LONG = re.compile(r"(?:\(0|\+|0)[0-9() .-]{6,}")

_UNITS: Mapping[str, tuple[str, ...]] = {
    "hari": ("day", "days"), "minggu": ("week", "weeks"),
    "bulan": ("month", "months"), "tahun": ("year", "years"),
}


class _WrongValueError(ValueError):
    """A value that is not what its key wants."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


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
                raise _WrongValueError(EMPTY, name=key)
            entry.given[key] = _PARSERS[key](text)
        except _WrongValueError as error:
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


def _plain(text: str) -> str:
    """Return one short thing that pages show and voices say."""
    if found := _TAG.search(text):
        raise _WrongValueError(RAW_HTML, tag=found[0][:40])
    if found := _SIGNS.search(text):
        raise _WrongValueError("Tanda '{sign}' tidak bisa di sini. Tulis biasa saja.",
                               sign=found[0])
    if len(text) > LONGEST:
        raise _WrongValueError(
            "Terlalu panjang: paling banyak {most} huruf. Bagi menjadi beberapa fakta.",
            most=LONGEST,
        )
    return text


def _kind(text: str) -> str:
    if means(text, "telepon"):
        return "telepon"
    raise _WrongValueError("'{text}' tidak dikenal. Tulis 'jenis: telepon', atau hapus barisnya.",
                           text=text[:40])


def _day(text: str) -> date:
    found = _DAY.fullmatch(text)
    turned = _TURNED.fullmatch(text)
    parts = found or turned
    made = _real(int(parts["y"]), int(parts["m"]), int(parts["d"])) if parts else None
    if found and made:
        return made
    if found or (turned and not made):
        raise _WrongValueError("Tanggal '{text}' tidak ada di kalender.", text=text)
    message = (
        "Tanggal '{text}' ditulis terbalik; maksudnya '{meant}'?" if made else
        "Tanggal '{text}' tidak terbaca. Tulis tahun-bulan-hari, misalnya 2026-11-23."
    )
    raise _WrongValueError(message, text=text[:40], meant=made)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _term(text: str) -> str | Callable[[date], date | None]:
    """Return "tetap", or what leads from the day of the check to the last day."""
    if means(text, "tetap"):
        return "tetap"
    found = _TERM.fullmatch(text.lower())
    unit = next(
        (ours for ours, other in _UNITS.items() if found and found["unit"] in (ours, *other)), None
    )
    if found is None or unit is None:
        raise _WrongValueError(
            "Masa berlaku '{text}' tidak terbaca. Tulis seperti '3 bulan', atau 'tetap'.",
            text=text[:40],
        )
    count = int(found["count"])
    return lambda checked: _after(checked, count, unit)


def _after(checked: date, count: int, unit: str) -> date | None:
    """Return the last day of a term; the last of the month where its day is not there."""
    if unit in ("hari", "minggu"):
        return checked + timedelta(days=count * (7 if unit == "minggu" else 1))
    months = checked.year * 12 + checked.month - 1 + count * (12 if unit == "tahun" else 1)
    year, month = divmod(months, 12)
    if year > date.max.year:
        return None
    return date(year, month + 1, min(checked.day, calendar.monthrange(year, month + 1)[1]))


def _words(text: str) -> str:
    return text


_PARSERS: Mapping[str, Callable[[str], object]] = {
    "nilai": _plain,
    "nilai-en": _plain,
    "jenis": _kind,
    "sumber": _words,
    "diperiksa": _day,
    "berlaku": _term,
    "catatan": _words,
}
