"""A text as an author gives it -> the lesson it is, or all that is wrong with it, line by line."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from elearn.content.among import forbids
from elearn.content.catalogue import SUBJECTS, Catalogue, among, notes_among
from elearn.content.decoding import decode
from elearn.content.faults import settled
from elearn.content.lesson import Lesson
from elearn.content.mend import Codes, mended
from elearn.content.naming import LANGUAGES, name_fault
from elearn.content.reader import read
from elearn.content.told_apart import Alike, alike_faults, alike_notes, deaf
from elearn.questions.values import Fault

_ENDING = re.compile(r"\.md(?:\.txt|\.markdown)?$|\.txt$|\.markdown$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """What the name of a file says: of which lesson, in which language it is."""

    stem: str
    language: str
    subject: str

    @property
    def file(self) -> str:
        """The name under which it is published."""
        return f"{self.stem}.md" if self.language == "id" else f"{self.stem}.{self.language}.md"


@dataclass(frozen=True, slots=True)
class Judged:
    """A given text, mended, and what is wrong with it.

    `lesson` is None where it cannot be shown. What only does not fit among the other lessons (a
    prerequisite or a letter that none of them has yet) can be looked at, but not published.
    """

    named: Named
    text: str
    lesson: Lesson | None
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]


def named(name: str, subject: str = "") -> Named:
    """Return what a file's name (with any ending of a text file, any folder before it) says."""
    plain = PurePosixPath(name.replace("\\", "/")).name.strip()
    stem, language = _ENDING.sub("", plain), "id"
    for other in LANGUAGES:
        if stem.endswith(f".{other}"):
            stem, language = stem.removesuffix(f".{other}"), other
    if subject not in SUBJECTS:
        first = stem.partition("-")[0]
        subject = next((one for one in SUBJECTS if first in SUBJECTS[one].prefixes), "")
    return Named(stem, language, subject)


def naming_fault(what: Named) -> Fault | None:
    """Return what is wrong with the name, or the place, that a lesson is to have."""
    fault = name_fault(what.file, what.subject or None)
    if fault is None and not what.subject:
        return Fault(1, "Pilih ranah pelajaran ini.")
    return fault


def tidied(source: str | bytes, what: Named, catalogue: Catalogue) -> str | bytes:
    """Return a text as the hub keeps it: tidied, every question with a Kode.

    It is returned as it is where its letters are in doubt.
    """
    lessons = catalogue.lessons
    taken = {
        asked.code
        for stem, readings in lessons.items() if stem != what.stem
        for lesson in readings.values()
        for asked in lesson.asked
    }
    original = lessons.get(what.stem, {}).get("id")
    same = [asked.code for asked in original.asked] if original else []
    codes = Codes(taken, None if what.language == "id" else same)
    found = mended(source, what.stem, catalogue.around, codes)
    return source if found.text is None else found.text


def judge(
    source: str | bytes, what: Named, catalogue: Catalogue, alike: Alike = deaf
) -> Judged:
    """Read a text as the lesson `what` among the others; total: any bytes have an answer.

    `alike` listens: answers that it cannot tell apart are a fault where hearing decides.
    """
    decoded = decode(source)
    reading = read(source, what.stem, what.subject, catalogue.around, what.language)
    lesson, faults, notes = reading.lesson, reading.faults, reading.notes
    if lesson is not None:
        facts = catalogue.around.facts.whole
        faults = settled([*among(catalogue, lesson), *alike_faults(lesson, alike, facts)])
        notes = (*notes, *notes_among(catalogue, lesson), *alike_notes(lesson, alike, facts))
        lesson = None if any(forbids(fault) for fault in faults) else lesson
    return Judged(what, decoded.text, lesson, faults, notes)
