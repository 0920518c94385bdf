"""Words of a passage that are tapped: read, shown, said and told."""

import pytest

from elearn.content.decodable import words
from elearn.content.senses import needs_sight
from tests.content.written import faults, first, lesson, written

ASKED = """### Soal: ketuk
Ketuk kata yang mulai dengan **b**.
> ibu [beli] [buku].
> "ini" – [baru itu], ya.
- [ ] ibu
  > Ibu mulai dengan i.
Kode: baca-03-aaaa
"""


def told(question: str) -> list[str]:
    return [message for _, message in faults(written(question=question))]


def test_each_word_of_the_passage_is_an_item_and_the_brackets_are_gone() -> None:
    screen = first(written(question=ASKED))
    assert [(one.body.html, one.accepted, one.place) for one in screen.choices] == [
        ("ibu", False, 1), ("beli", True, 1), ("buku.", True, 1),
        ('"ini" –', False, 2), ("baru itu,", True, 2), ("ya.", False, 2),
    ]


def test_the_passage_is_silent_before_and_read_after() -> None:
    screen = first(written(question=ASKED))
    assert screen.stem.html == "<p>Ketuk kata yang mulai dengan <strong>b</strong>.</p>"
    assert screen.stem.spoken == (
        "Ketuk kata yang mulai dengan b.", "Ketuk yang benar, lalu ketuk Periksa.",
    )
    assert not any(one.body.sound for one in screen.choices)
    assert screen.answer.spoken[-1] == "beli, buku, baru itu."
    assert "<strong>beli</strong> <strong>buku.</strong><br>" in screen.answer.html
    assert needs_sight(lesson(written(question=ASKED)).questions[0])


def test_a_foreseen_mistake_is_a_word_of_the_passage() -> None:
    screen = first(written(question=ASKED))
    assert [one.id for one in screen.choices if one.feedback] == [0]


def test_words_stay_in_their_order_in_every_draw() -> None:
    for draw in range(8):
        assert [one.id for one in first(written(question=ASKED), draw).choices] == [*range(6)]


def test_its_words_are_those_that_the_lesson_must_have_taught() -> None:
    read = {word for passage in lesson(written(question=ASKED)).passages
            for _, word in words(passage)}
    assert {"ibu", "beli", "buku", "baru", "itu"} <= read


def test_without_brackets_the_list_holds_the_parts_to_tap() -> None:
    screen = first(written(question=(
        "### Soal: ketuk\nDi mana namanya?\n- [x] Nama: Siti\n- [ ] Umur: 30\n- [ ] Kota\n"
        "Kode: baca-03-aaaa\n"
    )))
    assert [(one.body.html, one.place) for one in screen.choices] == [
        ("Nama: Siti", 0), ("Umur: 30", 0), ("Kota", 0),
    ]
    assert screen.answer.html == "Nama: Siti"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("> ibu beli.", "Belum ada yang benar."),
        ("> [ibu] [beli].", "Semuanya benar"),
        ("> ibu [beli.", "Kurung siku tidak berpasangan."),
        ("> ibu [ ] beli.", "Kurung siku mengapit kata yang benar"),
        ("> ibu [dengar](suara:ma) [beli].", "Di bacaan soal ketuk tidak ada tautan atau suara."),
        ("> ibu [beli].\n- [x] beli", "Di soal ketuk yang benar diberi kurung siku"),
        ("> ibu [beli].\n- [ ] beli", "'beli' bukan kata yang salah di bacaan ini."),
        ("> ibu [beli] **buku.", "Tanda '**' tidak berpasangan."),
        ("> ibu [beli].\nUrutan: tetap", "'Urutan:' tidak berlaku untuk soal ketuk."),
    ],
)
def test_what_is_wrong_with_a_passage_is_told_once(body: str, message: str) -> None:
    found = told(f"### Soal: ketuk\nKetuk.\n{body}\nKode: baca-03-aaaa\n")
    assert len(found) == 1, found
    assert found[0].startswith(message)
