"""Lessons that placement asks from: their rungs, and enough questions that can place somebody."""

from dataclasses import replace

import pytest

from elearn.content.lesson import Lesson
from elearn.content.probes import LEAST, RUNGS, fits, guess, probe_faults, strand_of
from elearn.content.reader import read
from elearn.content.senses import asked
from tests.content.written import AROUND, CHOOSE, FRONT, faults, lesson, reading, written
from tests.shipped import catalogue as shipped_lessons

PROBE = f"{FRONT}penempatan: suku kata\n"
TWO = CHOOSE.replace("- [ ] mumu\n", "")
TYPED = """### Soal: isian
Tulis **ma**.
- [x] ma
Kode: baca-03-t{at:03}
"""


def typed(count: int) -> str:
    """Return questions that placement cannot ask, since letters are typed."""
    return "\n".join(TYPED.format(at=at) for at in range(count))


@pytest.mark.parametrize("word", ["suku kata", "Suku  Kata", "syllable"])
def test_a_head_names_the_rung_in_either_language(word: str) -> None:
    head = f"{FRONT}penempatan: {word}\n"
    assert lesson(written(head)).meta.probe == "suku kata"


def test_the_key_has_an_english_alias() -> None:
    assert lesson(written(f"{FRONT}placement: story\n")).meta.probe == "cerita"


def test_a_rung_of_another_strand_is_a_fault_at_its_line() -> None:
    text = written(f"{FRONT}penempatan: tambah\n")
    assert faults(text) == [(7, (
        "'penempatan: tambah' tidak untuk pelajaran ini. Pilih salah satu: huruf, suku kata, "
        "kata, kalimat, cerita."
    ))]


def test_nobody_is_placed_in_rights() -> None:
    text = written(PROBE).replace("baca-03", "hak-01").replace("huruf: a, i, u, m, b\n", "")
    found = read(text, "hak-01-apa", "hak", AROUND).faults
    assert [fault.text for fault in found] == [
        "'penempatan:' hanya untuk pelajaran membaca (baca-…) dan berhitung (hitung-…)."
    ]


def test_a_sensitive_lesson_places_nobody() -> None:
    found = list(probe_faults(lesson_of(f"{PROBE}peka: ya\n"), 7))
    assert [fault.text for fault in found] == [
        "Pelajaran peka tidak dipakai untuk penempatan. Hapus 'penempatan:'."
    ]


def lesson_of(head: str) -> Lesson:
    """Return a lesson that is sensitive by its head alone."""
    plain = lesson(written(PROBE))
    return replace(plain, meta=replace(plain.meta, sensitive="peka" in head))


def test_too_few_fitting_questions_are_a_fault() -> None:
    assert faults(written(PROBE, question=typed(10 - LEAST))) == []
    assert faults(written(PROBE, question=typed(10 - LEAST + 1))) == [(7, (
        "Untuk penempatan, paling sedikit 5 soal untuk anak dijawab dengan ketukan (tiga pilihan "
        "atau lebih) atau angka; di sini 4."
    ))]


def test_a_question_with_two_options_places_nobody() -> None:
    three, *_ = lesson(written()).questions
    two, *_ = lesson(written(question=TWO)).questions
    assert fits(three)
    assert not fits(two)
    assert guess(two) == 1 / 2


def test_tiles_are_guessed_by_their_orders() -> None:
    assert guess_of("1. ma\n2. bu\n- mi") == pytest.approx(1 / 6)
    assert guess_of("1. ma\n2. ma\n- mi") == pytest.approx(1 / 3)
    assert guess_of("1. ma\n2. bu\n3. bi\n4. mi") == 0.05      # half known makes it easier


def guess_of(tiles: str) -> float:
    question = f"### Soal: urutkan\nSusun.\n{tiles}\nKode: baca-03-aaaa\n"
    first, *_ = lesson(written(question=question)).questions
    return guess(first)


def test_a_lesson_without_the_key_is_not_asked_from() -> None:
    found = reading(written(question=typed(9))).lesson
    assert found is not None
    assert found.meta.probe == ""


def test_shipped_probes_stand_in_the_order_of_both_strands() -> None:
    shipped = shipped_lessons()
    probes = [readings["id"] for readings in shipped.lessons.values() if readings["id"].meta.probe]
    for strand, rungs in RUNGS.items():
        here = [one for one in probes if strand_of(one.stem) == strand]
        assert len(here) >= 2
        assert {one.meta.probe for one in here} <= set(rungs)
    for one in probes:
        for audience in one.audiences:
            assert sum(map(fits, asked(one, audience))) >= LEAST
