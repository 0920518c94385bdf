"""Documents of daily life."""

import re

import pytest

from elearn.figures import SHEETS
from elearn.figures.dokumen import NIK, TYPES, Field, field
from tests.content.written import first, written

dokumen = SHEETS["dokumen"]


def rows(args: str) -> list[list[str]]:
    """Return the cells of a document, row by row."""
    body = dokumen.block(args).split("<tbody>")[1]
    return [re.findall("<t[hd][^>]*>([^<]*)<", row) for row in body.split("</tr>")[:-1]]


@pytest.mark.parametrize("name", TYPES)
def test_a_type_shows_its_sample(name: str) -> None:
    fields = [field(text) for text in TYPES[name].sample]
    assert rows(name) == [[one.name, one.value] if one.name else [one.value] for one in fields]
    assert f'class="fig dokumen {name}"' in dokumen.block(name)


def test_nobody_is_in_a_sample() -> None:
    text = "\n".join(line for one in TYPES.values() for line in one.sample)
    assert set(re.findall("[0-9]{9,}", text)) == {NIK}
    assert re.findall(r"[0-9]{4}-[0-9]{4}-[0-9]{4}", text) == ["0800-0000-0000"]


def test_own_fields_stand_in_the_place_of_the_sample() -> None:
    assert rows("label; Nama: Dodol;Isi:  2 x 50 g ;Jam 08:30;Tanda tangan:") == [
        ["Nama", "Dodol"], ["Isi", "2 x 50 g"], ["Jam 08:30"], ["Tanda tangan", ""],
    ]  # fmt: skip
    assert field("Baik sebelum: 12-2027") == Field("Baik sebelum", "12-2027")
    assert Field("Alamat", "").text == "Alamat:"


@pytest.mark.parametrize("args", ["", "sim", "ktp;", "label;;Isi: 5", "KTP", "sms;<b>Halo"])
def test_what_is_no_document_is_a_fault(args: str) -> None:
    assert (dokumen.fault(args) or "").startswith("Tulis dokumen yang ada: ktp")


def test_no_number_of_a_person_is_shown() -> None:
    assert dokumen.fault(f"ktp;NIK: {NIK}") is None
    assert (dokumen.fault("ktp;NIK: 1234567890123456") or "").startswith("Tulis NIK contoh")
    assert (dokumen.fault("nota" + ";Beras: 5" * 13) or "").startswith("Paling banyak 12")


def test_a_field_to_be_filled_in_is_a_line_to_write_on() -> None:
    assert '<td class="kosong"></td>' in dokumen.block("formulir")


def test_a_document_is_read_out() -> None:
    assert dokumen.alt("sms;Dari: Ibu Maya;Sudah makan?;Balas:", question=True) == (
        "Pesan SMS. Dari: Ibu Maya. Sudah makan? Balas: kosong."
    )
    assert "NIK: enam belas angka nol." in dokumen.alt("ktp")
    assert dokumen.alt("label;Isi:", "en") == "Product label. Isi: empty."


def test_a_draw_is_written_with_dots_as_on_paper() -> None:
    asked = first(written(question=(
        "### Soal: angka\nBerapa?\n![](dokumen:nota;Beras: {a};Gula: 18.000;Jumlah:)\n"
        "Acak: a = 30000..30000\n- [x] {a + 18000}\nKode: baca-03-aaaa\n"
    )))  # fmt: skip
    assert dokumen.block("nota;Beras: 30.000;Gula: 18.000;Jumlah:") in asked.stem.html
