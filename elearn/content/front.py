"""Front matter: lines `kata: nilai` between two `---`. Not YAML: a value is what stands there."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date

from elearn.content import pictures
from elearn.content.faults import EMPTY, RAW_HTML, phrase
from elearn.content.keywords import FRONT, WORDS, known, nearest
from elearn.content.naming import LANGUAGES
from elearn.content.probes import ALL_RUNGS
from elearn.content.ucapan import WrongSayingError, saying
from elearn.content.values import Meta
from elearn.language.features import granted
from elearn.language.graphemes import graphemes
from elearn.language.sayings import Told
from elearn.questions.values import Fault

REQUIRED = ("judul", "tujuan")

LONGEST = 120
"""Letters of a title or goal."""

_DASHES = re.compile("[-\u2010-\u2015_]{2,}")
_WORD = re.compile(r"\s*(?P<key>[A-Za-z][A-Za-z-]*)(?:\s*[=;\uff1a]\s*|\s+)(?P<value>\S.*)")
_KEY = re.compile(r"(?P<indent>\s*)(?P<key>[^:]*?)\s*:(?P<value>.*)")
_COMMENT = re.compile(r"(?:^|\s\s)#.*")
_STEM = re.compile("[a-z0-9]+(?:-[a-z0-9]+)+")
_TAG = re.compile("<[a-zA-Z/!?][^<>]*+>?")
_REVIEW = re.compile(r"(?P<what>[a-z-]+)\s+(?P<when>[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}|–|-)")


class _WrongValueError(ValueError):
    """A value that is not what its key wants."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


