"""The map of all lessons, and how many of them are written."""

from elearn import paths
from elearn.content.curriculum import MAP, Count, count, told, unwritten
from elearn.content.subjects import SUBJECTS, is_stem, natural, number_of, subject_of
from tests.shipped import catalogue as shipped_lessons

ENGLISH = {"literasi": "literacy", "numerasi": "numeracy", "kewirausahaan": "entrepreneurship",
           "hak": "rights"}


def test_the_map_holds_142_lessons_each_once_in_a_subject() -> None:
    stems = [one.stem for one in MAP]
    assert len(set(stems)) == len(stems) == 142
    assert all(is_stem(stem) and subject_of(stem) in SUBJECTS for stem in stems)
    assert {one.audience for one in MAP} == {"anak", "dewasa", "semua"}
    for prefix in ("baca", "tulis", "hitung", "usaha", "hak"):
        own = [stem for stem in stems if stem.startswith(f"{prefix}-")]
        assert own == sorted(own, key=natural)


def test_only_lessons_of_the_map_are_counted() -> None:
    stems = ["baca-03-m-b", "hitung-01-satu-lima", "baca-99-milik-sendiri"]
    assert count(stems) == Count(2, 142)
    assert count(stems, "literasi") == Count(1, 48)
    assert count(stems, "hak") == Count(0, 30)
    assert sum(count(stems, name).mapped for name in SUBJECTS) == 142


def test_the_count_is_said_in_both_languages() -> None:
    assert told(Count(14, 142), "id") == "14 dari 142 pelajaran sudah ada."
    assert told(Count(14, 142), "en") == "14 of 142 lessons are here already."


def test_shipped_lessons_are_on_the_map_and_tests_come_after_one_that_is() -> None:
    stems = [one.stem for one in MAP]
    numbers = {number_of(stem) for stem in stems}
    for stem, readings in shipped_lessons().lessons.items():
        test = readings["id"].meta.test
        assert number_of(stem) in numbers if test else stem in stems


def test_what_is_not_written_is_what_the_map_has_beside_what_there_is() -> None:
    stems = ["baca-03-m-b", "hitung-01-milik-sendiri"]
    left = [one.stem for one in unwritten(stems)]
    assert len(left) == 140
    assert not {"baca-03-m-b", "hitung-01-satu-lima"} & {*left}
    assert unwritten(["baca-03-x"]) == ()


def test_the_readme_says_how_many_are_written() -> None:
    stems = shipped_lessons().lessons
    whole = count(stems)
    parts = (
        f"{ENGLISH[name]} {found.written} of {found.mapped}"
        for name in SUBJECTS if (found := count(stems, name))
    )
    line = f"**{whole.written} of {whole.mapped} mapped lessons are written**: {', '.join(parts)}."
    assert line in (paths.CHECKOUT / "README.md").read_text("utf-8").split("\n")
