"""Every example of docs/authoring.md does what the page says."""

import functools
import re
from dataclasses import replace
from pathlib import Path

import pytest

from elearn import paths
from elearn.authoring.judging import judge, named
from elearn.content.catalogue import Catalogue
from elearn.content.fakta import read_facts
from elearn.content.frasa import read_phrases
from elearn.content.links import link_faults
from elearn.content.reader import read
from elearn.content.told_apart import alike_faults
from elearn.content.ucapan import read_sayings
from elearn.narration.hearing import Ear
from tests.content.own_files import mp4, photograph, put, reading, voice
from tests.content.written import (
    AROUND,
    CHOOSE,
    FRONT,
    STEM,
    STEP,
    faults,
    filler,
    line_of,
    written,
)
from tests.narration.listening import narrator_in
from tests.shipped import catalogue as shipped_lessons

GUIDE = paths.CHECKOUT / "docs" / "authoring.md"

EXAMPLE = re.compile(
    r"^```markdown (?P<where>depan|langkah|soal|hak|fakta|frasa|peka|uji|bacaan|ucapan) "
    r"(?P<worth>baik|buruk)\n"
    r"(?P<text>.*?)^```\n"
    r"(?:\n```text\n(?P<told>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)

EXAMPLES = list(EXAMPLE.finditer(GUIDE.read_text()))


def whole(where: str, text: str) -> tuple[str, int]:
    """Return a lesson around an example, and the line before the example."""
    if where in ("fakta", "frasa", "ucapan"):
        return written(), 0
    if where == "peka":
        return f"---\n{text}", 1
    if where == "bacaan":       # a lesson from its first line on; the questions follow
        return f"{text}\n## Coba\n\n{CHOOSE}\n{filler(9)}".replace("baca-03-", "baca-04-"), 0
    if where == "depan":
        return written(front=text), 1
    if where in ("soal", "uji"):
        front = FRONT if where == "soal" else f"{FRONT}jenis: uji\n"
        lesson = written(front, question=text)
        return lesson, line_of(lesson, "## Coba") + 1
    lesson = written(step=text)
    return lesson, line_of(lesson, "## Suku kata") + 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the guide describes it: pictures, a recording, a video beside the lessons."""
    home = tmp_path_factory.mktemp("pelajaran")
    put(home, "gambar/ikan.webp", photograph((300, 200), "WEBP"))
    put(home, "gambar/pasar.jpg", photograph((300, 200), "PNG"))
    put(home, "suara/ma.mp3", voice(0.5, "MP3"))
    put(home, "isyarat/ma.mp4", mp4())
    return home


def wrong(where: str, text: str, lesson: str, home: Path) -> list[tuple[int, str]]:
    """Return the faults of an example where it belongs: a file of its own, on rights, or anywhere.

    A lesson lies in the folder `home`, beside baca-01; one with `bacaan` after the first three
    reading lessons.
    """
    if where == "fakta":
        return [(fault.line, fault.text) for fault in read_facts(text).faults]
    if where == "frasa":
        return [(fault.line, fault.text) for fault in read_phrases(text).faults]
    if where == "ucapan":
        return [(fault.line, fault.text) for fault in read_sayings(text)[1]]
    if where in ("hak", "peka"):
        stem = "hak-02-nomor" if where == "hak" else "hak-17"
        found = read(lesson, stem, "hak", AROUND).faults
        return [(fault.line, fault.text) for fault in found]
    if where == "bacaan":
        what = named("baca-04-contoh.md")
        return [(fault.line, fault.text) for fault in judge(lesson, what, first_three()).faults]
    read_there = reading(lesson, home)
    whole = read_there.lesson
    links = link_faults(whole, {STEM, "baca-01-vokal-a-i-u"}) if whole else ()
    alike = alike_faults(whole, ear(), AROUND.facts.whole) if whole else ()
    return [(fault.line, fault.text) for fault in (*read_there.faults, *links, *alike)]


@functools.cache
def ear() -> Ear:
    """An ear for the embedded voice; it keeps nothing."""
    return Ear(narrator_in(Path("no-such-folder")))


@functools.cache
def first_three() -> Catalogue:
    """The reading lessons before the one that an example begins."""
    shipped = shipped_lessons()
    first = [stem for stem in shipped.lessons if stem[:7] in ("baca-01", "baca-02", "baca-03")]
    return replace(
        shipped,
        lessons={stem: shipped.lessons[stem] for stem in first},
        read={stem: shipped.read[stem] for stem in first},
    )


def moved(message: str, before: int) -> str:
    """Return a message whose lines count from the first of the example."""
    return re.sub("(?<=baris )[0-9]+", lambda number: str(int(number[0]) - before), message)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"].split("\n")[0])
def test_an_example_of_the_guide_is_told_as_it_says(
    example: re.Match[str], folder: Path
) -> None:
    lesson, before = whole(example["where"], example["text"])
    found = wrong(example["where"], example["text"], lesson, folder)
    told = "".join(
        f"{line - before}: {moved(message, before)}\n" for line, message in found
    )
    assert told == (example["told"] or "")
    assert (example["worth"] == "baik") is (told == "")


def test_every_rule_has_a_good_and_a_bad_example() -> None:
    worths = [(example["where"], example["worth"]) for example in EXAMPLES]
    assert len(EXAMPLES) == GUIDE.read_text().count("```markdown")
    for where in ("depan", "langkah", "soal", "hak", "fakta", "frasa", "peka", "uji", "bacaan",
                  "ucapan"):
        assert {worth for place, worth in worths if place == where} == {"baik", "buruk"}


def test_the_lesson_around_the_examples_has_no_fault() -> None:
    assert faults(written(FRONT, STEP, CHOOSE)) == []
