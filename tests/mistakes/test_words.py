"""What was read or written for what: every rule where it fits, and where it must be silent."""

import pytest

from elearn.mistakes import CONFUSIONS, Task, foreseen, recognised
from elearn.mistakes.words import WORD_RULES, signs


def read(right: str, wrong: str) -> str:
    """Name the mistake of a learner who taps `wrong` among words that she reads."""
    return recognised(Task(right=(right,), reading=True), wrong)


@pytest.mark.parametrize(("right", "wrong", "name"), [
    ("buku", "duku", "b-d"), ("dadu", "babu", "b-d"),
    ("pagi", "bagi", "b-p"),
    ("mau", "bau", "b-m"),
    ("sama", "sana", "m-n"),
    ("bunga", "buna", "n-ng"), ("makan", "makang", "n-ng"), ("ibu makan.", "ibu makang", "n-ng"),
    ("namuk", "nyamuk", "n-ny"),
    ("bunga", "bunya", "ng-ny"),
    ("nasi", "uasi", "n-u"),
    ("lari", "rari", "l-r"),
    ("dua", "tua", "d-t"),
    ("kali", "gali", "g-k"),
    ("sate", "sati", "e-i"),
    ("botol", "butul", "o-u"),
    ("makan", "maka", "akhir-hilang"), ("bawang putih", "bawa puti", "akhir-hilang"),
    ("maka", "makan", "akhir-lebih"),
    ("bumi", "mibu", "urutan-suku"), ("mana", "nama", "urutan-suku"),
    ("sekolah", "kolahse", "urutan-suku"),
    ("ubi", "ibu", "urutan-huruf"), ("ini ubi.", "ini ibu.", "urutan-huruf"),
    ("ba", "bi", "vokal"), ("satu", "sate", "vokal"),
    ("rumah", "ruma", "akhir-hilang"), ("rumah", "umah", "kurang-huruf"),
])
def test_a_confusion_of_words_is_named(right: str, wrong: str, name: str) -> None:
    assert read(right, wrong) == name


@pytest.mark.parametrize(("right", "wrong"), [
    ("buku", "buku"),            # nothing differs
    ("Buku.", "buku"),           # nothing that is read
    ("buku", "dupu"),            # b for d, and another letter too
    ("ibu", "ikan"),             # another word
    ("makan", "minum"),
    ("bunga", "buga"[::-1]),
    ("kaki", "kuku"),            # two vowels: she thought of another thing
    ("🐟", "⚽"),
    ("10 > 4", "4 > 10"),        # no words
    ("ikan", ""),
    ("saya makan nasi goreng pedas", "saya maka nasi goreng pedas"),     # too long to be sure
])
def test_another_answer_is_no_confusion_of_words(right: str, wrong: str) -> None:
    assert read(right, wrong) == ""


def test_spoken_options_are_not_misread() -> None:
    spoken = Task(right=("buku",))
    assert recognised(spoken, "duku") == ""
    assert recognised(Task(right=("b",)), "d") == "b-d"         # they are about letters


def test_where_two_rules_fit_the_more_specific_names_it() -> None:
    assert read("dab", "bad") == "b-d"              # also the letters in another order
    assert read("bada", "daba") == "urutan-suku"    # also b for d, twice
    assert read("ba", "ab") == "urutan-huruf"
    assert read("tak", "ta") == "akhir-hilang"      # also one letter less
    assert read("ko", "ku") == "o-u"                # also another vowel


def test_any_of_several_right_answers_tells_what_was_meant() -> None:
    assert recognised(Task(right=("iwak", "ikan"), reading=True), "ika") == "akhir-hilang"


@pytest.mark.parametrize("right", ["buku", "makan", "bunga", "nyamuk", "rumah sakit", "sekolah"])
def test_what_is_foreseen_of_a_typed_word_is_what_its_rule_recognises(right: str) -> None:
    task = Task(right=(right,), typed="letters")
    found = dict(foreseen(task))
    assert found
    assert len(found) <= 12
    assert right not in found
    assert all(recognised(task, text) == name for text, name in found.items())


def test_likely_mistakes_in_a_word_are_foreseen() -> None:
    found = dict(foreseen(Task(right=("makan",), typed="letters")))
    assert found["maka"] == "akhir-hilang"
    assert found["makang"] == "n-ng"
    assert found["kanma"] == "urutan-suku"


def test_every_variant_that_a_rule_gives_fits_the_rule() -> None:
    for rule in WORD_RULES:
        for right in ("buku", "makan", "bunga", "nyanyi", "lari", "sekolah", "dada", "a"):
            for wrong in rule.variants(signs(right)):
                assert rule.fits(signs(right), signs(wrong)) or wrong == right, (rule.name, wrong)


def test_every_rule_of_words_has_its_words() -> None:
    assert {rule.name for rule in WORD_RULES} <= set(CONFUSIONS)
