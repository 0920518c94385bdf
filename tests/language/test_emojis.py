"""Emoji in running text: named where they stand for a word, silent where words tell of them."""

import pytest

from elearn.language.emojis import name_of
from elearn.language.spoken import spoken_words


@pytest.mark.parametrize(("sentence", "spoken"), [
    ("🐟", "ikan"),
    ("🐟 🐔", "ikan ayam"),
    ("Ibu membeli 🐟.", "Ibu membeli ikan."),
    ("Ibu, 🐟, dan nasi", "Ibu, ikan, dan nasi"),
    ("🐟 ikan", "ikan"),
    ("Ini ikan 🐟 besar.", "Ini ikan besar."),
    ("Bagus! 🎉", "Bagus!"),
    ("Bagus 🎉", "Bagus"),
    ("🎉 Bagus.", "Bagus."),
    ("© 2026", "dua ribu dua puluh enam"),
])
def test_an_emoji_is_said_where_it_stands_for_a_word(sentence: str, spoken: str) -> None:
    assert " ".join(word.text for word in spoken_words(sentence)) == spoken


def test_a_name_is_in_the_language_of_the_text() -> None:
    assert name_of("🐟", "id") == "ikan"
    assert name_of("🐟", "en") == "fish"
    assert name_of("☕", "id") == ""                      # without its selector it is a sign
    assert " ".join(word.text for word in spoken_words("I see a 👍🏽.", "en")).startswith("I see")
