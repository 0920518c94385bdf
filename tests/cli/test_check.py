"""`elearn check`: every fault as `file:line: what`, and the number of the shell."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elearn.cli.check import check
from tests.content.written import FRONT, line_of, written


def run(*arguments: object) -> Result:
    return CliRunner().invoke(check, [str(one) for one in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Dewi's lessons: one good, one with two slips."""
    inside = tmp_path / "lessons" / "literasi"
    inside.mkdir(parents=True)
    (inside / "baca-01-x.md").write_text(written().replace("baca-03-", "baca-01-"))
    (inside / "baca-02-x.md").write_text(broken())
    return tmp_path / "lessons"


def broken() -> str:
    text = written(front=FRONT.replace("judul", "jdul"), step="![](titk:7)\n\n“Ibu”\n")
    return text.replace("baca-03-", "baca-02-")


def test_the_shipped_lessons_are_good(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("ELEARN_")]:
        monkeypatch.delenv(name)
    result = run("--day", "2026-11-24")
    *notes, last = result.output.splitlines()
    assert (result.exit_code, last) == (0, "Semua baik.")
    assert all("catatan: " in note and "belum ditulis" in note for note in notes), notes


def test_every_fault_is_told_with_its_file_and_line(folder: Path) -> None:
    result = run(folder)
    path = folder / "literasi" / "baca-02-x.md"
    figure, quote = line_of(broken(), "titk"), line_of(broken(), "Ibu”")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{path}:2: 'jdul' tidak dikenal; maksudnya 'judul'?",
        f"{path}:{figure}: Gambar hitung 'titk' tidak dikenal; maksudnya 'titik'?",
        f"{path}:{quote}: catatan: Tanda kutip miring dibaca sebagai tanda kutip "
        "lurus.",
        "Ada 2 hal yang harus diperbaiki.",
    ]


def test_a_note_alone_is_no_fault(folder: Path) -> None:
    (folder / "literasi" / "baca-02-x.md").unlink()
    path = folder / "literasi" / "baca-01-x.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    result = run(folder)
    assert result.exit_code == 0
    assert "catatan" in result.output


def test_one_file_is_checked_among_its_neighbours(folder: Path) -> None:
    good, bad = folder / "literasi" / "baca-01-x.md", folder / "literasi" / "baca-02-x.md"
    assert run(good).exit_code == 0
    assert run(bad).exit_code == 1
    copy = folder / "literasi" / "baca-03-x.md"
    copy.write_text(good.read_text())
    result = run(copy)
    assert "sudah dipakai di baca-01-x.md" in result.output
    assert run(good).exit_code == 0


def test_the_folder_of_a_subject_can_be_checked(folder: Path) -> None:
    assert run(folder / "literasi").exit_code == 1
    (folder / "numerasi").mkdir()
    assert run(folder / "numerasi").output == "Semua baik.\n"


def test_a_path_from_where_one_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "literasi")
    assert run("baca-02-x.md").output.startswith("baca-02-x.md:2: 'jdul'")
    monkeypatch.chdir(folder)
    assert run("literasi/baca-02-x.md").output.startswith("literasi/baca-02-x.md:2: 'jdul'")


def test_a_file_in_a_place_of_its_own_is_checked_alone(tmp_path: Path) -> None:
    path = tmp_path / "baca-01-x.md"
    path.write_text(written())
    assert run(path).output == "Semua baik.\n"
    named = path.rename(tmp_path / "baca-01.md.txt")
    assert run(named).output.startswith(
        f"{named}:1: Nama berkas 'baca-01.md.txt' harus berakhir '.md'; maksudnya 'baca-01.md'?"
    )


