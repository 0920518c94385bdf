"""Which facts have to be checked again, and what that does to lessons: notes for authors."""

from collections.abc import Iterator
from datetime import date

from elearn.content.facts import EMERGENCY, Fact, Facts, Stated
from elearn.content.lesson import Lesson
from elearn.questions.values import Fault


def due(facts: Facts, day: date) -> tuple[Fact, ...]:
    """Return the facts that are past on `day` or will be soon, the most urgent first.

    One whose date could not be read is not among them: that is a fault of the file.
    """
    found = [fact for fact in facts.by_id.values() if fact.soon(day) or _too_early(fact, day)]
    return tuple(sorted(found, key=lambda fact: (fact.until or date.max, fact.id)))


def note(fact: Fact, day: date) -> Fault:
    """Return what to tell of a fact that is due, at its line in fakta.md."""
    values: dict[str, object] = {"fact": fact.id, "day": fact.until}
    if _too_early(fact, day):
        message = "{fact} diperiksa pada hari yang belum tiba ({day}). Betulkan 'diperiksa:'."
        return Fault(fact.line, message, {"fact": fact.id, "day": fact.checked})
    if not fact.past(day):
        message = "{fact} berlaku sampai {day}. Periksa lagi sebelum itu, lalu ganti 'diperiksa:'."
    elif fact.id in EMERGENCY:
        message = (
            "{fact} lewat sesudah {day}. Nomor darurat tetap tampil, dengan tanggalnya. Periksa "
            "lagi, lalu ganti 'diperiksa:'."
        )
    else:
        message = (
            "{fact} lewat sesudah {day}. Pelajar membaca 'tanyakan petugas'. Periksa lagi, lalu "
            "ganti 'diperiksa:'."
        )
    return Fault(fact.line, message, values)


def lesson_notes(lesson: Lesson, facts: Stated) -> Iterator[Fault]:
    """Yield the places of a lesson where a fact is missing today, and the questions left out."""
    missing = [fact for fact in lesson.facts if facts.missing(fact)]
    if not missing:
        return
    for number, line in enumerate(lesson.source.split("\n"), 1):
        for fact in missing:
            if f"{{{fact}}}" in line or f"{{{fact} " in line:
                message = "{fact} lewat waktunya: pelajar membaca 'tanyakan petugas' di sini."
                yield Fault(number, message, {"fact": fact})
    for asked in lesson.asked:
        if absent := [fact for fact in asked.facts if fact in missing]:
            message = "Soal ini tidak ditanyakan sampai {fact} diperiksa lagi."
            yield Fault(asked.line, message, {"fact": ", ".join(absent)})


def _too_early(fact: Fact, day: date) -> bool:
    return fact.checked is not None and fact.checked > day
