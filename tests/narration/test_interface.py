"""Every message a learner can meet is said by the embedded voice, in Indonesian and in English."""

import re

import numpy as np
import pytest

from elearn import messages
from elearn.language.sentences import split
from elearn.narration.engines import ENGINES
from elearn.narration.script import utterance
from elearn.narration.values import RATE

pytestmark = pytest.mark.audio

GAP = re.compile(r"\{(\w+)\}")

VALUES = {
    "number": 3, "minutes": 15, "count": 2, "done": 4, "whole": 10, "right": 7, "written": 35,
    "mapped": 81, "able": 1, "lessons": 19, "page": 2, "pages": 4,
    "fact": "112", "day": "24 November 2026", "folder": "data", "language": "Ngaju",
    "name": "Sari", "size": "1,2", "letters": "ma mi", "title": "suku ma",
}
"""What stands in the gaps of messages: each is said with its value, a name to herself alone."""

PERSONAL = {"name"}
"""Gaps that hold a person or her class: such a message is never in the repertoire of all."""

SLOWEST, FASTEST = 0.25, 0.03        # seconds a letter, of the words as they are said


def spoken(language: str) -> dict[str, str]:
    """Return every message of learners in a language, filled in, by its id."""
    return {
        text: translated.format(**VALUES) if GAP.search(translated) else translated
        for text, translated in messages.spoken(language).items()
    }


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_no_message_is_without_a_voice(language: str) -> None:
    engine, wrong = ENGINES["espeak"](), {}
    each = spoken(language)
    assert len(each) > 300
    for text, filled in each.items():
        said = [utterance(sentence, language).text for sentence in split(filled)]
        samples = np.concatenate([engine.speak(one, language).samples for one in said])
        letters, seconds = sum(map(len, said)), len(samples) / RATE
        loud = float(np.sqrt(np.mean(samples**2))) > 0.01
        if not (loud and FASTEST * letters < seconds < 0.6 + SLOWEST * letters):
            wrong[text] = (said, round(seconds, 2), loud)
    assert wrong == {}


def test_what_has_a_value_is_said_with_it() -> None:
    assert {gap for text in messages.spoken("id") for gap in GAP.findall(text)} == set(VALUES)
    wait = spoken("id")["Tunggu {minutes} menit, lalu coba lagi. Atau panggil tutor."]
    assert utterance(split(wait)[0], "id").text == "Tunggu lima belas menit, lalu coba lagi."
    for language in messages.LANGUAGES:
        for filled in spoken(language).values():
            assert not re.search(r"[{}_]", " ".join(utterance(filled, language).text))


def test_a_message_with_a_name_is_not_for_everybody() -> None:
    for language in messages.LANGUAGES:
        assert not any(GAP.search(text) for text in messages.everything(language))
    named = [text for text in messages.spoken("id") if PERSONAL & set(GAP.findall(text))]
    assert len(named) == 9     # greetings by the hour, children's too; the class of a device
