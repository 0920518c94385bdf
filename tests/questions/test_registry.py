"""The registry of kinds."""

import json

import pytest

from elearn.questions import KINDS, kind_named
from elearn.questions.values import Line


def test_kinds_stand_by_their_own_names() -> None:
    assert list(KINDS) == [
        "pilih", "pilih semua", "isian", "angka", "jodohkan", "urutkan", "rumpang", "ketuk",
        "uang", "tugas",
    ]
    assert all(KINDS[name].name == name for name in KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_found_by_name_and_by_alias(name: str) -> None:
    kind = KINDS[name]
    assert kind_named(name) is kind
    assert kind_named(f"  {name.upper().replace(' ', '   ')} ") is kind
    assert kind_named(kind.english.title()) is kind


@pytest.mark.parametrize("text", ["", "pilihan", "pilihsemua", "pilih semua ya", "ketukan", "\0"])
def test_other_words_name_no_kind(text: str) -> None:
    assert kind_named(text) is None


def test_no_two_kinds_share_a_name() -> None:
    names = [name for kind in KINDS.values() for name in (kind.name, kind.english)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", KINDS)
def test_a_key_is_small_plain_json(name: str) -> None:
    lines = [Line(str(at), at < 2, at + 1, match=str(at)) for at in range(3)]
    key = KINDS[name].key(lines)
    text = json.dumps(key, separators=(",", ":"))
    assert json.loads(text) == key
    assert key["kind"] == name
    assert len(text) < 60


@pytest.mark.parametrize("name", KINDS)
def test_the_instruction_is_a_sentence_about_the_fingers(name: str) -> None:
    button = "Sudah saya kerjakan" if name == "tugas" else "Periksa"
    assert KINDS[name].instruction.endswith(f"lalu ketuk {button}.")
