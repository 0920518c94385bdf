"""Every e that a lesson or a message says is decided: ə as in besar, or é as in sate."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from elearn import messages
from elearn.language import abbreviations, numbers
from elearn.language.indonesian_dates import MONTHS
from elearn.language.units import UNITS
from elearn.narration.e_sounds import FILE, pieces, plain, rows, told

LESSONS = Path(__file__).parents[2] / "lessons"
PAIRS = Path(__file__).parents[1] / "language" / "spoken_pairs.id.txt"

NEVER_SAID = re.compile(
    r"^(?:Kode|fitur|gambar|prasyarat|sumber|nilai-en|tanpa-penglihatan): .*"
    r"|^Untuk pelajar yang tidak melihat: .*"
    r"|^- .* = |^## F-.*|\]\([^)]*\)|https?:\S+|\{[^}]*\}|\S*[./]\S+",
    re.MULTILINE,
)
"""Codes, addresses, sources, what is in English, notes for a tutor, what `ucapan.md` replaces."""

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def words(text: str) -> Iterator[str]:
    """Yield each word of a text, in small letters."""
    yield from (found[0].lower() for found in WORD.finditer(text))


def test_a_row_is_one_word_as_it_is_said() -> None:
    written = [
        word for line in FILE.read_text("utf-8").splitlines()
        for word in line.partition("#")[0].split()
    ]
    assert len(written) > 1_700
    assert [word for word in written if not re.fullmatch("[a-df-zəé]+-?", word)] == []
    assert len(written) == len({*rows(), *pieces()}) == len(rows()) + len(pieces())


def test_every_e_of_the_lessons_is_decided() -> None:
    said = {
        word
        for lesson in LESSONS.rglob("*.md") if not lesson.name.endswith(".en.md")
        for word in words(NEVER_SAID.sub("", lesson.read_text("utf-8")))
    }
    assert len(said) > 1_500
    undecided = sorted(word for word in said if told(word) is None)
    assert not undecided, f"add to {FILE.name} how these are said: {' '.join(undecided)}"


def test_every_e_of_the_messages_is_decided() -> None:
    said = {word for message in messages.everything("id") for word in words(message)}
    assert len(said) > 300
    assert sorted(word for word in said if told(word) is None) == []


def test_every_e_of_what_is_said_for_figures_and_short_forms_is_decided() -> None:
    tables = (abbreviations.TITLES, abbreviations.ENDINGS, abbreviations.BEFORE_DIGITS, UNITS)
    texts = [
        *(numbers.number_words(number) for number in (*range(31), 100, 248, 1_000, 10**6, 10**12)),
        *(numbers.fraction_words(1, under) for under in range(2, 11)),
        *MONTHS,
        *(said for table in tables for said in table.values()),
        *(pair.partition(" -> ")[2] for pair in PAIRS.read_text("utf-8").splitlines()
          if not pair.startswith("#")),
    ]
    undecided = {word for text in texts for word in words(text) if told(word) is None}
    assert undecided == {"elearn"}


@pytest.mark.parametrize("said", [
    "bəsar", "saté", "soré", "témpé", "kué", "lélé", "apəl", "məréka", "émbér", "səkolah",
    "bəli dibəli məmbəli pəmbəli dibəlikan pəmbəlian bəlinya", "təman təmanmu bərtəman mənəmani",
    "mənyéwa pənyéwa diséwakan", "məmərlukan", "mənərtawakan",
    "kəcəlakaan", "kəəmpat", "pəngəras", "dicék", "diéja", "məngéja", "məngəcék", "məngəcat",
    "məngəras", "mənyəbərang", "mənərima", "səpərəmpat", "tərgəsa-gəsa", "bəsar-bəsar",
    "pəlan-pəlan", "tərus-mənərus", "bərganti-ganti", "kəmasan", "pəngəlola", "pəmbəlajaran",
    "məmpərlihatkannya", "bərhak", "pənglihatan", "məlihat", "sətəlah",
])
def test_affixes_leave_the_stem_as_it_is_said(said: str) -> None:
    for word in said.split():
        assert told(plain(word)) == word


def test_an_accent_that_is_written_decides() -> None:
    assert told("apel") == "apəl"
    assert told("apél") == "apél"
    assert told("apêl") == "apəl"
    assert told("sèri") == "séri"


@pytest.mark.parametrize("word", ["cluster", "wekwek", "xe", "zeze", "mewek"])
def test_a_word_that_nobody_knows_is_left_undecided(word: str) -> None:
    assert told(word) is None


@pytest.mark.parametrize("word", ["", "ibu", "laki-laki", "Jum'at", "🐟"])
def test_a_word_without_an_e_is_itself(word: str) -> None:
    assert told(word) == word
