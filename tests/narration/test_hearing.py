"""The checker that listens: what nobody can tell apart is found, what can be told apart is not."""

import ctypes
from pathlib import Path

import numpy as np
import pytest
import soundfile

from elearn.narration import ENGINES, Narrator, espeak
from elearn.narration.acoustics import ALIKE, distance, features
from elearn.narration.encoding import mp3
from elearn.narration.espeak import VOICES, Espeak, Voice
from elearn.narration.hearing import Ear
from elearn.narration.recordings import name_of
from elearn.narration.script import utterance
from elearn.narration.sound import finished, resampled
from elearn.narration.values import RATE, Pcm, Samples, Speech
from tests.narration.listening import as_heard, heard, narrator_in

pytestmark = pytest.mark.audio

Pairs = list[tuple[str, str]]


def planted(sign: str, part: str) -> Pairs:
    """Return the pairs that stand under this sign in a part of alike.txt."""
    text = (Path(__file__).parent / "alike.txt").read_text(encoding="utf-8")
    lines = text.partition(f"## {part}")[2].partition("##")[0].split("\n")
    rows = (line.removeprefix(sign).partition("|") for line in lines if line.startswith(sign))
    return [(one.strip(), other.strip()) for one, _, other in rows]


SAME, OTHER = planted("=", "held out"), planted("!", "held out")
CHOSEN_SAME, CHOSEN_OTHER = planted("=", "chosen"), planted("!", "chosen")


@pytest.fixture(scope="module")
def ear(tmp_path_factory: pytest.TempPathFactory) -> Ear:
    return Ear(narrator_in(tmp_path_factory.mktemp("audio")))


def said(text: str) -> str:
    return utterance(text, "id").text


def phonemes(text: str) -> str:
    """Return what espeak-ng says for a text, by its own letters; R2 is its R before a vowel."""
    library = espeak._library()
    library.say(" ", "id", 110)
    ask = library._c.espeak_TextToPhonemes
    ask.restype = ctypes.c_char_p
    written = ctypes.c_char_p(text.encode() + b"\0")
    at = ctypes.cast(written, ctypes.c_void_p)
    found = []
    while at.value:
        found.append((ask(ctypes.byref(at), 1, 0) or b"").decode())
    return "".join(found).replace("R2", "R").strip("_|: ")


def found(ear: Ear, pairs: Pairs) -> Pairs:
    return [(one, other) for one, other in pairs if ear((one,), (other,), "id")]


def test_what_is_planted_is_what_the_list_says_it_is() -> None:
    assert len(SAME) >= 20
    assert len(OTHER) >= 20
    same, other = SAME + CHOSEN_SAME, OTHER + CHOSEN_OTHER
    assert all(phonemes(said(a)) == phonemes(said(b)) for a, b in same)
    assert all(phonemes(said(a)) != phonemes(said(b)) for a, b in other)


def test_answers_that_nobody_can_tell_apart_are_found(ear: Ear) -> None:
    assert len(found(ear, SAME)) / len(SAME) >= 0.95, set(SAME) - set(found(ear, SAME))


def test_those_on_which_the_threshold_was_chosen_are_told_right(ear: Ear) -> None:
    assert found(ear, CHOSEN_SAME) == CHOSEN_SAME
    assert found(ear, CHOSEN_OTHER) == []


def test_answers_that_can_be_told_apart_are_left_alone(ear: Ear) -> None:
    assert len(found(ear, OTHER)) / len(OTHER) <= 0.05, found(ear, OTHER)


@pytest.mark.parametrize("voice", ["id+m3", "id+klatt"])
def test_the_threshold_holds_for_voices_on_which_it_was_not_chosen(
    voice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(VOICES, "id", Voice(voice, 150, 110))
    engine = Espeak()

    def apart(pair: tuple[str, str]) -> float:
        one, other = (features(finished(engine.speak(said(text), "id")).pcm) for text in pair)
        return distance(one, other)

    missed = [pair for pair in SAME if apart(pair) >= ALIKE]
    alarms = [pair for pair in OTHER if apart(pair) < ALIKE]
    assert len(missed) / len(SAME) <= 0.05, missed
    assert len(alarms) / len(OTHER) <= 0.05, alarms


def test_the_same_take_is_the_same_however_it_was_kept() -> None:
    once = finished(Espeak().speak("perahu", "id")).pcm
    for other in _kept_otherwise(once):
        assert distance(features(once), features(other)) < ALIKE


def _kept_otherwise(once: Pcm) -> list[Pcm]:
    samples = as_heard(once)
    return [
        finished(Speech(kept.astype(np.float32), ())).pcm
        for kept in (samples / 4, resampled(samples, round(RATE * 1.03)), heard(mp3(once)))
    ]


class Recorded:
    """A hub on which people's files lie."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.ear = Ear(Narrator(home / "audio", ENGINES["espeak"](), recorded=home / "rekaman"))

    def keep(self, text: str, sound: Samples) -> None:
        folder = self._home / "rekaman" / "id"
        folder.mkdir(parents=True, exist_ok=True)
        soundfile.write(folder / f"{name_of(said(text))}.wav", sound, RATE)


@pytest.fixture
def hub(tmp_path: Path) -> Recorded:
    return Recorded(tmp_path)


def test_one_take_under_two_words_is_found_though_the_words_differ(hub: Recorded) -> None:
    take = Espeak().speak("perahu", "id").samples
    hub.keep("perahu", take)
    hub.keep("sungai", take * np.float32(0.5))
    assert hub.ear(("perahu",), ("sungai",), "id")


def test_two_takes_of_two_words_are_told_apart(hub: Recorded) -> None:
    for word in ("pagi", "padi"):
        hub.keep(word, Espeak().speak(word, "id").samples)
    assert not hub.ear(("pagi",), ("padi",), "id")


def test_a_person_beside_a_machine_is_judged_by_the_words(hub: Recorded) -> None:
    hub.keep("massa", Espeak().speak("mother", "en").samples)
    assert hub.ear(("masa",), ("massa",), "id")
    assert not hub.ear(("massa",), ("tas",), "id")


def test_a_verdict_is_kept_until_one_of_the_sounds_is_another(hub: Recorded) -> None:
    narrator = hub.ear._narrator
    assert not hub.ear(("pagi",), ("padi",), "id")
    before = narrator.syntheses
    assert not hub.ear(("padi",), ("pagi",), "id")
    assert narrator.syntheses == before
    take = Espeak().speak("pagi", "id").samples
    for word in ("pagi", "padi"):
        hub.keep(word, take)
    narrator.changed()
    assert hub.ear(("pagi",), ("padi",), "id")


def test_listening_keeps_no_sound(tmp_path: Path) -> None:
    ear = Ear(narrator_in(tmp_path / "audio"))
    assert ear(("foto",), ("photo",), "id")
    assert not list(tmp_path.rglob("*.flac"))
