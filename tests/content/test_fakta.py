"""fakta.md is read line by line; what is wrong is named, and what was known is not lost."""

from datetime import date
from pathlib import Path

import pytest

from elearn import paths
from elearn.content.catalogue import Shelf
from elearn.content.facts import EMERGENCY, Facts
from elearn.content.fakta import NAME, read_facts
from elearn.content.faults import told
from elearn.messages import translator

SAPA = """## F-SAPA
nilai: 129
jenis: telepon
sumber: prokalteng 28-01-2026
diperiksa: 2026-11-23
berlaku: 3 bulan
"""


def faults(text: str | bytes) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in read_facts(text).faults]


def changed(old: str, new: str) -> str:
    assert old in SAPA
    return SAPA.replace(old, new)


def term(berlaku: str, checked: str = "2026-11-23") -> date | None:
    text = changed("3 bulan", berlaku).replace("2026-11-23", checked)
    (fact,) = read_facts(text).facts.by_id.values()
    return fact.until


def test_a_fact_is_read_with_its_last_day() -> None:
    (fact,) = read_facts(SAPA).facts.by_id.values()
    assert (fact.id, fact.value, fact.phone, fact.line) == ("F-SAPA", "129", True, 1)
    assert (fact.checked, fact.until) == (date(2026, 11, 23), date(2027, 2, 23))
    assert not fact.past(date(2027, 2, 23))
    assert fact.past(date(2027, 2, 24))


def test_the_shipped_facts_have_no_fault_and_all_the_emergency_numbers() -> None:
    found = read_facts((paths.shipped("lessons") / NAME).read_bytes())
    assert (found.faults, found.notes) == ((), ())
    assert found.facts.by_id.keys() >= EMERGENCY
    assert all(found.facts.by_id[one].phone for one in EMERGENCY)
    assert all(one.source and one.checked == date(2026, 11, 23)
               for one in found.facts.by_id.values())


@pytest.mark.parametrize("unconfirmed", ["F-UPT", "F-KUR", "F-PKH", "F-PIP", "F-PRT", "F-UANG"])
def test_what_nobody_confirmed_is_not_shipped(unconfirmed: str) -> None:
    found = read_facts((paths.shipped("lessons") / NAME).read_bytes())
    assert unconfirmed not in found.facts.by_id


@pytest.mark.parametrize(("written", "last"), [
    ("10 hari", date(2026, 12, 3)),
    ("2 minggu", date(2026, 12, 7)),
    ("1 tahun", date(2027, 11, 23)),
    ("3 months", date(2027, 2, 23)),
    ("3  Bulan", date(2027, 2, 23)),
    ("999 tahun", date(3025, 11, 23)),
])
def test_a_term_is_counted_from_the_check(written: str, last: date) -> None:
    assert term(written) == last


def test_a_month_without_that_day_ends_on_its_last() -> None:
    assert term("3 bulan", "2026-11-30") == date(2027, 2, 28)
    assert term("1 tahun", "2028-02-29") == date(2029, 2, 28)


@pytest.mark.parametrize("written", ["40 hari", "9 minggu", "2 bulan", "999 tahun"])
def test_a_term_beyond_all_calendars_has_no_last_day(written: str) -> None:
    assert term(written, "9999-12-01") is None


def test_what_does_not_age_is_never_past() -> None:
    (fact,) = read_facts("## F-KAWIN\nnilai: 19 tahun\nsumber: UU 16/2019\n"
                         "diperiksa: 2026-11-23\nberlaku: tetap\n").facts.by_id.values()
    assert not fact.past(date(2999, 1, 1))
    assert not fact.phone


@pytest.mark.parametrize("text", [
    SAPA.replace("\n", "\r\n").encode(),
    b"\xef\xbb\xbf" + SAPA.encode(),
    SAPA.encode("utf-16"),
    SAPA.replace("nilai: ", "- nilai : ").replace("sumber: ", "\n\n  sumber:").encode(),
    SAPA.replace("nilai", "value").replace("jenis: telepon", "kind: phone").replace(
        "sumber", "source").replace("diperiksa", "checked").replace(
        "berlaku: 3 bulan", "valid: 3 months").encode(),
    b"# Nomor\n\nTulisan: bebas {apa} saja.\n\n" + SAPA.encode() + b"\n# Lain\n\nIni: juga.\n",
])
def test_any_editor_and_either_language_will_do(text: bytes) -> None:
    found = read_facts(text)
    assert found.faults == ()
    (fact,) = found.facts.by_id.values()
    assert (fact.value, fact.phone, fact.until) == ("129", True, date(2027, 2, 23))


