"""Rules of a folder: circles, chains, numbers and codes that are taken."""

from pathlib import Path

from elearn.content.among import LONGEST_CHAIN
from elearn.content.catalogue import Catalogue, load
from tests.content.test_catalogue import coded, put, told
from tests.content.written import FRONT


def lesson(folder: Path, number: str, *before: str) -> Path:
    asks = f"prasyarat: {', '.join(before)}\n" if before else ""
    return put(folder, f"hitung-{number}-x.md", coded(f"hitung-{number}", front=FRONT + asks),
               "numerasi")


def noted(catalogue: Catalogue, path: Path) -> list[tuple[int, str]]:
    return [(note.line, note.text) for note in catalogue.notes.get(path, ())]


def test_prerequisites_in_a_circle_are_told_once_with_the_whole_circle(tmp_path: Path) -> None:
    first = lesson(tmp_path, "01", "hitung-03-x")
    lesson(tmp_path, "02", "hitung-01-x")
    lesson(tmp_path, "03", "hitung-02-x")
    lesson(tmp_path, "04", "hitung-03-x")
    catalogue = load(tmp_path)
    assert set(catalogue.faults) == {first}
    assert told(catalogue, first) == [
        (7, "Prasyarat melingkar: hitung-01-x → hitung-03-x → hitung-02-x → hitung-01-x. "
            "Hapus salah satu.")
    ]
    assert len(catalogue.lessons) == 4                # nobody loses a lesson by it


def test_a_lesson_that_asks_for_itself_is_a_circle(tmp_path: Path) -> None:
    path = lesson(tmp_path, "01", "hitung-01-x")
    assert told(load(tmp_path), path) == [
        (7, "Prasyarat melingkar: hitung-01-x → hitung-01-x. Hapus salah satu.")
    ]


def test_two_ways_to_the_same_lesson_are_no_circle(tmp_path: Path) -> None:
    lesson(tmp_path, "01")
    lesson(tmp_path, "02", "hitung-01-x")
    lesson(tmp_path, "03", "hitung-01-x")
    lesson(tmp_path, "04", "hitung-02-x", "hitung-03-x")
    assert not load(tmp_path).faults


def test_a_chain_that_is_too_deep_is_noted_where_it_becomes_so(tmp_path: Path) -> None:
    before: tuple[str, ...] = ()
    for number in range(LONGEST_CHAIN + 4):
        lesson(tmp_path, f"{number:02}", *before)
        before = (f"hitung-{number:02}-x",)
    catalogue = load(tmp_path)
    assert not catalogue.faults
    deep = tmp_path / "numerasi" / f"hitung-{LONGEST_CHAIN:02}-x.md"
    assert set(catalogue.notes) == {deep}
    assert noted(catalogue, deep)[0][0] == 7
    assert "60 prasyarat" in noted(catalogue, deep)[0][1]


def test_two_lessons_of_one_number_are_noted(tmp_path: Path) -> None:
    lesson(tmp_path, "01")
    other = put(tmp_path, "hitung-01-y.md", coded("hitung-91"), "numerasi")
    assert noted(load(tmp_path), other) == [
        (1, "Nomor 'hitung-01' juga dipakai pelajaran 'hitung-01-x'.")
    ]


def test_a_prerequisite_that_the_map_plans_is_noted_and_no_fault(tmp_path: Path) -> None:
    path = lesson(tmp_path, "01", "hitung-17-kembalian")
    catalogue = load(tmp_path)
    assert not catalogue.faults
    assert noted(catalogue, path) == [
        (7, "Prasyarat 'hitung-17-kembalian' belum ditulis. Sampai itu ada, 'Lanjut' menawarkan "
            "pelajaran ini sesudah yang lain.")
    ]
    assert catalogue.unwritten == {"hitung-17-kembalian"}


def test_a_test_may_share_the_number_of_the_lesson_before_it(tmp_path: Path) -> None:
    lesson(tmp_path, "01")
    put(tmp_path, "hitung-01-uji.md", coded("hitung-01", front=FRONT + "jenis: uji\n")
        .replace("hitung-01-", "hitung-01-u"), "numerasi")
    assert not load(tmp_path).notes
