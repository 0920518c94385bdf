"""Lessons as Dewi writes them: whole ones of ten questions, with the part that a test is about."""

import re

from elearn import paths
from elearn.content.around import Around
from elearn.content.compose import compose
from elearn.content.fakta import NAME, read_facts
from elearn.content.lesson import Lesson, Reading
from elearn.content.reader import read
from elearn.content.values import Page, QuestionScreen

STEM = "baca-03-m-b"

AROUND = Around(facts=read_facts((paths.shipped("lessons") / NAME).read_bytes()).facts)
"""The facts that come with the lessons."""

FRONT = """judul: Suku kata ma dan ba
tujuan: Membaca 6 dari 8 suku kata
untuk: semua
menit: 15
huruf: a, i, u, m, b
"""

STEP = """Ini ibu.

> ibu mau ubi.
"""

CHOOSE = """### Soal: pilih
Mana kata **mama**?
- [x] mama
  > Benar! ma - ma.
- [ ] mimi
- [ ] mumu
Kode: baca-03-aaaa
"""


def filler(count: int) -> str:
    """Return `count` questions without a fault."""
    return "\n".join(
        f"### Soal: pilih\nMana kata nomor {at}?\n- [x] ya {at}\n- [ ] ini {at}\n- [ ] itu {at}\n"
        f"Kode: baca-03-f{at:03}\n"
        for at in range(count)
    )


def written(front: str = FRONT, step: str = STEP, question: str = CHOOSE) -> str:
    """Return a whole lesson; ten questions are asked, `question` first."""
    again = re.search(r"^(?:Ulang|Repeat): ([0-9]+)$", question, re.MULTILINE)
    count = int(again[1]) if again else len(re.findall("^### ", question, re.MULTILINE))
    return f"---\n{front}---\n\n## Suku kata\n\n{step}\n## Coba\n\n{question}\n{filler(10 - count)}"


def reading(text: str | bytes, stem: str = STEM) -> Reading:
    """Read a text as the file `stem`."""
    return read(text, stem, "literasi", AROUND)


def lesson(text: str | bytes) -> Lesson:
    """Read a text that has no fault."""
    found = reading(text)
    assert found.lesson is not None, [(fault.line, fault.text) for fault in found.faults]
    return found.lesson


def faults(text: str | bytes, stem: str = STEM) -> list[tuple[int, str]]:
    """Return the faults of a text as (line, message)."""
    return [(fault.line, fault.text) for fault in reading(text, stem).faults]


def notes(text: str | bytes) -> list[tuple[int, str]]:
    """Return what was forgiven in a text as (line, message)."""
    return [(note.line, note.text) for note in reading(text).notes]


def line_of(text: str, words: str) -> int:
    """Return the number of the line that holds `words`."""
    return text[: text.index(words)].count("\n") + 1


def say(sentences: tuple[str, ...], language: str) -> str:
    """Stand for the voice: an address that tells what it says."""
    return f"/suara/{language}/{'|'.join(sentences)}.mp3"


def page(text: str | bytes, draw: int = 0) -> Page:
    """Compose a lesson without a fault for an adult."""
    return compose(lesson(text), "dewasa", draw, say, AROUND.facts.whole)


def first(text: str | bytes, draw: int = 0) -> QuestionScreen:
    """Return the first question of a lesson without a fault."""
    return page(text, draw).questions[0]
