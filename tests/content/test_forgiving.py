"""What is plainly meant is read, with a note."""

import pytest

from elearn.content.keywords import FIELDS as FIELD_WORDS
from elearn.content.keywords import FRONT as FRONT_WORDS
from elearn.questions import KINDS
from elearn.questions.values import Kind
from tests.content.written import (
    CHOOSE,
    first,
    lesson,
    line_of,
    notes,
    page,
    reading,
    written,
)


def test_a_whole_lesson_has_no_fault_and_no_note() -> None:
    assert lesson(written()).meta.title == "Suku kata ma dan ba"
    assert notes(written()) == []


def test_a_byte_order_mark_is_ignored() -> None:
    source = written().encode("utf-8-sig")
    assert lesson(source).version == lesson(written()).version
    assert notes(source) == [(1, "Tanda BOM di awal berkas diabaikan.")]


def test_windows_line_ends_are_line_ends() -> None:
    source = written().replace("\n", "\r\n").encode()
    assert lesson(source).version == lesson(written()).version
    assert len(notes(source)) == 1


def test_old_windows_text_keeps_its_letters() -> None:
    source = written(step="Ini kafé, kata Ibu.\n").encode("cp1252")
    assert "kafé" in page(source).screens[0].body.html  # type: ignore[union-attr]  # a step
    assert notes(source)[0] == (
        1,
        "Berkas disimpan sebagai teks Windows lama; dibaca sebagai UTF-8.",
    )


def test_utf_16_of_old_notepad_is_read() -> None:
    assert lesson(written().encode("utf-16")).version == lesson(written()).version


def test_curly_quotes_are_straightened_at_their_line() -> None:
    text = written(step="“Mau beli?” tanya ibu.\n")
    assert notes(text) == [
        (line_of(text, "tanya"), "Tanda kutip miring dibaca sebagai tanda kutip lurus.")
    ]


@pytest.mark.parametrize(
    "box", ["- [X] mama", "- [ x ] mama", "-[x] mama", "* [x]  mama", "- [x]mama"]
)
def test_boxes_are_read_as_they_are_meant(box: str) -> None:
    asked = first(written(question=CHOOSE.replace("- [x] mama", box)))
    assert asked.key["ok"] == [0]
    assert {choice.body.html for choice in asked.choices} == {"mama", "mimi", "mumu"}


def test_blank_lines_may_stand_between_all_parts_of_a_question() -> None:
    spread = CHOOSE.replace("\n", "\n\n")
    assert (
        first(written(question=spread)).choices[0].body
        == first(written(question=spread)).choices[0].body
    )
    asked = first(written(question=spread))
    assert {choice.id: choice.body.html for choice in asked.choices} == {
        0: "mama",
        1: "mimi",
        2: "mumu",
    }
    right = next(choice for choice in asked.choices if choice.accepted)
    assert right.feedback is not None
    assert right.feedback.html == "Benar! ma - ma."


def test_a_name_between_colons_is_its_picture() -> None:
    text = written(step="Ini :ikan: besar.\n")
    assert 'alt="ikan"' in page(text).screens[0].body.html  # type: ignore[union-attr]  # a step
    assert notes(text) == [(line_of(text, "besar"), "':ikan:' dibaca sebagai 🐟.")]


def test_a_time_is_not_a_picture() -> None:
    assert notes(written(step="Jam 08:30:00 buka, ini:itu:anu.\n")) == []


def test_english_words_mean_the_same() -> None:
    question = (
        "### Question: number\nHow many?\nRandom: a = 2..5\nCondition: a > 2\nRepeat: 2\n"
        "- [x] {a}\nHint: Count.\nExplanation: Good.\nCode: baca-03-aaaa\n"
    )
    asked = page(written(question=question)).questions
    assert (asked[0].kind, asked[0].code, asked[0].draw, asked[1].draw) == (
        "angka",
        "baca-03-aaaa",
        0,
        1,
    )


