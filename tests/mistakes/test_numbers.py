"""What led to a wrong number: every rule where it fits, and where it must be silent."""

from fractions import Fraction

import pytest

from elearn.mistakes import CONFUSIONS, Task, foreseen, recognised, sums
from elearn.mistakes.amounts import Amount, amount
from elearn.mistakes.sums import COUNTS, LATER_STEPS, LOOKS, PAID, PAID_PLACES, PLACES, STEPS

CHANGE = "Harga Rp7.000. Ibu membayar Rp10.000. Berapa kembalinya?"


def typed(right: str, wrong: str, stem: str = "") -> str:
    """Name the mistake of a learner who types `wrong`."""
    return recognised(Task(right=(right,), typed="digits", stem=stem), wrong)


@pytest.mark.parametrize(("right", "wrong", "stem", "name"), [
    ("3000", "7000", CHANGE, "harga-kembalian"),
    ("3000", "10000", CHANGE, "uang-pembeli"),
    ("3000", "2000", CHANGE, "selisih-uang"),
    ("3000", "4000", CHANGE, "selisih-uang"),
    ("15000", "5003", "3 ikat sayur, satu ikat Rp5.000", "tambah-kali"),
    ("6", "5", "2 piring, di setiap piring 3 kue", "tambah-kali"),     # also one less
    ("14", "90", "52 - 38 = ?", "tambah-kurang"),
    ("14", "26", "52 - 38 = ?", "meminjam"),
    ("87", "33", "60 + 27", "kurang-tambah"),
    ("62", "52", "27 + 35 = ?", "menyimpan"), ("105", "95", "98 + 7", "menyimpan"),
    ("32", "252", "27 + 5", ""),
    ("4", "36", "12 kue untuk 3 orang", "kali-bagi"),
    ("4", "9", "12 kue untuk 3 orang", "kurang-bagi"),
    ("3", "2", "7 orang naik perahu. Satu perahu 3 orang.", "sisa-lupa"),
    ("7", "8", "", "satu-lebih"), ("7", "6", "", "satu-kurang"),
    ("3", "2", "2 + 1", "satu-kurang"),                                # also 2 times 1
    ("27", "180", "12 + 15", "kali-tambah"), ("7", "12", "3 + 4", ""),
    ("7", "3", "3 + 4", "angka-soal"),
    ("342", "30042", "tiga ratus empat puluh dua", "angka-terpisah"),
    ("42", "402", "empat puluh dua", "angka-terpisah"),
    ("12", "21", "", "angka-tertukar"), ("305", "350", "", "angka-tertukar"),
    ("12000", "12", "", "ribu-hilang"),
    ("500", "5000", "", "nol-lebih"), ("10", "100", "", ""), ("Rp500", "Rp50", "", "nol-kurang"),
    ("16", "19", "", "6-9"), ("9", "6", "", "6-9"),
])  # fmt: skip
def test_a_confusion_of_numbers_is_named(right: str, wrong: str, stem: str, name: str) -> None:
    assert typed(right, wrong, stem) == name


@pytest.mark.parametrize(("right", "wrong", "stem", "instead"), [
    ("7", "7", "", ""),
    ("7", "4", "", ""),                                  # no rule leads there
    ("4", "5", "2 dan 2", "satu-lebih"),                 # added, or multiplied? one more anyhow
    ("3000", "7000", "Ibu punya Rp10.000, dipakai Rp7.000. Berapa sisanya?", "angka-soal"),
    ("1500", "1501", "", ""),                            # nobody counts so far by ones
    ("2,5", "5,2", "", ""), ("-3", "-2", "", ""), ("0812", "0821", "", ""),
    ("9", "6", "15 + 4", ""),                            # digits are not what is asked
])  # fmt: skip
def test_another_number_is_not_named_for_it(
    right: str, wrong: str, stem: str, instead: str
) -> None:
    assert typed(right, wrong, stem) == instead


def test_where_two_steps_lead_to_the_right_number_no_step_is_named() -> None:
    assert typed("4", "0", "2 dan 2") == ""


def test_the_authors_expression_tells_what_is_calculated() -> None:
    task = Task(right=("8",), typed="digits", stem="Ada 2 baris, dan 1 di luar.",
                expression="a * b", numbers={"a": Fraction(2), "b": Fraction(4)})
    assert recognised(task, "6") == "tambah-kali"
    assert dict(foreseen(task))["6"] == "tambah-kali"


