"""What each line is: the table of patterns, and the lines that have no use in a lesson."""

import re
from collections.abc import Callable, Iterator, Sequence

from elearn.content.blocks.fields import field
from elearn.content.blocks.headings import heading
from elearn.content.blocks.options import item
from elearn.content.blocks.place import Place
from elearn.content.blocks.prose import prose, quote
from elearn.content.outline import RawStep
from elearn.questions.values import Fault


def outline(
    lines: Sequence[str], first: int, language: str = "id"
) -> tuple[list[RawStep], list[Fault], list[Fault]]:
    """Return the steps of `lines`, the first of which is line `first`; and faults; and notes."""
    place = Place(language)
    for number, line in enumerate(lines, first):
        _read(place, number, line)
    return place.steps, place.faults, place.notes


def kinds_of(lines: Sequence[str], language: str = "id") -> list[tuple[str, bool]]:
    """Return of each line what it is ("prose", "quote", "item", "field", "blank" and headings),
    and whether it stands in a question.
    """
    return list(_kinds(lines, Place(language)))


def _kinds(lines: Sequence[str], place: Place) -> Iterator[tuple[str, bool]]:
    for number, line in enumerate(lines, 1):
        _read(place, number, line)
        yield place.last, place.question is not None


def _read(place: Place, number: int, line: str) -> None:
    """Take in one line."""
    if place.fence:
        place.fence = "" if line.strip().startswith(place.fence) else place.fence
        return
    for pattern, handle in _LINES:
        found = pattern.match(line)
        kind = handle(place, number, found) if found else None
        if kind:
            place.last = kind
            return


def _blank(_place: Place, _number: int, _found: re.Match[str]) -> str:
    return "blank"


def _fence(place: Place, number: int, found: re.Match[str]) -> str:
    place.fault(number, "Blok kode '```' tidak dipakai di pelajaran. Tulis kalimat biasa.")
    place.fence = found[1]
    return "blank"


def _rule(place: Place, number: int, _found: re.Match[str]) -> str:
    place.fault(number, "Garis pemisah tidak dipakai. Layar baru: tulis '## Judul langkah'.")
    return "blank"


def _reference(place: Place, number: int, _found: re.Match[str]) -> str:
    place.fault(number, "Tautan rujukan '[…]: …' tidak dipakai. Hapus baris ini.")
    return "blank"


def _table(place: Place, number: int, _found: re.Match[str]) -> str:
    if place.last != "table":
        place.fault(number, "Tabel tidak dipakai. Tulis sebagai daftar: satu baris '- …' untuk "
                    "satu hal.")
    return "table"


_Handle = Callable[[Place, int, re.Match[str]], str | None]
_BOX = r"\[(?P<box>[^\[\]]?|[ \t]*+[xX]?[ \t]*+)\](?![(\[])"
_LINES: Sequence[tuple[re.Pattern[str], _Handle]] = tuple(
    (re.compile(pattern), handle)
    for pattern, handle in (
        (r"\s*$", _blank),
        (r"\s{0,3}(```|~~~)", _fence),
        (r"(?P<signs>#{1,6})(?P<space>\s*)(?P<text>.*)", heading),
        (r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+\s*)$", _rule),
        (r"\s{0,3}\[[^\[\]]*\]:", _reference),
        (r"\s{0,3}\|.*\|$", _table),
        (r"(?P<indent>\s*)>\s?(?P<text>.*)", quote),
        (rf"\s*(?:[-*+](?P<gap>\s*){_BOX}|[-*+]\s+|(?P<count>[0-9]{{1,3}})[.)]\s+)(?P<text>.*)",
         item),
        (r"(?P<name>[A-Za-z][A-Za-z-]{1,29})\s?:(?P<value>.*)", field),
        (r".*", prose),
    )
)
"""The first pattern whose handle takes the line, tells what it is."""