@pytest.mark.parametrize(("text", "wanted"), [
    (changed("sumber", "sumbr"), [(4, "'sumbr' tidak dikenal; maksudnya 'sumber'?")]),
    (changed("sumber", "dari mana"), [
        (1, "'sumber:' belum ada untuk F-SAPA."),
        (4, "'dari mana' tidak dikenal. Yang ada: nilai, nilai-en, jenis, sumber, diperiksa, "
            "berlaku, catatan."),
    ]),
    (changed("nilai: 129\n", ""), [(1, "'nilai:' belum ada untuk F-SAPA.")]),
    (changed("129", ""), [(2, "Isi 'nilai:' kosong. Tulis isinya, atau hapus barisnya.")]),
    (changed("nilai: 129\n", "nilai: 129\nnilai: 130\n"),
     [(3, "'nilai:' sudah ada di baris 2. Hapus salah satu.")]),
    (SAPA + SAPA, [(7, "F-SAPA sudah ada di baris 1. Hapus salah satu.")]),
    (changed("F-SAPA", "f sapa"), [(1, "'f sapa' bukan nama fakta; maksudnya '## F-SAPA'?")]),
    (changed(" F-SAPA", ""), [(1, "Nama fakta belum ada. Tulis seperti '## F-SAPA'.")]),
    (changed("2026-11-23", "2026-02-30"), [(5, "Tanggal '2026-02-30' tidak ada di kalender.")]),
    (changed("2026-11-23", "30-02-2026"), [(5, "Tanggal '30-02-2026' tidak ada di kalender.")]),
    (changed("2026-11-23", "23-11-2026"),
     [(5, "Tanggal '23-11-2026' ditulis terbalik; maksudnya '2026-11-23'?")]),
    (changed("2026-11-23", "kemarin"),
     [(5, "Tanggal 'kemarin' tidak terbaca. Tulis tahun-bulan-hari, misalnya 2026-11-23.")]),
    (changed("3 bulan", "tiga bulan"),
     [(6, "Masa berlaku 'tiga bulan' tidak terbaca. Tulis seperti '3 bulan', atau 'tetap'.")]),
    (changed("3 bulan", "0 bulan"),
     [(6, "Masa berlaku '0 bulan' tidak terbaca. Tulis seperti '3 bulan', atau 'tetap'.")]),
    (changed("3 bulan", "tetap"),
     [(6, "Nomor telepon bisa berganti. Tulis seperti 'berlaku: 3 bulan'.")]),
    (changed("129", "129 atau 110"),
     [(2, "'129 atau 110' bukan nomor telepon. Tulis satu nomor, misalnya 'nilai: 129'.")]),
    (changed("telepon", "telpn"),
     [(3, "'telpn' tidak dikenal. Tulis 'jenis: telepon', atau hapus barisnya.")]),
    (changed("129", "**129**"), [(2, "Tanda '*' tidak bisa di sini. Tulis biasa saja.")]),
    (changed("129", "<b>129</b>"),
     [(2, "Tag HTML '<b>' tidak boleh ada. Tulis biasa saja, tanpa '<…>'.")]),
    (changed("129", "1" * 61), [
        (2, "Terlalu panjang: paling banyak 60 huruf. Bagi menjadi beberapa fakta."),
    ]),
    (changed("jenis: telepon", "telepon"),
     [(3, "Baris ini tidak terbaca. Tulis 'kata: nilai', misalnya 'nilai: 129'.")]),
])
def test_a_mistake_is_told_once_at_its_line(text: str, wanted: list[tuple[int, str]]) -> None:
    assert faults(text) == wanted


def test_a_mistake_is_told_in_english_too() -> None:
    (fault,) = read_facts(changed("2026-11-23", "23-11-2026")).faults
    assert told(fault, translator("en")) == (
        "The date '23-11-2026' is written the other way round; do you mean '2026-11-23'?"
    )


def test_a_fact_that_broke_stays_as_it_was() -> None:
    before = read_facts(SAPA).facts
    after = read_facts(changed("129", "130").replace("2026-11-23", "2027-02-30"), before).facts
    assert after.by_id["F-SAPA"] == before.by_id["F-SAPA"]


def test_a_file_in_which_nothing_is_left_takes_nothing_away() -> None:
    before = read_facts(SAPA).facts
    assert read_facts(b"", before).facts == before
    assert read_facts(b"x" * 70_000, before).facts == before


def test_a_new_fact_with_a_mistake_is_known_but_past() -> None:
    facts = read_facts(changed("F-SAPA", "F-BARU").replace("2026-11-23", "kemarin")).facts
    assert facts.on(date(2026, 11, 24)).missing("F-BARU")
    number = read_facts(changed("2026-11-23", "kemarin")).facts.on(date(2026, 11, 24))
    assert number.text("F-SAPA", "id").strip("\u2060") == "129"       # an emergency number is told


@pytest.mark.parametrize("text", [b"", b"\0\0", b"\xff\xfe\x00", b"##" * 9000, b"## F-\nnilai\n",
                                  b"x" * 70_000])
def test_any_bytes_are_read(text: bytes) -> None:
    assert read_facts(text).facts.by_id == Facts().by_id


def test_a_hubs_own_facts_stand_in_the_place_of_the_shipped_ones(tmp_path: Path) -> None:
    shipped, own = tmp_path / "lessons", tmp_path / "pelajaran"
    for folder in (shipped / "hak", own):
        folder.mkdir(parents=True)
    (shipped / NAME).write_text(SAPA + SAPA.replace("F-SAPA", "F-LAIN"))
    shelf = Shelf(shipped, own)
    assert shelf.current.around.facts.by_id["F-SAPA"].checked == date(2026, 11, 23)
    (own / NAME).write_text(changed("2026-11-23", "2027-02-20").replace("129", "130"))
    assert shelf.refresh()
    facts = shelf.current.around.facts
    assert facts.by_id["F-SAPA"].checked == date(2027, 2, 20)
    assert facts.by_id["F-LAIN"].checked == date(2026, 11, 23)
    again = read_facts(facts.source).facts           # as answers to an old page are marked
    assert {one.value for one in again.by_id.values()} == {"129", "130"}
    assert again.by_id["F-SAPA"].value == "130"
    (own / NAME).unlink()
    assert shelf.refresh()
    assert shelf.current.around.facts.by_id["F-SAPA"].value == "129"


def test_a_file_that_is_gone_for_a_moment_takes_nothing_away(tmp_path: Path) -> None:
    (tmp_path / "hak").mkdir()
    (tmp_path / NAME).write_text(SAPA)
    shelf = Shelf(tmp_path)
    (tmp_path / NAME).rename(tmp_path / "fakta.bak")
    shelf.refresh()
    assert shelf.current.around.facts.by_id["F-SAPA"].value == "129"
    (tmp_path / NAME).write_text("")
    shelf.refresh()
    assert shelf.current.around.facts.by_id["F-SAPA"].value == "129"
