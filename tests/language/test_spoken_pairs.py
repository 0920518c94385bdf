"""Displayed text and what a person says for it, checked by hand, pair by pair."""

import re
from pathlib import Path

import pytest

from elearn.language.codes import CALLED
from elearn.language.letters import ALPHABET, plain
from elearn.language.spoken import spoken_words

LEAST = {"id": 200, "en": 40}

_NAMES = "a be ce de e ef ge ha i je ka el em en o pe ki er es te u ve we eks ye zet"
NAMES = dict(zip(ALPHABET, _NAMES.split(), strict=True))


def pairs(language: str) -> list[tuple[str, str]]:
    file = Path(__file__).with_name(f"spoken_pairs.{language}.txt")
    lines = [line for line in file.read_text("utf-8").splitlines() if line.strip(" ")[:1] != "#"]
    return [(text, said) for text, arrow, said in (line.partition(" -> ") for line in lines)
            if arrow]


def heard(said: str, language: str) -> str:
    """Return the words that are heard: a lone letter and capitals without a vowel are named."""
    words = re.findall(r"[\w'-]+", said)
    if language == "en":
        return " ".join(words).lower()
    spelled = (" ".join(word) if re.fullmatch("[B-DF-HJ-NP-TV-Z]+", word) else word
               for word in words)
    return " ".join(NAMES.get(plain(word), word.lower()) for word in " ".join(spelled).split())


@pytest.mark.parametrize("language", ["id", "en"])
def test_at_least_98_of_100_texts_are_said_as_a_person_says_them(language: str) -> None:
    checked = pairs(language)
    shown = str.maketrans("‹›", CALLED * 2)
    misses = [
        f"{text}\n  wanted: {wanted}\n  said:   {said}"
        for text, wanted in checked
        if (said := heard(" ".join(
            word.text for word in spoken_words(text.translate(shown), language)), language))
        != wanted
    ]
    print("\n".join(misses))  # noqa: T201  # pytest shows it where the test fails
    assert len(checked) >= LEAST[language]
    assert len(misses) <= 0.02 * len(checked), f"{len(misses)} of {len(checked)}"
