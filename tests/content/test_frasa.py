"""frasa.md: the bank of stock phrases, and instructions that nearly are one."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from elearn import paths
from elearn.cli.check import check
from elearn.content.catalogue import Shelf
from elearn.content.frasa import NAME, read_phrases
from elearn.content.lesson import Lesson
from elearn.content.phrases import instructions, interface, phrase_notes
from elearn.content.reader import read
from tests.content.written import AROUND, CHOOSE, FRONT, STEM, filler, written

BANK = {"Lihat gambarnya.": 1, "Dengar dulu.": 2}


def lesson(step: str, question: str = CHOOSE) -> Lesson:
    found = read(written(FRONT, step, question), STEM, "literasi", AROUND).lesson
    assert found is not None
    return found


def notes(step: str) -> list[tuple[int, str, str]]:
    found = phrase_notes(lesson(step), BANK)
    return [(one.line, str(one.values["sentence"]), str(one.values["phrase"])) for one in found]


def test_the_shipped_bank_has_no_fault_and_about_sixty_phrases() -> None:
    found = read_phrases((paths.shipped("lessons") / NAME).read_bytes())
    assert (found.faults, found.notes) == ((), ())
    assert 55 <= len(found.phrases) <= 65


def test_a_sentence_that_differs_by_small_words_names_its_phrase() -> None:
    step = "\n## Suku kata\n\nIni ibu.\n\nSekarang lihat gambar. Dengar dulu.\n"
    (line, sentence, phrase), = notes(step)
    assert (sentence, phrase) == ("Sekarang lihat gambar.", "Lihat gambarnya.")
    assert lesson(step).source.split("\n")[line - 1].startswith("Sekarang lihat")


def test_a_sentence_of_the_interface_is_a_phrase_too() -> None:
    assert "Pilih dulu jawabannya." in interface()
    assert notes("\n## Suku kata\n\nPilih jawabannya.\n")[0][2] == "Pilih dulu jawabannya."


@pytest.mark.parametrize("words", [
    "Dengar dulu.", "Lihat ibu.", "Lihat **gambar** ini.", "Lihat gambar 🐟 ini.", "Dengar.",
    "> lihat gambar.",
])
def test_what_is_no_phrase_and_what_is_one_is_left_alone(words: str) -> None:
    assert notes(f"\n## Suku kata\n\n{words}\n") == []


def test_hints_questions_and_quotes_are_instructions_and_options_are_not() -> None:
    asked = (
        "### Soal: pilih\nLihat huruf ini.\n- [x] Dengar dulu.\n  > Baca lagi.\n- [ ] dua\n"
        "- [ ] tiga\n"
        "Petunjuk: Ucapkan pelan-pelan.\nPenjelasan: Ingat ini.\nKode: baca-03-aaaa\n"
    )
    found = [one.text for one in instructions(lesson("\n## Suku kata\n", asked + filler(9)))]
    assert found[1:5] == ["Lihat huruf ini.", "Baca lagi.", "Ucapkan pelan-pelan.", "Ingat ini."]
    assert "Dengar dulu." not in found


def test_a_bank_that_changes_is_read_again_and_its_faults_are_told(tmp_path: Path) -> None:
    (tmp_path / "literasi").mkdir()
    bank = tmp_path / NAME
    bank.write_text("- Dengar dulu.\n")
    shelf = Shelf(tmp_path)
    assert set(shelf.current.around.phrases) == {"Dengar dulu."}
    bank.write_text("- Dengar dulu.\n- Lihat gambarnya.\n- Ikan.\n")
    assert shelf.refresh()
    assert set(shelf.current.around.phrases) == {"Dengar dulu.", "Lihat gambarnya."}
    assert [fault.line for fault in shelf.current.faults[bank]] == [3]


def test_the_check_tells_a_nearly_stock_phrase_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "literasi").mkdir()
    (tmp_path / NAME).write_text("- Lihat gambarnya.\n")
    path = tmp_path / "literasi" / f"{STEM}.md"
    front = FRONT.replace("prasyarat: baca-02-vokal-o-e\n", "")
    path.write_text(written(front, "\n## Suku kata\n\nSekarang lihat gambar.\n"))
    told = CliRunner().invoke(check, [str(path)])
    assert "catatan: 'Sekarang lihat gambar.' hampir sama dengan frasa" in told.output
    assert told.exit_code == 0
