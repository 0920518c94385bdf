"""`elearn narrate`: every sound made ahead, and only what is not there yet."""

import re
import shutil
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elearn import messages
from elearn.cli.narrate import narrate
from elearn.language.sentences import split
from elearn.narration.encoding import from_flac
from tests.content.written import STEM, STEP, written
from tests.narration.fake_gtts import Reply, Service, answered, service
from tests.narration.listening import id_of, narrator_in

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
        address = narrator.say(sentences, language)
        assert narrator.files.clip(id_of(address)) is not None


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
    assert re.search(r"^0 dari \d+ klip ada suaranya", told.output, re.MULTILINE)


def test_a_broken_lesson_does_not_silence_the_others(home: Path) -> None:
    (home / "lessons" / "literasi" / "baca-04-rusak.md").write_text("rusak", encoding="utf-8")
    told = run(home)
    assert told.exit_code == 0
    assert "1 berkas pelajaran bermasalah: jalankan 'elearn check'." in told.output


def test_a_setting_that_is_not_known_is_told(tmp_path: Path) -> None:
    told = run(tmp_path, ELEARN_SUARA="ya")
    assert told.exit_code == 2
    assert "ELEARN_SUARA" in told.output


@pytest.mark.soak        # every sentence of the lesson, four times
def test_the_online_voice_speaks_only_when_asked_for_and_is_reported(
    home: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("elearn.narration.gtts.SPACING", 0.0)
    monkeypatch.setattr("elearn.narration.gtts.WAITS", (0.0, 0.0, 0.0))
    assert run(home).exit_code == 0
    assert service.asked == []
    service.reply = lambda text: (429, b"") if len(service.asked) > 30 else answered(text)
    first = run(home, "--engine", "gtts")
    assert first.exit_code == 3                # all can be heard, not all by the voice asked for
    assert re.search(r"gtts: \d+ kalimat", first.output)
    assert "kalimat memakai suara cadangan" in first.output
    assert "terlalu sering (429)" in first.output
    awaited = re.findall(r"(\d+) kalimat memakai suara cadangan", first.output)
    assert awaited == re.findall(r"(\d+) kalimat memakai suara cadangan",
                                 run(home, "--status").output)
    asked = len(service.asked)
    assert asked == 31
    service.reply = answered
    assert run(home, "--engine", "gtts", "--only-missing").exit_code == 0
    assert len(service.asked) == asked                            # others say what it did not
    upgraded = run(home, "--engine", "gtts", "--upgrade")
    assert upgraded.exit_code == 0
    assert "cadangan" not in upgraded.output
    assert "espeak" not in upgraded.output
    twice = {text for text, times in Counter(service.asked).items() if times > 1}
    both = messages.everything("id"), messages.everything("en")   # "Tutor" is said in each
    assert twice - {service.asked[30]} <= set(both[0]) & set(both[1])
    status = run(home, "--status").output
    assert re.search(r"gtts: \d+ kalimat, \d+ menit suara, \d+\.\d MB\nSemua: ", status)
    again = run(home, "--engine", "gtts")
    assert "Baru diucapkan" not in again.output


def test_what_fell_back_is_redone_by_an_online_voice_only(home: Path) -> None:
    told = run(home, "--upgrade")
    assert told.exit_code == 2
    assert "--engine gtts" in told.output


def test_one_cannot_leave_and_redo_what_others_say(home: Path) -> None:
    told = run(home, "--engine", "gtts", "--only-missing", "--upgrade")
    assert told.exit_code == 2
    assert "Pilih satu" in told.output


def test_a_file_under_the_name_that_is_listed_overrides_the_machine(home: Path) -> None:
    listed = [line.split("\t") for line in run(home, "--recordings").output.splitlines()]
    (name,) = (name for name, sentence in listed if sentence == "Ini ibu.")
    file = home / "rekaman" / name
    file.parent.mkdir(parents=True)
    shutil.copy(next((home / "audio").rglob("*.flac")), file.with_suffix(".flac"))
    (file.parent / "aaaaaaaaaaaa.lama.wav").write_bytes(b"bukan suara")
    (file.parent / "aaaaaaaaaaaa.json").write_text('{"sentence": "Ini bapak."}')
    told = run(home).output
    assert "orang: " in told
    assert "Baru diucapkan" not in told
    assert "Rekaman tanpa kalimat, tidak dipakai: " in told
    assert "aaaaaaaaaaaa.lama.wav (Ini bapak.)" in told
    assert "aaaaaaaaaaaa.lama.wav: bukan suara" in told


def test_the_hubs_own_lessons_are_narrated_too(home: Path) -> None:
    own = home / "pelajaran" / "literasi"
    own.mkdir(parents=True)
    (own / f"{STEM}.md").write_text(
        written(step=STEP.replace("Ini ibu.", "Ini lurah.")), encoding="utf-8"
    )
    assert "Baru diucapkan: 1 kalimat" in run(home).output


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
    for killed_at in (12, 24):
        reached = threading.Event()

        def until(text: str, last: int = killed_at, reached: threading.Event = reached) -> Reply:
            if len(service.asked) < last:
                return answered(text)
            reached.set()
            return None                                   # it is killed while it waits

        service.reply = until
        process = subprocess.Popen(  # noqa: S603  # our own command, in a process to kill
            [sys.executable, "-c", KILLED, service.url], env=environ,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        assert reached.wait(60)
        process.kill()
        process.wait()
    made = list((home / "audio").rglob("*.flac"))
    assert all(from_flac(path.read_bytes()) for path in made)
    assert len(made) == 22
    assert service.asked[11] == service.asked[12]         # only what it had no answer to
    assert len(set(service.asked)) == len(service.asked) - 1
    assert all(path.stat().st_size > 500 for path in (home / "audio").rglob("*.mp3"))
