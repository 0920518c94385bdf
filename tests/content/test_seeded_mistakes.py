"""Dewi makes a mistake: she is told at its line, in a sentence that says what to do, once."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from elearn import messages, paths
from elearn.content.catalogue import Catalogue, among, load
from elearn.content.faults import told
from elearn.content.reader import read
from elearn.questions.values import Fault
from tests.content.seeded.mistakes import MISTAKES, Mistake
from tests.matrix import crossed

LESSON = Path(__file__).parent / "seeded" / "hitung-07-belanja.md"
SHIPPED = paths.shipped("lessons")
WHOLE = LESSON.read_text()
FOUND: dict[str, list[Fault]] = {}      # each mistake is looked at from several sides


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Dewi's folder: her lesson, the one before it, and what lies around them."""
    folder = tmp_path_factory.mktemp("pelajaran")
    (folder / "numerasi").mkdir()
    for name in ("fakta.md", "gambar.md", "numerasi/hitung-01-satu-lima.md"):
        shutil.copy(SHIPPED / name, folder / name)
    shutil.copy(LESSON, folder / "numerasi")
    return load(folder)


def seeded(mistake: Mistake) -> str:
    """Return the lesson with the mistake in it."""
    pattern = ".*?".join(map(re.escape, mistake.old.split("…")))
    text, count = re.subn(pattern, lambda _: mistake.new, WHOLE, count=1, flags=re.DOTALL)
    assert count == 1
    return text


def line_of(mistake: Mistake, text: str) -> int:
    if isinstance(mistake.at, int):
        return mistake.at
    return text[: text.index(mistake.at)].count("\n") + 1


def wrong(text: str, catalogue: Catalogue) -> list[Fault]:
    """Return everything that is wrong with a text as her lesson among the others."""
    if text not in FOUND:
        found = read(text, LESSON.stem, "numerasi", catalogue.around, "id")
        FOUND[text] = [*found.faults, *(among(catalogue, found.lesson) if found.lesson else ())]
    return FOUND[text]


def test_the_lesson_itself_has_no_fault_and_is_at_home_in_its_folder(catalogue: Catalogue) -> None:
    assert (catalogue.faults, catalogue.notes) == ({}, {})
    assert LESSON.stem in catalogue.lessons


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_a_mistake_is_told_at_its_line_and_once(mistake: Mistake, catalogue: Catalogue) -> None:
    text = seeded(mistake)
    found = [(fault.line, fault.text) for fault in wrong(text, catalogue)]
    assert found == [(line_of(mistake, text), mistake.told)]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_a_mistake_is_told_in_english_too(mistake: Mistake, catalogue: Catalogue) -> None:
    (fault,) = wrong(seeded(mistake), catalogue)
    english = told(fault, messages.translator("en"))
    assert english != told(fault, messages.translator("id"))
    assert fault.message in messages.catalogue("en")


def test_there_are_many_different_mistakes() -> None:
    assert len(MISTAKES) >= 140
    assert len({one.what for one in MISTAKES}) == len(MISTAKES)
    assert len({(one.old, one.new) for one in MISTAKES}) == len(MISTAKES)
    assert len({one.told for one in MISTAKES}) >= 90


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_a_message_is_short_and_says_what_to_do(mistake: Mistake) -> None:
    asks = re.search(
        r"\b(tulis|hapus|ganti|pakai|memakai|pilih|geser|beri|tambahkan|pindahkan|periksa|simpan"
        r"|longgarkan|pisahkan|mulai|maksudnya|harus|adalah|kalender|ditulis"
        r"|yang (ada|boleh|sudah))\b",
        mistake.told, re.IGNORECASE,
    )
    assert asks
    assert len(mistake.told) <= 220


