"""How long instructions are heard: what sixty stock phrases reach, said by a person."""

import functools

import pytest

from elearn import paths
from elearn.content.catalogue import Catalogue, load
from elearn.content.phrases import interface
from elearn.narration import ENGINES
from elearn.narration.heard import Heard, heard, length, share, stock
from elearn.narration.script import utterance
from elearn.narration.sound import finished
from elearn.narration.values import RATE

SIXTY, MOST_OF_IT = 60, 0.80


@functools.cache
def by_our_voice(sentence: str) -> float:
    text = utterance(sentence, "id").text
    return len(finished(ENGINES["espeak"]().speak(text, "id")).pcm) / RATE


@pytest.fixture(scope="module")
def lessons() -> Catalogue:
    return load(paths.shipped("lessons"))


@pytest.fixture(scope="module")
def found(lessons: Catalogue) -> tuple[Heard, ...]:
    return heard(lessons, lessons.around.facts.whole, by_our_voice)


def test_sixty_phrases_are_four_fifths_of_the_seconds_of_instruction(
    lessons: Catalogue, found: tuple[Heard, ...]
) -> None:
    first = {one.text for one in stock(found, lessons.around.phrases)[:SIXTY]}
    assert share(found, first.__contains__) >= MOST_OF_IT


def test_lessons_say_every_phrase_of_the_bank(
    lessons: Catalogue, found: tuple[Heard, ...]
) -> None:
    assert lessons.around.phrases.keys() <= {one.text for one in found}


def test_what_is_heard_longest_comes_first(found: tuple[Heard, ...]) -> None:
    totals = [one.total for one in found]
    assert totals == sorted(totals, reverse=True)
    assert found[0].text == "Ketuk satu jawaban, lalu ketuk Periksa."


def test_the_length_of_a_sentence_is_known_without_saying_it(
    lessons: Catalogue, found: tuple[Heard, ...]
) -> None:
    first = {one.text for one in stock(found, lessons.around.phrases)[:SIXTY]}
    spoken = share(found, first.__contains__)
    guessed = share([Heard(one.text, one.times, length(one.text)) for one in found],
                    first.__contains__)
    assert guessed == pytest.approx(spoken, abs=0.01)
    for one in found:
        assert length(one.text) == pytest.approx(one.seconds, rel=0.35, abs=0.3)


def test_what_an_answer_is_told_counts_once_for_each_question(
    lessons: Catalogue, found: tuple[Heard, ...]
) -> None:
    asked = sum(
        asked.rounds
        for readings in lessons.lessons.values()
        if not (lesson := readings["id"]).meta.test and not lesson.meta.sensitive
        for audience in lesson.audiences
        for asked in lesson.asked
        if asked.audience in (audience, "semua") and asked.kind != "tugas"
    )
    times = {one.text: one.times for one in found}
    assert times["Benar!"] == times["Belum."] == asked
    assert {"Benar!", "Belum.", "Jawaban tersimpan.", "Tunggu dilihat tutor."} <= interface()


def test_bacaan_and_options_are_no_instruction(found: tuple[Heard, ...]) -> None:
    texts = {one.text for one in found}
    assert "Ketuk tiap kata." in texts
    assert not texts & {"baca cerita cari kaca", "ini ubi.", "Hurufnya terbaca", "buku"}


def test_nothing_is_a_share_of_nothing() -> None:
    assert share([], lambda _text: True) == 0.0
