"""A folder of lessons: one broken file never takes another down."""

import os
import time
import unicodedata
from pathlib import Path

import pytest

from elearn.content import listing
from elearn.content.catalogue import SUBJECTS, Catalogue, Shelf, load
from elearn.content.pictures import drawing
from tests.content.written import CHOOSE, FRONT, written
from tests.shipped import catalogue as shipped_lessons


def put(folder: Path, name: str, text: str | bytes, subject: str = "literasi") -> Path:
    """Save a lesson, surely newer than what stood there."""
    path = folder / subject / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    later = time.time_ns() + 10**9 * (1 + len(list(path.parent.iterdir())))
    os.utime(path, ns=(later, later + path.stat().st_size))
    return path


def coded(code: str, **parts: str) -> str:
    """Return a lesson whose questions have codes of their own."""
    return written(**parts).replace("baca-03-", f"{code}-")


def told(catalogue: Catalogue, path: Path) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in catalogue.faults.get(path, ())]


def test_the_shipped_lessons_have_no_fault() -> None:
    catalogue = shipped_lessons()
    assert {str(path): told(catalogue, path) for path in catalogue.faults} == {}
    noted = {fault.text for faults in catalogue.notes.values() for fault in faults}
    assert all(" belum ditulis" in text for text in noted)  # lessons of the map to come


def test_lessons_come_in_their_natural_order(tmp_path: Path) -> None:
    for number in ("02", "10", "01"):
        put(tmp_path, f"baca-{number}-x.md", coded(f"baca-{number}"))
    put(tmp_path, "tulis-01-x.md", coded("tulis-01"))
    assert [one.stem for one in load(tmp_path).subject("literasi")] == [
        "baca-01-x",
        "baca-02-x",
        "baca-10-x",
        "tulis-01-x",
    ]
    assert load(tmp_path).subjects == tuple(SUBJECTS)


def test_b7_a_broken_lesson_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    put(tmp_path, "baca-01-x.md", coded("baca-01"))
    broken = put(tmp_path, "baca-02-x.md", coded("baca-02").replace("judul", "jdul"))
    catalogue = load(tmp_path)
    assert set(catalogue.lessons) == {"baca-01-x"}
    assert told(catalogue, broken) == [(2, "'jdul' tidak dikenal; maksudnya 'judul'?")]


def test_b7_the_last_good_version_stays_when_a_file_breaks(tmp_path: Path) -> None:
    path = put(tmp_path, "baca-01-x.md", written())
    shelf = Shelf(tmp_path)
    good = shelf.current.lesson("baca-01-x")
    assert good is not None
    put(tmp_path, path.name, b"\xff\x00 half a file")
    assert shelf.refresh()
    assert shelf.current.lesson("baca-01-x") is good
    assert shelf.current.by_version(good.version) is good
    assert told(shelf.current, path)
    put(tmp_path, path.name, written(step="Baru.\n"))
    assert shelf.refresh()
    assert shelf.current.lesson("baca-01-x") is not good
    assert not shelf.current.faults


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    put(tmp_path, "baca-01-x.md", coded("baca-01"))
    put(tmp_path, "baca-02-x.md", coded("baca-02"))
    shelf = Shelf(tmp_path)
    before = shelf.current
    assert not shelf.refresh()
    assert shelf.current is before
    put(tmp_path, "baca-02-x.md", coded("baca-02", step="Baru.\n"))
    assert shelf.refresh()
    assert shelf.current.lesson("baca-01-x") is before.lesson("baca-01-x")
    assert shelf.current.lesson("baca-02-x") is not before.lesson("baca-02-x")


def test_a_lesson_that_was_deleted_is_gone(tmp_path: Path) -> None:
    path = put(tmp_path, "baca-01-x.md", written())
    shelf = Shelf(tmp_path)
    path.unlink()
    assert shelf.refresh()
    assert shelf.current.lessons == {}


def test_a_folder_that_was_pulled_out_keeps_its_lessons(tmp_path: Path) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    put(stick, "baca-01-x.md", written())
    shelf = Shelf(stick)
    stick.rename(away)
    assert shelf.refresh()
    assert shelf.current.lesson("baca-01-x")
    assert told(shelf.current, stick)
    assert not shelf.refresh()
    away.rename(stick)
    assert shelf.refresh()
    assert not shelf.current.faults


def test_every_subject_has_a_drawing() -> None:
    assert all(drawing(subject.emoji) for subject in SUBJECTS.values())


def test_an_empty_or_missing_folder_has_no_lessons(tmp_path: Path) -> None:
    assert load(tmp_path).lessons == {}
    assert load(tmp_path / "nowhere").lessons == {}