def test_a_rest_that_is_asked_for_is_not_the_result() -> None:
    task = Task(right=("1",), typed="digits", stem="7 kue untuk 3 orang. Berapa sisanya?",
                expression="a % b", numbers={"a": Fraction(7), "b": Fraction(3)})
    assert recognised(task, "2") == "hasil-sisa"


@pytest.mark.parametrize(("right", "wrong", "stem", "name"), [
    ("3000", "7000", CHANGE, "harga-kembalian"),
    ("3000", "10000", CHANGE, "uang-pembeli"),
    ("3000", "17000", CHANGE, ""),              # nobody has so much to give back
    ("3000", "17000", "Harga Rp10.000, lalu turun Rp7.000. Bayar.", "tambah-kurang"),
    ("6000", "2000", "3 ikat sayur, satu ikat Rp2.000. Bayar.", "angka-soal"),
    ("5000", "50000", "Bayar Rp5.000.", "nol-lebih"),
    ("3000", "2000", CHANGE, ""),               # how the sum misses, the kind itself tells
    ("100", "101", "", ""), ("12000", "12", "", ""),
])
def test_money_on_the_table_is_not_counted_by_ones(
    right: str, wrong: str, stem: str, name: str
) -> None:
    assert recognised(Task(right=(right,), typed="money", stem=stem), wrong) == name


def test_options_are_counted_only_where_there_is_something_to_count() -> None:
    assert recognised(Task(right=("5",)), "4") == ""            # the larger number, perhaps
    assert recognised(Task(right=("5",), counted=frozenset({5})), "4") == "satu-kurang"
    fish = Task(right=("🐟 🐟 🐟",), counted=frozenset({3}))
    assert recognised(fish, "🐟 🐟") == "satu-kurang"
    assert recognised(fish, "⚽ ⚽") == ""


def test_times_are_misread() -> None:
    assert recognised(Task(right=("jam:03.30",)), "jam:06.15") == "jarum-tertukar"
    assert recognised(Task(right=("3.30",)), "4.30") == "jam-lebih"
    assert recognised(Task(right=("3.15",)), "4.15") == ""
    assert recognised(Task(right=("12.00",)), "12.00") == ""
    assert dict(foreseen(Task(right=("03.30",), typed="letters"))) == {
        "06.15": "jarum-tertukar", "04.30": "jam-lebih",
    }


def test_a_fraction_stands_on_its_head() -> None:
    assert recognised(Task(right=("3/4",)), "4/3") == "pecahan-terbalik"
    assert recognised(Task(right=("pecahan:3/4",)), "pecahan:4/3") == "pecahan-terbalik"
    assert recognised(Task(right=("2/2",)), "2/2") == ""
    assert recognised(Task(right=("3/4",)), "2/4") == ""


def test_amounts_are_read_with_what_they_count() -> None:
    assert amount("Rp5.000") == Amount(5000, "Rp")
    assert amount("5 ekor.") == Amount(5, "ekor")
    assert amount("titik:7") == Amount(7, "titik:")
    assert amount("uang:5000+2000") == Amount(7000, "uang")
    assert amount("🐟 🐟") == Amount(2, "🐟")
    assert amount("ikan") is None
    assert amount("3 + 4") is None
    assert amount("") is None


@pytest.mark.parametrize("stem", ["8 + 7 = ?", CHANGE, "", "3 ikat, satu ikat Rp5.000"])
@pytest.mark.parametrize("right", ["15", "3000", "15000", "7", "0"])
def test_what_is_foreseen_of_a_typed_number_is_recognised(right: str, stem: str) -> None:
    task = Task(right=(right,), typed="digits", stem=stem)
    found = dict(foreseen(task))
    assert 0 < len(found) <= 12
    assert right not in found
    assert all(recognised(task, text) == name for text, name in found.items())


def test_every_rule_of_numbers_has_its_words() -> None:
    for rules in (STEPS, sums.CHANGE, COUNTS, LATER_STEPS, PAID, PLACES, PAID_PLACES, LOOKS):
        assert set(rules) <= set(CONFUSIONS)
