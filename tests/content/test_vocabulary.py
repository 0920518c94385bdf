"""The words that lessons are made of."""

import pytest

from elearn.content.vocabulary import vocabulary
from tests.content.written import FRONT, lesson, written

AROUND = vocabulary([lesson(written(step="1\n"))])
"""The words of the lesson around a step."""


def words(step: str, question: str = "", front: str = FRONT) -> set[str]:
    text = written(front=front, step=step, question=question) if question else written(
        front=front, step=step
    )
    return set(vocabulary([lesson(text)]) - AROUND)


def test_words_stand_in_prose_bacaan_options_and_what_is_said_to_them() -> None:
    question = (
        "### Soal: pilih\nApa yang 🐟 lihat?\n- [x] kali\n  > Sungguh.\n- [ ] roti\n- [ ] tali\n"
        "Petunjuk: Bukan tali.\nPenjelasan: Hewan air.\nKode: baca-03-aaaa\n"
    )
    assert words("Kita baca.\n\n> lima bola\n", question) == {
        "kita", "baca", "lima", "bola", "apa", "yang", "lihat", "kali", "sungguh", "roti", "tali",
        "bukan", "hewan", "air",
    }  # fmt: skip


@pytest.mark.parametrize(("step", "found"), [
    ("Kakak datang. Kakak pulang.", "kakak datang pulang"),       # a capital begins a sentence
    ("Itu kakak Dewi. Dewi datang.", "itu kakak Dewi datang"),    # Dewi has it inside one too
    ("Foto untuk KTP. KTP hilang.", "foto untuk KTP hilang"),
    ("Dengar: u - bi. Lalu ba – tu.", "dengar lalu"),             # words that are taken apart
    ("A b c, ng, 12 kali, 3kg.", "kali kg"),
    ("Kata “lama” dan kata *baru*.", "kata lama dan baru"),
    ("Cepat-cepat lari!", "cepat lari"),
])  # fmt: skip
def test_a_word_is_listed_as_it_may_be_read(step: str, found: str) -> None:
    assert words(f"{step}\n") == {*found.split()} - AROUND


def test_what_is_for_tutors_or_in_another_language_is_left_out() -> None:
    assert words("1\n\n## Untuk tutor\n\nRahasia.\n") == set()
    assert words("This is an egg.\n", front=f"{FRONT}bahasa: en\n") == set()
