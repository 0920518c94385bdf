"""The embedded voice."""

import subprocess
import sys
import threading
from pathlib import Path

import espeakng_loader
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.language.spoken import spoken_words
from elearn.narration.espeak import LONGEST_PATH, VOICES, Espeak
from elearn.narration.sound import finished
from elearn.narration.values import RATE
from tests.narration.listening import as_heard, seconds

pytestmark = pytest.mark.audio

SLACK = RATE // 200          # espeak-ng never says a thing twice with the same number of samples

STORY = {
    "id": "Ibu membeli tiga ikat sayur di pasar. Satu ikat harganya dua ribu rupiah. "
          "Dengar kata ini, lalu cari huruf awalnya. Berapa semuanya?",
    "en": "Mother buys three bunches of vegetables at the market. One bunch costs two thousand. "
          "Listen to this word, then find its first letter. How much is it all together?",
}


@pytest.mark.parametrize("language", sorted(VOICES))
def test_it_speaks_as_slowly_as_one_who_reads_along(language: str) -> None:
    text = STORY[language]
    speech = Espeak().speak(text, language)
    assert 100 < len(text.split()) / seconds(speech.samples) * 60 < 130


def test_indonesian_and_english_are_two_voices() -> None:
    engine = Espeak()
    assert seconds(engine.speak("satu dua", "id").samples) != pytest.approx(
        seconds(engine.speak("satu dua", "en").samples), abs=0.02
    )


def test_an_unknown_language_is_said_as_indonesian() -> None:
    engine = Espeak()
    unknown, indonesian = (engine.speak("ibu dan bapak", each) for each in ("bdj", "id"))
    assert len(unknown.samples) == pytest.approx(len(indonesian.samples), abs=SLACK)


@pytest.mark.parametrize("text", ["a", "i", "u", "e", "o", "b", "ma", "mi", "ba"])
def test_a_letter_or_a_syllable_lasts_long_enough_to_be_caught(text: str) -> None:
    sound = finished(Espeak().speak(text, "id")).pcm
    assert 0.3 < seconds(as_heard(sound)) < 0.7


@pytest.mark.parametrize("row", ["a i u", "ma mi mu mo", "ta ti tu to"])
def test_each_of_a_row_lasts_as_long_as_an_eye_needs_to_find_it(row: str) -> None:
    said = " ".join(word.text for word in spoken_words(row))
    starts = [start for start, _, _, _ in Espeak().speak(said, "id").words]
    assert len(starts) == len(row.split())
    assert min(np.diff(starts)) > 0.5


def test_a_row_of_pairs_keeps_its_pairs_and_is_as_slow() -> None:
    said = " ".join(word.text for word in spoken_words("K k, M m"))
    starts = [start for start, _, _, _ in Espeak().speak(said, "id").words]
    within, between, _ = np.diff(starts)
    assert 0.25 < within < between


def test_every_word_is_told_with_its_place_in_the_text() -> None:
    text = "Bapak pergi ke pasar, lalu pulang."
    speech = Espeak().speak(text, "id")
    assert [text[a:b].strip(",.") for _, _, a, b in speech.words] == [
        "Bapak", "pergi", "ke", "pasar", "lalu", "pulang",
    ]


def test_a_word_after_a_pause_is_told_when_it_sounds() -> None:
    speech = Espeak().speak("Ibu, bapak, adik, kakak.", "id")
    quiet = np.abs(speech.samples) < 0.005
    for start, _, _, _ in speech.words[1:]:
        before = quiet[round((start - 0.08) * RATE):round((start - 0.03) * RATE)]
        after = quiet[round((start + 0.06) * RATE):round((start + 0.12) * RATE)]
        assert before.mean() > after.mean()


@pytest.mark.parametrize("text", ["", " ", "…", "\x01\x02", "\0", "🐟", "<p>", "[[a", "\ud800"])
def test_what_nobody_can_say_is_no_error(text: str) -> None:
    assert Espeak().speak(text, "id").samples.dtype == np.float32


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_any_text_gives_words_in_order_within_the_sound(text: str) -> None:
    speech = Espeak().speak(text, "id")
    ends = [0.0]
    for start, end, char0, char1 in speech.words:
        assert ends[-1] <= start <= end
        assert 0 <= char0 < char1
        ends.append(end)
    assert ends[-1] <= len(speech.samples) / RATE


def test_many_threads_may_speak_at_once() -> None:
    engine = Espeak()
    alone = {text: len(engine.speak(text, lang).samples) for text, lang in _TALK}
    together: dict[str, int] = {}

    def talk(text: str, language: str) -> None:
        together[text] = len(engine.speak(text, language).samples)

    threads = [threading.Thread(target=talk, args=each) for each in _TALK]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # the engine's lengths vary a little; another thread's text or language would be far off
    assert together == pytest.approx(alone, rel=0.03)


_TALK = [(f"{word} {number}", language) for number in ("satu", "dua", "tiga")
         for word, language in (("ibu", "id"), ("mother", "en"))]


def test_data_in_a_folder_with_a_long_path_still_speaks(tmp_path: Path) -> None:
    far = tmp_path.joinpath(*["sebuah-folder-yang-namanya-panjang"] * 5)
    far.mkdir(parents=True)
    (far / "espeak-ng-data").symlink_to(espeakng_loader.get_data_path())
    assert len(str(far)) > LONGEST_PATH
    done = subprocess.run(  # noqa: S603  our own interpreter: the path is read once per process
        [sys.executable, "-c", _SPEAK_FROM, str(far / "espeak-ng-data")],
        capture_output=True, text=True, check=True,
    )
    assert int(done.stdout) > RATE // 4


_SPEAK_FROM = """
import sys, espeakng_loader
espeakng_loader.get_data_path = lambda: sys.argv[1]
from elearn.language.spoken import spoken_words
from elearn.narration.espeak import Espeak
print(len(Espeak().speak("ibu", "id").samples))
"""


def test_the_library_is_not_loaded_before_the_first_word() -> None:
    done = subprocess.run(  # noqa: S603  our own interpreter: a process that has not spoken yet
        [sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]


_LOADED = """
from pathlib import Path
from elearn.language.spoken import spoken_words
from elearn.narration.espeak import Espeak
loaded = lambda: "libespeak-ng" in Path("/proc/self/maps").read_text()
engine = Espeak()
print(engine.key and loaded())
engine.speak("ibu", "id")
print(loaded())
"""
