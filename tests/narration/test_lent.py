"""What people are asked to say, and how much of the instruction they say."""

from pathlib import Path

import pytest

from elearn.content.around import Around
from elearn.narration import keeping
from elearn.narration.heard import Heard, Tally
from elearn.narration.keeping import About, name_in
from elearn.narration.lent import Lending

FOUND = Tally(
    (Heard("Belum.", 10, 0.7), Heard("Baca lagi.", 3, 1.0), Heard("Cari perut dulu.", 2, 1.5)),
    ("m", "ng"),
)
AROUND = Around(phrases={"Lihat gambarnya.": 1, "Baca lagi.": 2})


def asked(language: str = "id") -> Lending:
    return Lending(FOUND, AROUND, language)


def test_phrases_of_the_bank_and_of_the_interface_are_asked_for_the_longest_heard_first() -> None:
    assert [one.sentence for one in asked().wanted] == ["Belum.", "Baca lagi."]
    assert [one.sentence for one in asked("nij").wanted] == ["Belum."]       # of the interface
    assert [one.sentence for one in asked("en").wanted] == ["Not yet."]


def test_the_rest_of_the_interface_and_lone_consonants_come_after() -> None:
    others = [one.sentence for one in asked().others]
    assert "Periksa" in others
    assert "Belum." not in others
    assert [one.sentence for one in asked().letters] == ["m", "ng"]
    assert asked("en").letters == ()


@pytest.mark.parametrize(("said", "language", "part"), [
    ([], "id", 0.0),
    (["Belum."], "id", 7 / 13),
    (["Belum.", "Baca lagi."], "id", 10 / 13),
    (["Belum."], "bjn", 1.0),
    (["Not yet."], "en", 1.0),
])
def test_the_part_is_counted_by_seconds_of_all_instruction(
    said: list[str], language: str, part: float
) -> None:
    names = {name_in(sentence, language) for sentence in said}
    assert asked(language).part(names) == pytest.approx(part)


def test_recordings_are_known_by_their_names_and_languages_apart(tmp_path: Path) -> None:
    keeping.keep(tmp_path, "nij", b"", About("Belum."))
    assert keeping.names(tmp_path, "nij") == {name_in("Belum.", "nij")}
    assert keeping.names(tmp_path, "id") == frozenset()
