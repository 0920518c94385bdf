"""What the voice says for what the learner sees."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.language.spoken import LANGUAGES, spoken_words

INDONESIAN = [
    ("Harganya Rp10.000.", "Harganya sepuluh ribu rupiah."),
    ("Rp 12.500,- per kg", "dua belas ribu lima ratus rupiah per kilogram"),
    ("Rp2,5 juta dan rp500 ribu", "dua koma lima juta rupiah dan lima ratus ribu rupiah"),
    ("Rp10.000,00 saja.", "sepuluh ribu rupiah saja."),
    ("Rp8.000/kg", "delapan ribu rupiah per kilogram"),
    ("Berapa Rp itu?", "Berapa rupiah itu?"),
    ("1.234.567,89", "satu juta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh "
                     "koma delapan sembilan"),
    ("3,5 liter", "tiga koma lima liter"),
    ("RT 05/RW 02", "RT lima RW dua"),
    ("pukul 08.30–11.00 WIB", "pukul delapan tiga puluh sampai sebelas waktu Indonesia barat"),
    ("pukul 7.05", "pukul tujuh lewat lima"),
    ("Jam 08:00.", "Jam delapan."),
    ("50% dan 2,5 %", "lima puluh persen dan dua koma lima persen"),
    ("5%-10%", "lima persen sampai sepuluh persen"),
    ("1/2 kg gula", "setengah kilogram gula"),
    ("3/4 gelas, lalu 2/3", "tiga perempat gelas, lalu dua pertiga"),
    ("1½ liter", "satu setengah liter"),
    ("17/8/1945", "tujuh belas Agustus seribu sembilan ratus empat puluh lima"),
    ("17-08-1945", "tujuh belas Agustus seribu sembilan ratus empat puluh lima"),
    ("17.08.45", "tujuh belas Agustus empat puluh lima"),
    ("2026-11-23", "dua puluh tiga November dua ribu dua puluh enam"),
    ("45/13/2020", "empat puluh lima tiga belas dua ribu dua puluh"),
    ("beras 5kg, 250 g", "beras lima kilogram, dua ratus lima puluh gram"),
    ("2 m, 5 m² dan 3 l", "dua meter, lima meter persegi dan tiga liter"),
    ("Beli gula, kopi, dll. Lalu", "Beli gula, kopi, dan lain-lain Lalu"),
    ("dr. Ani dan Dr. Budi", "dokter Ani dan doktor Budi"),
    ("Jl. Yos Sudarso No. 5", "jalan Yos Sudarso nomor lima"),
    ("Bpk. Anton s.d. Hj. Siti", "bapak Anton sampai dengan hajah Siti"),
    ("Itu hal. Ya.", "Itu hal. Ya."),
    ("No.5 hal. 3", "nomor lima halaman tiga"),
    ("ke-3, ke-21", "ketiga, kedua puluh satu"),
    ("tahun 1990-an", "tahun seribu sembilan ratus sembilan puluhan"),
    ("3 + 4 = ?", "tiga tambah empat sama dengan berapa?"),
    ("3 + ? = 7", "tiga tambah berapa sama dengan tujuh"),
    ("3 + __ = 7", "tiga tambah titik titik sama dengan tujuh"),
    ("10 - 4 = 6", "sepuluh kurang empat sama dengan enam"),
    ("-", "kurang"),
    (":", "bagi"),
    ("×", "kali"),
    ("10-4=6", "sepuluh kurang empat sama dengan enam"),
    ("2 x 3 = 6", "dua kali tiga sama dengan enam"),
    ("2×3", "dua kali tiga"),
    ("10x sehari", "sepuluh kali sehari"),
    ("6 : 2 = 3", "enam bagi dua sama dengan tiga"),
    ("4 > 3, 2 < 5", "empat lebih dari tiga, dua kurang dari lima"),
    ("umur 6-12 tahun", "umur enam sampai dua belas tahun"),
    ("suhu -3 atau (-5)", "suhu min tiga atau, min lima,"),
    ("30°C", "tiga puluh derajat Celsius"),
    ("60 km/jam", "enam puluh kilometer per jam"),
    ("0812-3456-7890", "nol delapan satu dua, tiga empat lima enam, tujuh delapan sembilan nol"),
    ("NIK 000012", "nik nol nol nol nol satu dua"),
    ("Telepon 112 atau 110.", "Telepon satu satu dua atau satu satu nol."),
    ("112 orang", "seratus dua belas orang"),
    ("KTP, PIN, OTP", "KTP, pin, o t p"),
    ("PALANGKA RAYA", "palangka raya"),
    ("b-a-c-a: baca", "b a c a: baca"),
    ("Benar! ma - ma.", "Benar! ma, ma."),
    ("i-kan, rumah-rumah", "i-kan, rumah-rumah"),
    ("huruf B dan m", "huruf b dan m"),
    ("Jum'at “besok” (libur) ya!", "Jumat besok, libur, ya!"),
    ("dan/atau", "dan atau"),
    ("“Mau beli?” tanya ibu.", "Mau beli? tanya ibu."),
    ("🐟 ikan", "ikan"),
    ("www.elearn.id", "w w w titik elearn titik i d"),
    ("ibu mau ubi", "ibu mau ubi"),
]

ENGLISH = [
    ("It costs Rp10,000.", "It costs ten thousand rupiah."),
    ("Rp10.000 and Rp5 million", "ten thousand rupiah and five million rupiah"),
    ("12,500.75", "twelve thousand five hundred point seven five"),
    ("1/2 kg, 3/4, 2/3", "one half kilogram, three quarters, two thirds"),
    ("1 kg, 21 kg", "one kilogram, twenty-one kilograms"),
    ("17/8/1945", "seventeenth of August nineteen forty-five"),
    ("8:30, 8:05, 9:00", "eight thirty, eight oh five, nine o'clock"),
    ("3 + 4 = ?", "three plus four equals what?"),
    ("-", "minus"),
    (":", "divided by"),
    ("×", "times"),
    ("10 - 4 = 6", "ten minus four equals six"),
    ("-3 degrees, 50%", "minus three degrees, fifty percent"),
    ("1st, 2nd and 23rd", "first, second and twenty-third"),
    ("Mr. Budi, e.g. rice", "mister Budi, for example rice"),
    ("call 112 or 110", "call one one two or one one zero"),
    ("6-12 years, 2008 people", "six to twelve years, two thousand and eight people"),
    ("don’t", "don't"),
]


def said(sentence: str, language: str) -> str:
    return " ".join(word.text for word in spoken_words(sentence, language))


@pytest.mark.parametrize(("sentence", "spoken"), INDONESIAN)
def test_indonesian_is_said_as_a_teacher_would_read_it(sentence: str, spoken: str) -> None:
    assert said(sentence, "id") == spoken


@pytest.mark.parametrize(("sentence", "spoken"), ENGLISH)
def test_english_is_said_as_a_teacher_would_read_it(sentence: str, spoken: str) -> None:
    assert said(sentence, "en") == spoken


def test_an_amount_of_money_is_one_displayed_word() -> None:
    sentence = "Bayar Rp10.000, ya."
    assert [sentence[word.start:word.end] for word in spoken_words(sentence)] == [
        "Bayar", "Rp10.000", "ya"]
    assert spoken_words(sentence)[1].text == "sepuluh ribu rupiah,"


@pytest.mark.parametrize(("sentence", "said"), [
    ("a i u", "a, i, u"),
    ("ma mi mu", "ma, mi, mu"),
    ("A B D", "a, b, d"),
    ("pin tu", "pin, tu"),
    ("1 2 3", "satu, dua, tiga"),
    ("ini ibu", "ini ibu"),                      # words, read together
    ("toko yang baru", "toko yang baru"),
    ("K k, M m", "k k, m m"),                    # by pairs
    ("5 kg", "lima kilogram"),
    ("a i u.", "a i u."),                        # a sentence has its own pauses
])
def test_letters_syllables_and_figures_in_a_row_are_said_one_by_one(
    sentence: str, said: str
) -> None:
    assert " ".join(word.text for word in spoken_words(sentence)) == said


def test_an_unknown_language_is_said_by_indonesian_rules() -> None:
    assert said("Rp500", "nij") == "lima ratus rupiah"


SIGNS = st.text(alphabet="0123456789Rp .,:;/-–+=?!%()ABKTabkgm_…x°C½\u0301'’\"“”")
DIGITS = st.text(alphabet="019²①٣५Rp./,:-–% kgIVXxab@🐟")


@given(SIGNS | DIGITS | st.text(), st.sampled_from([*LANGUAGES, "?"]))
def test_any_text_can_be_said_in_rising_ranges(sentence: str, language: str) -> None:
    reached = 0
    for word in spoken_words(sentence, language):
        assert reached <= word.start < word.end <= len(sentence)
        assert word.text.strip() == word.text != ""
        reached = word.end


@given(SIGNS | DIGITS | st.text(), st.sampled_from(list(LANGUAGES)))
def test_no_digit_of_any_script_reaches_the_engine(sentence: str, language: str) -> None:
    assert not any(map(str.isdigit, said(sentence, language)))


@given(st.text())
def test_no_letter_is_passed_over(sentence: str) -> None:
    covered = {at for word in spoken_words(sentence) for at in range(word.start, word.end)}
    letters = {at for at, sign in enumerate(sentence) if unicodedata.category(sign)[0] == "L"}
    assert letters <= covered


@pytest.mark.parametrize("piece", ["1.", "0 ", "1/", "-", "a-", "Rp", "…", "0812-", "_ ", "dr.",
                                   "1-", "a@", "a.", "XI ", "/", "🐟", "12.", "www.", "0536 "])
def test_a_long_hostile_line_costs_no_more_than_its_length(piece: str) -> None:
    def cost(times: int) -> float:
        start = time.process_time()
        spoken_words(piece * times)
        return time.process_time() - start

    spoken_words("1")                                  # the number words are loaded once
    short = max(cost(200), cost(200))
    assert cost(200 * 16) < 100 * short                # 16 where linear, 256 where quadratic
