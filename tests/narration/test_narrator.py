"""From displayed sentences to a clip; acceptance checks 1, 3, 4 and 5 of narration."""

import threading
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elearn.narration import Narrator, Speech, SpeechError, encoding
from elearn.narration.sound import LEVEL, gated_rms
from elearn.narration.values import RATE, Pcm
from tests.narration.listening import clip_of, heard, id_of, narrator_in, onsets, seconds

pytestmark = pytest.mark.audio

LESSON = (
    "Hari ini kita belajar huruf m.", "Dengar: ma, mi, mu.", "Ibu membeli sayur di pasar.",
    "Harganya Rp10.000, ya?", "Ketuk gambar yang benar.", "Satu ikat berisi 12 batang.",
    "Lalu ketuk tombol hijau di bawah.", "Apa yang kamu dengar?", "Bagus, kita lanjut!",
    "Sekarang giliran kamu membaca.", "Ulangi pelan-pelan.", "Selesai.",
)


@pytest.mark.usefixtures("socket_disabled")
def test_1_without_a_network_every_sentence_has_sound(tmp_path: Path) -> None:
    clip = clip_of(narrator_in(tmp_path), *LESSON)
    sound = heard(clip.mp3.read_bytes())
    cues = clip.read_timings()["sentences"]
    assert len(cues) == len(LESSON)
    for cue in cues:
        assert cue["engine"] == "espeak"
        assert gated_rms(sound[round(cue["start"] * RATE):round(cue["end"] * RATE)]) > LEVEL / 2


def test_3_an_unchanged_rebuild_speaks_nothing_and_one_edit_speaks_once(tmp_path: Path) -> None:
    first = narrator_in(tmp_path)
    clip_of(first, *LESSON)
    assert first.syntheses == len(LESSON)

    again = narrator_in(tmp_path)
    clip_of(again, *LESSON)
    assert again.syntheses == 0

    edited = narrator_in(tmp_path)
    clip_of(edited, *LESSON[:4], "Ketuk gambar yang salah.", *LESSON[5:])
    assert edited.syntheses == 1


def test_4_every_sentence_starts_within_80_ms_of_its_cue(tmp_path: Path) -> None:
    clip = clip_of(narrator_in(tmp_path), *LESSON)
    sound = heard(clip.mp3.read_bytes())
    begins = onsets(sound, after=0.35)
    cues = [cue["start"] for cue in clip.read_timings()["sentences"]]
    assert cues[-1] > 20
    assert begins[-1] == pytest.approx(cues[-1], abs=0.08)
    for cue in cues:
        assert min(abs(cue - begin) for begin in begins) < 0.08


def test_5_money_is_one_highlighted_word_and_intervals_are_monotone(tmp_path: Path) -> None:
    sentence = "Harganya Rp10.000, ya?"
    narrator = narrator_in(tmp_path)
    cue, = clip_of(narrator, sentence).read_timings()["sentences"]
    assert [sentence[a:b] for _, _, a, b in cue["words"]] == ["Harganya", "Rp10.000", "ya"]
    _, (start, end, _, _), _ = cue["words"]

    said = heard(narrator.private(["sepuluh ribu rupiah"], "id"))
    assert end - start == pytest.approx(seconds(said), abs=0.3)

    times = [cue["start"], *(t for word in cue["words"] for t in word[:2]), cue["end"]]
    assert times == sorted(times)


def test_an_id_that_no_script_has_is_no_clip(tmp_path: Path) -> None:
    narrator = narrator_in(tmp_path)
    known = id_of(narrator.say(("Halo.",), "id"))
    for other in ("abcdefghij23", "", "..", "../" + known, known.upper(), known + "\n", "x" * 999):
        assert narrator.clip(other) is None
    assert not list(tmp_path.iterdir())


def test_a_clip_made_before_a_restart_is_there_before_any_page_asks(tmp_path: Path) -> None:
    made = clip_of(narrator_in(tmp_path), "Halo, ibu.")
    assert narrator_in(tmp_path).clip(made.id) == made


def test_saying_nothing_has_no_address(tmp_path: Path) -> None:
    assert narrator_in(tmp_path).say((), "id") == ""


def test_a_sentence_without_words_is_silence_and_not_spoken(tmp_path: Path) -> None:
    narrator = narrator_in(tmp_path)
    clip = clip_of(narrator, "…", "Halo, ibu.")
    silent, spoken = clip.read_timings()["sentences"]
    assert silent["words"] == []
    assert silent["start"] == silent["end"] < spoken["start"]
    assert narrator.syntheses == 1


