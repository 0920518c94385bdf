"""`elearn narrate` killed at random moments, again and again: it ends as if nothing had been."""

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from elearn.narration.encoding import from_flac
from tests.cli.test_narrate import write
from tests.content.written import written
from tests.narration.fake_gtts import Service, service

__all__ = ["service"]

pytestmark = [pytest.mark.audio, pytest.mark.soak]

KILLS = 20

BUILD = """
import sys, gtts.tts
from elearn import messages
from elearn.narration import gtts as voice
from elearn.cli import main
gtts.tts._translate_url = lambda **_: sys.argv[1]
voice.SPACING = 0.0
few = messages.everything
messages.everything = lambda language: few(language)[:40]     # enough to be killed amidst
main(["narrate", *sys.argv[2:]])
"""


def begun(home: Path, url: str, *options: str) -> "subprocess.Popen[bytes]":
    """Begin a build."""
    environ = {"ELEARN_DATA": str(home), "ELEARN_LESSONS": str(home / "lessons"),
               "ELEARN_AUDIO": str(home / "audio"), "PATH": "/usr/bin",
               "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(  # noqa: S603  # our own command, in a process to kill
        [sys.executable, "-c", BUILD, url, *options], env=environ,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )


def files(home: Path) -> list[Path]:
    """Return what lies in its folder of audio."""
    return [path for path in home.glob("audio/*/**/*") if path.is_file()]


def held(audio: Path) -> dict[str, object]:
    """Return what a folder of audio says; espeak-ng's samples differ from one time to the next.

    Every file in it has to be whole.
    """
    found: dict[str, object] = {path.name: 0 for path in audio.rglob("*.minta")}
    for path in sorted(audio.rglob("*.flac")):
        found[path.name] = from_flac(path.read_bytes()) is not None
    for path in sorted((audio / "klip").glob("*.json")):
        told = json.loads(path.read_bytes())
        mp3 = (audio / "klip" / told["file"]).read_bytes()
        assert told["file"] == f"{path.stem}-{hashlib.sha256(mp3).hexdigest()[:16]}.mp3"
        found[path.name] = [(cue["id"], cue["engine"]) for cue in told["sentences"]]
    return found


def orphaned(audio: Path) -> list[Path]:
    """Return MP3s that no timings name, and what was never finished."""
    named = {json.loads(path.read_bytes())["file"] for path in (audio / "klip").glob("*.json")}
    unnamed = [path for path in audio.rglob("*.mp3") if path.name not in named]
    return unnamed + list(audio.rglob("*.tmp"))


@pytest.mark.parametrize("options", [(), ("--engine", "gtts")], ids=["espeak", "gtts"])
def test_a_build_that_is_killed_many_times_ends_like_one_that_is_not(
    tmp_path: Path, service: Service, options: tuple[str, ...]
) -> None:
    calm, beset = tmp_path / "tenang", tmp_path / "dibunuh"
    for home in (calm, beset):
        write(home, written())
    assert begun(calm, service.url, *options).wait() == 0
    stride = 2 * len(files(calm)) // KILLS
    once = Counter(service.asked)
    assert max(once.values(), default=1) == 1
    service.asked.clear()
    dice = random.Random(20)  # noqa: S311  # moments, not secrets
    killed = 0
    for _ in range(KILLS):
        until = len(files(beset)) + dice.randrange(stride)
        process = begun(beset, service.url, *options)
        while process.poll() is None and len(files(beset)) < until:
            time.sleep(0.002)
        time.sleep(dice.uniform(0.0, 0.02))
        process.kill()
        killed += process.wait() != 0
        held(beset / "audio")                                # every file there is whole
    assert killed > KILLS // 2
    for path in orphaned(beset / "audio"):
        os.utime(path, (0, 0))                               # an hour later
    assert begun(beset, service.url, *options).wait() == 0
    assert orphaned(beset / "audio") == []
    assert held(beset / "audio") == held(calm / "audio")
    assert set(service.asked) == set(once)
    assert len(service.asked) - len(once) <= killed          # but for the one under way
    shutil.rmtree(tmp_path)
