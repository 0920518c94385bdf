"""What somebody records is judged by ear and by length, trimmed and levelled; never by its name."""

import struct

import numpy as np
import pytest

from elearn import messages
from elearn.content.prepared import LARGEST, RefusedError
from elearn.narration import ENGINES
from elearn.narration.sound import gated_rms
from elearn.narration.takes import Take, taken
from elearn.narration.values import RATE
from tests.content.own_files import photograph
from tests.narration.recorded import Sound, around, awake, take, voice, wav

__all__ = ["awake"]

pytestmark = pytest.mark.audio

TEXT = "ibu mau ubi"


def judged(raw: bytes, text: str = TEXT) -> Take:
    return taken(raw, text, "id", ENGINES["espeak"]())


def refused(raw: bytes, text: str = TEXT) -> str:
    with pytest.raises(RefusedError) as caught:
        judged(raw, text)
    assert caught.value.fault.message in messages.catalogue("en")
    return caught.value.fault.text


@pytest.mark.parametrize("text", ["ma", "a", "i", "b", TEXT, "dua puluh lima ribu rupiah"])
def test_a_good_take_is_kept_without_the_quiet_around_it_and_as_loud_as_all_others(
    text: str
) -> None:
    said = voice(text, loud=0.06)
    kept = judged(wav(around(said)), text)
    assert kept.seconds == pytest.approx(len(said) / RATE, abs=0.25)
    loudness = gated_rms((kept.pcm / 32767).astype(np.float32))
    assert 20 * np.log10(loudness) == pytest.approx(-20, abs=2)


@pytest.mark.parametrize("text", ["a", "mi", TEXT])
def test_a_file_that_was_cut_close_is_as_good(text: str) -> None:
    assert judged(wav(voice(text)), text).seconds > 0.2


@pytest.mark.parametrize("form", ["WAV", "FLAC", "MP3", "OGG"])
def test_every_kind_that_is_promised_is_taken(form: str) -> None:
    assert judged(wav(around(voice(TEXT)), form)).seconds == pytest.approx(1.1, abs=0.3)


def test_the_finger_on_the_button_and_a_leaning_microphone_are_not_heard() -> None:
    sound = around(voice(TEXT))
    sound[2000:2300] += 0.5
    sound[-2500:-2300] -= 0.5
    assert judged(wav(sound + 0.05)).seconds == pytest.approx(judged(take(TEXT)).seconds, abs=0.1)


def test_somebody_who_reads_slowly_word_by_word_is_heard_to_the_end() -> None:
    words = [np.concatenate([voice(word), np.zeros(RATE // 3)]) for word in TEXT.split()]
    assert judged(wav(around(np.concatenate(words)))).seconds > 1.4


def clipped() -> Sound:
    return around(voice(TEXT, loud=4.0))


@pytest.mark.parametrize(
    ("sound", "why"),
    [
        (clipped(), "terlalu keras sampai pecah"),
        (around(voice(TEXT, loud=0.01), noise=0.00005), "terlalu pelan"),
        (around(voice(TEXT, loud=0.1), noise=0.02), "terlalu ramai"),
        (np.random.default_rng(1).normal(0, 0.001, RATE), "Belum ada suara"),
        (np.zeros(RATE), "Belum ada suara"),
    ],
    ids=["clipped", "quiet", "noisy", "only noise", "silence"],
)
def test_what_learners_would_not_hear_well_is_refused_with_what_to_do(
    sound: Sound, why: str
) -> None:
    said = refused(wav(sound))
    assert why in said
    assert "rekam lagi" in said


def test_half_a_sentence_and_a_sentence_too_many_are_refused() -> None:
    half = refused(wav(around(voice("bu"))), "bu tini menjual ikan di pasar setiap pagi")
    assert "terlalu pendek" in half
    long = voice("ibu mau ubi lalu ibu pergi ke pasar dan membeli ikan juga sayur")
    assert "terlalu panjang" in refused(wav(around(long)), "ibu")


def lying(**lies: int) -> bytes:
    """Return a WAV whose head tells other things than are there."""
    raw = bytearray(take(TEXT))
    places = {"whole": 4, "channels": 22, "rate": 24, "bits": 34, "data": 40}
    for name, value in lies.items():
        form = "<H" if name in {"channels", "bits"} else "<I"
        struct.pack_into(form, raw, places[name], value)
    return bytes(raw)


@pytest.mark.parametrize(
    "raw",
    [
        lying(data=0xFFFFFFF0, whole=0xFFFFFFFF, rate=1),
        lying(rate=0), lying(rate=0xFFFFFFFF), lying(rate=100), lying(channels=0),
        lying(channels=0xFFFF), lying(bits=3), lying(bits=64), take(TEXT)[:60], b"RIFF....WAVE",
        b"ID3" + b"<html>" * 200, b"fLaC" + b"\0" * 400, b"OggS" + b"\xff" * 400,
    ],
)  # fmt: skip
def test_a_file_with_lies_in_its_head_is_refused_and_nothing_else_happens(raw: bytes) -> None:
    assert "rekam" in refused(raw).lower()


def test_a_small_file_that_would_fill_the_memory_of_the_hub_is_refused() -> None:
    rate = 655_350               # FLAC's highest: at 20 s it took 400 MB to bring to our own rate
    sound = np.zeros(19 * rate)
    sound[rate:rate + rate // 2] = 0.3 * np.sin(np.arange(rate // 2) / 500)
    raw = wav(sound, "FLAC", rate)
    assert len(raw) < LARGEST
    assert "rusak" in refused(raw)


def test_a_length_that_is_a_lie_is_not_believed() -> None:
    assert judged(lying(data=0xFFFFFFF0, whole=0xFFFFFFFF)).seconds < 2


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "Rekam dulu"),
        (b"<!doctype html><title>Masuk</title>", "bukan rekaman suara"),
        (photograph((40, 40)), "bukan rekaman suara"),
        (b"#!AMR\n" + b"\0" * 99, "berbentuk AMR"),
        (b"\0\0\0\x18ftyp3gp4" + b"\0" * 99, "berbentuk 3GP"),
        (b"\0\0\0\x18ftypM4A " + b"\0" * 99, "berbentuk M4A"),
        (b"\x1aE\xdf\xa3" + b"\0" * 99, "berbentuk WebM"),
        (take(TEXT) + b"\0" * LARGEST, "paling besar 2 MB"),
        (wav(np.resize(voice(TEXT), 21 * 8000), rate=8000), "lebih dari 20 detik"),
    ],
)  # fmt: skip
def test_what_is_no_recording_of_a_sentence_is_told_by_what_it_is(raw: bytes, why: str) -> None:
    assert why in refused(raw)
