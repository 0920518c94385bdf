"""A recording that lies beside a lesson is heard at its own sentence, and nowhere else."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from elearn.content.values import Recorded
from elearn.narration import ENGINES, Narrator
from elearn.narration.recordings import NAME
from elearn.narration.values import RATE

pytestmark = pytest.mark.audio

MARK = "0123456789abcdef0123"


def narrator(folder: Path) -> Narrator:
    return Narrator(folder / "audio", ENGINES["espeak"](), recorded=folder / "rekaman",
                    prepared=folder / "olahan")


def lay(folder: Path, hertz: float = 440.0, mark: str = MARK) -> Path:
    path = folder / "olahan" / f"{mark}.flac"
    path.parent.mkdir(exist_ok=True)
    time = np.arange(RATE) / RATE
    soundfile.write(path, 0.2 * np.sin(2 * np.pi * hertz * time), RATE)
    return path


def voices(made: Narrator, address: str) -> list[str]:
    clip = made.clip(address.rpartition("/")[2].partition(".")[0])
    assert clip is not None
    return [cue["engine"] for cue in clip.read_timings()["sentences"]]


def test_the_recorded_sentence_is_the_persons_and_the_others_are_not(tmp_path: Path) -> None:
    lay(tmp_path)
    made = narrator(tmp_path)
    assert voices(made, made.say(["Dengar.", Recorded("ma", MARK)], "id")) == ["espeak", NAME]
    assert voices(made, made.say(["Dengar.", "ma"], "id")) == ["espeak", "espeak"]


def test_another_recording_has_another_address(tmp_path: Path) -> None:
    lay(tmp_path)
    lay(tmp_path, 660.0, MARK[::-1])
    made = narrator(tmp_path)
    addresses = {made.say([one], "id") for one in (
        "ma", Recorded("ma", MARK), Recorded("ma", MARK[::-1]))}
    assert len(addresses) == 3


def test_the_voice_says_the_words_of_a_recording_that_was_lost(tmp_path: Path) -> None:
    path = lay(tmp_path)
    made = narrator(tmp_path)
    address = made.say([Recorded("ma", MARK)], "id")
    assert voices(made, address) == [NAME]
    path.unlink()
    assert voices(made, address) == ["espeak"]
    lay(tmp_path, 660.0)
    assert voices(made, address) == [NAME]


def test_it_is_made_as_loud_as_everything_else(tmp_path: Path) -> None:
    lay(tmp_path)
    made = narrator(tmp_path)
    clip = made.clip(made.say([Recorded("ma", MARK)], "id").rpartition("/")[2].partition(".")[0])
    assert clip is not None
    sound, _ = soundfile.read(clip.mp3)
    assert 0.08 < float(np.sqrt(np.mean(sound[2000:-2000] ** 2))) < 0.12