@pytest.mark.parametrize(
    "stem",
    [
        "../../etc/passwd",
        "..%2f..%2fetc",
        "baca-01-x/../baca-01-x",
        "baca-01-x.md",
        "%00",
        "baca-01-x\0",
        "CON",
        "NUL",
        "x" * 300,
        "a/b",
        "",
        ".",
        "..",
        "/etc/passwd",
        "baca-01-X",
        "lessons\\baca-01-x",
        unicodedata.normalize("NFD", "baca-01-é"),
        unicodedata.normalize("NFC", "baca-01-é"),
        "luar",
        "baca-09-luar",
    ],
)
def test_b3_only_keys_of_the_catalogue_open_a_lesson(tmp_path: Path, stem: str) -> None:
    home = tmp_path / "lessons"
    put(home, "baca-01-x.md", coded("baca-01"))
    outside = put(tmp_path, "luar.md", coded("baca-09"))
    (home / "literasi" / "baca-09-luar.md").symlink_to(outside)
    catalogue = load(home)
    assert catalogue.lesson(stem) is None
    assert catalogue.lesson("baca-01-x") is not None


def test_b3_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    home = tmp_path / "lessons"
    outside = put(tmp_path, "luar.md", written())
    (home / "literasi").mkdir(parents=True)
    for name, target in (("baca-01-x.md", outside), ("baca-02-x.md", tmp_path / "nowhere")):
        link = home / "literasi" / name
        link.symlink_to(target)
        assert told(load(home), link) == [
            (1, "Berkas ini tautan ke luar folder pelajaran, jadi tidak dibaca. Salin isinya.")
        ]
    assert load(home).lessons == {}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "baca-33.md.txt",
            "Nama berkas 'baca-33.md.txt' harus berakhir '.md'; maksudnya 'baca-33.md'?",
        ),
        ("baca-33.MD", "Nama berkas 'baca-33.MD' harus berakhir '.md'; maksudnya 'baca-33.md'?"),
        ("catatan.docx", "Berkas 'catatan.docx' bukan pelajaran. Nama pelajaran berakhir '.md'."),
        (
            "hitung-01.md",
            "Nama berkas di folder 'literasi' harus mulai dengan salah satu: 'baca-', 'tulis-'.",
        ),
        (
            "Baca 03.md",
            "Nama berkas 'Baca 03.md' tidak bisa dipakai. Pakai huruf kecil, nomor dua angka dan "
            "tanda hubung, paling panjang 60 huruf, misalnya 'baca-03-m-b.md'.",
        ),
    ],
)
def test_b3_names_that_cannot_be_used(tmp_path: Path, name: str, message: str) -> None:
    path = put(tmp_path, name, written())
    assert told(load(tmp_path), path) == [(1, message)]
    assert load(tmp_path).lessons == {}


def test_a_folder_with_a_slip_in_its_name_is_told(tmp_path: Path) -> None:
    put(tmp_path, "baca-01-x.md", written(), subject="literassi")
    assert told(load(tmp_path), tmp_path / "literassi") == [
        (1, "Folder 'literassi' tidak dikenal; maksudnya 'literasi'?")
    ]


def test_b9_a_code_of_another_lesson_is_refused_and_the_first_keeps_it(tmp_path: Path) -> None:
    put(tmp_path, "baca-02-x.md", written())
    shelf = Shelf(tmp_path)
    thief = put(tmp_path, "baca-01-x.md", coded("baca-01").replace("baca-01-aaaa", "baca-03-aaaa"))
    assert shelf.refresh()
    assert set(shelf.current.lessons) == {"baca-02-x"}
    (found,) = told(shelf.current, thief)
    assert found[1] == "Kode 'baca-03-aaaa' sudah dipakai di baca-02-x.md. Ganti salah satu."


def test_a_prerequisite_that_no_file_has_is_told_and_the_lesson_stays(tmp_path: Path) -> None:
    front = FRONT + "prasyarat: baca-01-x, baca-02-lain\n"
    put(tmp_path, "baca-01-x.md", coded("baca-01").replace("judul", "jdul"))
    put(tmp_path, "baca-02-x.md", coded("baca-02"))
    path = put(tmp_path, "baca-03-x.md", coded("baca-03", front=front))
    catalogue = load(tmp_path)
    assert told(catalogue, path) == [
        (7, "Prasyarat 'baca-02-lain' tidak ada; maksudnya 'baca-02-x'?")
    ]
    assert catalogue.lesson("baca-03-x")


def test_another_language_is_the_same_lesson(tmp_path: Path) -> None:
    put(tmp_path, "baca-01-x.md", written())
    put(tmp_path, "baca-01-x.en.md", written(front=FRONT + "bahasa: en\n"))
    catalogue = load(tmp_path)
    english, original = catalogue.lesson("baca-01-x", "en"), catalogue.lesson("baca-01-x", "id")
    assert english is not None
    assert original is not None
    assert (english.stem, english.meta.language) == (original.stem, "en")
    assert catalogue.lesson("baca-01-x", "fr") is original
    assert len(catalogue.subject("literasi")) == 1


def test_another_language_must_ask_the_same(tmp_path: Path) -> None:
    put(tmp_path, "baca-01-x.md", written())
    other = written(front=FRONT + "bahasa: en\n", question=CHOOSE.replace("- [ ] mumu\n", ""))
    path = put(tmp_path, "baca-01-x.en.md", other.replace("baca-03-f000", "baca-03-lain"))
    messages = [message for _, message in told(load(tmp_path), path)]
    assert messages == [
        "Soal 'baca-03-f000' dari pelajaran asal (baris 25) belum ada di sini.",
        "Soal 'baca-03-aaaa' lain dari asalnya (baris 17): jenis, jumlah pilihan, jawaban benar, "
        "Acak, Syarat dan Ulang harus sama.",
        "Soal 'baca-03-lain' tidak ada di pelajaran asalnya. Pakai Kode yang sama.",
    ]


