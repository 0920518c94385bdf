"""Gaps of a sentence: read, shown, said and told."""

import pytest

from elearn.content.decodable import words
from elearn.content.values import QuestionScreen
from tests.content.written import FRONT, faults, first, lesson, line_of, page, written

ASKED = """### Soal: rumpang
[[Ibu]] ke [[(pasar) | sawah | sungai]] membeli [[ikan / iwak]].
- [ ] sawah
  > Di sawah tidak ada ikan.
- [ ] ikn
  > Kurang a.
Kode: baca-03-aaaa
"""


def asked(question: str = ASKED, draw: int = 0) -> QuestionScreen:
    return first(written(question=question), draw)


def told(question: str) -> list[str]:
    return [message for _, message in faults(written(question=question))]


def test_a_gap_says_titik_titik_and_is_counted() -> None:
    stem = asked().stem
    assert stem.spoken[0] == "titik-titik ke titik-titik membeli titik-titik."
    assert 'aria-label="titik-titik 2">2 ____</span>' in stem.html
    assert "pasar" not in stem.html


def test_the_only_gap_has_no_number() -> None:
    html = asked("### Soal: rumpang\nIbu ke [[pasar]].\nKode: baca-03-aaaa\n").stem.html
    assert 'aria-label="titik-titik">____</span>' in html


def test_a_foreseen_mistake_is_answered_where_it_can_be_made() -> None:
    screen = asked()
    said = {choice.body.html: choice.feedback.html
            for choice in screen.choices if choice.feedback}
    assert said == {"sawah": "Di sawah tidak ada ikan.", "ikn": "Kurang a."}
    assert [choice.place for choice in screen.choices if choice.body.html == "ikn"] == [0, 2]


def test_what_is_offered_is_shuffled_within_its_gap() -> None:
    orders = {
        tuple(one.body.html for one in asked(draw=draw).choices if one.place == 1)
        for draw in range(8)
    }
    assert len(orders) > 2
    assert {frozenset(order) for order in orders} == {frozenset({"pasar", "sawah", "sungai"})}
    fixed = ASKED.replace("- [ ] sawah", "Urutan: tetap\n- [ ] sawah")
    assert {tuple(one.body.html for one in asked(fixed, draw).choices if one.place == 1)
            for draw in range(8)} == {("pasar", "sawah", "sungai")}


def test_the_answer_is_the_whole_sentence() -> None:
    answer = asked().answer
    assert answer.spoken == ("Ibu ke pasar membeli ikan.",)
    assert "<strong>pasar</strong>" in answer.html


def test_a_gap_in_bacaan_is_silent_before_and_read_after() -> None:
    screen = asked(
        "### Soal: rumpang\nIsi.\n> ibu ma[[(u) | a | i]] ubi.\nKode: baca-03-aaaa\n"
    )
    assert screen.reading
    assert screen.stem.spoken == ("Isi.", "Isi titik-titiknya, lalu ketuk Periksa.")
    assert screen.answer.spoken == ("ibu mau ubi.",)


def test_numbers_of_a_draw_fill_gaps() -> None:
    screen = asked(
        "### Soal: rumpang\n{a} tambah 1 sama dengan [[{a + 1}]].\nAcak: a = 2..5\n"
        "Kode: baca-03-aaaa\n"
    )
    number = int(screen.stem.spoken[0].split()[0])
    assert screen.key["gaps"] == [{"of": [str(number + 1)], "ok": [0]}]


def test_what_is_read_in_gaps_is_what_the_lesson_must_have_taught() -> None:
    question = "### Soal: rumpang\nIsi.\n> ibu [[(mau) | ubi]].\nKode: baca-03-aaaa\n"
    read = {word for passage in lesson(written(question=question)).passages
            for _, word in words(passage)}
    assert {"mau", "ubi"} <= read
    heard = {word for passage in lesson(written(question=ASKED)).passages
             for _, word in words(passage)}
    assert "sawah" not in heard


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("Ibu ke ____.", "Soal ini belum punya kata rumpang."),
        ("Ibu ke [[pasar].", "Kata rumpang ini tidak lengkap."),
        ("Ibu ke [[]] itu.", "Di antara '[[' dan ']]' ada yang kosong."),
        ("Ibu ke [[ ]] itu.", "Di antara '[[' dan ']]' ada yang kosong."),
        ("Ibu ke [[(pasar) | ]] itu.", "Di antara '[[' dan ']]' ada yang kosong."),
        ("Ibu ke [[(pasar)]].", "'[[(pasar)]]' hanya punya satu pilihan."),
        ("Ibu ke [[pasar | sawah]].", "Beri tanda kurung pada satu yang benar"),
        ("Ibu ke [[(pasar) | (sawah)]].", "Beri tanda kurung pada satu yang benar"),
        ("Ibu beli [[ikan/iwak]].", "Beri spasi di kiri dan kanan '/'"),
        ("Ibu beli [[ikan / Ikan.]].", "'Ikan.' dinilai sama"),
        ("Ibu ke [[pasar]].\n- [x] pasar", "Di soal rumpang yang benar ditulis di kalimatnya"),
        ("Ibu ke [[pasar]].\n- [ ] pasar", "'pasar' tidak bisa menjadi jawaban yang salah"),
        ("Ibu ke [[(pasar) | sawah | kali]].\n- [ ] kota", "'kota' tidak bisa menjadi jawaban"),
        ("Ibu ke [[pasar]].\nSatuan: kg", "'Satuan:' tidak berlaku untuk soal rumpang."),
    ],
)
def test_what_is_wrong_with_a_gap_is_told_once(sentence: str, message: str) -> None:
    found = told(f"### Soal: rumpang\n{sentence}\nKode: baca-03-aaaa\n")
    assert len(found) == 1
    assert found[0].startswith(message)


@pytest.mark.parametrize(
    "step", ["Ibu ke [[pasar]].\n", "> ibu [[mau]] ubi.\n"],
)
def test_a_gap_outside_its_question_is_told(step: str) -> None:
    text = written(step=step)
    assert faults(text) == [
        (line_of(text, "[["), "'[[…]]' hanya ada di kalimat '### Soal: rumpang'. Pindahkan ke "
         "sana.")
    ]


def test_a_gap_to_tap_with_two_words_is_a_question_of_two_options() -> None:
    two = "".join(
        f"### Soal: rumpang\nNomor {at}: ibu ke [[(pasar) | sawah]].\nKode: baca-03-aaa{at}\n\n"
        for at in range(3)
    )
    assert any(one.startswith("Soal dengan dua pilihan terlalu banyak") for one in told(two))


def test_a_sensitive_lesson_asks_nobody_to_type() -> None:
    text = written(f"{FRONT}peka: ya\n", question=ASKED)
    assert any(
        message.startswith("Pelajaran peka tidak meminta pelajar mengetik")
        for _, message in faults(text)
    )


def test_both_languages_may_accept_different_words_in_a_gap() -> None:
    one = lesson(written(question=ASKED)).asked[0].shape
    other = ASKED.replace("ikan / iwak", "fish").replace("ikn", "fsh")
    assert lesson(written(question=other)).asked[0].shape == one
    changed = ASKED.replace("(pasar) | sawah", "pasar | (sawah)").replace("[ ] sawah", "[ ] pasar")
    assert lesson(written(question=changed)).asked[0].shape != one


def test_a_page_asks_ten_with_gaps_among_them() -> None:
    assert [one.kind for one in page(written(question=ASKED)).questions].count("rumpang") == 1