def test_a_name_is_spoken_and_nothing_is_kept(tmp_path: Path) -> None:
    mp3 = narrator_in(tmp_path).private(("Selamat pagi, Sari.",), "id")
    assert gated_rms(heard(mp3)) == pytest.approx(LEVEL, rel=0.2)
    assert not list(tmp_path.iterdir())


def test_a_clip_is_as_loud_as_every_other(tmp_path: Path) -> None:
    narrator = narrator_in(tmp_path)
    for sentence, language in (("u", "id"), ("Ibu ke pasar.", "id"), ("Well done!", "en")):
        sound = heard(clip_of(narrator, sentence, language=language).mp3.read_bytes())
        assert abs(20 * np.log10(gated_rms(sound) / LEVEL)) < 1.5


def test_eight_threads_that_want_one_clip_make_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrator = narrator_in(tmp_path)
    wanted = id_of(narrator.say(LESSON[:3], "id"))
    together = threading.Barrier(8)
    got = []
    encode, encoded = encoding.mp3, []

    def counting(pcm: Pcm) -> bytes:
        encoded.append(len(pcm))
        return encode(pcm)

    monkeypatch.setattr(encoding, "mp3", counting)

    def ask() -> None:
        together.wait()
        got.append(narrator.clip(wanted))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert narrator.syntheses == 3
    assert len(encoded) == 1
    assert len(set(got)) == 1
    assert got[0] is not None


def test_a_clip_of_one_sentence_costs_little_of_the_processor(tmp_path: Path) -> None:
    narrator = narrator_in(tmp_path)
    clip_of(narrator, "Halo.")

    def cost(sentence: str) -> float:
        before = time.process_time()
        clip_of(narrator, sentence)
        return time.process_time() - before

    assert min(map(cost, LESSON[2:6])) < 0.1


def test_where_nothing_can_be_written_there_is_no_clip_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    narrator = narrator_in(tmp_path / "file")
    assert narrator.clip(id_of(narrator.say(("Halo.",), "id"))) is None


@pytest.mark.parametrize("version", ["VERSION", "FORM"])
def test_what_was_said_in_an_older_manner_is_made_anew(
    tmp_path: Path, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = clip_of(narrator_in(tmp_path), "Halo, ibu.")
    monkeypatch.setattr(f"elearn.narration.sentences.{version}", 99)
    after = narrator_in(tmp_path)
    assert clip_of(after, "Halo, ibu.").id != before.id
    assert after.syntheses == 1


class Hoarse:
    """An engine that lost its voice."""

    name = "serak"
    key = "serak-1"
    online = False

    def speak(self, text: str, language: str) -> Speech:
        raise SpeechError("no voice today")


def test_an_engine_that_fails_leaves_no_clip_and_no_file(tmp_path: Path) -> None:
    narrator = Narrator(tmp_path, Hoarse())
    assert narrator.clip(id_of(narrator.say(("Halo.",), "id"))) is None
    assert not list(tmp_path.iterdir())
    with pytest.raises(SpeechError):
        narrator.private(("Sari.",), "id")


class Other:
    """Another voice: it hums."""

    name = "dengung"
    key = "dengung-1"
    online = False

    def speak(self, text: str, language: str) -> Speech:
        return Speech(np.full(RATE, 0.1, np.float32), ())


def test_another_engine_never_serves_what_the_first_one_said(tmp_path: Path) -> None:
    first = clip_of(narrator_in(tmp_path), "Halo, ibu.")
    other = clip_of(Narrator(tmp_path, Other()), "Halo, ibu.")
    assert other.id != first.id
    assert other.read_timings()["sentences"][0]["engine"] == "dengung"


@settings(max_examples=15, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=30), max_size=3), st.sampled_from(["id", "en"]))
def test_any_sentences_have_a_clip_with_times_in_order(
    tmp_path: Path, sentences: list[str], language: str
) -> None:
    narrator = narrator_in(tmp_path)
    if not sentences:
        return
    clip = clip_of(narrator, *sentences, language=language)
    latest = 0.0
    for sentence, cue in zip(sentences, clip.read_timings()["sentences"], strict=True):
        for start, end, char0, char1 in [(cue["start"], cue["start"], 0, 0), *cue["words"]]:
            assert latest <= start <= end <= cue["end"]
            assert 0 <= char0 <= char1 <= len(sentence)
            latest = end
        latest = cue["end"]