def test_the_language_in_a_name_is_that_of_the_file(tmp_path: Path) -> None:
    put(tmp_path, "baca-01-x.md", written())
    path = put(tmp_path, "baca-01-x.en.md", written())
    assert told(load(tmp_path), path) == [
        (1, "Bahasa di dalam berkas ('id') lain dari bahasa di namanya ('en').")
    ]


def test_words_for_pictures_are_those_of_the_folder(tmp_path: Path) -> None:
    put(tmp_path, "baca-01-x.md", written(step="🍚\n"))
    (tmp_path / "gambar.md").write_text("# Kata\n\n- 🍚 = nasi\n- bukan gambar\n")
    shelf = Shelf(tmp_path)

    def word() -> str:
        lesson = shelf.current.lesson("baca-01-x")
        assert lesson is not None
        return next(piece.word for piece in lesson.steps[0].blocks[0].prose.pieces)  # type: ignore[union-attr]  # a Picture

    assert word() == "nasi"
    assert told(shelf.current, tmp_path / "gambar.md") == [
        (4, "Baris gambar tidak terbaca. Tulis seperti '- 🍚 = nasi'.")
    ]
    (tmp_path / "gambar.md").write_text("- 🍚 = nasi putih\n")
    assert shelf.refresh()
    assert word() == "nasi putih"


def test_b13_a_file_that_is_still_being_copied_is_told_and_the_others_stay(tmp_path: Path) -> None:
    put(tmp_path, "baca-01-x.md", coded("baca-01"))
    path = put(tmp_path, "baca-02-x.md", coded("baca-02"))
    shelf = Shelf(tmp_path)
    good, whole = shelf.current.lesson("baca-02-x"), path.read_bytes()
    for length in (0, 1, 50, 400, len(whole) - 30):
        put(tmp_path, path.name, whole[:length])
        assert shelf.refresh()
        assert told(shelf.current, path), length
        assert shelf.current.lesson("baca-02-x") is good
        assert shelf.current.lesson("baca-01-x") is not None
    put(tmp_path, path.name, whole)
    assert shelf.refresh()
    assert not shelf.current.faults


def test_b13_a_subject_that_cannot_be_looked_into_keeps_its_lessons(tmp_path: Path) -> None:
    put(tmp_path, "baca-01-x.md", coded("baca-01"))
    put(tmp_path, "hitung-01-x.md", coded("hitung-01"), "numerasi")
    shelf = Shelf(tmp_path)
    (tmp_path / "numerasi").rename(tmp_path / "away")
    (tmp_path / "numerasi").symlink_to(tmp_path / "numerasi")       # it leads round and round
    assert shelf.refresh()
    assert set(shelf.current.lessons) == {"baca-01-x", "hitung-01-x"}
    assert told(shelf.current, tmp_path / "numerasi") == [
        (1, "Folder ini tidak bisa dibaca. Periksa izinnya.")
    ]
    (tmp_path / "numerasi").unlink()
    (tmp_path / "away").rename(tmp_path / "numerasi")
    assert shelf.refresh()
    assert not shelf.current.faults


def test_b13_a_folder_that_is_bare_all_at_once_keeps_its_lessons(tmp_path: Path) -> None:
    put(tmp_path, "baca-01-x.md", coded("baca-01"))
    shelf = Shelf(tmp_path)
    (tmp_path / "literasi").rename(tmp_path.parent / "away")
    assert shelf.refresh()
    assert shelf.current.lesson("baca-01-x")
    assert told(shelf.current, tmp_path)


def test_a_pipe_or_a_folder_named_like_a_lesson_holds_nobody_up(tmp_path: Path) -> None:
    put(tmp_path, "baca-01-x.md", coded("baca-01"))
    (tmp_path / "literasi" / "baca-02-x.md").mkdir()
    pipe = tmp_path / "literasi" / "baca-03-x.md"
    os.mkfifo(pipe)
    catalogue = load(tmp_path)
    assert set(catalogue.lessons) == {"baca-01-x"}
    assert told(catalogue, pipe) == [
        (1, "Ini bukan berkas biasa, jadi tidak dibaca. Hapus, atau salin isinya.")
    ]


def test_b5_a_folder_with_too_many_files_is_read_up_to_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_FILES", 5)
    put(tmp_path, "baca-01-x.md", coded("baca-01"))
    for number in range(20):
        (tmp_path / "literasi" / f"foto {number}.jpg").write_bytes(b"")
    catalogue = load(tmp_path)
    assert told(catalogue, tmp_path / "literasi") == [
        (1, "Folder ini berisi lebih dari 5 berkas; sisanya tidak dibaca.")
    ]
    assert sum(len(found) for found in catalogue.faults.values()) <= 6