def test_two_places_at_once(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "baca-01-y.md"
    path.write_text("halo")
    result = run(folder, path)
    assert str(path) in result.output
    assert str(folder) in result.output


def test_a_path_that_is_not_there_is_told() -> None:
    assert run("tidak-ada.md").exit_code == 2


def test_a_setting_that_is_not_known_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELEARN_LESONS", "x")
    result = run()
    assert result.exit_code == 1
    assert "ELEARN_LESSONS" in result.output


def test_messages_in_english_have_no_gaps(folder: Path) -> None:
    result = run("--lang", "en", folder)
    assert result.exit_code == 1
    assert "{" not in result.output
    assert f"{folder / 'literasi' / 'baca-02-x.md'}:2: " in result.output


FACTS = """## F-112
nilai: 112
jenis: telepon
sumber: koran
diperiksa: 2026-11-23
berlaku: 3 bulan

## F-OJK
nilai: 157
jenis: telepon
sumber: koran
diperiksa: 2026-11-23
berlaku: 3 bulan
"""
CALLING = """### Soal: pilih
Mana nomor OJK?
- [x] {F-OJK}
- [ ] {F-112}
- [ ] 999
Kode: baca-01-ojka
"""


@pytest.fixture
def with_facts(folder: Path) -> Path:
    """Dewi's lessons: one good, about a number to call."""
    (folder / "literasi" / "baca-02-x.md").unlink()
    text = written(step="Pinjaman? Telepon {F-OJK}.\nApi? {F-112 dicek}\n", question=CALLING)
    (folder / "literasi" / "baca-01-x.md").write_text(text.replace("baca-03-", "baca-01-"))
    (folder / "fakta.md").write_text(FACTS)
    return folder


@pytest.mark.parametrize(("day", "told"), [
    ("2027-01-23", []),
    ("2027-01-24", ["berlaku sampai 2027-02-23", "berlaku sampai 2027-02-23"]),
    ("2027-02-23", ["berlaku sampai 2027-02-23", "berlaku sampai 2027-02-23"]),
    ("2026-11-22", ["belum tiba (2026-11-23)", "belum tiba (2026-11-23)"]),
])
def test_a_fact_is_named_thirty_days_before_its_last(
    with_facts: Path, day: str, told: list[str]
) -> None:
    result = run(with_facts, "--day", day)
    assert result.exit_code == 0
    notes = result.output.splitlines()[:-1]
    assert len(notes) == len(told)
    for note, words in zip(notes, told, strict=True):
        assert words in note
        assert note.startswith(f"{with_facts}/fakta.md:")
        assert "catatan: F-" in note


def test_a_past_fact_is_a_warning_and_says_what_waits_for_it(with_facts: Path) -> None:
    result = run(with_facts, "--day", "2027-02-24")
    path = with_facts / "literasi" / "baca-01-x.md"
    text = path.read_text()
    called, asked, option = (line_of(text, words) for words in (
        "Telepon {F-OJK}", "### Soal: pilih\nMana nomor OJK", "[x] {F-OJK}"))
    assert result.exit_code == 0
    again = "Periksa lagi, lalu ganti 'diperiksa:'."
    assert result.output.splitlines() == [
        f"{with_facts}/fakta.md:1: catatan: F-112 lewat sesudah 2027-02-23. Nomor darurat tetap "
        f"tampil, dengan tanggalnya. {again}",
        f"{with_facts}/fakta.md:8: catatan: F-OJK lewat sesudah 2027-02-23. Pelajar membaca "
        f"'tanyakan petugas'. {again}",
        f"{path}:{called}: catatan: F-OJK lewat waktunya: pelajar membaca 'tanyakan petugas' di "
        "sini.",
        f"{path}:{asked}: catatan: Soal ini tidak ditanyakan sampai F-OJK diperiksa lagi.",
        f"{path}:{option}: catatan: F-OJK lewat waktunya: pelajar membaca 'tanyakan petugas' di "
        "sini.",
        "Semua baik.",
    ]
    assert "past its date" in run(path, "--lang", "en", "--day", "2027-02-24").output


def test_fakta_md_is_checked_among_the_lessons_and_alone(with_facts: Path, tmp_path: Path) -> None:
    path = with_facts / "fakta.md"
    path.write_text(FACTS.replace("jenis", "jenes", 1))
    wrong = "3: 'jenes' tidak dikenal; maksudnya 'jenis'?"
    for target in (path, with_facts):
        result = run(target, "--day", "2026-11-24")
        assert (result.exit_code, result.output.splitlines()[0]) == (1, f"{path}:{wrong}")
    alone = tmp_path / "lain" / "fakta.md"
    alone.parent.mkdir()
    alone.write_text(path.read_text())
    assert run(alone).output.splitlines()[0] == f"{alone}:{wrong}"


ALIKE = """### Soal: pilih
Dengar. Mana tulisannya?
Suara: [massa]
- [x] massa
- [ ] masa
- [ ] mata
Kode: baca-03-aaaa
"""


def test_answers_that_sound_alike_are_told_in_a_folder_and_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ELEARN_DATA", str(tmp_path / "data"))
    text = written(question=ALIKE)
    for path in (tmp_path / "lessons" / "literasi" / "baca-03-x.md", tmp_path / "baca-03-x.md"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        first, *_ = run("--lang", "en", path).output.splitlines()
        assert first == (
            f"{path}:{line_of(text, 'masa')}: 'massa' and 'masa' sound the same, but this question "
            "is answered by listening. Take another word, or record a person's voice."
        )
    assert not list(tmp_path.rglob("*.flac"))
