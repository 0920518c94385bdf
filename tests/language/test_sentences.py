"""Where a sentence ends, in a text of early readers too."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn import paths
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
    "Yth. Ibu Guru di tempat.|Surat tsb. sudah sampai.",
    "Bapak H. Ahmad, S.Pd. mengajar di PKBM.|Ia guru.",
    "Alamatnya RT. 05 RW. 02, Km. 5, lt. 2.|Dekat pasar.",
    "Pkl. 08.00 s.d. 10.30 WIB.|Datang, ya.",
    "Harganya Rp. 15.000,- saja.|Murah.",
    "Tulis No. HP dan No. KTP.|Lalu kirim.",
    "a. Cuci beras.|b. Masak nasi.|c. Makan.",
    "a.|i.|u.",
    "Ibu bertanya, “Sudah makan?”|“Sudah, Bu,” jawab Sari.",
    "Berat 1.250,5 g (sekitar 1¼ kg).|Cukup!",
    "Ayah berkata: \"Awas!\"|Lalu ia lari.",
    "Telepon 112.|Gratis.",
    "Wah… ibu pulang.",
    "Ini rumah no. 5.|Itu no. 6.",
    "Tiga, dua, satu...|Mulai!",
    "Suhunya 36,5 derajat.|Normal.",
    "www.contoh.id.|Buka.",
    "Come at 8 a.m. or later.|Bring No. 3.",
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


def test_every_line_of_the_shipped_lessons_is_split_where_its_writer_stopped() -> None:
    lines = [
        re.sub(r"[*_`]|!?\[([^\]]*)\]\([^)]*\)", r"\1", line.strip().lstrip(">-+ "))
        for file in sorted(paths.shipped("lessons").glob("*/*.md"))
        for line in file.read_text("utf-8").split("---\n", 2)[2].splitlines()
    ]
    found = [sentence for line in lines for sentence in split(line)]
    assert len(found) > 5000
    for line in lines:
        *ended, _ = split(line) or ("",)
        assert all(re.search(r"\w.*[.?!…][\"”’)\]]*$", one) for one in ended), line
        assert not any(re.search(r"\b(?:No|Rp|Jl|dr|hlm|[0-9]+ [a-z])\.$", one) for one in ended)
    for opens, closes in ("()", "“”"):
        assert [one for one in found if one.count(opens) != one.count(closes)] == []