def test_accents_of_a_mac_are_those_of_everybody() -> None:
    composed, apart = "Ini kafé.\n", "Ini kafe\u0301.\n"
    assert lesson(written(step=composed)).version == lesson(written(step=apart)).version


def test_reading_the_kept_source_again_gives_the_same_lesson() -> None:
    once = lesson(written().replace("\n", "\r\n").encode("utf-8-sig"))
    assert lesson(once.source) == once


VALUES = {
    "judul": "Suku kata", "tujuan": "Membaca", "untuk": "adults", "menit": "15",
    "prasyarat": "baca-02-vokal-o-e", "huruf": "m, b", "fitur": "d:ai", "kata-pandang": "ini",
    "huruf-besar": "yes", "jenis": "lesson", "peka": "no", "bahasa": "id",
    "ditinjau": "bahasa 2026-11-23, hukum –", "gambar": "🐟", "tanpa-pendengaran": "bunyi",
    "tanpa-penglihatan": "huruf", "penempatan": "suku kata",
    "ucapan": "KB = ka be",
}


@pytest.mark.parametrize(("ours", "english"), FRONT_WORDS.items())
def test_every_word_of_the_head_has_its_english(ours: str, english: str) -> None:
    rest = "".join(f"{key}: {VALUES[key]}\n" for key in ("judul", "tujuan") if key != ours)
    written_both = [
        lesson(written(front=f"{rest}{word}: {VALUES[ours]}\n")).meta
        for word in (ours, english, ours.upper(), english.title())
    ]
    assert written_both[1:] == written_both[:1] * 3


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_of_question_has_its_english(kind: Kind) -> None:
    lines = {
        "options": "- [x] a\n- [ ] b\n- [ ] c\n", "typed": "- [x] 5\n", "tiles": "1. a\n2. b\n",
        "pairs": "- a = 1\n- b = 2\n", "gaps": "ibu ke [[pasar]].\n",
        "words": "> ibu [beli] itu\n", "task": "Rubrik:\n- [ ] Runtut\n",
        "money": "- [x] 5000\n",
    }[kind.shape]
    for word, name in (("Soal", kind.name), ("question", kind.english), ("SOAL", kind.english)):
        question = f"### {word}: {name}\nMana?\n{lines}Kode: baca-03-aaaa\n"
        assert first(written(question=question)).kind == kind.name


@pytest.mark.parametrize(("ours", "english"), FIELD_WORDS.items())
def test_every_field_has_its_english(ours: str, english: str) -> None:
    values = {"Kode": "baca-03-b1", "Suara": "[bola]", "Pilihan": "read", "Urutan": "fixed",
              "Acak": "a = 2..9", "Syarat": "a > 2", "Ulang": "2", "Satuan": "kg",
              "Kumpul": "kertas"}
    question = "### Soal: angka\nBerapa {2}?\nAcak: a = 2..9\n- [x] {a}\n"
    if ours in ("Pilihan", "Urutan"):
        question = CHOOSE.replace("Kode: baca-03-aaaa\n", "")
    question = question.replace("Acak: a = 2..9\n", "" if ours == "Acak" else "Acak: a = 2..9\n")
    told = [
        reading(written(question=f"{question}{word}: {values.get(ours, 'kata')}\n"))
        for word in (ours, english)
    ]
    assert [[fault.message for fault in one.faults] for one in told] == (
        [[fault.message for fault in told[0].faults]] * 2
    )
    assert not [fault for one in told for fault in one.faults if "tidak dikenal" in fault.message]


@pytest.mark.parametrize(
    ("heading", "audience"),
    [("Pasar (adults)", "dewasa"), ("Pasar ( Anak )", "anak"), ("Pasar (children)", "anak"),
     ("Pasar (besar)", "semua"), ("For tutors", "tutor"), ("untuk TUTOR", "tutor")],
)
def test_whom_a_step_is_for_may_be_written_in_any_case(heading: str, audience: str) -> None:
    text = written().replace("## Suku kata", f"## {heading}")
    assert lesson(text).steps[0].audience == audience
