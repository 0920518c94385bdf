"""A person's recording overrides the machine; without it the machine's voice is there again."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from elearn.narration import ENGINES, Narrator
from elearn.narration.gtts import Gtts
from elearn.narration.recordings import name_of
from elearn.narration.script import utterance
from tests.narration.fake_gtts import Service, service
from tests.narration.listening import heard, id_of, seconds

__all__ = ["service"]

pytestmark = pytest.mark.audio

SENTENCES = ("Ibu mau ubi.", "Ini ibu.")


def narrator(home: Path) -> Narrator:
    return Narrator(home / "audio", ENGINES["espeak"](), recorded=home / "rekaman")


def record(home: Path, text: str, length: float, rate: int = 44100) -> Path:
    """Let a person say `text`, for so many seconds."""
    folder = home / "rekaman" / "id"
    folder.mkdir(parents=True, exist_ok=True)
    at = np.arange(int(length * rate)) / rate
    path = folder / f"{name_of(utterance(text, 'id').text)}.wav"
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * 180 * at), rate)
    return path


def engines_of(made: Narrator) -> list[str]:
    clip = made.clip(id_of(made.say(SENTENCES, "id")))
    assert clip is not None
    return [cue["engine"] for cue in clip.read_timings()["sentences"]]


def test_6_a_persons_file_overrides_and_deleting_it_restores_the_machines(tmp_path: Path) -> None:
    made = narrator(tmp_path)
    assert engines_of(made) == ["espeak", "espeak"]
    file = record(tmp_path, "Ini ibu.", 3.0)
    assert engines_of(made) == ["espeak", "orang"]
    clip = made.clip(id_of(made.say(SENTENCES, "id")))
    assert clip is not None
    last = clip.read_timings()["sentences"][1]
    assert last["end"] - last["start"] == pytest.approx(3.0, abs=0.15)
    assert last["words"][-1][1] == pytest.approx(last["end"], abs=0.2)
    assert seconds(heard(clip.mp3.read_bytes())) == pytest.approx(last["end"], abs=0.3)
    record(tmp_path, "Ini ibu.", 2.0)                              # another take
    other = made.clip(id_of(made.say(SENTENCES, "id")))
    assert other is not None
    assert other.mark != clip.mark
    file.unlink()
    assert engines_of(made) == ["espeak", "espeak"]


def test_a_recording_whose_sentence_changed_is_an_orphan_and_never_played(tmp_path: Path) -> None:
    made = narrator(tmp_path)
    orphan = record(tmp_path, "Itu ibu.", 1.0)
    assert engines_of(made) == ["espeak", "espeak"]
    assert made.recordings.orphans(list(made.scripts.values())) == [orphan]


def test_a_recording_in_a_clip_leaves_its_other_sentences_their_better_voice(
    service: Service, tmp_path: Path
) -> None:
    record(tmp_path, "Ini ibu.", 1.0)
    espeak = ENGINES["espeak"]()
    at_the_hub = Narrator(
        tmp_path / "audio", espeak, better=(Gtts(),), recorded=tmp_path / "rekaman"
    )
    assert engines_of(at_the_hub) == ["espeak", "orang"]
    built = Narrator(tmp_path / "audio", Gtts(), fallback=espeak, recorded=tmp_path / "rekaman")
    built.sentences.ask("Ibu mau ubi.", "id")
    assert engines_of(at_the_hub) == engines_of(built) == ["gtts", "orang"]


@pytest.mark.parametrize("spoilt", ["no sound", "too long", "silent"])
def test_a_file_that_cannot_be_played_is_left_out_and_told(tmp_path: Path, spoilt: str) -> None:
    made = narrator(tmp_path)
    file = record(tmp_path, "Ini ibu.", 61.0 if spoilt == "too long" else 1.0, 8000)
    if spoilt == "no sound":
        file.write_bytes(b"bukan suara")
    elif spoilt == "silent":
        soundfile.write(file, np.zeros(8000), 8000)
    assert engines_of(made) == ["espeak", "espeak"]
    (fault,) = made.recordings.faults()
    assert str(file) in fault


def test_beside_a_name_too_a_person_says_what_a_person_has_recorded(tmp_path: Path) -> None:
    made = narrator(tmp_path)
    machine = seconds(heard(made.private(["Halo, Sari.", "Ini ibu."], "id")))
    record(tmp_path, "Ini ibu.", 4.0)
    person = seconds(heard(made.private(["Halo, Sari.", "Ini ibu."], "id")))
    assert person - machine == pytest.approx(4.0, abs=1.0)
    assert not list(tmp_path.glob("audio/*/*"))
