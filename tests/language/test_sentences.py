"""Where a sentence ends, in a text of early readers too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.language.sentences import split


@pytest.mark.parametrize("text", [
    "ibu mau ubi.|ini ibu.",
    "Harganya Rp10.000.|Mahal?|Tidak!",
    "Buka pukul 08.30.|Tutup pukul 16.00.",
    "Beratnya 2,5 kg.|Isinya 1.000 butir.",
    "\"Mau beli?\" tanya ibu.|\"Mau.\"|Ibu pergi.",
    "“mau beli?” tanya ibu.|ani mau.",
    "Ini huruf A.|Itu huruf B.",
    "Ini M.|Itu N.",
    "R. A. Kartini lahir di Jepara.|M. Yamin menulis.",
    "Ini dr. A. Budi.|Ia baik.",
    "1. Cuci tangan.|2. Makan.",
    "Beli gula, kopi, dll.|Lalu pulang.",
    "Beli gula dll. di pasar.",
    "Temui dr. Ani di Jl. Yos Sudarso No. 5.|Bawa KTP.",
    "Lihat hal. 3.|Ini hal.|Lalu itu.",
    "3 + … = 7.|Berapa?",
    "3 + ? = 7",
    "3 + 4 = ?|Hitung.",
    "Wah ... bagus sekali!|Ya…|Pulang.",
    "Benar!|🎉 Bagus.",
    "(Ini ibu.)|Ini bapak.",
    "Use e.g. rice, salt, etc. at home.|Mr. Budi came.",
    "Apa?!|Tidak…",
    "tanpa titik",
])
def test_sentences_end_where_a_reader_stops(text: str) -> None:
    sentences = tuple(text.split("|"))
    assert split(" ".join(sentences)) == sentences


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    assert split("ibu\nmau ubi\n \n ini ibu") == ("ibu mau ubi", "ini ibu")


def test_nothing_said_is_no_sentence() -> None:
    assert split("") == split(" \n\n ") == ()


PROSE = st.text(alphabet="abAB19 .,?!…\"'“”()\n:;-") | st.text()


@given(PROSE)
def test_no_word_is_lost_or_invented(text: str) -> None:
    assert " ".join(split(text)) == " ".join(text.split())


@given(PROSE)
def test_every_sentence_holds_something(text: str) -> None:
    assert all(sentence and sentence == sentence.strip() for sentence in split(text))
