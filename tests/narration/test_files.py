"""The store never serves a half: kills, cuts, two at once."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from elearn.content.writing import write_whole
from elearn.narration.encoding import from_flac
from tests.narration.listening import clip_of, heard, id_of, narrator_in, seconds

pytestmark = pytest.mark.audio

SENTENCES = ("Ibu membeli sayur.", "Bapak pergi ke pasar.")


def assert_whole(audio: Path) -> None:
    """Every file that has its final name is whole."""
    for path in audio.rglob("*.flac"):
        assert from_flac(path.read_bytes()) is not None
    for path in audio.rglob("*.mp3"):
        assert path.stem.endswith(hashlib.sha256(path.read_bytes()).hexdigest()[:16])
    for path in audio.rglob("*.json"):
        assert (path.parent / json.loads(path.read_bytes())["file"]).is_file()


NARRATE = """
import os, signal, sys
from pathlib import Path
from elearn.narration import ENGINES, Narrator

dies_at = int(sys.argv[2])
written = 0

def fsync(handle):
    global written
    written += 1
    if written == dies_at:
        os.ftruncate(handle, os.fstat(handle).st_size // 2)
        os.kill(os.getpid(), signal.SIGKILL)

os.fsync = fsync
narrator = Narrator(Path(sys.argv[1]), ENGINES["espeak"]())
addresses = [narrator.say(s.split("|"), "id") for s in sys.argv[3:]]
print("ready", flush=True)
sys.stdin.readline()
for address in addresses:
    print(narrator.clip(address[7:-4]).mp3, flush=True)
"""


def narrating(audio: Path, *scripts: str, dies_at: int = 0) -> subprocess.Popen[str]:
    """Start a process that narrates when it is told to; it dies while it writes file `dies_at`."""
    return subprocess.Popen(  # noqa: S603  our own interpreter: a process that can be killed
        [sys.executable, "-c", NARRATE, str(audio), str(dies_at), *scripts],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )


@pytest.mark.parametrize("dies_at", [1, 2, 3, 4])
def test_d8_a_kill_while_any_file_is_written_leaves_no_half(tmp_path: Path, dies_at: int) -> None:
    child = narrating(tmp_path, "|".join(SENTENCES), dies_at=dies_at)
    child.communicate("\n")
    assert child.returncode == -signal.SIGKILL
    assert len(list(tmp_path.rglob("*.tmp"))) == 1
    assert_whole(tmp_path)

    after = narrator_in(tmp_path)
    wanted = id_of(after.say(SENTENCES, "id"))
    assert after.files.clip(wanted) is None
    clip = clip_of(after, *SENTENCES)
    assert seconds(heard(clip.mp3.read_bytes())) > 2
    assert after.syntheses == max(0, 3 - dies_at)


def test_d8_two_processes_that_make_the_same_clips_at_once_leave_whole_ones(tmp_path: Path) -> None:
    scripts = [f"Ini kalimat {number}.|Dan satu lagi." for number in range(6)]
    children = [narrating(tmp_path, *scripts) for _ in range(2)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
    for child in children:
        served = child.communicate()[0].split()
        assert child.returncode == 0
        assert len(served) == len(scripts)
        assert all(seconds(heard(Path(path).read_bytes())) > 1 for path in served)
    assert_whole(tmp_path)
    assert not list(tmp_path.rglob("*.tmp"))


@pytest.mark.parametrize("keep", [0, 1, 1000, -1])
def test_d8_a_cut_mp3_is_noticed_and_made_again(tmp_path: Path, keep: int) -> None:
    clip = clip_of(narrator_in(tmp_path), *SENTENCES)
    whole = clip.mp3.read_bytes()
    clip.mp3.write_bytes(whole[:keep])
    assert narrator_in(tmp_path).files.clip(clip.id) is None

    again = narrator_in(tmp_path)
    assert clip_of(again, *SENTENCES).mp3.read_bytes() == whole
    assert again.syntheses == 0


def test_d8_an_mp3_that_is_cut_while_the_hub_runs_is_noticed_too(tmp_path: Path) -> None:
    narrator = narrator_in(tmp_path)
    clip = clip_of(narrator, *SENTENCES)
    whole = clip.mp3.read_bytes()
    os.truncate(clip.mp3, 1000)
    assert clip_of(narrator, *SENTENCES).mp3.read_bytes() == whole
    clip.mp3.unlink()
    assert clip_of(narrator, *SENTENCES).mp3.read_bytes() == whole


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"{}", b'{"file": 3}', b'{"file": "x.mp3"}',
                                    b'{"file": "../../../rahasia.mp3"}', b"\xff\xfe"])
def test_d8_broken_timings_are_made_again(tmp_path: Path, damage: bytes) -> None:
    clip = clip_of(narrator_in(tmp_path), *SENTENCES)
    clip.timings.write_bytes(damage)
    assert narrator_in(tmp_path).files.clip(clip.id) is None
    assert len(clip_of(narrator_in(tmp_path), *SENTENCES).read_timings()["sentences"]) == 2


def test_d8_a_cut_sentence_is_spoken_again(tmp_path: Path) -> None:
    clip = clip_of(narrator_in(tmp_path), *SENTENCES)
    clip.timings.unlink()
    cut = min(tmp_path.rglob("*.flac"))
    os.truncate(cut, cut.stat().st_size - 100)
    again = narrator_in(tmp_path)
    clip_of(again, *SENTENCES)
    assert again.syntheses == 1
    assert_whole(tmp_path)


def test_d8_what_a_killed_process_left_is_swept_away_and_nothing_else(tmp_path: Path) -> None:
    narrator = narrator_in(tmp_path)
    clip = clip_of(narrator, *SENTENCES)
    old, fresh = clip.mp3.parent / "old.tmp", clip.mp3.parent / "fresh.tmp"
    for path in (old, fresh):
        path.write_bytes(b"half")
    for path in (old, clip.mp3):
        os.utime(path, (time.time() - 7200,) * 2)
    assert narrator.files.sweep() == 1
    assert fresh.exists()
    assert not old.exists()
    assert narrator_in(tmp_path).clip(clip.id) == clip


def test_d8_sound_whose_maker_was_killed_before_its_timings_is_swept_away(tmp_path: Path) -> None:
    narrator = narrator_in(tmp_path)
    clip = clip_of(narrator, *SENTENCES)
    lost = clip.mp3.with_name("aaaaaaaaaaaa-0123456789abcdef.mp3")
    lost.write_bytes(clip.mp3.read_bytes())
    assert narrator.files.sweep() == 0                      # its timings may come yet
    os.utime(lost, (time.time() - 7200,) * 2)
    assert narrator.files.sweep() == 1
    assert not lost.exists()


def test_a_clip_that_nothing_asks_for_is_forgotten_after_a_month_and_made_again_if_it_is(
    tmp_path: Path
) -> None:
    narrator = narrator_in(tmp_path)
    kept, old, fresh = (clip_of(narrator, one) for one in (*SENTENCES[:2], "Itu ubi."))
    for clip in (kept, old):
        os.utime(clip.timings, (time.time() - 40 * 86_400,) * 2)
    assert narrator.forget({kept.id}) == 1
    assert narrator.current(kept.id) == kept
    assert narrator.current(fresh.id) == fresh
    assert narrator.current(old.id) is None
    assert not old.mp3.exists()
    before = narrator.syntheses
    assert narrator.clip(old.id) is not None
    assert narrator.syntheses == before


def test_d8_a_write_that_fails_keeps_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="folder"):
        write_whole(tmp_path / "folder", b"data")
    assert [path.name for path in tmp_path.rglob("*")] == ["folder", "inside"]
