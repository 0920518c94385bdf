"""What a lesson's sound weighs: within the budget, known without making it, told in plain words."""

import statistics
from pathlib import Path

import pytest

from elearn import paths
from elearn.content.catalogue import Catalogue, load
from elearn.narration.encoding import kbps_for
from elearn.narration.script import Script
from elearn.narration.weight import MB, MORE, WORDS, Scales, guessed, in_words, scripts
from tests.content.written import AROUND, lesson, written
from tests.narration.listening import clip_of, narrator_in

pytestmark = pytest.mark.audio

MEDIAN_MB, HEAVIEST_MB = 1.2, 1.6
FACTS = AROUND.facts.whole


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(paths.shipped("lessons"))


@pytest.fixture(scope="module")
def guesses(catalogue: Catalogue) -> dict[str, float]:
    """MB of each shipped lesson, all of it heard once by its first audience."""
    found = {}
    for stem in catalogue.lessons:
        one = catalogue.lesson(stem)
        assert one is not None
        seconds = [guessed(script) for script in scripts(one, one.audiences[0], FACTS)]
        found[stem] = sum(long * kbps_for(long) for long in seconds) / 8 / 1000
    return found


def test_the_sound_of_a_lesson_stays_within_its_budget(guesses: dict[str, float]) -> None:
    assert len(guesses) > 30
    assert statistics.median(guesses.values()) <= MEDIAN_MB
    assert max(guesses.values()) <= HEAVIEST_MB, max(guesses, key=guesses.__getitem__)


def test_what_is_guessed_is_what_would_be_made(tmp_path: Path) -> None:
    narrator = narrator_in(tmp_path)
    asked = scripts(lesson(written()), "dewasa", FACTS)[:12]
    made = [clip_of(narrator, *script.sentences).mp3.stat().st_size for script in asked]
    guess = sum(guessed(script) * kbps_for(guessed(script)) for script in asked) * 1000 / 8
    assert guess == pytest.approx(sum(made), rel=0.15)


def test_a_clip_that_is_made_is_weighed_and_not_guessed(tmp_path: Path) -> None:
    narrator, one = narrator_in(tmp_path), lesson(written())
    before = Scales(narrator).weigh(one, "dewasa", FACTS)
    clips = [clip_of(narrator, *script.sentences) for script in scripts(one, "dewasa", FACTS)]
    after = Scales(narrator).weigh(one, "dewasa", FACTS)
    assert after.bytes == sum(clip.mp3.stat().st_size for clip in clips) != before.bytes
    assert after.clips == before.clips == len(clips)
    assert after.seconds == pytest.approx(before.seconds, rel=0.2)


def test_a_list_knows_about_how_much_before_anything_is_read(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    scales, one = Scales(narrator_in(tmp_path)), catalogue.lesson(STEM)
    assert one is not None
    about = scales.about(one, "dewasa", FACTS)
    exact = scales.weigh(one, "dewasa", FACTS).bytes
    assert about == pytest.approx(exact, rel=0.4)
    assert scales.about(one, "dewasa", FACTS) == exact


STEM = "baca-03-m-b"


def test_the_words_for_a_size_are_true() -> None:
    told = [in_words(round(size * MB), "id") for size in (0.4, 0.9, 1.14, 1.5, 2, 3)]
    assert told == [*(words for _, words in WORDS), MORE]
    packets = {2000: 0.5, 1000: 1.0, 800: 1.25, 500: 1.75, 400: 2.5}
    assert [most for most, _ in WORDS] == list(packets.values())
    assert all(lessons * most <= 1000 for lessons, most in packets.items())


def test_they_are_told_in_the_language_of_the_page() -> None:
    assert in_words(MB, "en").startswith("The sound of a lesson is less than a megabyte.")


def test_silence_weighs_nothing() -> None:
    assert guessed(Script(("…",), "id")) == 0
