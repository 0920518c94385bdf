"""`lessons/frasa.md` -> the bank of stock phrases, and everything that is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from elearn.content.decoding import decode
from elearn.content.faults import settled
from elearn.language.instructions import is_instruction
from elearn.language.sentences import split
from elearn.questions.values import Fault

NAME = "frasa.md"

Phrases = Mapping[str, int]
"""Stock phrases, each with its line."""

_LINE = re.compile(r"[-*+]\s+(?P<phrase>\S.*)")


@dataclass(frozen=True, slots=True)
class PhrasesRead:
    """What came of frasa.md."""

    phrases: Phrases = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


def read_phrases(source: str | bytes) -> PhrasesRead:
    """Read frasa.md: one phrase to a line "- Dengar dulu."; never raises."""
    decoded = decode(source)
    phrases: dict[str, int] = {}
    faults = list(decoded.faults)
    for number, text in enumerate(decoded.lines, 1):
        found = _LINE.fullmatch(text.strip())
        if found is None:
            continue
        phrase = " ".join(found["phrase"].split())
        fault = _fault(number, phrase, phrases)
        if fault is None:
            phrases[phrase] = number
        else:
            faults.append(fault)
    return PhrasesRead(phrases, settled(faults), settled(decoded.notes))


def _fault(line: int, phrase: str, before: Phrases) -> Fault | None:
    if phrase in before:
        message = "'{phrase}' sudah ada di baris {other}. Hapus salah satu."
        return Fault(line, message, {"phrase": phrase, "other": before[phrase]})
    if len(split(phrase)) != 1:
        message = "Satu baris untuk satu frasa, misalnya '- Dengar dulu.'"
        return Fault(line, message)
    if not is_instruction(phrase, feedback=True):
        message = (
            "'{phrase}' bukan petunjuk yang cocok di semua pelajaran. Frasa mulai dengan kata "
            "suruhan dan tidak memuat angka, huruf atau kata pelajaran."
        )
        return Fault(line, message, {"phrase": phrase})
    return None
