"""Fields of a question, and lines that are nearly one."""

import re

from elearn.content.blocks.headings import unasked
from elearn.content.blocks.place import Place
from elearn.content.keywords import FIELDS, known, nearest
from elearn.content.meant import ANSWERS, field_meant, kind_meant
from elearn.content.outline import RawQuestion
from elearn.content.pieces import Span

REPEATED = frozenset({"Petunjuk", "Syarat"})
"""Fields that may stand more than once."""


def field(place: Place, number: int, found: re.Match[str]) -> str | None:
    """Take a line "Nama: nilai"; None where that is prose."""
    name, value = found["name"], Span(number, found["value"].strip())
    named = known(name, FIELDS)
    if named is None:
        return _other_field(place, number, found, value)
    if named == "Isyarat":
        _signs(place, value, name)
    elif place.question is not None:
        given = place.question.fields.setdefault(named, [])
        if given and named not in REPEATED:
            message = "'{name}:' sudah ada di baris {other}. Hapus salah satu."
            place.fault(number, message, name=name, other=given[0].line)
        else:
            given.append(value)
    elif named == "Suara" and place.steps:
        place.block("sound", value, joins=False)
    else:
        place.fault(number, "'{name}:' hanya ada di dalam soal. Pindahkan ke bawah "
                    "'### Soal: …'.", name=name)
    return "field"


def _signs(place: Place, value: Span, name: str) -> None:
    """Take the sign-language video of a step."""
    step = place.steps[-1] if place.steps else None
    if step is None or place.question is not None:
        place.fault(value.line, "'{name}:' milik satu langkah. Tulis di bawah '## Judul langkah', "
                    "sebelum '### Soal: …'.", name=name)
    elif step.signs is not None:
        place.fault(value.line, "'{name}:' sudah ada di baris {other}. Hapus salah satu.",
                    name=name, other=step.signs.line)
    else:
        step.signs = value


def loose_field(place: Place, number: int, line: str, question: RawQuestion) -> str | None:
    """Take a field that is indented, bold, an item of a list, or has lost its colon."""
    found = field_meant(line, bool(question.options or question.fields))
    if found is None:
        return None
    name, value, colon = found
    message = (
        "Tulis '{name}:' di awal baris, tanpa tanda atau spasi di depannya." if colon else
        "Titik dua belum ada sesudah '{name}'. Tulis '{name}: …'."
    )
    place.fault(number, message, name=name)
    question.fields.setdefault(name, []).append(Span(number, value))
    return "field"


def _other_field(place: Place, number: int, found: re.Match[str], value: Span) -> str | None:
    if kind := kind_meant(found[0]):
        unasked(place, number, kind)
        return "blank"
    if place.question is not None and found["name"].lower() in ANSWERS:
        place.fault(number, "'{name}:' tidak ada. Beri tanda [x] pada jawaban yang benar.",
                    name=found["name"])
        return "field"
    return _near_field(place, found["name"], value)


def _near_field(place: Place, name: str, value: Span) -> str | None:
    near = nearest(name, place.field_names if place.question is not None else ("Suara", "Isyarat"))
    if near is None:
        return None
    place.fault(value.line, "'{name}:' tidak dikenal; maksudnya '{near}:'? Kalau ini "
                "percakapan, tulis '**{name}:** …'.", name=name, near=near)
    if place.question is not None:      # taken as meant, so that one slip is one message
        place.question.fields.setdefault(known(near, FIELDS) or near, []).append(value)
    return "field"