@pytest.mark.parametrize(
    ("what", "saved", "note"),
    [
        ("BOM", lambda text: text.encode("utf-8-sig"), "Tanda BOM di awal berkas diabaikan."),
        ("CRLF", lambda text: text.replace("\n", "\r\n").encode(),
         "Akhir baris Windows (CRLF) dibaca sebagai akhir biasa."),
        ("CR", lambda text: text.replace("\n", "\r").encode(),
         "Akhir baris Windows (CRLF) dibaca sebagai akhir biasa."),
        ("UTF-16", lambda text: text.encode("utf-16"),
         "Berkas disimpan sebagai UTF-16; dibaca sebagai UTF-8."),
    ],
)
def test_what_notepad_does_is_no_mistake(
    what: str, saved: Callable[[str], bytes], note: str, catalogue: Catalogue
) -> None:
    found = read(saved(WHOLE), LESSON.stem, "numerasi", catalogue.around, "id")
    assert found.faults == (), what
    assert note in [one.text for one in found.notes]
    assert {one.line for one in found.notes} == {1}


def test_old_windows_letters_and_word_quotes_are_no_mistake(catalogue: Catalogue) -> None:
    text = re.sub("[^\x00-\x7f]", "", WHOLE.replace("🐟", "kafé").replace("🍅 kafé", "kafé"))
    text = re.sub("gambar: \n", "", text)
    text = text.replace("- [ ] \n", "- [ ] bola\n", 1).replace("- [ ] \n", "- [ ] pisang\n")
    text = text.replace("-  = bola", "- bulat = bola").replace("Bu Mina menjual ikan.", "“Ikan”")
    found = read(text.encode("cp1252"), LESSON.stem, "numerasi", catalogue.around, "id")
    assert found.faults == ()
    assert [one.text for one in found.notes] == [
        "Berkas disimpan sebagai teks Windows lama; dibaca sebagai UTF-8.",
        "Tanda kutip miring dibaca sebagai tanda kutip lurus.",
    ]


def test_a_name_that_ends_in_txt_is_told_with_the_name_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "numerasi").mkdir()
    named = tmp_path / "numerasi" / "hitung-07-belanja.md.txt"
    shutil.copy(LESSON, named)
    assert [(fault.line, fault.text) for fault in load(tmp_path).faults[named]] == [
        (1, "Nama berkas 'hitung-07-belanja.md.txt' harus berakhir '.md'; maksudnya "
         "'hitung-07-belanja.md'?")
    ]


SLIPS = (
    ("judul: ", "judul ", "Titik dua belum ada sesudah 'judul'. Tulis 'judul: …'."),
    ("\n### Soal: pilih\n", "\n### Soal pilih\n", "Titik dua belum ada. Tulis '### Soal: pilih'."),
    ("\n### Soal: pilih\n", "\n## Soal: pilih\n",
     "Soal ditulis dengan '### ' di awal baris. Tulis '### Soal: pilih'."),
    ("\n- [x] ", "\n[x] ", "Tanda '-' di depan kotak belum ada. Tulis '- [x] …'."),
    ("\n- [x] ", "\n-[x ", "Kotak ini belum lengkap. Tulis '- [x] …'."),
    ("\n  > ", "\n> ", "Kutipan sesudah pilihan harus menjorok. Geser dua spasi: '  > …'. Bacaan "
     "ditulis sebelum pilihan pertama."),
    ("\nPetunjuk: ", "\nPetunjuk ", "Titik dua belum ada sesudah 'Petunjuk'. Tulis 'Petunjuk: …'."),
    ("\nKode: ", "\nKode ", "Titik dua belum ada sesudah 'Kode'. Tulis 'Kode: …'."),
    ("\nKode: ", "\nKdoe: ", "'Kdoe:' tidak dikenal; maksudnya 'Kode:'? Kalau ini percakapan, "
     "tulis '**Kdoe:** …'."),
)


@pytest.mark.parametrize(
    ("path", "slip"), crossed(sorted(SHIPPED.glob("*/*.md")), SLIPS, len(SLIPS))
)
def test_the_same_slip_is_told_alike_in_every_shipped_lesson(
    path: Path, slip: tuple[str, str, str], catalogue: Catalogue
) -> None:
    old, new, message = slip
    whole = path.read_text()
    text = whole.replace(old, new, 1)
    stem = path.name.split(".")[0]
    before = read(whole, stem, path.parent.name, catalogue.around).faults
    found = read(text, stem, path.parent.name, catalogue.around).faults
    at = whole.index(old) if old in whole else 0
    assert [(one.line, one.text) for one in found if one not in before] == (
        [(whole.count("\n", 0, at + len(old) - 1) + 1, message)] if text != whole else []
    )
