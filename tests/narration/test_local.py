"""Ngaju and Banjar: heard from people, or not at all. The words are made up, on purpose."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from elearn.narration import ENGINES, Narrator
from elearn.narration.build import Asked, Build
from elearn.narration.gtts import Gtts
from elearn.narration.recordings import name_of
from elearn.narration.script import Script, utterance
from tests.narration.fake_gtts import Service, service
from tests.narration.listening import heard, id_of, seconds

__all__ = ["service"]

pytestmark = pytest.mark.audio

SENTENCES = ("Zuzu zaza.", "Zozo zuzu.")


def narrator(home: Path) -> Narrator:
    return Narrator(home / "audio", ENGINES["espeak"](), recorded=home / "rekaman")


def record(home: Path, text: str, language: str = "nij", length: float = 1.0) -> Path:
    """Let a person say `text`."""
    at = np.arange(int(length * 44100)) / 44100
    path = home / "rekaman" / language / f"{name_of(utterance(text, 'id').text)}.wav"
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * 180 * at), 44100)
    return path


@pytest.mark.parametrize("language", ["nij", "bjn"])
def test_what_nobody_has_recorded_has_no_sound_and_no_machine_says_it(
    tmp_path: Path, language: str
) -> None:
    made = narrator(tmp_path)
    assert made.say(SENTENCES, language) == ""
    assert made.voice(SENTENCES[0], language) == ""
    assert made.clip(made.name(Script(SENTENCES, language))) is None
    assert made.syntheses == 0


def test_what_somebody_recorded_is_heard_and_the_rest_is_silent(tmp_path: Path) -> None:
    made = narrator(tmp_path)
    file = record(tmp_path, SENTENCES[0], length=2.0)
    clip = made.clip(id_of(made.say(SENTENCES, "nij")))
    assert clip is not None
    cues = clip.read_timings()["sentences"]
    assert [cue["engine"] for cue in cues] == ["orang", ""]
    assert cues[1]["end"] - cues[1]["start"] < 0.05
    assert seconds(heard(clip.mp3.read_bytes())) == pytest.approx(2.0, abs=0.2)
    assert made.recordings.local == ("nij",)
    assert made.say(SENTENCES, "bjn") == ""               # the one is not the other
    file.unlink()
    assert made.say(SENTENCES, "nij") == ""


def test_a_recording_that_cannot_be_played_leaves_no_silent_clip(tmp_path: Path) -> None:
    made = narrator(tmp_path)
    record(tmp_path, SENTENCES[0]).write_bytes(b"bukan suara")
    assert made.clip(id_of(made.say(SENTENCES, "nij"))) is None


def test_an_online_voice_is_never_asked_for_it(service: Service, tmp_path: Path) -> None:
    record(tmp_path, SENTENCES[0])
    made = Narrator(tmp_path / "audio", Gtts(), fallback=ENGINES["espeak"](),
                    recorded=tmp_path / "rekaman")
    build = Build(made, [Script(SENTENCES, "nij")])
    assert build.to_ask(Asked.UPGRADE) == []
    assert list(build.make(build.missing(), 1)) == [" ".join(SENTENCES)]
    assert service.asked == []
