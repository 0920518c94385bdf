"""What a learner is to do, and how she did, is told apart from what a lesson is about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.language.instructions import is_instruction

TO_DO = """
Dengar dulu.
Ketuk tiap kata.
Ketuk satu-satu, lalu tirukan.
Sekarang baca tulisan ini.
Lalu kita tulis bersama.
Kita ingat lagi
Kalau sudah, ketuk Periksa.
Mana gambarnya?
Berapa semuanya?
Jangan angkat pensil atau jari.
"""

CONTENT = """
Ibu mau ubi.
Tutup huruf u dengan jari.
Mulai dari sepuluh.
Hitung 3 ikan.
Ketuk dua kata.
Rapatkan bibir, lalu lepaskan: bi.
Dengar u - bi.
Cari kata "minyak".
Siapa yang boleh memukul?
Mana yang ia butuhkan?
Kata ini sudah bisa kita baca.
Hari ini kita membaca kalimat pertama.
Potongan bu sudah kita kenal.
"""

HOW_SHE_DID = """
Betul.
Belum.
Ada yang terlewat.
Masih ada yang lebih besar.
Kamu mundur terlalu jauh.
"""

ABOUT_WHAT_SHE_CHOSE = """
Ini dibaca ba.
Itu satuannya saja.
Ada ubi.
Ikan dibeli di pasar.
"""


def lines(text: str) -> list[str]:
    return text.strip().split("\n")


@pytest.mark.parametrize("sentence", lines(TO_DO))
def test_what_she_is_to_do_is_instruction(sentence: str) -> None:
    assert is_instruction(sentence)


@pytest.mark.parametrize("sentence", lines(CONTENT))
def test_what_belongs_to_one_lesson_is_content(sentence: str) -> None:
    assert not is_instruction(sentence)
    assert not is_instruction(sentence, feedback=True)


@pytest.mark.parametrize("sentence", lines(HOW_SHE_DID))
def test_how_she_did_is_instruction_where_it_is_said_of_an_answer(sentence: str) -> None:
    assert is_instruction(sentence, feedback=True)
    assert not is_instruction(sentence)


@pytest.mark.parametrize("sentence", lines(ABOUT_WHAT_SHE_CHOSE))
def test_what_she_chose_is_content(sentence: str) -> None:
    assert not is_instruction(sentence, feedback=True)


@settings(max_examples=40)
@given(st.text(max_size=40), st.booleans())
def test_any_text_has_an_answer(text: str, feedback: bool) -> None:
    assert is_instruction(text, feedback) in (True, False)
