"""Documents whose fields are tapped."""

import re

import pytest

from elearn.content.documents import tapped_type
from elearn.content.values import QuestionScreen
from elearn.figures import SHEETS
from elearn.figures.dokumen import DOKUMEN
from elearn.questions import KINDS
from tests.content.written import faults, first, lesson, line_of, written


def question(document: str, *lines: str, more: str = "") -> str:
    """Return a lesson whose first question is to tap a field of a document."""
    listed = "\n".join(lines)
    return written(question=(
        f"### Soal: ketuk\nKetuk yang benar.\n![](dokumen:{document})\n{more}{listed}\n"
        "Kode: baca-03-aaaa\n"
    ))  # fmt: skip


def fields(asked: QuestionScreen) -> list[str]:
    return [re.sub("<[^>]*>", "", choice.body.html) for choice in asked.choices]


def right(asked: QuestionScreen) -> list[str]:
    shown = fields(asked)
    return [shown[int(at)] for at in KINDS["ketuk"].right(asked.key).split(",")]


def test_a_list_that_names_a_field_shows_the_whole_sample() -> None:
    asked = first(question("label", "- [x] Baik sebelum", "- [ ] isi:", "  > Itu isinya."))
    assert asked.document == "label"
    assert fields(asked) == [one.text for one in DOKUMEN.fields("label")]
    assert right(asked) == ["Baik sebelum: 12-2027"]
    told = {fields(asked)[at]: one.feedback for at, one in enumerate(asked.choices)}
    assert told["Isi: 100 g"] is not None
    assert [text for text, feedback in told.items() if feedback] == ["Isi: 100 g"]


def test_a_list_of_other_fields_is_the_document() -> None:
    asked = first(question(
        "label", "- [ ] Nama: Dodol", "- [x] Baik sebelum: 06-2027", "- [ ] Halal",
    ))  # fmt: skip
    assert fields(asked) == ["Nama: Dodol", "Baik sebelum: 06-2027", "Halal"]
    assert right(asked) == ["Baik sebelum: 06-2027"]


def test_several_lines_of_a_message_may_be_right() -> None:
    asked = first(question("sms", "- [x] Selamat! Anda menang hadiah", "- [x] hari ini saja."))
    assert right(asked) == ["Selamat! Anda menang hadiah.", "Hari ini saja."]


def test_own_fields_hold_the_numbers_of_a_draw() -> None:
    asked = first(question(
        "struk;Sabun: {a};Gula: 18.000;Total: {a + 18000}", "- [x] Total", "- [ ] Sabun",
        more="Acak: a = 5000..5000\n",
    ))  # fmt: skip
    assert fields(asked) == ["Sabun: 5.000", "Gula: 18.000", "Total: 23.000"]
    assert right(asked) == ["Total: 23.000"]


def test_the_document_stands_there_once_in_its_order_and_each_field_can_be_heard() -> None:
    asked = first(question("formulir", "- [x] Alamat"))
    assert "<table" not in asked.stem.html
    assert not any("Formulir" in sentence for sentence in asked.stem.spoken)
    assert [choice.id for choice in asked.choices] == list(range(5))
    assert all(choice.body.sound for choice in asked.choices)


def test_elsewhere_a_document_is_only_looked_at() -> None:
    text = written(question=(
        "### Soal: pilih\nMana toko?\n![](dokumen:nota)\n- [x] Warung Maya\n- [ ] Beras\n"
        "- [ ] Gula\nKode: baca-03-aaaa\n"
    ))  # fmt: skip
    assert first(text).document == ""
    assert tapped_type(lesson(text).questions[0]) == ""
    assert SHEETS["dokumen"].block("nota") in first(text).stem.html


@pytest.mark.parametrize(
    ("document", "lines", "at", "message"),
    [
        ("label", ("- [x] Baik sebelm",), "Baik sebelm",
         "'Baik sebelm' tidak ada di dokumen ini. Yang ada: Nama, Isi, Bahan, Baik sebelum, "
         "Dibuat oleh."),
        ("label;Nama: Teh;Isi: 5 g", ("- [x] Bahan",), "Bahan",
         "'Bahan' tidak ada di dokumen ini. Yang ada: Nama, Isi."),
        ("label", ("- [x] Isi", "- [ ] Isi: 100 g"), "- [ ] Isi",
         "'Isi: 100 g' ada dua kali. Hapus salah satu."),
        ("sim", ("- [x] Isi",), "dokumen:sim", "Tulis dokumen yang ada: ktp, label"),
        ("label", ("- [ ] Isi",), "### Soal: ketuk", "Belum ada yang benar."),
        ("label", (), "### Soal: ketuk", "Belum ada yang benar."),
        ("label", ("- [ ] Isi: 5 g", "- [ ] Nama: Teh"), "### Soal: ketuk",
         "Belum ada yang benar."),
        ("ktp", ("- [ ] Isi: 5 g", "- [x] NIK: 1234567890123456"), "- [x] NIK",
         "Tulis NIK contoh"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_list_is_told_once(
    document: str, lines: tuple[str, ...], at: str, message: str
) -> None:
    text = question(document, *lines)
    ((line, told),) = faults(text)
    assert line == line_of(text, at)
    assert told.startswith(message)
