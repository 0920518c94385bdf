"""`elearn narrate`: every sound made ahead, and only what is not there yet."""

import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elearn import messages
from elearn.cli.narrate import narrate
from elearn.language.sentences import split
from elearn.narration import Script
from elearn.narration.encoding import from_flac
from tests.content.written import STEM, STEP, written
from tests.narration.fake_gtts import Reply, Service, answered, service
from tests.narration.listening import narrator_in

__all__ = ["service"]

pytestmark = pytest.mark.audio


def run(home: Path, *options: str, **environ: str) -> Result:
    """Narrate the lessons under `home` into its folder of audio."""
    mine = {"ELEARN_DATA": str(home), "ELEARN_LESSONS": str(home / "lessons"),
            "ELEARN_AUDIO": str(home / "audio"), **environ}
    return CliRunner().invoke(narrate, options, env=mine, catch_exceptions=False)


def write(home: Path, text: str) -> None:
    """Write Dewi's lesson."""
    folder = home / "lessons" / "literasi"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{STEM}.md").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def narrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which everything was narrated once."""
    home = tmp_path_factory.mktemp("rumah")
    write(home, written())
    assert run(home).exit_code == 0
    return home


@pytest.fixture
def home(narrated: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return shutil.copytree(narrated, tmp_path / "rumah")


def test_every_clip_has_sound_and_the_report_names_the_engine(narrated: Path) -> None:
    told = run(narrated, "--status")
    assert told.exit_code == 0
    have, wanted = re.findall("[0-9]+", told.output)[:2]
    assert have == wanted
    assert int(wanted) > 2 * len(messages.everything("id"))
    assert "espeak: " in told.output
    assert "Belum ada suara" not in told.output


def test_a_step_a_title_and_a_message_are_among_them(narrated: Path) -> None:
    narrator = narrator_in(narrated / "audio")
    message = messages.everything("en")[0]
    for sentences, language in (
        (("Suku kata ma dan ba",), "id"), (("ibu",), "id"), (split(message), "en"),
    ):
        assert narrator.files.clip(Script(sentences, language).id) is not None


def test_an_unchanged_lesson_is_not_spoken_again(home: Path) -> None:
    again = run(home)
    assert again.exit_code == 0
    assert "Baru diucapkan" not in again.output
    assert "Membuat suara" not in again.output


def test_one_edited_sentence_is_one_sentence_spoken(home: Path) -> None:
    write(home, written(step=STEP.replace("Ini ibu.", "Ini bapak dan kakak.")))
    assert "Baru diucapkan: 1 kalimat" in run(home, "--jobs", "2").output


def test_status_only_counts(tmp_path: Path) -> None:
    write(tmp_path, written())
    told = run(tmp_path, "--status")
    assert told.exit_code == 1
    assert told.output.startswith("0 dari ")
    assert "Belum ada suara: " in told.output
    assert not (tmp_path / "audio").exists()


def test_where_no_sound_can_be_written_it_says_so(home: Path) -> None:
    (home / "berkas").write_bytes(b"")
    told = run(home, ELEARN_AUDIO=str(home / "berkas"))
    assert told.exit_code == 1
    assert told.output.splitlines()[1].startswith("0 dari ")


def test_a_broken_lesson_does_not_silence_the_others(home: Path) -> None:
    (home / "lessons" / "literasi" / "baca-04-rusak.md").write_text("rusak", encoding="utf-8")
    told = run(home)
    assert told.exit_code == 0
    assert "1 berkas pelajaran bermasalah: jalankan 'elearn check'." in told.output


def test_a_setting_that_is_not_known_is_told(tmp_path: Path) -> None:
    told = run(tmp_path, ELEARN_SUARA="ya")
    assert told.exit_code == 2
    assert "ELEARN_SUARA" in told.output


def test_the_online_voice_speaks_only_when_asked_for_and_is_reported(
    home: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("elearn.narration.gtts.SPACING", 0.0)
    monkeypatch.setattr("elearn.narration.gtts.WAITS", (0.0, 0.0, 0.0))
    assert run(home).exit_code == 0
    assert service.asked == []
    service.reply = lambda text: (429, b"") if len(service.asked) > 30 else answered(text)
    first = run(home, "--engine", "gtts")
    assert first.exit_code == 0
    assert re.search(r"gtts: \d+ kalimat", first.output)
    assert "klip memakai suara cadangan" in first.output
    asked = len(service.asked)
    assert asked == 31
    service.reply = answered
    upgraded = run(home, "--engine", "gtts", "--upgrade")
    assert "cadangan" not in upgraded.output
    assert "espeak" not in upgraded.output
    assert len(set(service.asked)) == len(service.asked) - 1      # but for the refused one
    status = run(home, "--status").output
    assert re.search(r"gtts: \d+ kalimat\n\d+ menit suara, \d+\.\d MB", status)
    again = run(home, "--engine", "gtts")
    assert "Baru diucapkan" not in again.output


KILLED = """
import sys, gtts.tts
from elearn.narration import gtts as voice
from elearn.cli import main
gtts.tts._translate_url = lambda **_: sys.argv[1]
voice.SPACING = 0.0
main(["narrate", "--engine", "gtts"])
"""


def test_a_killed_build_leaves_nothing_half_and_goes_on_where_it_was(
    home: Path, service: Service
) -> None:
    shutil.rmtree(home / "audio")
    environ = {"ELEARN_DATA": str(home), "ELEARN_LESSONS": str(home / "lessons"),
               "ELEARN_AUDIO": str(home / "audio"), "PATH": "/usr/bin"}
    reached = threading.Event()

    def slow(text: str) -> Reply:
        if len(service.asked) == 12:
            reached.set()
            return None                                   # it is killed while it waits
        return answered(text)

    service.reply = slow
    command = [sys.executable, "-c", KILLED, service.url]
    process = subprocess.Popen(command, env=environ,  # noqa: S603  # our own command
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert reached.wait(60)
    process.kill()
    process.wait()
    service.over.set()
    made = set((home / "audio").rglob("*.flac"))
    assert len(made) == 11
    assert all(from_flac(path.read_bytes()) for path in made)
    before = service.asked[:11]
    service.reply = answered
    done = subprocess.run(command, env=environ, check=False,  # noqa: S603  # the same
                          capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert not set(before) & set(service.asked[12:])
    assert len(set(service.asked)) == len(service.asked) - 1
