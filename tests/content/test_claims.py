"""A number to call, a rate or an amount given as true outside a fact is told; a story is not."""

import pytest

from elearn.content.reader import read
from tests.content.written import AROUND, FRONT, line_of, written
from tests.shipped import catalogue as shipped_lessons

NUMBER = "bisa berganti"
LOOSE = "ditulis langsung"
TRUTH = "tampak sebagai kebenaran"


def told(step: str = "", question: str = "", subject: str = "hak") -> list[str]:
    """Return what is told of a step, or a question, of a lesson of `subject`."""
    parts = {name: text for name, text in (("step", step), ("question", question)) if text}
    text = written(front=FRONT.replace("huruf: m, b\n", ""), **parts)
    faults = read(text, "hak-02-nomor", subject, AROUND).faults
    return [fault.text for fault in faults
            if any(words in fault.text for words in (NUMBER, LOOSE, TRUTH))]


def asking(stem: str, *lines: str) -> str:
    """Return a question with these lines after its text."""
    return f"### Soal: pilih\n{stem}\n" + "\n".join(lines) + "\nKode: hak-02-aaaa\n"


@pytest.mark.parametrize("step", [
    "Telepon 112 kalau ada kebakaran.",
    "Ada kebakaran? Hubungi **112**.",
    "Nomor darurat kota: 112.",
    "Polisi: 110.",
    "112 adalah nomor darurat.",
    "WhatsApp 08111-129-129.",
    "Simpan 0811 5201 515.",
    "Kantor: (021) 3903963.",
    "Kantor: 021-3903963.",
    "Halaman lama menulis 021-129.",
    "Telepon 0536-3221234 pada jam kerja.",
    "Kirim pesan ke +62 811 1129 129.",
    "Kirim pesan ke +628111129129.",
    "Kirim ke 0811.1129.129 saja.",
    "Pusat layanan: 1500-567.",
    "Telepon satu satu dua.",
    "Call 110 when you are in danger.",
    "> telepon 129",
    "Ada bahaya? [dengar](suara:telepon 112)",
    "Telepon 188 saja.",
    "Kirim ke 081112345678.",
    "Kirim ke 0811-1234-5678.",
])
def test_a_number_to_call_is_a_fact_anywhere(step: str) -> None:
    for subject in ("hak", "numerasi"):
        (message,) = told(f"{step}\n", subject=subject)
        assert (NUMBER in message) or (LOOSE in message)


@pytest.mark.parametrize("step", [
    "Telepon {F-112} kalau ada kebakaran.",
    "Hitung: 112 + 5 = 117.",
    "Ada 112 orang di balai.",
    "Polisi menolong 110 orang.",
    "Buka halaman 112.",
    "Rumah nomor 110 dekat polisi.",
    "Antrean nomor 129, silakan ke loket.",
    "NIK contoh: 0000000000000000.",
    "Tulis nomor contoh: 0800-0000-0000.",
    "Tulis nomor contoh: 0812 0000 0000.",
    "Lahir 01-02-1990 di Pahandut.",
    "Lahir 1990-02-01, telepon rumah belum ada.",
    "Buka pukul 08.00-15.00.",
    "Satu, dua, tiga, empat, lima.",
    "Telepon Ibu 3 kali.",
    "Hitung: 0 1 2 3 4 5 6 7 8 9 10.",
    "Loncat: 05 10 15 20 25 30.",
    "Panjangnya 0,5 meter, lebarnya 1,25 meter.",
    "Harganya 112.000 sekarung.",
])
def test_other_numbers_are_none_to_call(step: str) -> None:
    for subject in ("hak", "numerasi"):
        assert told(f"Misalnya begini. {step}\n", subject=subject) == []


@pytest.mark.parametrize("step", [
    "Bunga KUR 6% setahun.",
    "Bunga KUR 6 persen setahun.",
    "Bunganya enam persen.",
    "Bunganya 0,5 % sebulan.",
    "Denda terlambat Rp100.000.",
    "Denda terlambat Rp 100.000.",
    "Bantuannya 300 ribu rupiah sebulan.",
    "Bantuannya 750.000 rupiah.",
    "Pinjaman paling banyak 10 juta.",
    "Biayanya lima puluh ribu rupiah.",
    "> denda Rp50.000",
    "- Umur 17 tahun.\n- Biaya Rp5.000.",
])
def test_a_rate_or_amount_in_a_step_is_a_fact(step: str) -> None:
    for subject in ("hak", "kewirausahaan"):
        (message,) = told(f"{step}\n", subject=subject)
        assert TRUTH in message


@pytest.mark.parametrize("step", [
    "Misalnya bunga 6% setahun.",
    "Contoh: denda Rp100.000.",
    "Ini cerita.\n\nBunganya 6% sebulan.",
    "Ibu membeli sayur. Harganya Rp5.000.",
    "Bu Mina menjual keripik. Sebungkus Rp5.000, untungnya Rp1.000.",
    "Pak Udin membayar Rp50.000 untuk KTP.",
    "Ini uang Rp10.000.",
    "Dua lembar Rp5.000.",
    "Koin 500 rupiah.",
    "![](uang:5000+2000)",
    "Kamu 100% berhak.",
    "Ada 300 ribu orang di kota.",
    "Bunganya {F-DIS2} saja.",
    "Umurnya 19 tahun, dan ada 3 anak.",
])
def test_an_example_a_story_or_a_note_is_none(step: str) -> None:
    for subject in ("hak", "kewirausahaan"):
        assert told(f"{step}\n", subject=subject) == []