@dataclass(slots=True)
class Front:
    """What the front matter says; `after` is the number of the first line below it."""

    after: int = 1
    given: dict[str, object] = field(default_factory=dict)     # by the names of Meta's fields
    at: dict[str, int] = field(default_factory=dict)           # lines, by the Indonesian keys
    meant: set[str] = field(default_factory=set)               # keys that were written wrongly
    faults: list[Fault] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language of the lesson."""
        return str(self.given.get("language", "id"))

    def meta(self) -> Meta:
        """Return the values, defaults for what is missing."""
        blank: dict[str, object] = {"title": "", "goal": ""}
        names = {one.name for one in fields(Meta)}
        values = {name: value for name, value in self.given.items() if name in names}
        return Meta(**{**blank, **values})  # type: ignore[arg-type]  # each parser gives its type


def read_front(lines: Sequence[str]) -> Front:
    """Read the front matter at the top of a file."""
    front = Front()
    first = next((at for at, line in enumerate(lines) if line), None)
    if first is None or not _begins(front, first + 1, lines[first]):
        return front
    if _KEY.fullmatch(lines[first]):
        first -= 1               # its '---' is not there
    for at in range(first + 1, len(lines)):
        front.after = at + 2
        if _DASHES.fullmatch(lines[at]):
            _three(front, at + 1, lines[at])
            break
        if lines[at].startswith("#"):
            front.after = at + 1
            _unclosed(front, at + 1)
            break
        _take(front, at + 1, lines[at])
    else:
        _unclosed(front, len(lines))
    _missing(front, max(first + 1, 1))
    return front


def _begins(front: Front, line: int, text: str) -> bool:
    """Whether front matter begins here; report where it does not begin as it should."""
    if _DASHES.fullmatch(text):
        _three(front, line, text)
        return True
    message = "Berkas harus mulai dengan '---', lalu 'judul: …' dan 'tujuan: …', lalu '---'."
    front.faults.append(Fault(line, message))
    found = _KEY.fullmatch(text)
    return found is not None and known(found["key"], FRONT) is not None


def _three(front: Front, line: int, text: str) -> None:
    if text != "---":
        front.faults.append(Fault(line, "Tulis tepat tiga tanda hubung: '---'."))


def _unclosed(front: Front, line: int) -> None:
    message = "Penutup '---' belum ada. Tulis '---' sesudah baris 'kata: nilai' yang terakhir."
    front.faults.append(Fault(line, message))


def _missing(front: Front, line: int) -> None:
    for key in REQUIRED:
        if key not in front.at and key not in front.meant:
            message = "'{key}:' belum ada. Tulis di antara dua '---'."
            front.faults.append(Fault(line, message, {"key": key}))


def _take(front: Front, line: int, text: str) -> None:
    """Take in one line `kata: nilai`."""
    bare = _COMMENT.sub("", text)
    if not bare.strip():
        return
    found = _KEY.fullmatch(bare)
    if not found or not found["key"].strip():
        _unreadable(front, line, bare)
        return
    key = known(found["key"], FRONT)
    if key is None and known(found["key"].split()[0], FRONT):
        _unreadable(front, line, bare)       # the colon is one of the title's
    elif key is None:
        _unknown(front, line, found["key"].strip())
    elif key in front.at:
        message = "'{key}:' sudah ada di baris {other}. Hapus salah satu."
        front.faults.append(Fault(line, message, {"key": key, "other": front.at[key]}))
    else:
        front.at[key] = line
        if found["indent"]:
            front.faults.append(Fault(line, "Hapus spasi di awal baris."))
        _value(front, line, key, found["value"].strip())


def _unreadable(front: Front, line: int, text: str) -> None:
    found = _WORD.fullmatch(text)
    key = known(found["key"], FRONT) if found else None
    front.meant |= {key} if key else set()
    message = (
        "Titik dua belum ada sesudah '{name}'. Tulis '{name}: …'." if key else
        "Baris ini tidak terbaca. Tulis 'kata: nilai', misalnya 'menit: 15'."
    )
    front.faults.append(Fault(line, message, {"name": key}))


def _unknown(front: Front, line: int, key: str) -> None:
    near = nearest(key, FRONT)
    front.meant |= {near} if near else set()
    message = (
        "'{key}' tidak dikenal; maksudnya '{near}'?" if near else
        "'{key}' tidak dikenal. Yang ada: {keys}."
    )
    values = {"key": key[:40], "near": near, "keys": ", ".join(FRONT)}
    front.faults.append(Fault(line, message, values))


def _value(front: Front, line: int, key: str, text: str) -> None:
    name, parse = _PARSERS[key]
    try:
        if not text:
            raise _WrongValueError(EMPTY, name=key)
        front.given[name] = parse(text)
    except _WrongValueError as error:
        front.faults.append(Fault(line, error.message, error.values))


def _words(text: str) -> str:
    """Return plain words, which pages show and voices say."""
    if found := _TAG.search(text):
        raise _WrongValueError(RAW_HTML, tag=found[0][:40])
    if len(text) > LONGEST:
        raise _WrongValueError("Terlalu panjang: paling banyak {most} huruf.", most=LONGEST)
    if any(pictures.sequence_at(text, at) for at in range(len(text))):
        raise _WrongValueError("Emoji tidak bisa di sini. Tulis di baris 'gambar: …'.")
    return text


def _minutes(text: str) -> int:
    if not re.fullmatch("[1-9][0-9]?", text):
        raise _WrongValueError(
            "Menit '{text}' tidak terbaca. Tulis angka 1 sampai 99, misalnya 'menit: 15'.",
            text=text[:40],
        )
    return int(text)


def _one_of(*words: str, among: Mapping[str, str] = WORDS) -> Callable[[str], str]:
    def parse(text: str) -> str:
        found = known(text, {word: among[word] for word in words})
        if found is None:
            near = nearest(text, words)
            message = "'{text}' tidak dikenal; maksudnya '{near}'?" if near else (
                "'{text}' tidak dikenal. Pilih salah satu: {words}."
            )
            raise _WrongValueError(message, text=text[:40], near=near, words=", ".join(words))
        return found

    return parse


def _yes(text: str) -> bool:
    return _one_of("ya", "tidak")(text) == "ya"


def _lesson_kind(text: str) -> bool:
    return _one_of("pelajaran", "uji")(text) == "uji"


def _language(text: str) -> str:
    if text not in ("id", *LANGUAGES):
        message = "Bahasa '{text}' belum ada. Tulis 'id', 'en', 'nij' atau 'bjn'."
        raise _WrongValueError(message, text=text[:40])
    return text


def _picture(text: str) -> str:
    if pictures.sequence_at(text, 0) != text or not pictures.drawing(text):
        raise _WrongValueError("'gambar:' adalah satu emoji, misalnya 'gambar: 🐟'.")
    return text


def _list(what: str, fits: Callable[[str], bool]) -> Callable[[str], tuple[str, ...]]:
    def parse(text: str) -> tuple[str, ...]:
        found = tuple(part.strip() for part in text.split(","))
        wrong = next((part for part in found if not fits(part)), None)
        if wrong is not None:
            raise _WrongValueError(
                "'{part}' bukan {what}. Pisahkan dengan koma.", part=wrong[:40], what=phrase(what)
            )
        return found

    return parse


def _like(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda part: pattern.fullmatch(part) is not None


def _day(text: str) -> None:
    """Look whether a day is one, year first."""
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            date.fromisoformat(text)
            return
    except ValueError:
        raise _WrongValueError("Tanggal '{text}' tidak ada di kalender.", text=text) from None
    day, month, year = (int(part) for part in text[:20].split("-"))
    try:
        meant = date(year, month, day)
    except (ValueError, OverflowError):
        raise _WrongValueError(
            "Tanggal '{text}' tidak terbaca. Tulis tahun-bulan-hari, misalnya 2026-11-23.",
            text=text[:40],
        ) from None
    raise _WrongValueError(
        "Tanggal '{text}' ditulis terbalik; maksudnya '{meant}'?", text=text, meant=meant
    )


def _reviews(text: str) -> tuple[tuple[str, str], ...]:
    found = [_REVIEW.fullmatch(part.strip()) for part in text.split(",")]
    for one in found:
        if one and one["when"][0].isdigit():
            _day(one["when"])
    if None in found:
        raise _WrongValueError(
            "'ditinjau:' tidak terbaca. Tulis seperti 'bahasa 2026-11-23, hukum –'."
        )
    return tuple(
        (one["what"], "–" if one["when"] == "-" else one["when"]) for one in found if one
    )


def _sayings(text: str) -> Told:
    found: dict[str, str] = {}
    for part in text.split(","):
        try:
            written, how = saying(part)
        except WrongSayingError as error:
            raise _WrongValueError(error.message, **error.values) from error
        if written in found:
            raise _WrongValueError(
                "'{written}' sudah ada di baris ini. Hapus salah satu.", written=written
            )
        found[written] = how
    return tuple(sorted(found.items()))


_PARSERS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "judul": ("title", _words),
    "tujuan": ("goal", _words),
    "untuk": ("audience", _one_of("anak", "dewasa", "semua")),
    "menit": ("minutes", _minutes),
    "prasyarat": (
        "prerequisites",
        _list("nama berkas pelajaran, misalnya baca-02-vokal-o-e", _like(_STEM)),
    ),
    "huruf": ("graphemes", _list("satu huruf", lambda part: graphemes(part) == (part,))),
    "fitur": ("features", _list("fitur seperti c:n, m, d:ai atau k:cluster",
                                lambda part: granted(part) is not None)),
    "kata-pandang": ("sight_words", _list("satu kata", str.isalpha)),
    "huruf-besar": ("capitals", _yes),
    "jenis": ("test", _lesson_kind),
    "penempatan": ("probe", _one_of(*ALL_RUNGS, among=ALL_RUNGS)),
    "peka": ("sensitive", _yes),
    "bahasa": ("language", _language),
    "ditinjau": ("reviewed", _reviews),
    "gambar": ("picture", _picture),
    "tanpa-pendengaran": ("unheard", _words),
    "tanpa-penglihatan": ("unseen", _words),
    "ucapan": ("sayings", _sayings),
}
