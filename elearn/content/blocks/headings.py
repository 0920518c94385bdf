"""Headings: where a step begins, and where a question."""

import re

from elearn.content.blocks.place import Place
from elearn.content.keywords import WORDS, known, means, nearest
from elearn.content.meant import audience_meant, kind_meant
from elearn.content.outline import RawQuestion, RawStep
from elearn.content.values import For

_BRACKET = re.compile(r"(?P<title>.*\S)\s*\((?P<who>[^()]*)\)")
_QUESTION = re.compile(r"(?P<word>[^\s:]+)\s*(?P<colon>:?)\s*(?P<kind>.*)")
_NUMBERED = re.compile(
    r"(?:(?:nomor|no|number)\b\.?\s*)?[0-9]+\s*[:.)]?\s*(?P<kind>.*)", re.IGNORECASE
)


def heading(place: Place, number: int, found: re.Match[str]) -> str:
    """Take a line that begins with '#'."""
    level, space, text = len(found["signs"]), found["space"], found["text"].strip()
    if level != 3 and (kind := kind_meant(text)):
        unasked(place, number, kind)
        return "blank"
    if level == 1:
        place.fault(
            number, "'#' di awal baris tidak dipakai. Judul pelajaran ditulis di 'judul:', "
            "judul langkah dengan '## '.",
        )
    elif level > 3:
        place.fault(number, "Judul dengan '{signs}' tidak dipakai. Pakai '## Judul langkah'.",
                    signs=found["signs"])
    elif not space and text:
        place.fault(number, "Beri spasi sesudah '{signs}'.", signs=found["signs"])
    if level == 3:
        _ask(place, number, text)
    else:                    # taken as a step, so that what follows has its place
        _step(place, number, text)
    return "blank"


def unasked(place: Place, number: int, kind: str) -> None:
    """Begin a question whose heading lacks its '### '."""
    message = "Soal ditulis dengan '### ' di awal baris. Tulis '### Soal: {kind}'."
    place.fault(number, message, kind=kind)
    place.open(number, kind)


def _step(place: Place, number: int, text: str) -> None:
    place.question = None
    if not text:
        place.fault(number, "Judul langkah kosong. Tulis seperti '## Suku kata ma'.")
    step = RawStep(number, *_audience(text))
    found = _BRACKET.fullmatch(text) if step.audience == "semua" else None
    meant = audience_meant(found["who"]) if found else None
    if found and meant:
        place.fault(number, "'{text}' tidak dikenal; maksudnya '{near}'?",
                    text=f"({found['who']})", near=f"({meant})")
        step = RawStep(number, *_audience(f"{found['title']} ({meant})"))
    place.steps.append(step)


def _audience(text: str) -> tuple[str, For]:
    """Return a heading without its bracket, and whom its step is for."""
    if means(text, "untuk tutor") or text.lower() == "for the tutor":
        return text, "tutor"
    found = _BRACKET.fullmatch(text)
    who = known(found["who"], {word: WORDS[word] for word in ("anak", "dewasa")}) if found else None
    if found and who == "anak":
        return found["title"], "anak"
    if found and who == "dewasa":
        return found["title"], "dewasa"
    return text, "semua"


def _ask(place: Place, number: int, text: str) -> None:
    found = _QUESTION.fullmatch(text)
    if found is None or not means(found["word"], "soal"):
        word = found["word"] if found else ""
        near = nearest(word, ("Soal",)) if word else None
        message = (
            "'### {text}' tidak dikenal; maksudnya '### Soal: …'?" if near else
            "'### {text}' tidak dipakai. '###' hanya untuk soal, seperti '### Soal: pilih'; "
            "langkah baru memakai '## '."
        )
        place.fault(number, message, text=text[:40])
        if not near:
            place.question = RawQuestion(number, "")     # of no step: takes what belongs to it
            return
    place.open(number, _kind(place, number, found) if found else "")


def _kind(place: Place, number: int, found: re.Match[str]) -> str:
    """Return the kind that a heading "Soal …" names; report what stands in its way."""
    kind, message = found["kind"].strip(), ""
    if not found["colon"] and (numbered := _NUMBERED.fullmatch(kind)):
        kind, message = numbered["kind"], "Soal tidak diberi nomor. Tulis '### Soal: {kind}'."
    elif not found["colon"] and means(found["word"], "soal"):
        message = "Titik dua belum ada. Tulis '### Soal: {kind}'."
    if message:
        place.fault(number, message, kind=kind or "pilih")
    return kind