def test_a_step_that_calls_itself_an_example_is_one() -> None:
    assert told("Lihat.\n\n## Contoh warung\n\nModalnya Rp50.000.\n\nUntungnya 10%.\n") == []
    assert len(told("Lihat.\n\n## Warung\n\nModalnya Rp50.000.\n\nMisalnya begitu.\n")) == 1


@pytest.mark.parametrize("subject", ["numerasi", "literasi"])
def test_where_numbers_are_exercises_amounts_may_stand(subject: str) -> None:
    assert told("Harganya Rp5.000. Potongannya 10%.\n", subject=subject) == []


def test_a_number_in_a_question_is_a_fact_too() -> None:
    stem = "Rumah terbakar. Telepon nomor mana?"
    assert len(told(question=asking(stem, "- [x] 112", "- [ ] 110", "- [ ] 999"))) == 2
    assert len(told(question=asking("Rumah terbakar. Apa yang kamu lakukan?",
                                    "- [x] telepon 112", "- [ ] tidur", "- [ ] lari"))) == 1
    assert told(question=asking(stem, "- [x] {F-112}", "- [ ] {F-110}", "- [ ] 999")) == []
    assert len(told(question=asking("Siapa menolong?", "- [x] pemadam", "  > Telepon 112.",
                                    "- [ ] guru", "- [ ] bidan"))) == 1


def test_what_a_question_tells_as_true_is_a_fact() -> None:
    stem = "Berapa bunga pinjaman itu?"
    assert len(told(question=asking(stem, "- [x] 6%", "- [ ] 12%", "- [ ] 20%"))) == 1
    assert told(question=asking(stem, "- [x] {F-DIS2}", "- [ ] 12%", "- [ ] 20%")) == []
    plain = asking("Mana yang benar?", "- [x] gratis", "- [ ] bayar", "- [ ] hadiah")
    assert told(question=plain) == []
    assert len(told(question=plain + "Penjelasan: Dendanya Rp100.000.\n")) == 1
    assert len(told(question=plain + "Petunjuk: Dulu Rp100.000.\n")) == 1


@pytest.mark.parametrize("stem", [
    "Modalnya Rp4.000. Dijual Rp5.000. Berapa untungnya?",
    "Misalnya bunganya 2%. Berapa sesudah setahun?",
    "Berapa uangnya?\n\n![](uang:2000+2000)",
])
def test_a_question_with_numbers_of_its_own_is_an_exercise(stem: str) -> None:
    question = asking(stem, "- [x] Rp1.000", "  > Betul, Rp1.000.", "- [ ] Rp9.000",
                      "- [ ] Rp4.000", "Penjelasan: Untungnya Rp1.000, itu 25%.")
    assert told(question=question, subject="kewirausahaan") == []


def test_drawn_numbers_are_an_exercise() -> None:
    question = """### Soal: angka
Satu bungkus Rp{h}. Berapa dua bungkus?
Acak: h = 2000..5000 langkah 500
Satuan: Rp
- [x] {h * 2}
Penjelasan: Dua kali Rp{h}. Yang termahal Rp10.000.
Kode: hak-02-aaaa
"""
    assert told(question=question, subject="kewirausahaan") == []


def test_a_question_about_an_example_of_its_step_is_an_exercise() -> None:
    step = "Contoh catatan: modal Rp4.000, dijual Rp5.000.\n"
    text = written(front=FRONT.replace("huruf: m, b\n", ""), step=f"{step}\n" + asking(
        "Berapa untungnya?", "- [x] Rp1.000", "- [ ] Rp9.000", "- [ ] Rp4.000"))
    faults = read(text, "usaha-15-catatan", "kewirausahaan", AROUND).faults
    assert [fault.text for fault in faults if TRUTH in fault.text] == []


def test_a_number_is_told_at_its_line_with_the_fact_that_holds_it() -> None:
    text = written(step="Ada api?\nJangan takut.\nTelepon 112 atau\n110, lalu keluar.\n")
    faults = {fault.line: fault.text for fault in read(text, "hak-02-nomor", "hak", AROUND).faults}
    assert faults == {
        line_of(text, "Telepon 112"): "Nomor '112' bisa berganti. Tulis '{F-112}'.",
        line_of(text, "110, lalu"): "Nomor '110' bisa berganti. Tulis '{F-110}'.",
    }


def test_a_lesson_for_adults_in_english_knows_its_words() -> None:
    assert told("For example, the interest is 6% a year.\n") == []
    assert len(told("The interest is 6 percent a year.\n")) == 1


def test_the_shipped_lessons_give_no_number_as_true() -> None:
    found = shipped_lessons()
    told = [fault.text for faults in found.faults.values() for fault in faults]
    assert [text for text in told if NUMBER in text or LOOSE in text or TRUTH in text] == []
