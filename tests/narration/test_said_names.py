"""Local names as the embedded voice itself reports that it says them."""

import re
from functools import cache

import pytest

from elearn.content.ucapan import told_in
from elearn.language import names
from elearn.narration import lexicon
from elearn.narration.espeak import _library, _speaking
from elearn.narration.script import utterance
from tests.language.local_names import checked

pytestmark = pytest.mark.audio

SOUNDS = {
    "aI": "ai", "aU": "au", "OI": "oi", "dZ": "j", "tS": "c", "n^": "ny", "N": "ng", "R2": "r",
    "R": "r", "j": "y", "@": "ə", "E": "é", "e": "é", "C": "sy", "X": "kh", "x": "kh", "O": "o",
}  # fmt: skip
"""espeak-ng's letters, and ours; a letter that is not here is the same in both."""

_SOUND = re.compile("|".join(map(re.escape, SOUNDS)))
_PART = re.compile(r"\[\[.*?\]\]|[^\[]+")


def heard(name: str) -> str:
    """Return how the voice says a name, in the letters of `local_names.txt`."""
    text = " ".join(utterance(one, "id").text for one in told_in(name, names.told(name)))
    with _speaking:
        told = lexicon.respelled(text, _library().phonemes)
        parts = _PART.findall(told.text) if told.phonemes else [text]
        said = [one[2:-2] if one.startswith("[[") else _library().phonemes(one) for one in parts]
    plain = re.sub(r"[',_|: -]", "", "".join(said))
    return _SOUND.sub(lambda found: SOUNDS[found[0]], plain)


@cache
def all_heard() -> dict[str, str]:
    return {one.name: heard(one.name) for one in checked()}


def test_the_voice_says_every_name_as_people_here_do() -> None:
    wrong = {
        one.name: (one.said, all_heard()[one.name]) for one in checked()
        if len(one.name) > 1 and _glided(all_heard()[one.name]) != _glided(one.said)
    }
    assert wrong == {}


def test_a_lone_letter_is_said_by_its_name() -> None:
    assert [heard(one) for one in ("E", "M.", "A")] == ["é", "ém", "a"]


def _glided(said: str) -> str:
    """Return sounds without the glide that no ear tells from none: Dani(y)el; ng-k as n-k."""
    plain = re.sub("n(?=[gk])", "ng", said.replace("'", ""))
    return plain.replace("ngg", "ng").replace("iyé", "ié")
