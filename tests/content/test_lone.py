"""A consonant by itself: its name by the voice, its sound by a person or in a syllable."""

from pathlib import Path

import pytest

from elearn.content.lone import is_lone
from tests.content.own_files import put, reading, voice
from tests.content.written import notes, written

ASK = "### Soal: pilih\n{words}\nSuara: [{text}]\n- [x] b\n- [ ] m\n- [ ] k\nKode: baca-03-aaaa\n"
NOTE = ("'b' sendirian disebut nama hurufnya, bukan bunyinya. Pakai rekaman orang, "
        "'Suara: [b](suara/b.mp3)', atau suku kata 'ba'.")


@pytest.mark.parametrize("text", ["b", "B", "mmm", "ng", "s."])
def test_a_consonant_by_itself_is_lone(text: str) -> None:
    assert is_lone(text)


@pytest.mark.parametrize("text", ["a", "ba", "", "aaa", "1", "KTP", "b c", "{a}"])
def test_all_else_is_not(text: str) -> None:
    assert not is_lone(text)


def test_a_consonant_that_is_asked_as_a_sound_is_noted() -> None:
    text = written(question=ASK.format(words="Dengar bunyinya. Huruf apa?", text="b"))
    assert [note for _line, note in notes(text)] == [NOTE]


def test_its_name_may_be_asked() -> None:
    text = written(question=ASK.format(words="Dengar. Huruf apa?", text="b"))
    assert notes(text) == []


def test_what_has_no_name_is_noted_wherever_it_stands() -> None:
    assert len(notes(written(step="Dengar: [dengar](suara:mmm)\n\n> ibu mau ubi.\n"))) == 1


def test_a_recording_or_a_syllable_is_not_noted(tmp_path: Path) -> None:
    put(tmp_path, "suara/b.mp3", voice(0.5, "MP3"))
    question = ASK.format(words="Dengar bunyinya. Huruf apa?", text="b")
    recorded = written(question=question.replace("[b]", "[b](suara/b.mp3)"))
    assert reading(recorded, tmp_path).notes == ()
    assert notes(written(question=question.replace("[b]", "[ba]"))) == []
