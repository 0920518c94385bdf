"""Paying: what she has, what is drawn and said of it."""

from elearn.content.senses import needs_hearing, needs_sight
from tests.content.written import faults, first, lesson, line_of, written

ASKED = """### Soal: uang
Bayar Rp7.000 dengan uang pas.
Dompet: 1000, 5000, Rp2.000, 2000
- [x] 7000
- [ ] 6000
  > Kurang seribu.
Kode: baca-03-aaaa
"""


def told(question: str) -> list[str]:
    return [message for _, message in faults(written(question=question))]


def test_a_purse_lies_open_the_largest_first() -> None:
    screen = first(written(question=ASKED))
    assert [one.value for one in screen.money] == [5000, 2000, 2000, 1000]
    assert screen.once
    assert 'aria-label="lembar Rp5.000"' in screen.money[0].html


def test_without_a_purse_there_is_enough_of_everything() -> None:
    screen = first(written(question=ASKED.replace("Dompet: 1000, 5000, Rp2.000, 2000\n", "")))
    assert len(screen.money) == 10
    assert not screen.once


def test_the_answer_shows_and_says_pieces_and_their_sum() -> None:
    answer = first(written(question=ASKED)).answer
    assert answer.html.endswith("<strong>Rp7.000</strong>")
    assert "<svg" in answer.html
    assert answer.spoken == ("lembar Rp5.000, lembar Rp2.000: semuanya Rp7.000",)


def test_it_can_be_answered_without_hearing_and_without_sight() -> None:
    asked = lesson(written(question=ASKED)).questions[0]
    assert not needs_hearing(asked)
    assert not needs_sight(asked)


def test_change_is_given_from_drawn_numbers() -> None:
    screen = first(written(question=(
        "### Soal: uang\nHarga Rp{h}. Pembeli memberi Rp{b}. Beri kembaliannya.\n"
        "Acak: h = 3000..9000 langkah 500; b = 10000, 20000\n- [x] {b - h}\nKode: baca-03-aaaa\n"
    )))
    assert screen.answer.spoken[0].rpartition("Rp")[2].replace(".", "") == str(screen.key["of"][0])  # type: ignore[index]  # a list


def test_what_is_no_money_is_told_at_its_line() -> None:
    text = written(question=ASKED.replace("1000, 5000", "1500, lima ribu"))
    assert faults(text)[:2] == [
        (line_of(text, "Dompet"), f"Uang '{part}' tidak ada. Tulis misalnya "
         "'Dompet: 5000, 2000, 2000, 500'.")
        for part in ("1500", "lima ribu")
    ]


def test_a_number_of_any_length_is_no_money_and_stops_nobody() -> None:
    for long in ("0000050001", "000005000" + "9" * 5000):
        (found, *_) = told(ASKED.replace("1000, 5000", long))
        assert found.startswith(f"Uang '{long[:40]}' tidak ada.")


def test_a_purse_that_some_draw_cannot_be_paid_from_is_told_with_the_draw() -> None:
    (found,) = told(
        "### Soal: uang\nBayar Rp{h}.\nAcak: h = 3000..5000 langkah 500\n"
        "Dompet: 5000, 2000, 1000, 500\n- [x] {h}\nKode: baca-03-aaaa\n"
    )
    assert found == (
        "Rp4.500 tidak bisa dibayar pas dengan Dompet ini. Ubah isinya atau jumlahnya. "
        "(Misalnya saat h = 4500.)"
    )


def test_a_purse_belongs_to_money_and_holds_a_screen_of_it() -> None:
    (found,) = told("### Soal: angka\nBerapa?\nDompet: 5000\n- [x] 1\nKode: baca-03-aaaa\n")
    assert found == "'Dompet:' tidak berlaku untuk soal angka. Hapus baris ini."
    many = ", ".join(["1000"] * 13)
    (found,) = told(ASKED.replace("1000, 5000, Rp2.000, 2000", many))
    assert found == "Dompet ini terlalu penuh: paling banyak 12 lembar dan koin."
